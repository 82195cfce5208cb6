"""Servers: TLS in front, secrets from the environment, hashed static files."""

from django.core.exceptions import ImproperlyConfigured

from config.settings.base import *
from config.settings.environment import env
from config.settings.payments import payment_settings
from config.settings.seller import seller_settings

# The length below which Django's own deployment check warns.
SECRET_KEY_MIN_LENGTH = 50

if len(SECRET_KEY) < SECRET_KEY_MIN_LENGTH:
    raise ImproperlyConfigured(
        "SECRET_KEY is missing or shorter than 50 characters: set it to a long random text, "
        "for example the output of `openssl rand -base64 48`."
    )
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS is empty: name the shop's host, as in shop.example.")

_host = ALLOWED_HOSTS[0].lstrip(".")  # a dot in front stands for all hosts below
SHOP["SITE_URL"] = env.str("SITE_URL", default=f"https://{_host}").rstrip("/")
SHOP["SELLER"] = seller_settings(examples=False)
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
SERVE_MEDIA = False
SHOP_PAYMENTS_FOR_TRYING = env.bool("VITRINE_FAKE_CARD", default=False)
SHOP_PAYMENTS = payment_settings(fake_card=SHOP_PAYMENTS_FOR_TRYING, examples=False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_REDIRECT_EXEMPT = [r"^livez$", r"^readyz$"]
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
