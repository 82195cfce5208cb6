"""Filters, bags of water, jets and drops."""

from shop.demo.drawing.canvas import circle, ellipse, joined, line, path, rect, two
from shop.demo.drawing.palette import GLASS, Tones, tones

BLUE = tones("Pillar blue")
WATER = Tones("#A9D3E2", "#7FB4C9", "#CDE9F2")
FILM = Tones("#DCECEF", "#B9D2D9", "#F2F9FA")
FIBRE = Tones("#F6F4EE", "#D3D2C8", "#FFFFFF")


def drop(x: float, y: float, scale: float = 1, fill: str = "#7FB4C9") -> str:
    """Draw a falling drop whose point is at x and y."""
    s = scale
    return path(
        f"M{x} {y} c{6 * s} {20 * s} {19 * s} {28 * s} {19 * s} {43 * s} "
        f"a{19 * s} {19 * s} 0 1 1 -{38 * s} 0 c0 -{15 * s} {13 * s} -{23 * s} {19 * s} -{43 * s}Z",
        fill,
    )


def jet(d: str, width: float = 22) -> str:
    """Draw water that runs along a path."""
    return line(d, WATER.base, width) + line(d, WATER.light, width * 0.35)


def fibres(left: float, right: float, top: float, foot: float, step: int = 12) -> str:
    """Draw a bundle of white hollow fibres."""
    return rect(left, top, right - left, foot - top, FIBRE.base) + joined(
        line(f"M{x} {top} V{foot}", FIBRE.dark, 3) for x in range(int(left), int(right), step)
    )


def rill(*, ring: Tones = BLUE) -> str:
    """Draw the clear filter with its fibres and its ring: 140 wide, from 0 down to 360."""
    return "".join(
        (
            two(
                "M-26 -60 H26 V10 H-26Z",
                GLASS.base,
                (GLASS.dark, "M8 -70 H40 V20 H8Z"),
                (GLASS.light, "M-40 -70 H-12 V20 H-40Z"),
            ),
            rect(-34, -22, 68, 16, GLASS.dark, 6),
            two(
                "M-44 0 H44 Q70 10 70 44 V270 H-70 V44 Q-70 10 -44 0Z",
                GLASS.base,
                fibres(-46, 46, 44, 300),
                ("#FFFFFF99", "M-80 -10 H-44 V300 H-80Z"),
                (f"{GLASS.dark}AA", "M34 -10 H80 V300 H34Z"),
            ),
            two(
                "M-80 262 H80 V318 H-80Z",
                ring.base,
                (ring.light, "M-90 250 H-44 V330 H-90Z"),
                (ring.dark, "M40 250 H90 V330 H40Z"),
            ),
            *(line(f"M{x} 270 V310", ring.dark, 5) for x in range(-66, 70, 22)),
            two(
                "M-56 318 H56 V362 H-56Z",
                GLASS.dark,
                (GLASS.base, "M-60 310 H0 V370 H-60Z"),
                line("M-60 332 H60 M-60 348 H60", "#7FA3B0", 4),
            ),
        )
    )


def film_bag(
    outline: str, span: tuple[float, float], level: float, *, foot: float = 1200, film: Tones = FILM
) -> str:
    """Draw a bag of clear film that is full of water below a level."""
    left, right = span
    width = right - left
    return two(
        outline,
        film.base,
        (WATER.base, f"M{left - 40} {level} H{right + 40} V{foot} H{left - 40}Z"),
        (WATER.light, f"M{left - 40} {level} H{right + 40} v14 H{left - 40}Z"),
        ("#FFFFFF77", f"M{left - 40} -99 H{left + width * 0.2} V{foot} H{left - 40}Z"),
        (
            f"{WATER.dark}88",
            f"M{right - width * 0.22} -99 H{right + 40} V{foot} H{right - width * 0.22}Z",
        ),
    )


def bubbles(*places: tuple[float, float, float], fill: str = "#FFFFFF") -> str:
    """Draw bubbles: of each the place and the radius."""
    return joined(circle(x, y, r, fill, opacity=0.7) for x, y, r in places)


def stone(x: float, y: float, rx: float, ry: float, tone: Tones) -> str:
    """Draw a river stone that lies at x on y."""
    return two(
        f"M{x - rx} {y} C{x - rx} {y - ry * 1.1} {x - rx * 0.5} {y - ry * 1.4} {x} {y - ry * 1.3} "
        f"C{x + rx * 0.6} {y - ry * 1.3} {x + rx} {y - ry * 0.8} {x + rx} {y} "
        f"Q{x} {y + ry * 0.3} {x - rx} {y}Z",
        tone.base,
        (
            tone.light,
            (
                f"M{x - rx * 1.1} {y - ry * 2} H{x} Q{x - rx * 0.7} {y - ry} {x - rx * 0.6} "
                f"{y + ry} H{x - rx * 1.1}Z"
            ),
        ),
        (
            tone.dark,
            (
                f"M{x + rx * 0.4} {y - ry * 2} Q{x + rx * 0.7} {y - ry} {x + rx * 0.3} "
                f"{y + ry} H{x + rx * 1.2} V{y - ry * 2}Z"
            ),
        ),
    )


def mug(x: float, y: float, cloth: Tones, *, scale: float = 1) -> str:
    """Draw an enamel mug, its rim at y, 180 wide and 190 high."""
    s = scale
    w, h = 90 * s, 190 * s
    return "".join(
        (
            line(
                f"M{x + w - 6} {y + 40 * s} q{70 * s} {-10 * s} {62 * s} {58 * s} "
                f"q{-10 * s} {56 * s} {-66 * s} {44 * s}",
                cloth.dark,
                20 * s,
            ),
            two(
                f"M{x - w} {y} V{y + h - 20 * s} Q{x - w} {y + h} {x - w + 24 * s} {y + h} "
                f"H{x + w - 24 * s} Q{x + w} {y + h} {x + w} {y + h - 20 * s} V{y}Z",
                cloth.base,
                (cloth.light, f"M{x - w - 9} {y - 9} h{w * 0.45} v{h + 30} h-{w}Z"),
                (cloth.dark, f"M{x + w * 0.5} {y - 9} h{w} v{h + 30} h-{w}Z"),
            ),
            ellipse(x, y, w, 24 * s, "#E9EEF0"),
            ellipse(x, y + 3 * s, w * 0.9, 18 * s, WATER.base),
        )
    )
