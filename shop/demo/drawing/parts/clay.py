"""Clay pots and saucers, and what grows in them."""

import math

from shop.demo.drawing.canvas import circle, ellipse, group, joined, line, path, two
from shop.demo.drawing.palette import Tones, shaded
from shop.demo.drawing.parts.volumes import cylinder, tapered

CLAY = Tones("#C4704E", "#9D5235", "#DA9374")
HONEY = Tones("#C98A34", "#A56A1E", "#E3B062")
SOIL = "#5A4230"


def pot(x: float, y: float, *, rim: float, foot: float, height: float, lip: float = 60) -> str:
    """Draw a clay pot with a rolled rim, whose opening is at y, around the middle x."""
    r = rim / 2
    return "".join(
        (
            tapered(
                x, y + lip - 8, top=rim * 0.9, bottom=foot, height=height - lip + 8, tones=CLAY
            ),
            path(
                f"M{x - r * 0.9} {y + lip - 6} H{x + r * 0.9} L{x + r * 0.87} {y + lip + 16} "
                f"Q{x} {y + lip + 30} {x - r * 0.87} {y + lip + 16}Z",
                CLAY.dark,
                opacity=0.6,
            ),
            cylinder(x - r, y, rim, lip, CLAY, radius=min(26, lip / 2 - 2)),
            ellipse(x, y + 8, r * 0.93, max(rim * 0.045, 10), CLAY.dark),
            ellipse(x, y + 11, r * 0.87, max(rim * 0.036, 8), SOIL),
        )
    )


def bird_stamp(x: float, y: float, scale: float = 1, fill: str = CLAY.dark) -> str:
    """Press the maker's bird into clay, in a thumbed round."""
    return group(
        f"translate({x} {y}) scale({scale})",
        ellipse(0, 0, 54, 44, "#00000018"),
        path(
            "M-34 8 C-26 -18 0 -26 14 -20 C24 -32 38 -22 36 -12 L48 -6 L36 0 C30 18 4 26 -12 18 "
            "L-42 28Z",
            fill,
        ),
    )


def saucer(x: float, y: float, width: float, *, depth: float = 56) -> str:
    """Draw a saucer of bare clay, glazed honey brown inside; its rim is at y."""
    r, lens = width / 2, width * 0.1
    return "".join(
        (
            two(
                f"M{x - r} {y} A{r} {lens} 0 0 0 {x + r} {y} L{x + r * 0.86} {y + depth} "
                f"A{r * 0.86} {lens * 0.9} 0 0 1 {x - r * 0.86} {y + depth}Z",
                CLAY.base,
                (
                    CLAY.light,
                    f"M{x - r - 9} {y - 9} H{x - r * 0.55} V{y + depth * 3} H{x - r - 9}Z",
                ),
                (
                    CLAY.dark,
                    f"M{x + r * 0.45} {y - 9} H{x + r + 9} V{y + depth * 3} H{x + r * 0.45}Z",
                ),
            ),
            ellipse(x, y, r, lens, CLAY.light),
            ellipse(x, y + 3, r * 0.93, lens * 0.86, HONEY.dark),
            ellipse(x, y + 10, r * 0.85, lens * 0.66, HONEY.base),
            path(
                f"M{x - r * 0.7} {y + 4} Q{x - r * 0.3} {y - lens * 0.5} {x + r * 0.1} "
                f"{y - lens * 0.42} Q{x - r * 0.3} {y - lens * 0.1} {x - r * 0.7} {y + 4}Z",
                HONEY.light,
            ),
        )
    )


def houseleek(x: float, y: float, radius: float, leaf: Tones) -> str:
    """Draw the rosette of a houseleek, from above at an angle."""
    rings = ((1.0, 12, leaf.dark), (0.74, 10, leaf.base), (0.46, 7, leaf.light))
    leaves = []
    for size, count, fill in rings:
        r = radius * size
        for i in range(count):
            turn = 360 / count * i + (9 if fill == leaf.dark else 20)
            leaves.append(
                group(
                    f"rotate({turn:.0f})",
                    path(
                        f"M0 {-r * 0.22} C{r * 0.34} {-r * 0.5} {r * 0.24} {-r * 0.8} 0 {-r} "
                        f"C{-r * 0.24} {-r * 0.8} {-r * 0.34} {-r * 0.5} 0 {-r * 0.22}Z",
                        fill,
                    ),
                    path(f"M0 {-r} l{r * 0.09} {r * 0.18} h{-r * 0.18}Z", "#9A4A50"),
                )
            )
    return group(f"translate({x} {y}) scale(1 .66)", *leaves)


def grit(x: int, y: int, to_x: int, to_y: int, *, count: int = 60) -> str:
    """Scatter grey grit over an area."""
    greys = ("#A9ADAC", "#8A908F", "#C6C9C6")
    return joined(
        ellipse(
            x + (i * 149) % (to_x - x),
            y + (i * 61) % (to_y - y),
            7 + i % 5,
            5 + i % 3,
            greys[i % 3],
        )
        for i in range(count)
    )


def sweet_pea(x: float, y: float, petal: Tones, scale: float = 1, angle: float = 0) -> str:
    """Draw a sweet pea: the standard behind, two wings in front."""
    return group(
        f"translate({x} {y}) rotate({angle}) scale({scale})",
        path(
            "M0 30 C-70 20 -78 -50 -24 -54 Q0 -52 0 -40 Q0 -52 24 -54 C78 -50 70 20 0 30Z",
            petal.base,
        ),
        path("M0 30 C70 20 78 -50 24 -54 Q10 -52 0 -40 C30 -20 20 10 0 30Z", petal.dark),
        path("M0 40 C-40 34 -40 -12 -6 -10 Q0 -8 0 0 Q0 -8 6 -10 C40 -12 40 34 0 40Z", petal.light),
        line("M0 34 q4 18 -2 34", "#7AA05C", 9),
    )


def lettuce(x: float, y: float, scale: float = 1) -> str:
    """Draw a frilly lettuce that stands on x and y."""
    green = shaded("#8DB35A")

    def frill(width: float, height: float, fill: str) -> str:
        steps = 9
        edge = []
        for i in range(steps + 1):
            turn = math.pi * (1 - i / steps)
            out = 1.0 if i % 2 else 0.88
            edge.append(f"{width * out * math.cos(turn):.0f} {-height * out * math.sin(turn):.0f}")
        return path(
            "M" + " L".join(edge) + "Z", fill, stroke=fill, stroke_width=16, stroke_linejoin="round"
        )

    return group(
        f"translate({x} {y}) scale({scale})",
        frill(94, 128, green.dark),
        frill(74, 98, green.base),
        frill(48, 66, green.light),
        line("M0 0 V-60 M-18 0 L-44 -56 M18 0 L44 -56", "#E3EBC2", 6),
    )


def geranium(x: float, y: float, scale: float = 1) -> str:
    """Draw a red geranium with round leaves, growing from x and y."""
    leaves = ((-62, -40, 44), (60, -34, 42), (-14, -22, 40), (34, -66, 34), (-40, -84, 32))
    heads = ((-40, -196), (36, -240), (70, -160))
    dots = ((0, 0), (-22, 8), (22, 6), (-12, -18), (14, -20), (0, 22), (-30, -12), (30, -14))
    return group(
        f"translate({x} {y}) scale({scale})",
        joined(line(f"M0 -20 Q{hx * 0.4} {hy * 0.5} {hx} {hy}", "#6B9150", 9) for hx, hy in heads),
        joined(
            circle(lx, ly, r, "#5E8A4A")
            + ellipse(lx, ly, r * 0.62, r * 0.56, "none", stroke="#446B36", stroke_width=6)
            for lx, ly, r in leaves
        ),
        joined(
            circle(hx + dx, hy + dy, 20, "#D0392F" if dx <= 0 else "#AE2A24")
            for hx, hy in heads
            for dx, dy in dots
        ),
        joined(circle(hx - 10, hy - 12, 8, "#EC7A6C") for hx, hy in heads),
    )


def ivy(x: float, y: float, scale: float = 1, angle: float = 0) -> str:
    """Draw an ivy leaf that hangs from x and y."""
    return group(
        f"translate({x} {y}) rotate({angle}) scale({scale})",
        two(
            "M0 0 C20 -22 54 -16 60 2 C52 14 54 22 66 40 C44 46 36 50 30 62 C22 84 8 100 0 112 "
            "C-8 100 -22 84 -30 62 C-36 50 -44 46 -66 40 C-54 22 -52 14 -60 2 C-54 -16 -20 -22 "
            "0 0Z",
            "#4C7A45",
            ("#38602F", "M0 -20 H80 V120 H0Z"),
        ),
        line("M0 4 V90", "#86AE74", 5),
    )
