"""Pages of the ai app."""

from django.urls import URLPattern

app_name = "ai"

urlpatterns: list[URLPattern] = []
