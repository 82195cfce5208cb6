"""Embeddings and search in the admin; importing the package registers the lists."""

from django.contrib import admin

from ai.admin import derived, lab, recommendations, reviews, rules
from ai.admin.analytics import requests
from ai.admin.product_action import add_to_product_list

__all__ = ["derived", "lab", "recommendations", "requests", "reviews", "rules"]

add_to_product_list(admin.site)
