"""Rules of the search in the admin: four lists, their forms, and a look before saving."""

from ai.admin.rules import lists

__all__ = ["lists"]
