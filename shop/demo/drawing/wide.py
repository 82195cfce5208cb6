"""Wide pictures of the front page: a place with several of the shop's things in it."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from shop.demo.drawing.canvas import group, joined
from shop.demo.drawing.scene import Draw

WIDTH, HEIGHT = 1620, 1080
# Where most things of a product's drawing stand, in its own 1000 units.
_FOOT: Final = 862
_ALL: Final = slice(None)


def placed(
    draw: Draw, *, x: float, y: float, scale: float, flipped: bool = False, part: slice = _ALL
) -> str:
    """Stand a product's drawing, less its backdrop, with the middle of its foot at x and y.

    `part` leaves out the shapes that belong to its surroundings.
    """
    return stood(joined(draw().shapes[part]), x=x, y=y, scale=scale, flipped=flipped)


def stood(shapes: str, *, x: float, y: float, scale: float, flipped: bool = False) -> str:
    """Stand shapes drawn in the 1000 units of a product with the middle of their foot there."""
    across = -scale if flipped else scale
    move = f"translate({x - 500 * across:.1f} {y - _FOOT * scale:.1f}) scale({across} {scale})"
    return group(move, shapes)


@dataclass(frozen=True, init=False)
class Wide:
    """A finished picture three units wide to two high: shapes from back to front."""

    shapes: tuple[str, ...]

    def __init__(self, *shapes: str) -> None:
        object.__setattr__(self, "shapes", shapes)

    def svg(self, *, title: str) -> str:
        """Write the picture with its alternative text."""
        marks = "\n".join(self.shapes).replace("><", ">\n<")
        marks = re.sub(r"-?\d+\.\d{2,}", lambda number: f"{float(number[0]):.2f}", marks)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">\n'
            f"<title>{html.escape(title)}</title>\n{marks}\n</svg>\n"
        )


DrawWide = Callable[[], Wide]
