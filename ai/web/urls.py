"""Pages and fragments of the ai app."""

from django.urls import path

from ai.web.boxes import box
from ai.web.offers import add_together
from ai.web.views import search_page

app_name = "ai"

urlpatterns = [
    path("search/", search_page, name="search"),
    path("recommendations/cart/", add_together, name="add_together"),
    path("recommendations/<slug:kind>/", box, name="box"),
]
