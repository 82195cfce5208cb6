"""Gloves and mittens, always a pair, backs to the front."""

from shop.demo.drawing.canvas import group, line, rect, two
from shop.demo.drawing.palette import Tones

FINGERS = ((184, 232, 64), (251, 188, 66), (318, 204, 64), (382, 262, 58))
"""Of each finger the middle, the tip and the width."""


def pair(left: str, right: str, *, y: float, scale: float = 0.98) -> tuple[str, str]:
    """Put a glove and, mirrored, its counterpart side by side; y moves both down."""
    return (
        group(f"translate(955 {y}) scale(-{scale} {scale}) rotate(-4 284 450)", right),
        group(f"translate(45 {y}) scale({scale}) rotate(-4 284 450)", left),
    )


def ribbed_cuff(tones: Tones) -> str:
    """Draw a knitted cuff."""
    return two(
        "M176 640 H402 L410 790 Q290 806 166 790Z",
        tones.light,
        (tones.base, "M290 630 H420 V810 H290Z"),
        *(line(f"M{x} 640 V800", tones.dark, 6) for x in range(192, 410, 24)),
    )


def glove(tones: Tones, *, cuff: str, fingertips: str | None = None, back: str = "") -> str:
    """Draw a left glove; fingertips is the colour of those that work on a screen."""
    base, dark, light = tones
    shapes = [
        line("M196 600 C130 570 92 500 72 430", light, 84),
        line("M206 606 C142 576 104 506 84 436", base, 70),
    ]
    if fingertips:
        shapes.append(line("M79 440 L76 428", fingertips, 72))
    for x, tip, width in FINGERS:
        half, reach = width / 2, f"H{x + 60} V{tip + width * 0.7:.0f} H{x - 60}Z"
        shapes.append(
            two(
                f"M{x - half} 480 V{tip + half} a{half} {half} 0 0 1 {width} 0 V480Z",
                base,
                (light, f"M{x - half} 100 h{width * 0.28:.0f} V490 h-{width * 0.28:.0f}Z"),
                (dark, f"M{x + width * 0.22:.0f} 100 h{width} V490 h-{width}Z"),
                (
                    fingertips if fingertips and x == FINGERS[0][0] else "none",
                    f"M{x - 60} 0 {reach}",
                ),
            )
        )
    palm = two(
        "M152 430 Q280 400 411 430 L410 560 Q408 620 400 660 H176 Q158 600 152 540Z",
        base,
        (light, "M152 400 H196 L216 670 H150Z"),
        (dark, "M352 400 H420 V670 H336Z"),
    )
    return "".join((*shapes, palm, back, cuff))


def mitten(tones: Tones, gauntlet: Tones, *, badge: str = "") -> str:
    """Draw a left mitten with a long gauntlet; a badge is drawn on its back."""
    base, dark, light = tones
    thumb = two(
        "M150 480 C90 470 70 380 30 350 C0 330 -20 360 -12 400 C0 500 70 620 160 640Z",
        base,
        (light, "M-12 400 C0 500 70 620 160 640 L160 600 C80 560 30 480 14 360Z"),
    )
    hand = two(
        "M140 640 V300 C140 160 200 90 285 90 C370 90 420 160 420 300 V640Z",
        base,
        (light, "M140 640 V300 C140 180 180 120 230 100 C200 200 196 300 196 640Z"),
        (dark, "M350 100 C400 140 420 200 420 300 V640 H350Z"),
    )
    skirt = two(
        "M128 640 H432 L452 830 Q285 856 108 830Z",
        gauntlet.base,
        (gauntlet.dark, "M320 630 H460 V860 H320Z"),
        (gauntlet.light, "M110 630 H180 L170 850 H100Z"),
    )
    return "".join(
        (
            thumb,
            hand,
            line("M210 300 Q285 270 360 300 M210 360 Q285 330 360 360", dark, 8),
            badge,
            rect(132, 610, 296, 40, dark, 12),
            rect(330, 604, 60, 52, gauntlet.base, 8),
            skirt,
            line("M120 790 Q285 814 446 790", base, 8, stroke_dasharray="14 12"),
        )
    )


def gauntlet_glove(leather: Tones, cuff: Tones, trim: str) -> str:
    """Draw a left leather work glove with a long suede cuff."""
    base, dark, light = leather
    fingers = (
        two(
            f"M{x - w / 2} 470 V{y + w / 2} a{w / 2} {w / 2} 0 0 1 {w} 0 V470Z",
            base,
            (light, f"M{x - w / 2} 100 h{w * 0.3:.0f} V490 h-{w * 0.3:.0f}Z"),
            (dark, f"M{x + w * 0.2:.0f} 100 h{w} V490 h-{w}Z"),
        )
        for x, y, w in ((190, 262, 64), (254, 222, 66), (320, 236, 64), (380, 290, 58))
    )
    palm = two(
        "M156 430 Q280 400 410 430 L406 560 L396 620 H172 L156 540Z",
        base,
        (light, "M150 400 H204 L222 640 H150Z"),
        (dark, "M346 400 H420 V640 H340Z"),
    )
    skirt = two(
        "M166 610 H402 L446 860 Q284 892 122 860Z",
        cuff.base,
        (cuff.light, "M110 600 H216 L196 880 H110Z"),
        (cuff.dark, "M346 600 H460 V880 H360Z"),
    )
    return "".join(
        (
            line("M196 560 C140 540 110 480 96 420", light, 80),
            line("M204 566 C150 546 118 490 104 430", base, 66),
            *fingers,
            palm,
            line("M200 500 Q284 540 372 500", dark, 6, stroke_dasharray="12 9"),
            skirt,
            line("M126 858 Q284 888 442 858", trim, 22),
            line("M168 622 H400", trim, 12),
            line("M250 650 L240 850 M330 650 L344 850", dark, 5, stroke_dasharray="12 9"),
        )
    )
