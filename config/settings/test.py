"""Settings for pytest: real services, fast password hashing, files in a throwaway folder."""

from config.settings.base import *
from config.settings.environment import PYTEST_FOLDER

SECRET_KEY = "only-for-tests"
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = PYTEST_FOLDER / "media"
PRIVATE_ROOT = PYTEST_FOLDER / "private"
WHITENOISE_USE_FINDERS = True
SERVE_MEDIA = True
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# The tests of the second factor turn it on.
ADMIN_REQUIRES_MFA = False
