"""Refuse a Redis that cannot carry the queue, with the sentence that mends it."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

import redis

from config.stack.errors import StackError

SCHEMES = frozenset({"redis", "rediss"})
ANSWER_WITHIN_S = 5
CACHE_DATABASE = 1
UNSET = "or unset REDIS_URL to use the embedded one"


def check_redis(url: str) -> None:
    """Ping the server and look whether it keeps what is queued; raises StackError."""
    check_form(url)
    parts = urlsplit(url)
    place = f"{parts.hostname or 'localhost'}:{parts.port or 6379}"
    client = redis.Redis.from_url(
        url, socket_connect_timeout=ANSWER_WITHIN_S, socket_timeout=ANSWER_WITHIN_S, retry=None
    )
    try:
        client.ping()
        check_policy(client, place)
        if not os.environ.get("CACHE_URL"):
            client.execute_command("SELECT", CACHE_DATABASE)  # type: ignore[no-untyped-call]
    except redis.AuthenticationError:
        raise StackError(
            f"The Redis server at {place} refuses this password: correct REDIS_URL "
            f"(redis://:PASSWORD@HOST:PORT/0), {UNSET}."
        ) from None
    except redis.TimeoutError:
        raise StackError(
            f"The Redis server at {place} did not answer within {ANSWER_WITHIN_S} seconds: "
            f"start it, or correct REDIS_URL, {UNSET}."
        ) from None
    except redis.ConnectionError as error:
        raise StackError(
            f"The Redis server at {place} cannot be reached ({reason(error)}): start it, or "
            f"correct host and port in REDIS_URL, {UNSET}."
        ) from None
    except redis.ResponseError as error:
        raise StackError(refusal(str(error), place)) from None
    finally:
        client.close()


def check_form(url: str) -> None:
    """Refuse what is no Redis URL."""
    try:
        parts = urlsplit(url)
        database = parts.path.strip("/")
        well_formed = (parts.port is None or parts.port > 0) and (
            not database or database.isdigit()
        )
    except ValueError:
        well_formed = False
        parts = urlsplit("redis://")
    if parts.scheme not in SCHEMES:
        raise StackError(
            f"REDIS_URL begins with {parts.scheme or 'no scheme'!r}: write "
            "redis://:PASSWORD@HOST:PORT/0 (rediss:// for TLS)."
        )
    if not well_formed:
        raise StackError(
            "REDIS_URL cannot be read: write redis://:PASSWORD@HOST:PORT/0, with special "
            "characters of the password percent-encoded."
        )


def check_policy(client: redis.Redis, place: str) -> None:
    """Refuse a broker that evicts keys; where the server hides its settings, trust it."""
    try:
        policy = client.config_get("maxmemory-policy").get("maxmemory-policy", "noeviction")
    except redis.ResponseError:
        return
    if policy != "noeviction":
        raise StackError(
            f"The Redis server at {place} evicts keys ({policy}), and so would lose queued tasks: "
            f"set `maxmemory-policy noeviction` there, {UNSET}."
        )


def refusal(said: str, place: str) -> str:
    """Return the sentence for an error reply."""
    if "NOAUTH" in said or "WRONGPASS" in said:
        return (
            f"The Redis server at {place} refuses this password: correct REDIS_URL "
            f"(redis://:PASSWORD@HOST:PORT/0), {UNSET}."
        )
    if "DB index" in said:
        return (
            f"The Redis server at {place} has only one database: name a second server for the "
            f"cache in CACHE_URL, {UNSET}."
        )
    return f"The Redis server at {place} answered {said!r}: correct REDIS_URL, {UNSET}."


def reason(error: redis.ConnectionError) -> str:
    """Return why the connection failed, in the system's words."""
    text = str(error).rstrip(".")
    if "refused" in text:
        return "it refuses connections"
    if "not known" in text or "resolution" in text or "No address" in text:
        return "there is no host of that name"
    return text.rpartition(":")[2].strip() or text
