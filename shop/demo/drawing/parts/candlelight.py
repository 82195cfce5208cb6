"""Candlesticks, globes and wicks, and a storm lantern that is open."""

from shop.demo.drawing.canvas import circle, ellipse, faded, group, joined, line, path, rect, two
from shop.demo.drawing.palette import BRASS, GLASS, Tones

WEB = Tones("#F1E6CC", "#CDBB92", "#FBF6E8")
GLOBE = "M-80 -143 H80 C150 -77 150 63 90 143 H-90 C-150 63 -150 -77 -80 -143Z"


def globe(x: float, y: float, scale: float = 1) -> str:
    """Draw the round glass of a storm lantern around x and y."""
    return group(
        f"translate({x} {y}) scale({scale})",
        faded(
            0.82,
            two(
                GLOBE,
                "#CFE3EA",
                ("#E9F4F8", "M-160 -150 H-70 Q-130 0 -80 150 H-160Z"),
                (GLASS.dark, "M70 -150 H160 V150 H60 Q120 0 70 -150Z"),
            ),
        ),
        ellipse(0, 143, 90, 15, "#A9C8D3"),
        ellipse(0, -143, 80, 14, "#E9F4F8"),
        ellipse(0, -143, 64, 9, "#B8D3DC"),
        line("M-76 -110 C-118 -50 -118 30 -84 100", "#FFFFFF", 10, opacity=0.95),
        line("M84 -90 C108 -40 108 20 92 70", "#FFFFFF", 6, opacity=0.7),
    )


def rolled_wick(x: float, y: float, radius: float) -> str:
    """Draw a flat cotton wick, rolled up and lying on its edge."""
    r = radius
    turns = (
        f"M{x} {y} a{r * 0.14} {r * 0.14} 0 0 1 {r * 0.28} 0 a{r * 0.28} {r * 0.28} 0 0 1 "
        f"-{r * 0.56} 0 a{r * 0.42} {r * 0.42} 0 0 1 {r * 0.84} 0 a{r * 0.56} {r * 0.56} 0 0 1 "
        f"-{r * 1.12} 0 a{r * 0.7} {r * 0.7} 0 0 1 {r * 1.4} 0"
    )
    return joined(
        (
            path(f"M{x} {y + r} H{x + r * 1.5} v-{r * 0.34} H{x}Z", WEB.base),
            line(
                "".join(f"M{x + r * 0.5 + i * 13} {y + r - 4} l8 -{r * 0.26}" for i in range(5)),
                WEB.dark,
                4,
            ),
            rect(x + r * 1.38, y + r * 0.66, 12, r * 0.34, "#C84E3F", 2),
            circle(x, y, r, WEB.dark),
            circle(x - 2, y - 2, r - 4, WEB.base),
            line(turns, WEB.dark, r * 0.09),
        )
    )


def brass_candlestick(x: float, y: float) -> str:
    """Draw a narrow brass candlestick, its socket's rim at x and y, 330 high."""
    outline = (
        f"M{x - 36} {y} H{x + 36} L{x + 32} {y + 66} H{x + 20} L{x + 24} {y + 96} "
        f"Q{x + 44} {y + 112} {x + 22} {y + 130} L{x + 16} {y + 240} Q{x + 44} {y + 258} "
        f"{x + 30} {y + 276} Q{x + 130} {y + 290} {x + 140} {y + 330} H{x - 140} "
        f"Q{x - 130} {y + 290} {x - 30} {y + 276} Q{x - 44} {y + 258} {x - 16} {y + 240} "
        f"L{x - 22} {y + 130} Q{x - 44} {y + 112} {x - 24} {y + 96} L{x - 20} {y + 66} "
        f"H{x - 32}Z"
    )
    return joined(
        (
            two(
                outline,
                BRASS.base,
                (
                    BRASS.light,
                    (
                        f"M{x - 150} {y - 9} H{x - 8} V{y + 270} Q{x - 50} {y + 300} "
                        f"{x - 60} {y + 340} H{x - 150}Z"
                    ),
                ),
                (
                    BRASS.dark,
                    (
                        f"M{x + 12} {y - 9} H{x + 150} V{y + 340} H{x + 50} "
                        f"Q{x + 40} {y + 290} {x + 12} {y + 270}Z"
                    ),
                ),
            ),
            two(
                f"M{x - 66} {y - 6} H{x + 66} Q{x + 60} {y + 24} {x + 30} {y + 26} H{x - 30} "
                f"Q{x - 60} {y + 24} {x - 66} {y - 6}Z",
                BRASS.base,
                (BRASS.light, f"M{x - 70} {y - 9} H{x - 20} V{y + 30} H{x - 70}Z"),
                (BRASS.dark, f"M{x + 24} {y - 9} H{x + 70} V{y + 30} H{x + 24}Z"),
            ),
            ellipse(x, y - 6, 66, 12, BRASS.dark),
        )
    )


def open_lantern(tin: Tones) -> str:
    """Draw a storm lantern with its hood raised, its wire guard tilted back and no globe."""
    base, dark, light = tin
    return joined(
        (
            line("M350 800 C260 730 276 360 350 300 L420 240", base, 36),
            line("M340 790 C258 722 270 364 344 306", light, 9),
            line("M650 800 C740 730 724 360 650 300 L580 240", dark, 36),
            line(
                "M430 664 C300 600 230 470 250 380 M570 664 C380 600 270 470 290 360 "
                "M250 380 Q262 354 290 360",
                "#8E979C",
                9,
            ),
            two(
                "M430 160 H570 L592 260 H408Z",
                base,
                (light, "M400 150 H456 L440 270 H400Z"),
                (dark, "M550 150 H600 V270 H550Z"),
            ),
            ellipse(500, 162, 70, 16, dark),
            *(ellipse(x, 220, 9, 14, "#00000088") for x in (440, 470, 500, 530, 560)),
            rect(394, 258, 212, 24, "#8E979C", 8),
            rect(400, 664, 200, 40, "#8E979C", 8),
            rect(540, 664, 60, 40, "#6B757B", 8),
            rect(470, 628, 60, 40, "#C99A3E", 8),
            rect(486, 600, 28, 36, WEB.base, 3),
            two(
                "M350 714 Q350 700 380 700 H620 Q650 700 650 714 L690 834 Q700 880 650 880 "
                "H350 Q300 880 310 834Z",
                base,
                (light, "M290 690 H390 L370 890 H290Z"),
                (dark, "M600 690 H710 V890 H620Z"),
            ),
            line("M316 820 Q500 844 684 820", dark, 7),
            circle(610, 740, 26, "#8E979C"),
            circle(610, 740, 13, "#C9D0D4"),
        )
    )
