"""Pages of the ai app."""

from django.urls import path

from ai.web.views import search_page

app_name = "ai"

urlpatterns = [path("search/", search_page, name="search")]
