"""Knives for the pocket and for wood."""

from shop.demo.drawing.canvas import circle, ellipse, group, label, line, rect, two
from shop.demo.drawing.palette import ASH, BEECH, BLADE, WALNUT
from shop.demo.drawing.parts.knife import closed_knife, folding_knife, hook_knife, whittled_curl
from shop.demo.drawing.scene import Draw, Drawing, ground


def thornhythe_ferry_slipjoint() -> Drawing:
    """Small folding knife with a beech handle beside a cut apple."""
    return Drawing(
        "camp",
        ground(500, 812, 340, 26),
        group("translate(20 -60)", folding_knife(BEECH)),
        two(
            (
                "M560 690 C560 600 660 590 700 620 C740 590 840 600 840 690 "
                "C840 790 760 830 700 812 C640 830 560 790 560 690Z"
            ),
            "#C8443A",
            ("#E07B6A", "M550 580 H620 Q590 700 640 830 H550Z"),
            ("#9E2F27", "M780 590 H850 V830 H740 Q800 720 780 590Z"),
        ),
        line("M700 622 q4 -36 26 -50", "#6B4A32", 10),
        two(
            "M300 800 A95 95 0 0 1 490 800Z",
            "#F6ECCB",
            ("#C8443A", "M300 800 A95 95 0 0 1 490 800 L474 800 A79 79 0 0 0 316 800Z"),
        ),
        ellipse(390, 768, 9, 15, "#6B4A32"),
        ellipse(416, 774, 8, 13, "#6B4A32"),
    )


def thornhythe_ferry_lock() -> Drawing:
    """Folding knife with a walnut handle, locked open."""
    return Drawing(
        "camp",
        ground(500, 780, 360, 24),
        group("translate(0 20)", folding_knife(WALNUT, lock=True)),
        *(
            line(f"M{170 + i * 9} {700 - i * 3} q60 -22 120 -60", "#573420", 4, opacity=0.5)
            for i in range(3)
        ),
        line("M560 730 C640 690 720 770 800 720 C860 690 850 640 800 650", "#D9C79A", 26),
        line(
            "M560 730 C640 690 720 770 800 720 C860 690 850 640 800 650",
            "#B9A46F",
            26,
            stroke_dasharray="6 16",
        ),
    )


def thornhythe_sloyd_knife() -> Drawing:
    """Carving knife with an ash handle, leather sheath and curled shavings."""
    return Drawing(
        "camp",
        ground(500, 836, 350, 26),
        group(
            "translate(100 540) rotate(-22) scale(.93)",
            two(
                "M470 -34 H790 Q850 -34 890 0 Q850 34 790 34 H470Z",
                BLADE.base,
                (BLADE.light, "M460 -40 H900 V-12 H460Z"),
                (BLADE.dark, "M460 14 H900 V40 H460Z"),
            ),
            rect(440, -40, 46, 80, "#8E979C", 8),
            two(
                "M70 -52 Q30 -40 30 0 Q30 40 70 52 Q260 74 450 44 V-44 Q260 -74 70 -52Z",
                ASH.base,
                (ASH.light, "M20 -80 H460 V-24 H20Z"),
                (ASH.dark, "M20 26 H460 V80 H20Z"),
            ),
            line("M100 -6 Q240 6 400 -4", "#D2B67F", 5),
        ),
        group(
            "translate(700 480) rotate(12)",
            two(
                "M0 0 H70 Q120 4 124 40 L96 300 Q62 340 30 300 L0 40Z",
                "#9A6238",
                ("#B87D4E", "M-5 -5 H34 L44 330 H20Z"),
                ("#764622", "M86 0 H130 V310 H70Z"),
            ),
            line("M104 40 L80 292", "#E6CFA0", 6, stroke_dasharray="12 10"),
            rect(14, 28, 80, 18, "#764622", 6),
        ),
        whittled_curl(240, 800, 1.5),
        whittled_curl(390, 826, 1.1),
        whittled_curl(500, 796, 1.3),
    )


def thornhythe_hook_knife() -> Drawing:
    """Hook-shaped carving blade on an ash handle with a half-carved wooden spoon."""
    return Drawing(
        "camp",
        ground(500, 840, 340, 26),
        hook_knife(),
        group(
            "translate(470 706) scale(1.05)",
            two(
                (
                    "M-70 0 C-70 -70 70 -70 74 0 C76 40 60 60 44 66 L360 90 Q392 96 "
                    "390 116 Q386 134 356 132 L20 92 C-30 90 -70 50 -70 0Z"
                ),
                "#D9AE74",
                ("#EBCB9C", "M-80 -80 H20 L-10 20 L-60 30Z"),
                ("#B98A50", "M30 86 L360 112 L400 110 V140 H10Z"),
            ),
            ellipse(-4, 8, 46, 34, "#B98A50", transform="rotate(12)"),
            ellipse(0, 14, 36, 24, "#A57740", transform="rotate(12)"),
        ),
        whittled_curl(270, 820, 1.2),
        whittled_curl(380, 838, 0.9),
    )


def thornhythe_ferry_slipjoint_detail() -> Drawing:
    """Draw the picnic knife folded shut beside a loaf and cheese."""
    return Drawing(
        "camp",
        ground(500, 786, 380, 26),
        ground(400, 910, 250, 14),
        group(
            "translate(20 -50)",
            two(
                (
                    "M180 700 C180 560 300 520 440 520 C580 520 700 560 700 700 "
                    "Q700 760 640 764 H240 Q180 760 180 700Z"
                ),
                "#B9804A",
                ("#D29E68", "M170 510 H330 Q240 620 290 770 H170Z"),
                ("#946233", "M580 510 H710 V770 H600 Q660 640 580 510Z"),
            ),
            *(line(f"M{x} 560 q30 60 0 110", "#F0DDB4", 13) for x in (310, 400, 490, 580)),
            two(
                "M560 830 L860 830 L860 720 L700 660Z",
                "#F0C95A",
                ("#F8E09A", "M550 650 H720 L600 840 H550Z"),
                ("#D9A92F", "M860 720 L700 660 L690 690 L860 760Z"),
            ),
            *(
                ellipse(x, y, r, r * 0.8, "#D9A92F")
                for x, y, r in ((720, 770, 17), (790, 800, 13), (660, 800, 10), (810, 760, 9))
            ),
        ),
        group("translate(170 900) scale(.86)", closed_knife(BEECH)),
    )


def thornhythe_sloyd_knife_detail() -> Drawing:
    """Draw the carving knife put away in its stitched leather sheath."""
    return Drawing(
        "camp",
        ground(500, 840, 300, 24),
        line("M548 400 C640 290 760 350 720 430 C700 480 620 480 560 440", "#764622", 15),
        group(
            "translate(455 420) rotate(12) scale(.84)",
            two(
                "M-58 -330 Q0 -350 58 -330 L66 40 Q0 60 -66 40Z",
                "#E6CFA0",
                ("#F3E4C3", "M-80 -360 H-20 V70 H-80Z"),
                ("#C4A76E", "M30 -360 H80 V70 H30Z"),
            ),
            line("M-4 -300 Q6 -160 -4 -20", "#D2B67F", 6),
            two(
                "M-96 -60 H96 L104 60 L70 470 Q40 520 0 520 Q-40 520 -64 470 L-104 60Z",
                "#9A6238",
                ("#B87D4E", "M-110 -70 H-40 L-30 530 H-110Z"),
                ("#764622", "M50 -70 H110 V530 H30Z"),
            ),
            line("M78 -30 L52 470", "#E6CFA0", 8, stroke_dasharray="16 12"),
            rect(-98, -20, 200, 40, "#764622", 8),
            circle(60, 0, 13, "#C99A3E"),
            label(-16, 230, 40, "T", "#764622"),
        ),
    )


DRAWINGS: dict[str, Draw] = {
    "thornhythe-ferry-slipjoint": thornhythe_ferry_slipjoint,
    "thornhythe-ferry-lock": thornhythe_ferry_lock,
    "thornhythe-sloyd-knife": thornhythe_sloyd_knife,
    "thornhythe-hook-knife": thornhythe_hook_knife,
    "thornhythe-ferry-slipjoint-detail": thornhythe_ferry_slipjoint_detail,
    "thornhythe-sloyd-knife-detail": thornhythe_sloyd_knife_detail,
}
