"""Strips of cloth between two edges: sleeves, trouser legs, socks, quilted bodies.

An edge is a list of points from top to bottom that a soft curve runs through. A panel lies between
a left and a right edge of as many points; it is lit along the left one and shaded along the right.
"""

from itertools import pairwise
from math import hypot

from shop.demo.drawing.canvas import joined, line, path, two
from shop.demo.drawing.palette import Tones

Point = tuple[float, float]
Edge = list[Point]


def flipped(edge: Edge, about: float = 500) -> Edge:
    """Mirror an edge at x = about."""
    return [(2 * about - x, y) for x, y in edge]


def between(left: Edge, right: Edge, part: float) -> Edge:
    """Return the edge that runs at a part of the way from left to right."""
    return [
        (ax + (bx - ax) * part, ay + (by - ay) * part)
        for (ax, ay), (bx, by) in zip(left, right, strict=True)
    ]


def curve(edge: Edge) -> str:
    """Write the curve through an edge, from its first point on, which is not written."""
    spaced = [edge[0], *edge, edge[-1]]
    steps = []
    for i in range(len(edge) - 1):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = spaced[i : i + 4]
        steps.append(
            f"C{bx + (cx - ax) / 6:.1f} {by + (cy - ay) / 6:.1f} "
            f"{cx - (dx - bx) / 6:.1f} {cy - (dy - by) / 6:.1f} {cx:.1f} {cy:.1f}"
        )
    return " ".join(steps)


def outline(left: Edge, right: Edge) -> str:
    """Write the outline of the strip between two edges."""
    (lx, ly), (rx, ry) = left[0], right[-1]
    return f"M{lx:.1f} {ly:.1f} {curve(left)} L{rx:.1f} {ry:.1f} {curve(right[::-1])}Z"


def at(edge: Edge, part: float) -> Point:
    """Find the point that lies a part of the length down the straight lines of an edge."""
    lengths = [hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(edge)]
    left = sum(lengths) * min(max(part, 0), 1)
    for (a, b), length in zip(pairwise(edge), lengths, strict=True):
        if left <= length:
            share = left / length
            return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
        left -= length
    return edge[-1]


def across(left: Edge, right: Edge, part: float, sag: float = 0) -> str:
    """Write the line across a strip, a part of the way down, hanging by sag."""
    (ax, ay), (bx, by) = at(left, part), at(right, part)
    return (
        f"M{ax:.1f} {ay:.1f} Q{(ax + bx) / 2:.1f} {(ay + by) / 2 + 2 * sag:.1f} {bx:.1f} {by:.1f}"
    )


def band(left: Edge, right: Edge, start: float, end: float, sag: float = 0) -> str:
    """Write the outline of the piece of a strip between two parts of its length."""
    (ax, ay), (bx, by) = at(left, end), at(right, end)
    return (
        f"{across(left, right, start, sag)} L{bx:.1f} {by:.1f} "
        f"Q{(ax + bx) / 2:.1f} {(ay + by) / 2 + 2 * sag:.1f} {ax:.1f} {ay:.1f}Z"
    )


def panel(
    left: Edge,
    right: Edge,
    tones: Tones,
    *overlays: str,
    lit: float = 0.22,
    shade: float = 0.72,
) -> str:
    """Draw a smooth strip with its three tones and, cut off at its outline, patterns."""
    return two(
        outline(left, right),
        tones.base,
        (tones.light, outline(left, between(left, right, lit))),
        (tones.dark, outline(between(left, right, shade), right)),
        *overlays,
    )


def _bulged(edge: Edge, bands: int, bulge: float) -> str:
    """Write an edge as a row of cushions that stand out to its left by bulge."""
    points = [at(edge, i / bands) for i in range(bands + 1)]
    steps = []
    for (ax, ay), (bx, by) in pairwise(points):
        length = hypot(bx - ax, by - ay) or 1
        out_x, out_y = -(by - ay) / length * bulge * 2, (bx - ax) / length * bulge * 2
        steps.append(f"Q{(ax + bx) / 2 + out_x:.1f} {(ay + by) / 2 + out_y:.1f} {bx:.1f} {by:.1f}")
    return " ".join(steps)


def quilted(  # noqa: PLR0917 -- the strip first, as for a panel
    left: Edge,
    right: Edge,
    tones: Tones,
    bands: int,
    bulge: float,
    sag: float = 6,
    *overlays: str,
    plump: float = 0.3,
) -> str:
    """Draw a strip that is sewn across into cushions, each shaded along its lower side."""
    (lx, ly), (rx, ry) = left[0], right[-1]
    shell = (
        f"M{lx:.1f} {ly:.1f} {_bulged(left, bands, bulge)} L{rx:.1f} {ry:.1f} "
        f"{_bulged(right[::-1], bands, bulge)}Z"
    )
    wide = [(x - 2 * bulge, y) for x, y in left], [(x + 2 * bulge, y) for x, y in right]
    lower = (
        path(band(*wide, (i + 0.66) / bands, (i + 1) / bands, sag), tones.dark, opacity=plump)
        for i in range(bands)
    )
    upper = (
        path(band(*wide, (i + 0.1) / bands, (i + 0.28) / bands, sag), tones.light, opacity=plump)
        for i in range(bands)
    )
    seams = (line(across(*wide, i / bands, sag), tones.dark, 5) for i in range(1, bands))
    return two(
        shell,
        tones.base,
        (tones.light, outline(wide[0], between(left, right, 0.2))),
        (tones.dark, outline(between(left, right, 0.74), wide[1])),
        joined(upper),
        joined(lower),
        joined(seams),
        *overlays,
    )


def ribs(left: Edge, right: Edge, stroke: str, count: int, width: float = 5) -> str:
    """Draw the lines of a ribbed knit down a strip."""
    edges = (between(left, right, (i + 0.5) / count) for i in range(count))
    return joined(line(f"M{e[0][0]:.1f} {e[0][1]:.1f} {curve(e)}", stroke, width) for e in edges)
