"""Writes the drawings: `python -m shop.demo.drawing [name ...]`; all of them without names."""

import importlib
import json
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from shop.demo.drawing import home, products
from shop.demo.drawing.scene import Draw
from shop.demo.drawing.wide import DrawWide

DEMO = Path(__file__).parents[1]


def find_drawings() -> dict[str, Draw | DrawWide]:
    """Return what draws each picture, by the name of its file; raise ValueError on a name twice."""
    found: dict[str, Draw | DrawWide] = {}
    for module in _modules(products, home):
        drawings = importlib.import_module(module).DRAWINGS
        if twice := found.keys() & drawings.keys():
            raise ValueError(f"drawn twice: {', '.join(sorted(twice))}")
        found.update(drawings)
    return found


def _modules(*packages: ModuleType) -> Iterator[str]:
    for package in packages:
        for module in pkgutil.iter_modules(package.__path__):
            yield f"{package.__name__}.{module.name}"


def find_titles() -> Iterator[tuple[str, str]]:
    """Yield the name and the alternative text of every picture of a product or the front page."""
    for file in sorted((DEMO / "products").glob("*.json")):
        for product in json.loads(file.read_text(encoding="utf-8")):
            for image in product["images"]:
                yield Path(image["file"]).stem, image["alt"]
    for section in json.loads((DEMO / "home.json").read_text(encoding="utf-8")):
        if image := section.get("picture"):
            yield Path(image["file"]).stem, image["alt"]


def main(names: list[str]) -> None:
    """Write the drawings with these names, or all that a product shows; name what is missing."""
    drawings, titles = find_drawings(), dict(find_titles())
    for name in names or sorted(drawings.keys() & titles.keys()):
        svg = drawings[name]().svg(title=titles[name])
        (DEMO / "drawings" / f"{name}.svg").write_text(svg, encoding="utf-8")
    if not names:
        for problem, odd in (
            ("not drawn yet", titles.keys() - drawings.keys()),
            ("drawn, but shown nowhere", drawings.keys() - titles.keys()),
        ):
            if odd:
                sys.stdout.write(f"{len(odd)} {problem}: {', '.join(sorted(odd))}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
