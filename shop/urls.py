"""The shop's public pages."""

from django.contrib.sitemaps.views import index, sitemap
from django.urls import include, path

from shop.account_urls import pages as account_pages
from shop.buying_urls import urlpatterns as buying
from shop.views.category import category
from shop.views.home import home
from shop.views.page import faq, page
from shop.views.payments import payment_webhook
from shop.views.preview import preview
from shop.views.product import product, quick_view
from shop.views.recent import clear_recent
from shop.views.reviews import change, delete, write_review
from shop.views.robots import robots
from shop.views.sitemaps import SITEMAPS
from shop.views.votes import vote

app_name = "shop"

urlpatterns = [
    path("", home, name="home"),
    path("preview/", preview, name="preview"),
    path("account/", include(account_pages)),
    path("", include(buying)),
    path("c/", category, name="all"),
    path("c/<slug:slug>/", category, name="category"),
    path("p/<slug:slug>/", product, name="product"),
    path("p/<slug:slug>/quick/", quick_view, name="product_quick"),
    path("p/<slug:slug>/review/", write_review, name="review_write"),
    path("reviews/<int:pk>/edit/", change, name="review_edit"),
    path("reviews/<int:pk>/delete/", delete, name="review_delete"),
    path("reviews/<int:pk>/helpful/", vote, name="review_vote"),
    path("looked-at/clear/", clear_recent, name="recent_clear"),
    path("pages/<slug:slug>/", page, name="page"),
    path("faq/", faq, name="faq"),
    path("payments/<slug:code>/webhook/", payment_webhook, name="payment_webhook"),
    path("robots.txt", robots, name="robots"),
    path(
        "sitemap.xml",
        index,
        {"sitemaps": SITEMAPS, "sitemap_url_name": "shop:sitemap"},
        name="sitemaps",
    ),
    path("sitemap-<section>.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
]
