"""Woven things: patterns, fringes, and stacks of folded cloth."""

from collections.abc import Iterable

from shop.demo.drawing.canvas import joined, line, path, rect, two
from shop.demo.drawing.palette import Tones


def herringbone(
    x: int, y: int, to_x: int, to_y: int, thread: str, *, step: int = 30, width: float = 7
) -> str:
    """Weave a herringbone over an area; it is laid over a surface by `two`."""
    rise = step * 2 // 3
    return joined(
        line(
            f"M{at} {row + (rise if column % 2 else 0)} l{step} {-rise if column % 2 else rise}",
            thread,
            width,
        )
        for column, at in enumerate(range(x, to_x, step))
        for row in range(y - step, to_y, rise)
    )


def tartan(
    x: int, y: int, to_x: int, to_y: int, sett: Iterable[tuple[int, int, str, float]]
) -> str:
    """Weave a tartan; of each stripe the place in 130 units, the width, colour and strength."""
    stripes = list(sett)
    upright = (
        path(f"M{k + at} {y} V{to_y} h{width} V{y}Z", fill, opacity=strength)
        for k in range(x, to_x, 130)
        for at, width, fill, strength in stripes
    )
    level = (
        path(f"M{x} {k + at} H{to_x} v{width} H{x}Z", fill, opacity=strength)
        for k in range(y, to_y, 130)
        for at, width, fill, strength in stripes
    )
    return joined(upright) + joined(level)


RED_TARTAN = ((0, 44, "#1E3B33", 0.55), (56, 8, "#F2D36B", 0.9), (92, 12, "#F4EFE2", 0.55))


def stripes(columns: Iterable[tuple[float, float, str]]) -> str:
    """Weave upright stripes: of each the place, the width and the colour."""
    return joined(path(f"M{x} 300 V900 H{x + width} V300Z", fill) for x, width, fill in columns)


def waffle() -> str:
    """Weave the fine squares of a waffle or honeycomb."""
    return joined(
        (
            *(line(f"M{x} 300 V900", "#00000012", 5) for x in range(180, 830, 18)),
            *(line(f"M150 {y} H850", "#00000012", 5) for y in range(320, 860, 18)),
        )
    )


def fringe(x: float, y: int, to_y: int, thread: str, *, step: int = 14, length: float = 40) -> str:
    """Draw the fringe along the right edge of a folded blanket."""
    return joined(
        line(f"M{x} {at} h{length - (i % 2) * 8}", thread, 6)
        for i, at in enumerate(range(y, to_y, step))
    )


def folded(
    x: float,
    y: float,
    width: float,
    height: float,
    tones: Tones,
    *,
    pattern: str = "",
    layers: int = 3,
) -> str:
    """Draw folded cloth from the front, rounded at its left."""
    base, dark, light = tones
    thick = height / layers
    shapes = []
    for i in range(layers):
        top = y + height - (i + 1) * thick
        shapes.append(
            two(
                f"M{x + thick / 2} {top} H{x + width - 8 * (i % 2)} V{top + thick} "
                f"H{x + thick / 2} Q{x} {top + thick} {x} {top + thick / 2} "
                f"Q{x} {top} {x + thick / 2} {top}Z",
                base,
                pattern,
                (f"{light}88", f"M{x} {top} H{x + width} V{top + thick * 0.22} H{x}Z"),
                (
                    f"{dark}88",
                    f"M{x} {top + thick * 0.76} H{x + width} V{top + thick} H{x}Z",
                ),
            )
        )
    return "".join(shapes)


def woven_label(x: float, y: float, width: float = 70, height: float = 60) -> str:
    """Draw a cream label with two lines of print."""
    return rect(x, y, width, height, "#F4EAD3", 6) + line(
        f"M{x + 12} {y + height * 0.37} h{width - 24} M{x + 12} {y + height * 0.63} h{width - 38}",
        "#8A6A3A",
        6,
    )
