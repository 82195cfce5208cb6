"""WSGI entry point, for hosts that cannot run ASGI."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
os.environ.setdefault("VITRINE_ROLE", "web")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
