"""Walking poles and the small parts that go on them."""

import math
from collections.abc import Sequence

from shop.demo.drawing.canvas import circle, ellipse, group, joined, line, path, rect, two
from shop.demo.drawing.palette import CORK, RUBBER, Tones

Point = tuple[float, float]


def shaft(x: float, y: float, foot: float, width: float, tones: Tones) -> str:
    """Draw one section of a tube."""
    return (
        rect(x - width / 2, y, width, foot - y + 6, tones.base)
        + rect(x - width / 2, y, round(width * 0.3), foot - y + 6, tones.light)
        + rect(x + width * 0.2, y, round(width * 0.3), foot - y + 6, tones.dark)
    )


def moulded_grip(x: float, top: float, tones: Tones) -> str:
    """Draw a grip shaped for four fingers."""
    return two(
        f"M{x - 22} {top + 16} Q{x - 24} {top - 12} {x + 6} {top - 14} Q{x + 34} {top - 12} "
        f"{x + 26} {top + 22} L{x + 20} {top + 150} Q{x} {top + 164} {x - 20} {top + 150} "
        f"Q{x - 30} {top + 120} {x - 20} {top + 100} Q{x - 30} {top + 76} {x - 20} {top + 56}Z",
        tones.base,
        (tones.light, f"M{x - 40} {top - 20} H{x - 8} V{top + 170} H{x - 40}Z"),
        (tones.dark, f"M{x + 12} {top - 20} H{x + 50} V{top + 170} H{x + 12}Z"),
    )


def t_grip(x: float, top: float) -> str:
    """Draw the cross handle of a stick that is held like an umbrella."""
    return two(
        f"M{x - 100} {top + 10} Q{x - 110} {top - 26} {x - 60} {top - 28} H{x + 50} "
        f"Q{x + 96} {top - 26} {x + 92} {top + 8} Q{x + 86} {top + 30} {x + 40} {top + 28} "
        f"Q{x + 26} {top + 32} {x + 24} {top + 60} V{top + 150} H{x - 24} V{top + 62} "
        f"Q{x - 28} {top + 36} {x - 60} {top + 34} Q{x - 96} {top + 38} {x - 100} {top + 10}Z",
        RUBBER.base,
        (RUBBER.light, f"M{x - 120} {top - 40} H{x + 100} V{top - 6} H{x - 120}Z"),
        (RUBBER.dark, f"M{x + 4} {top + 30} H{x + 120} V{top + 160} H{x + 4}Z"),
    )


def _clamp(x: float, y: float, width: float, *, lever: bool) -> str:
    if lever:
        return rect(x - width / 2 - 5, y - 26, width + 10, 46, RUBBER.base, 6) + rect(
            x + width / 2, y - 20, 13, 34, "#E08A3C", 5
        )
    return rect(x - width / 2 - 3, y - 22, width + 6, 40, RUBBER.base, 6) + rect(
        x - width / 2 - 3, y - 6, width + 6, 6, "#6B757B"
    )


def pole(
    x: float,
    top: float,
    foot: float,
    tones: Tones,
    *,
    grip: Tones = CORK,
    handle: str | None = None,
    foam: str | None = "#33393D",
    basket: float = 22,
    width: float = 26,
    clamps: Sequence[float] = (0.42, 0.68),
    lever: bool = True,
    loop: str = "#33393D",
) -> str:
    """Draw an upright pole from its grip to its tip.

    The clamps are where its sections meet, as parts of its length; foam is the colour of the long
    grip below the handle, or None.
    """
    length, start = foot - top, top + 150
    ends = [start, *(top + length * part for part in clamps), foot - 70]
    sections = [
        shaft(x, ends[i], ends[i + 1], width - i * 5, tones) for i in reversed(range(len(ends) - 1))
    ]
    tip = path(
        f"M{x - 8} {foot - 72} H{x + 8} L{x + 4} {foot - 16} L{x} {foot} L{x - 4} {foot - 16}Z",
        "#C9D0D4",
    )
    disc = path(
        f"M{x - basket} {foot - 78} Q{x} {foot - 98} {x + basket} {foot - 78} "
        f"Q{x} {foot - 58} {x - basket} {foot - 78}Z",
        "#33393D",
    )
    sleeve = ""
    if foam:
        sleeve = rect(x - width / 2 - 3, start - 10, width + 6, 110, foam, 8) + joined(
            rect(x - width / 2 - 3, start + 16 + i * 22, width + 6, 5, "#00000055")
            for i in range(4)
        )
    wrist = line(
        f"M{x} {top + 30} C{x + 70} {top + 20} {x + 84} {top + 150} {x + 10} {top + 170}", loop, 13
    )
    return "".join(
        (
            wrist,
            *sections,
            tip,
            disc,
            *(_clamp(x, top + length * part, width, lever=lever) for part in clamps),
            sleeve,
            handle or moulded_grip(x, top, grip),
        )
    )


def crossed(left: str, right: str, *, foot: float, y: float, gap: float, lean: float) -> str:
    """Lean two poles that were drawn at x = 0 together at their tops."""
    return group(f"translate({500 - gap / 2} {y}) rotate(-{lean} 0 {foot})", left) + group(
        f"translate({500 + gap / 2} {y}) rotate({lean} 0 {foot})", right
    )


def tube(start: Point, end: Point, tones: Tones, width: float = 22) -> str:
    """Draw a folded section, at any angle."""
    (x, y), (to_x, to_y) = start, end
    return line(f"M{x} {y} L{to_x} {to_y}", tones.base, width) + line(
        f"M{x - 5} {y} L{to_x - 5} {to_y}", tones.light, 5
    )


def snow_basket(x: float, y: float, rx: float, ry: float) -> str:
    """Draw a wide basket from above, with holes for the snow."""
    holes = (
        ellipse(
            round(x + math.cos(math.radians(angle)) * rx * 0.6),
            round(y + math.sin(math.radians(angle)) * ry * 0.6),
            round(rx * 0.19),
            round(ry * 0.19),
            "#E0CFBA",
        )
        for angle in range(15, 375, 60)
    )
    return "".join(
        (
            ellipse(x, y + 14, rx, ry, "#1F2427"),
            ellipse(x, y, rx, ry, RUBBER.base),
            ellipse(x - 8, y - 5, round(rx * 0.93), round(ry * 0.9), "#4B5459"),
            *holes,
            ellipse(x, y, round(rx * 0.26), round(ry * 0.26), RUBBER.dark),
            ellipse(x, y, round(rx * 0.15), round(ry * 0.15), "#E08A3C"),
        )
    )


def rubber_tip() -> str:
    """Draw a rubber foot for roads, around 0 0."""
    teeth = (
        "M-104 180 H122 L126 216 H96 L90 236 H60 L52 216 H20 L12 236 H-20 L-28 216 "
        "H-56 L-62 236 H-92 L-98 216 H-108Z"
    )
    return "".join(
        (
            two(
                "M-52 -190 Q0 -206 52 -190 L62 60 Q70 110 110 140 L120 200 H-100 "
                "L-92 140 Q-66 110 -62 60Z",
                RUBBER.base,
                (RUBBER.light, "M-110 -210 H-22 V210 H-110Z"),
                (RUBBER.dark, "M30 -210 H130 V210 H30Z"),
            ),
            *(rect(-60, -150 + i * 44, 120, 12, RUBBER.dark, 6, opacity=0.6) for i in range(4)),
            path(teeth, "#1B1F22"),
            ellipse(0, -192, 50, 13, "#14171A"),
        )
    )


def child_stick(x: float, top: float, foot: float, rings: Sequence[str], tones: Tones) -> str:
    """Draw a short stick with rings in the colours of the rainbow."""
    length = foot - top
    rod = Tones("#EDE7DA", "#D3CBB8", "#FBF8F0")
    return "".join(
        (
            line(
                f"M{x} {top + 30} C{x + 80} {top + 20} {x + 90} {top + 160} {x + 10} {top + 180}",
                "#E2A33B",
                16,
            ),
            shaft(x, top + 150, foot - 46, 36, rod),
            *(rect(x - 18, top + 215 + i * 44, 36, 24, ring) for i, ring in enumerate(rings)),
            rect(x - 25, top + length * 0.7, 50, 46, RUBBER.base, 8),
            rect(x + 22, top + length * 0.7 + 6, 16, 34, "#C8443A", 6),
            two(
                f"M{x - 40} {foot - 50} H{x + 40} L{x + 24} {foot} H{x - 24}Z",
                tones.base,
                (tones.dark, f"M{x + 6} {foot - 60} H{x + 50} V{foot + 5} H{x + 6}Z"),
            ),
            two(
                f"M{x - 40} {top + 20} Q{x - 40} {top - 24} {x} {top - 24} Q{x + 40} {top - 24} "
                f"{x + 40} {top + 20} L{x + 32} {top + 160} Q{x} {top + 176} {x - 32} {top + 160}Z",
                tones.base,
                (tones.light, f"M{x - 50} {top - 30} H{x - 14} V{top + 180} H{x - 50}Z"),
                (tones.dark, f"M{x + 16} {top - 30} H{x + 50} V{top + 180} H{x + 16}Z"),
            ),
            *(circle(x - 6, top + 36 + i * 34, 8, tones.dark) for i in range(4)),
        )
    )
