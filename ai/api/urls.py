"""The ai app's part of the API, below /api/v1/."""

from django.urls import path
from rest_framework.routers import SimpleRouter

from ai.api.events import EventsView
from ai.api.recommendations import HistoryView, RecommendationsView
from ai.api.review_digest import ReviewDigestView
from ai.api.reviews import ReviewViewSet
from ai.api.search import SearchView
from ai.api.sentiment import SentimentView
from ai.api.suggest import SuggestView
from ai.api.views.jobs import JobViewSet
from ai.api.views.spaces import SpaceViewSet

app_name = "ai_api"

router = SimpleRouter(use_regex_path=False)
router.register("embedding-spaces", SpaceViewSet, "embedding-space")
router.register("embedding-jobs", JobViewSet, "embedding-job")
# In place of the shop's, which stands behind it in the URLconf: the same with more filters.
router.register("reviews", ReviewViewSet, "review")

urlpatterns = [
    path("search/", SearchView.as_view(), name="search"),
    path("events/", EventsView.as_view(), name="events"),
    path("sentiment/", SentimentView.as_view(), name="sentiment"),
    path("suggest/", SuggestView.as_view(), name="suggest"),
    path("products/<slug:slug>/review-digest/", ReviewDigestView.as_view(), name="review_digest"),
    path("recommendations/<slug:kind>/", RecommendationsView.as_view(), name="recommendations"),
    path("history/", HistoryView.as_view(), name="history"),
    *router.urls,
]
