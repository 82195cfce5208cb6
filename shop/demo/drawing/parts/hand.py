"""Fingers that hold something open or press something down."""

from shop.demo.drawing.canvas import path, two
from shop.demo.drawing.parts.dyes import SKIN


def finger(x: float, y: float) -> str:
    """Draw a finger from the back, hooked over an edge, its nail at x and y."""
    base, dark, light = SKIN
    return two(
        f"M{x - 26} {y - 150} q26 -20 52 0 v130 q0 56 -26 56 q-26 0 -26 -56Z",
        base,
        (light, f"M{x - 30} {y - 180} h18 v240 h-18Z"),
        (dark, f"M{x + 12} {y - 180} h20 v240 h-20Z"),
    ) + path(f"M{x - 15} {y + 8} q15 -12 30 0 v6 q-15 22 -30 0Z", "#F5DAC4")
