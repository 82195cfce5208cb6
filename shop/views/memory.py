"""One memory of the catalogue for each request."""

from django.http import HttpRequest

from shop.listing.memory import CatalogueMemory

# Where a request keeps it.
KEPT = "_catalogue_memory"


def memory_of(request: HttpRequest) -> CatalogueMemory:
    """Return the request's memory; everything it recalls is of one version of the catalogue."""
    memory: CatalogueMemory | None = getattr(request, KEPT, None)
    if memory is None:
        memory = CatalogueMemory()
        setattr(request, KEPT, memory)
    return memory
