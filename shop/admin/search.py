"""Search boxes that indexes can serve."""

from typing import Any, ClassVar

from django.db.models import Model, QuerySet
from django.http import HttpRequest

# A pasted essay is not a search; each word costs one index scan a source.
MAX_WORDS = 8


class SearchSource:
    """A column to search in, and the column of the same table that names the listed object."""

    def __init__(self, model: type[Model], lookup: str, names: str = "pk") -> None:
        self.model = model
        self.lookup = lookup
        self.names = names

    def matches(self, word: str) -> QuerySet[Any]:
        """Return the keys of the listed objects whose column matches."""
        manager = self.model._default_manager  # noqa: SLF001 - Django documents it
        return manager.order_by().filter(**{self.lookup: word}).values_list(self.names)


class IndexedSearchMixin:
    """Finds rows in which every word of the search is found by one of `search_sources`.

    Django's own `search_fields` joins tables under one OR, which no index serves: 100,000 products
    are then read whole for each word. Here each source is a query of its own over its own trigram
    index (migration 0004), and their keys are united.
    """

    search_sources: ClassVar[tuple[SearchSource, ...]] = ()
    # What makes the search box and autocomplete appear; `search_sources` is what is searched.
    search_fields: ClassVar[tuple[str, ...]] = ("pk",)

    def get_search_results(
        self, _request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Return the matching rows, and that none appears twice."""
        # PostgreSQL's text holds no NUL.
        for word in search_term.replace("\x00", " ").split()[:MAX_WORDS]:
            first, *rest = (source.matches(word) for source in self.search_sources)
            queryset = queryset.filter(pk__in=first.union(*rest) if rest else first)
        return queryset, False
