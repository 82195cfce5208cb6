"""The settings of production, with pictures served by the shop: no proxy stands in front."""

from config.settings.prod import *  # noqa: F403  (settings build on settings)

SERVE_MEDIA = True
# A browser on the loopback speaks no TLS, and would not send secure cookies back.
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
