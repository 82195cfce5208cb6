"""ASGI entry point: what uvicorn serves."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
os.environ.setdefault("VITRINE_ROLE", "web")

from django.core.asgi import get_asgi_application

application = get_asgi_application()
