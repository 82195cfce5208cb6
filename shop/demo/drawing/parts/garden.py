"""Garden tools and what grows around them."""

from shop.demo.drawing.canvas import circle, group, joined, label, line, path, rect, two
from shop.demo.drawing.palette import LEAF, STEEL, Tones

_DULL_STEEL = Tones("#C3CBCF", "#8E9AA0", "#E4E9EB")
_ASH = Tones("#D9B27C", "#B28850", "#EBCFA4")


def leaf(x: float, y: float, angle: float, tones: Tones = LEAF, scale: float = 1) -> str:
    """Draw a leaf that grows from x and y at an angle."""
    return group(
        f"translate({x} {y}) rotate({angle}) scale({scale})",
        two(
            "M0 0 C30 -40 80 -40 110 0 C80 36 30 36 0 0Z",
            tones.base,
            (tones.dark, "M0 0 H110 C80 36 30 36 0 0Z"),
        ),
    )


def soil_heap() -> str:
    """Draw a small heap of soil in the middle of the ground."""
    crumbs = (
        (340, 810, 8),
        (420, 800, 6),
        (560, 800, 9),
        (640, 810, 6),
        (690, 840, 7),
        (300, 846, 6),
    )
    return "".join(
        (
            path(
                "M250 860 C280 790 360 770 430 780 C520 740 640 770 700 800 "
                "C740 820 760 850 760 870 H250Z",
                "#6B4F38",
            ),
            path("M250 870 C300 830 420 826 500 840 C600 820 700 840 760 870Z", "#543C29"),
            *(circle(x, y, r, "#8A6A4D") for x, y, r in crumbs),
        )
    )


def dandelion(x: float, y: float, scale: float = 1) -> str:
    """Draw a dandelion with its whole root."""
    young = Tones("#7FAE60", "#5F8A45", "#9CC27F")
    rays = ((-34, -14), (34, -14), (-20, 28), (20, 28), (0, -38), (-38, 10), (38, 10))
    return group(
        f"translate({x} {y}) scale({scale}) rotate(10)",
        line(
            "M0 0 C10 80 -6 160 4 260 M2 90 C-20 120 -30 140 -30 170 M4 140 C24 160 34 180 30 220",
            "#C9A97A",
            13,
        ),
        line("M0 0 C10 80 -6 160 4 260", "#B08D5B", 6),
        leaf(0, 0, -150, scale=1.1),
        leaf(0, 0, -30, scale=1.1),
        leaf(0, -4, -100, young, 0.9),
        leaf(0, -4, -70, young, 0.8),
        line("M0 -4 C-10 -80 6 -110 0 -150", "#8FB56E", 9),
        circle(0, -160, 40, "#F0C23E"),
        joined(line(f"M0 -160 L{dx} {-160 + dy}", "#D9A520", 6) for dx, dy in rays),
    )


def secateurs(handles: Tones, *, opened: float = 14, scale: float = 1) -> str:
    """Draw bypass secateurs around their pivot at 0 0, opened by an angle."""
    base, dark, light = handles
    hook = group(
        f"rotate({opened * 0.8})",
        path(
            "M-12 -10 C-40 -110 -70 -170 -50 -230 C-10 -260 30 -240 40 -214 "
            "C0 -224 -20 -190 20 -120 L34 -20Z",
            STEEL.dark,
        ),
        path(
            "M-12 -10 C-40 -110 -70 -170 -50 -230 C-40 -238 -30 -242 -20 -244 "
            "C-50 -180 -10 -100 6 -10Z",
            "#A9B4B9",
        ),
    )
    left = two(
        "M-30 -20 C-60 80 -110 160 -100 300 C-98 340 -60 344 -50 310 C-46 220 10 120 34 30Z",
        base,
        (
            light,
            "M-30 -20 C-60 80 -110 160 -100 300 C-98 320 -90 330 -82 332 C-86 220 -40 90 -8 -20Z",
        ),
    )
    right = two(
        "M30 -20 C60 80 110 160 100 300 C98 340 60 344 50 310 C46 220 -10 120 -34 30Z",
        dark,
        (base, "M30 -20 C60 80 100 160 84 320 Q60 336 52 310 C46 220 -10 120 -34 30Z"),
        (dark, "M76 60 C120 160 112 260 100 310 L90 326 C96 220 80 120 50 20Z"),
    )
    blade = two(
        "M14 -10 C60 -80 70 -170 20 -270 C-30 -200 -40 -110 -28 -20Z",
        STEEL.base,
        (
            STEEL.light,
            "M20 -270 C-30 -200 -40 -110 -28 -20 L-10 -20 C-20 -110 -10 -190 20 -270Z",
        ),
        (STEEL.dark, "M20 -270 C70 -170 60 -80 14 -10 L2 -30 C40 -100 44 -180 20 -270Z"),
    )
    spring = "M-50 90 C-20 70 20 110 50 90 M-54 110 C-20 92 20 132 54 110"
    return group(
        f"scale({scale})",
        group(f"rotate({-opened})", right, hook),
        line(spring, "#59646A", 8),
        group(f"rotate({opened})", left, blade),
        circle(0, 0, 34, "#59646A"),
        circle(0, 0, 20, STEEL.dark),
        path("M0 -14 l12 7 v14 l-12 7 l-12 -7 v-14Z", STEEL.light),
    )


def trowel() -> str:
    """Draw a trowel standing on its point, leaning right."""
    return "".join(
        (
            group(
                "translate(500 510) rotate(9)",
                two(
                    "M-34 -380 Q0 -420 34 -380 L40 -130 Q0 -110 -40 -130Z",
                    _ASH.base,
                    (_ASH.light, "M-50 -430 H-10 V-100 H-50Z"),
                    (_ASH.dark, "M18 -430 H50 V-100 H18Z"),
                ),
                line("M0 -392 C-30 -450 30 -450 4 -394", "#6B4A32", 10),
                rect(-26, -134, 52, 34, "#8E9AA0", 6),
                two(
                    (
                        "M-16 -104 H16 L20 -20 Q90 0 96 70 L60 290 Q0 380 -60 290 L-96 "
                        "70 Q-90 0 -20 -20Z"
                    ),
                    _DULL_STEEL.base,
                    (_DULL_STEEL.light, "M-110 -30 H-46 L-20 360 H-110Z"),
                    (
                        _DULL_STEEL.dark,
                        "M10 -110 L20 -20 Q90 0 96 70 L60 290 Q30 340 0 344 Q50 160 10 -110Z",
                    ),
                ),
                *(
                    line(f"M-62 {y} h{w}", "#8E9AA0", 5)
                    for y, w in ((60, 44), (100, 28), (140, 44), (180, 28))
                ),
                label(-10, 40, 24, "TH 26", "#8E9AA0"),
            ),
        )
    )


def weeder() -> str:
    """Draw a forked weeder, leaning left."""
    return "".join(
        (
            group(
                "translate(360 500) rotate(-8)",
                two(
                    "M-30 -420 Q0 -450 30 -420 L36 -160 Q0 -146 -36 -160Z",
                    _ASH.base,
                    (_ASH.light, "M-50 -460 H-8 V-140 H-50Z"),
                    (_ASH.dark, "M16 -460 H50 V-140 H16Z"),
                ),
                rect(-24, -164, 48, 40, "#8E9AA0", 6),
                two(
                    (
                        "M-14 -124 H14 C14 -60 40 -40 40 0 C40 30 20 50 20 90 L26 340 "
                        "L8 300 H-8 L-26 340 L-20 90 C-20 60 0 30 0 0 C0 -40 -14 -60 "
                        "-14 -124Z"
                    ),
                    "#3F474C",
                    (
                        "#606B71",
                        "M-30 -130 H-4 C-4 -60 16 -40 16 0 C10 40 -8 60 -8 90 L-14 340 H-30Z",
                    ),
                ),
            ),
        )
    )


def spare_blade() -> str:
    """Draw a blade that has been taken off its secateurs."""
    return "".join(
        (
            group(
                "translate(330 480) rotate(14)",
                two(
                    (
                        "M40 300 C-10 200 -60 60 0 -220 C90 -120 "
                        "130 40 110 200 L90 300 Q64 330 40 300Z"
                    ),
                    _DULL_STEEL.base,
                    (_DULL_STEEL.light, "M40 300 C-10 200 -60 60 0 -220 C0 -100 10 60 70 310Z"),
                    (
                        _DULL_STEEL.dark,
                        "M0 -220 C90 -120 130 40 110 200 L90 260 C100 60 70 -80 0 -220Z",
                    ),
                ),
                circle(70, 250, 22, "#B9A184"),
                circle(70, 250, 22, "none", stroke=_DULL_STEEL.dark, stroke_width=6),
                label(56, 120, 26, "TH 26", _DULL_STEEL.dark, transform="rotate(78 56 120)"),
            ),
        )
    )
