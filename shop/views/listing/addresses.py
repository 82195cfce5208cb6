"""The addresses of a list: without one choice, on another page, in another order."""

from django.http import QueryDict

# Where in a list the reader is: `page`, and `from` where several pages are shown at once.
PAGING = ("page", "from")


def tidy(data: QueryDict) -> QueryDict:
    """Return the query without empty values, which a form sends for every untouched field."""
    tidied = QueryDict(mutable=True)
    for name in sorted(data):
        values = [value for value in data.getlist(name) if value]
        if values and not (name == "page" and values == ["1"]):
            tidied.setlist(name, values)
    if "page" not in tidied:
        tidied.pop("from", None)
    return tidied


def address(path: str, data: QueryDict, *, fragment: str = "") -> str:
    """Return a path with a query, which is left off when there is nothing in it."""
    query = data.urlencode()
    return (f"{path}?{query}" if query else path) + fragment


def without(path: str, data: QueryDict, *names: str, value: str | None = None) -> str:
    """Return the address less some parameters, or less one value of theirs; back on page one."""
    changed = data.copy()
    for name in PAGING:
        changed.pop(name, None)
    for name in names:
        left = [each for each in changed.getlist(name) if value is not None and each != value]
        if left:
            changed.setlist(name, left)
        else:
            changed.pop(name, None)
    return address(path, changed)


def on_page(path: str, data: QueryDict, number: int, *, name: str = "page") -> str:
    """Return the address of another page of the list."""
    changed = data.copy()
    changed.pop(name, None)
    changed.pop("from", None)
    if number > 1:
        changed[name] = str(number)
    return address(path, changed)
