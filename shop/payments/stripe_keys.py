"""Whether Stripe's keys are there, of the right kind, and belong together."""

from urllib.parse import urlsplit

# How each begins, by what the environment calls it. A restricted key (rk_) does as well.
PREFIXES = {
    "STRIPE_SECRET_KEY": ("sk_", "rk_"),
    "STRIPE_PUBLISHABLE_KEY": ("pk_",),
    "STRIPE_WEBHOOK_SECRET": ("whsec_",),
}
LOOPBACK = {"127.0.0.1", "::1", "localhost"}


def key_problems(keys: dict[str, str]) -> list[str]:
    """Return what is wrong with the keys of PREFIXES, one sentence each, never a key itself."""
    found = [
        f"{name} is missing, or does not begin with {' or '.join(prefixes)}."
        for name, prefixes in PREFIXES.items()
        if not keys[name].startswith(prefixes)
    ]
    if not found and _mode(keys["STRIPE_SECRET_KEY"]) != _mode(keys["STRIPE_PUBLISHABLE_KEY"]):
        found.append("One of the two keys is for tests and the other is not: take a pair.")
    return found


def address_problems(api_base: str) -> list[str]:
    """Return whether the key would travel in the open."""
    address = urlsplit(api_base)
    if address.scheme == "https" or address.hostname in LOOPBACK:
        return []
    return ["STRIPE_API_BASE has to begin with https://, because the key travels there."]


def _mode(key: str) -> str:
    """Return the word in the middle: `test` or `live`."""
    return key.split("_")[1]
