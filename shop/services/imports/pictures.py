"""The pictures that a product of a file names, found in folders; addresses are never fetched."""

import re
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from shop.services.imports.records import ImageRecord, Problem
from shop.services.imports.text import one_line

_ADDRESS: Final = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_MAX_ALT: Final = 500


def locate(name: str, folders: tuple[Path, ...]) -> Path | None:
    """Return the file that a name or address means, inside one of the folders, or None.

    Of an address only the file's own name counts, so that an exported shop finds its pictures in
    a folder beside it. A path that leads out of the folder is as good as absent.
    """
    name = name.strip().replace("\\", "/")
    if _ADDRESS.match(name):
        name = unquote(urlsplit(name).path).rpartition("/")[2]
    if not name or "\0" in name:
        return None
    for folder in folders:
        root = folder.resolve()
        for relative in (name, name.rpartition("/")[2]):
            path = (root / relative).resolve()
            if path.is_relative_to(root) and path.is_file():
                return path
    return None


class Pictures:
    """Collects one product's pictures, each once, in their order."""

    def __init__(self, *, folders: tuple[Path, ...], identifier: str, title: str) -> None:
        self._folders = folders
        self._identifier = identifier
        self._title = title
        self._found: dict[str, Path | None] = {}
        self._records: dict[Path, ImageRecord] = {}
        self._missing: dict[str, int] = {}

    def add(self, *, line: int, name: str, alt: str = "", position: int | None = None) -> None:
        """Add a picture; its place is its position, or the end."""
        self._place(line, name, alt, position)

    def find(self, line: int, name: str) -> Path | None:
        """Return the file of a variant's picture, adding it to the product's when it is new."""
        return self._place(line, name, "", None)

    def records(self) -> tuple[ImageRecord, ...]:
        """Return what was found, by position."""
        return tuple(sorted(self._records.values(), key=lambda record: record.position))

    def problems(self) -> list[Problem]:
        """Return a warning for each picture that is not there, and one for all addresses."""
        addresses = [name for name in self._missing if _ADDRESS.match(name.strip())]
        found = [
            self._warning(line, f"There is no picture {one_line(name)[:200]}.")
            for name, line in self._missing.items()
            if name not in addresses
        ]
        if addresses:
            message = (
                f"{len(addresses)} of the pictures are web addresses, which are not fetched: put "
                "the files into a folder and name it as images_dir."
            )
            found.append(self._warning(self._missing[addresses[0]], message))
        return found

    def _place(self, line: int, name: str, alt: str, position: int | None) -> Path | None:
        if name not in self._found:
            self._found[name] = locate(name, self._folders)
        path = self._found[name]
        if path is None:
            self._missing.setdefault(name, line)
        elif path not in self._records:
            place = len(self._records) + 1 if position is None else position
            self._records[path] = ImageRecord(
                path=path, alt=(alt or self._title)[:_MAX_ALT], position=place, line=line
            )
        return path

    def _warning(self, line: int, message: str) -> Problem:
        return Problem(line=line, identifier=self._identifier, message=message, level="warning")
