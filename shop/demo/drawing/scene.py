"""The backdrop of each department, the ground shadow, and the drawing that they make up."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from shop.demo.drawing.canvas import circle, ellipse, path, rect

Department = Literal["camp", "wear", "home", "garden", "night"]

_SAGE_HILLS = (
    rect(0, 0, 1000, 1000, "#DFE8DC"),
    circle(745, 265, 120, "#F1F2E3"),
    path("M0 640 C150 520 290 500 430 585 C560 520 730 470 1000 610 V1000 H0Z", "#CBD9C8"),
    path("M0 750 C260 690 620 700 1000 735 V1000 H0Z", "#B9CAB4"),
)
_SAND_ARCH = (
    rect(0, 0, 1000, 1000, "#EFE4D6"),
    path("M150 850 V470 a350 350 0 0 1 700 0 V850Z", "#F7F0E6"),
    path("M0 850 H1000 V1000 H0Z", "#E0CFBA"),
)
_TABLE = (
    rect(0, 0, 1000, 1000, "#DCE6EC"),
    circle(500, 470, 350, "#EBF1F4"),
    path("M0 780 H1000 V1000 H0Z", "#C9B8A4"),
    path("M0 780 H1000 V800 H0Z", "#D8C9B6"),
)
_HEDGE = (
    rect(0, 0, 1000, 1000, "#E9EBD8"),
    circle(230, 235, 105, "#F5F3DD"),
    path(
        "M0 560 q60 -70 130 -20 q50 -80 140 -20 q70 -60 130 10 q60 -70 150 -10 "
        "q60 -60 130 0 q60 -60 140 0 q70 -50 180 20 V820 H0Z",
        "#C9D6A9",
    ),
    path("M0 770 H1000 V1000 H0Z", "#B9A184"),
    path("M0 770 H1000 V788 H0Z", "#CBB596"),
)
_STARS = ((120, 120), (260, 70), (900, 120), (640, 80), (70, 330), (930, 400), (850, 90))
_NIGHT = (
    rect(0, 0, 1000, 1000, "#2C3F4A"),
    circle(790, 210, 60, "#F1F2E3", opacity=0.8),
    *(circle(x, y, 4, "#F1F2E3", opacity=0.8) for x, y in _STARS),
    path("M0 872 H1000 V1000 H0Z", "#24343D"),
)
BACKDROPS: dict[Department, tuple[str, ...]] = {
    "camp": _SAGE_HILLS,
    "wear": _SAND_ARCH,
    "home": _TABLE,
    "garden": _HEDGE,
    "night": _NIGHT,
}


def ground(x: float, y: float, rx: float, ry: float | None = None, opacity: float = 0.16) -> str:
    """Draw the flat shadow that a thing casts on the ground; it comes before the thing."""
    return ellipse(x, y, rx, ry or round(rx * 0.085), "#22301F", opacity=opacity)


@dataclass(frozen=True, init=False)
class Drawing:
    """A finished picture: the shapes in front of the backdrop of a department, back to front."""

    department: Department
    shapes: tuple[str, ...]

    def __init__(self, department: Department, *shapes: str) -> None:
        object.__setattr__(self, "department", department)
        object.__setattr__(self, "shapes", shapes)

    def svg(self, *, title: str) -> str:
        """Write the picture with its alternative text."""
        marks = "\n".join((*BACKDROPS[self.department], *self.shapes)).replace("><", ">\n<")
        marks = re.sub(r"-?\d+\.\d{2,}", lambda number: f"{float(number[0]):.2f}", marks)
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000">\n'
            f"<title>{html.escape(title)}</title>\n{marks}\n</svg>\n"
        )


Draw = Callable[[], Drawing]
"""What a module of products holds under each name."""
