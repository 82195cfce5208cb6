"""Recommendations in the admin: how they do, why something is shown, staff's rules, experiments."""

from ai.admin.recommendations import lists

__all__ = ["lists"]
