"""One machine, one command: what `make run` serves."""

from config.settings.base import *
from config.settings.environment import HOME, env
from config.settings.secret import local_secret

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = local_secret(HOME)
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS: list[str] = []
# Served straight from the source folders: no collectstatic step on a developer's machine.
WHITENOISE_USE_FINDERS = True
SERVE_MEDIA = True
# The staff login that `make run` prints opens the admin of this machine by its password.
ADMIN_REQUIRES_MFA = env.bool("ADMIN_REQUIRES_MFA", default=False)
