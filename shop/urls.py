"""The shop's public pages."""

from django.contrib.sitemaps.views import index, sitemap
from django.urls import path

from shop.views.category import CategoryView
from shop.views.home import HomeView
from shop.views.page import faq, page
from shop.views.product import ProductView
from shop.views.reviews import WriteReviewView, vote
from shop.views.robots import robots
from shop.views.sitemaps import SITEMAPS

app_name = "shop"

urlpatterns = [
    path("", HomeView.as_view(), name="home"),
    path("c/", CategoryView.as_view(), name="all"),
    path("c/<slug:slug>/", CategoryView.as_view(), name="category"),
    path("p/<slug:slug>/", ProductView.as_view(), name="product"),
    path("p/<slug:slug>/review/", WriteReviewView.as_view(), name="review_write"),
    path("reviews/<int:pk>/helpful/", vote, name="review_vote"),
    path("pages/<slug:slug>/", page, name="page"),
    path("faq/", faq, name="faq"),
    path("robots.txt", robots, name="robots"),
    path(
        "sitemap.xml",
        index,
        {"sitemaps": SITEMAPS, "sitemap_url_name": "shop:sitemap"},
        name="sitemaps",
    ),
    path("sitemap-<section>.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
]
