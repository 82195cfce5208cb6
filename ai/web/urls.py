"""Pages and fragments of the ai app."""

from django.urls import path

from ai.web.boxes import box
from ai.web.digest.box import digest_box
from ai.web.digest.page import reviews_page
from ai.web.offers import add_together
from ai.web.views import search_page

app_name = "ai"

urlpatterns = [
    path("p/<slug:slug>/digest/", digest_box, name="digest"),
    path("p/<slug:slug>/reviews/", reviews_page, name="reviews"),
    path("search/", search_page, name="search"),
    path("recommendations/cart/", add_together, name="add_together"),
    path("recommendations/<slug:kind>/", box, name="box"),
]
