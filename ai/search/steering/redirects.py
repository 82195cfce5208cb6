"""Where a search leads instead of its results."""

from typing import Final
from urllib.parse import parse_qs, urlsplit

from django.urls import Resolver404, resolve
from django.utils import timezone

from ai.search.steering.rules import RuleSet, Steering
from shop.own_paths import is_own_path

SEARCH_PAGE: Final = "ai:search"


def find_redirect(steering: Steering, rules: RuleSet) -> str:
    """Return the path, empty where there is none, or where it would go round in circles.

    The path was checked when it was saved; it is checked again, because a row can be written by
    other means than the form, and a browser takes `//host` for another host.
    """
    rule = steering.redirect
    if rule is None or not is_own_path(rule.path):
        return ""
    text = searched_at(rule.path)
    if text and rules.steering(text, moment=timezone.now()).redirect is not None:
        return ""
    return rule.path


def searched_at(path: str) -> str:
    """Return the text that a path of the search page searches for, empty for any other page."""
    parts = urlsplit(path)
    try:
        view = resolve(parts.path).view_name
    except Resolver404:
        return ""
    return parse_qs(parts.query).get("q", [""])[0] if view == SEARCH_PAGE else ""
