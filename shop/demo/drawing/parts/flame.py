"""Candles, oil lamps and their flames."""

from shop.demo.drawing.canvas import circle, ellipse, faded, group, line, path, rect, two
from shop.demo.drawing.palette import GLASS, Tones, tones

IVORY = tones("Ivory")
WICK = "#4A3A2A"


def flame(x: float, y: float, scale: float = 1) -> str:
    """Draw a flame with its glow, standing on x and y."""
    return group(
        f"translate({x} {y}) scale({scale})",
        circle(0, -40, 120, "#FFE9A8", opacity=0.28),
        circle(0, -40, 76, "#FFE9A8", opacity=0.4),
        path(
            "M0 20 C-34 10 -38 -34 -14 -66 C-8 -84 -4 -96 0 -116 C8 -90 36 -54 34 -20 "
            "C33 6 18 18 0 20Z",
            "#F5A83A",
        ),
        path(
            "M0 16 C-18 10 -20 -18 -6 -40 C0 -52 2 -58 4 -66 C10 -46 20 -30 18 -8 "
            "C17 8 10 16 0 16Z",
            "#FFF1B8",
        ),
    )


def wick(x: float, y: float, length: float = 34) -> str:
    """Draw a bare wick."""
    return line(f"M{x} {y} v-{length}", WICK, 7)


def taper(x: float, y: float, height: float, wax: Tones = IVORY, *, width: float = 34) -> str:
    """Draw a dinner candle with its pointed top at x and y."""
    w, h = width, height
    return two(
        f"M{x - w * 0.28} {y} Q{x} {y - 26} {x + w * 0.28} {y} L{x + w / 2} {y + h * 0.12} "
        f"L{x + w * 0.6} {y + h} Q{x} {y + h + 16} {x - w * 0.6} {y + h} "
        f"L{x - w / 2} {y + h * 0.12}Z",
        wax.base,
        (wax.light, f"M{x - w} {y - 30} H{x - w * 0.16} V{y + h + 20} H{x - w}Z"),
        (wax.dark, f"M{x + w * 0.2} {y - 30} H{x + w} V{y + h + 20} H{x + w * 0.2}Z"),
    )


def pillar(x: float, y: float, width: float, height: float, wax: Tones = IVORY) -> str:
    """Draw a burning pillar candle."""
    w, h, middle = width, height, x + width / 2
    return "".join(
        (
            two(
                f"M{x} {y} V{y + h} Q{middle} {y + h + 26} {x + w} {y + h} V{y}Z",
                wax.base,
                (wax.light, f"M{x} {y - 20} h{w * 0.22:.0f} v{h + 50} h-{w}Z"),
                (wax.dark, f"M{x + w * 0.7:.0f} {y - 20} h{w} v{h + 60} h-{w}Z"),
            ),
            ellipse(middle, y, w / 2, w * 0.14, wax.light),
            ellipse(middle, y + 3, w * 0.36, w * 0.09, "#F6DFA6"),
            wick(middle, y + 4),
            flame(middle, y - 42, 0.9),
        )
    )


def chimney(
    x: float,
    y: float,
    height: float,
    width: float,
    *,
    glass: str = "#DDEDF2",
    opacity: float = 0.55,
) -> str:
    """Draw the glass chimney of a lamp, wider where the flame is."""
    w, h = width, height
    bulb = (
        f"M{x - w * 0.34} {y} H{x + w * 0.34} C{x + w * 0.36} {y + h * 0.4} {x + w * 0.62} "
        f"{y + h * 0.52} {x + w * 0.6} {y + h * 0.7} C{x + w * 0.58} {y + h * 0.84} "
        f"{x + w * 0.42} {y + h * 0.88} {x + w * 0.42} {y + h} H{x - w * 0.42} "
        f"C{x - w * 0.42} {y + h * 0.88} {x - w * 0.58} {y + h * 0.84} {x - w * 0.6} "
        f"{y + h * 0.7} C{x - w * 0.62} {y + h * 0.52} {x - w * 0.36} {y + h * 0.4} "
        f"{x - w * 0.34} {y}Z"
    )
    shine = (
        f"M{x - w * 0.24} {y + 20} C{x - w * 0.26} {y + h * 0.4} {x - w * 0.48} "
        f"{y + h * 0.54} {x - w * 0.46} {y + h * 0.72}"
    )
    return "".join(
        (
            faded(opacity, path(bulb, glass)),
            line(shine, "#FFFFFF", 10, opacity=0.85),
            line(f"M{x - w * 0.34} {y} H{x + w * 0.34}", "#B8D3DC", 8),
        )
    )


def tea_light(x: float, y: float, scale: float = 1, *, lit: bool = True) -> str:
    """Draw a tea light in a small glass."""
    return group(
        f"translate({x} {y}) scale({scale})",
        flame(0, -88, 0.72) if lit else "",
        line("M0 -50 V-78", WICK, 6),
        rect(-72, -56, 144, 86, "#FBF8F0", 10),
        rect(20, -56, 52, 86, "#E4DECF", 10),
        ellipse(0, -54, 70, 14, "#FFFDF6"),
        faded(
            0.55,
            two(
                "M-98 -100 H98 L84 60 Q0 84 -84 60Z",
                GLASS.base,
                ("#FFFFFF", "M-110 -110 H-62 L-54 90 H-100Z"),
                (GLASS.dark, "M60 -110 H110 V90 H50Z"),
            ),
        ),
        ellipse(0, -100, 98, 18, "none", stroke="#B8D3DC", stroke_width=7),
    )


def storm_lantern(tin: Tones) -> str:
    """Draw a hurricane lantern, lit, its handle up; it stands at y = 866."""
    base, dark, light = tin
    globe = faded(
        0.6,
        path("M420 354 H580 C650 420 650 560 590 640 H410 C350 560 350 420 420 354Z", "#DDEDF2"),
    )
    return "".join(
        (
            line("M330 420 C300 90 700 90 670 420", "#8E979C", 11),
            rect(450, 158, 100, 26, "#8A5F3D", 10),
            line("M350 760 C270 700 290 380 350 330 L420 300", base, 36),
            line("M340 750 C266 690 284 390 344 336", light, 9),
            line("M650 760 C730 700 710 380 650 330 L580 300", dark, 36),
            two(
                "M430 230 H570 L590 330 H410Z",
                base,
                (light, "M400 220 H456 L440 340 H400Z"),
                (dark, "M550 220 H600 V340 H550Z"),
            ),
            ellipse(500, 232, 70, 16, dark),
            *(ellipse(x, 290, 9, 14, "#00000088") for x in (440, 470, 500, 530, 560)),
            rect(396, 328, 208, 26, "#8E979C", 8),
            globe,
            line("M424 374 C370 440 372 540 420 616", "#FFFFFF", 11, opacity=0.9),
            flame(500, 616),
            line("M390 500 Q500 520 610 500", "#8E979C", 6),
            rect(400, 636, 200, 40, "#8E979C", 8),
            rect(540, 636, 60, 40, "#6B757B", 8),
            two(
                "M350 690 Q350 672 380 672 H620 Q650 672 650 690 L690 820 "
                "Q700 866 650 866 H350 Q300 866 310 820Z",
                base,
                (light, "M290 660 H390 L370 870 H290Z"),
                (dark, "M600 660 H710 V870 H620Z"),
            ),
            line("M316 800 Q500 824 684 800", dark, 7),
            circle(610, 716, 26, "#8E979C"),
            circle(610, 716, 13, "#C9D0D4"),
            line("M664 640 l50 22", "#8E979C", 9),
        )
    )
