"""A page's markup, read the way a browser would."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

ADDRESSES = {
    "href",
    "src",
    "action",
    "formaction",
    "xlink:href",
    "data",
    "poster",
    "hx-get",
    "hx-post",
}
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
DATA_BLOCKS = {"application/ld+json", "application/json"}


@dataclass
class Element:
    """An element with its attributes and all text inside it."""

    tag: str
    attributes: dict[str, str]
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.pieces).split())

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())


class Markup(HTMLParser):
    """All elements of a page, given as text or as a response, in order."""

    def __init__(self, source: Any) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(source if isinstance(source, str) else source.content.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.pieces.append(data)

    def find(self, tag: str, **attributes: str) -> Iterator[Element]:
        """Yield the elements with this tag and these attributes; `class_` needs one class."""
        wanted_class = attributes.pop("class_", None)
        for each in self.elements:
            has_class = wanted_class is None or wanted_class in each.classes
            named = {name.replace("_", "-"): value for name, value in attributes.items()}
            if each.tag == tag and has_class and named.items() <= each.attributes.items():
                yield each

    def one(self, tag: str, **attributes: str) -> Element:
        """Return the only such element."""
        (element,) = self.find(tag, **attributes)
        return element

    def texts(self, tag: str, **attributes: str) -> list[str]:
        """Return the texts of such elements."""
        return [each.text for each in self.find(tag, **attributes)]

    def data_blocks(self) -> list[Any]:
        """Return the structured data of the page."""
        return [
            json.loads("".join(each.pieces))
            for each in self.find("script", type="application/ld+json")
        ]

    def active_content(self) -> list[str]:
        """Return what could run: inline scripts and styles, handlers, addresses with code."""
        found = []
        for each in self.elements:
            kind = each.attributes.get("type")
            if each.tag == "script" and "src" not in each.attributes and kind not in DATA_BLOCKS:
                found.append("inline script")
            if each.tag in {"style", "iframe", "object", "embed"}:
                found.append(each.tag)
            for name, value in each.attributes.items():
                if name.startswith(("on", "hx-on", "hx-vals", "srcdoc")) or name == "style":
                    found.append(f"{each.tag} {name}")
                is_code = value.strip().lower().startswith(("javascript:", "data:text"))
                if is_code and name in ADDRESSES:
                    found.append(f"{each.tag} {name} with code")
        return found


def card_titles(source: Any) -> list[str]:
    """Return the titles of the product cards on a page, in order."""
    return Markup(source).texts("a", class_="card__link")
