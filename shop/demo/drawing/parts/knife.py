"""Knives, open and folded, and what they are used on."""

from shop.demo.drawing.canvas import circle, group, joined, line, path, two
from shop.demo.drawing.palette import ASH, BLADE, BRASS, Tones


def _rivets(places: tuple[tuple[int, int], ...]) -> str:
    return joined(circle(x, y, 11, BRASS.base) + circle(x, y, 5, "#8E6A22") for x, y in places)


def folding_knife(wood: Tones, *, lock: bool = False) -> str:
    """Draw an open folding knife, its point up to the right; a lock shows on its back."""
    blade = two(
        "M470 500 C560 420 740 372 900 372 C860 440 720 520 500 560Z",
        BLADE.base,
        (
            BLADE.light,
            "M470 500 C560 420 740 372 900 372 L880 400 C740 405 580 450 480 520Z",
        ),
        (BLADE.dark, "M500 560 C720 520 860 440 890 392 L870 386 C800 450 650 510 490 540Z"),
    )
    handle = two(
        "M100 640 C90 600 130 560 190 560 C300 560 390 500 500 470 C540 466 560 520 540 560 "
        "C440 640 260 720 160 712 C110 708 105 680 100 640Z",
        wood.base,
        (
            wood.light,
            (
                "M100 640 C90 600 130 560 190 560 C300 560 390 500 500 470 L512 492 "
                "C400 540 300 600 190 610 C140 612 120 640 110 670Z"
            ),
        ),
        (wood.dark, "M540 540 C440 620 260 700 150 690 L160 730 C280 730 470 650 560 560Z"),
    )
    return "".join(
        (
            blade,
            line("M560 450 Q610 424 660 410", BLADE.dark, 7),
            handle,
            _rivets(((180, 640), (330, 590), (505, 515))),
            path("M300 545 L380 508 L388 526 L310 562Z", "#59646A") if lock else "",
        )
    )


def closed_knife(wood: Tones) -> str:
    """Draw a folding knife shut, lying from 0 to 520, its blade showing along the back."""
    return "".join(
        (
            two(
                "M0 0 C-20 -44 20 -84 80 -84 C220 -84 380 -74 470 -60 C520 -50 520 20 470 34 "
                "C340 60 160 70 70 60 C20 54 6 30 0 0Z",
                wood.base,
                (wood.light, "M-20 -90 H520 V-40 H-20Z"),
                (wood.dark, "M-20 30 H520 V80 H-20Z"),
            ),
            line("M60 -84 Q260 -112 440 -70", BLADE.base, 18),
            line("M60 -76 Q260 -104 440 -62", BLADE.dark, 6),
            _rivets(((60, -10), (240, -8), (440, -12))),
        )
    )


def whittled_curl(x: float, y: float, scale: float = 1) -> str:
    """Draw a curled shaving of wood."""
    return group(
        f"translate({x} {y}) scale({scale})",
        line("M0 0 C30 -40 70 -20 60 14 C54 40 20 34 26 8", "#D9BE88", 16),
        line("M0 -3 C30 -43 70 -23 60 11", "#F0DDB4", 9),
    )


def hook_knife() -> str:
    """Draw a hook knife with an ash handle, lying, its hook up to the right."""
    return "".join(
        (
            group(
                "translate(120 560) rotate(-20) scale(.98)",
                line("M470 0 H560", "#8E979C", 40),
                line(
                    "M560 0 C640 -10 700 -40 700 -110 C700 -190 600 -200 590 -130", BLADE.base, 44
                ),
                line(
                    "M560 -14 C630 -24 682 -50 682 -110 C682 -170 606 -176 604 -130",
                    BLADE.light,
                    12,
                ),
                line("M566 16 C656 6 720 -36 720 -108 C720 -150 706 -180 680 -192", BLADE.dark, 10),
                two(
                    "M70 -52 Q30 -40 30 0 Q30 40 70 52 Q260 74 480 38 V-38 Q260 -74 70 -52Z",
                    ASH.base,
                    (ASH.light, "M20 -80 H490 V-24 H20Z"),
                    (ASH.dark, "M20 26 H490 V80 H20Z"),
                ),
            ),
        )
    )
