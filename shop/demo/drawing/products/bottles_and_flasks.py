"""Bottles, flasks, jars and mugs."""

from shop.demo.drawing.canvas import circle, ellipse, group, label, line, rect, two
from shop.demo.drawing.palette import STEEL, tones
from shop.demo.drawing.parts.flasks import (
    gate_lid,
    gate_mug_body,
    harbour_flask_body,
    harbour_flask_top,
    tin_bottle,
)
from shop.demo.drawing.scene import Draw, Drawing, ground

GREEN = tones("Harbour green")
BRICK = tones("Brick")
SLATE = tones("Slate blue")
BLUE = tones("Pillar blue")


def pellworth_harbour_flask() -> Drawing:
    """Harbour green vacuum flask with a steel cup on top."""
    return Drawing(
        "home",
        ground(490, 858, 190, 20),
        harbour_flask_top(),
        harbour_flask_body(GREEN),
    )


def pellworth_lock_gate_mug() -> Drawing:
    """Brick red travel mug with a push-button lid and sliding lock."""
    return Drawing(
        "home",
        ground(500, 858, 170, 20),
        gate_lid(),
        gate_mug_body(BRICK),
    )


def pellworth_wharf_food_jar() -> Drawing:
    """Slate blue wide-mouth food jar with felt strap and folding spoon."""
    return Drawing(
        "home",
        ground(500, 858, 240, 22),
        two(
            "M330 250 H650 Q680 250 680 285 V380 H300 V285 Q300 250 330 250Z",
            STEEL.base,
            (STEEL.light, "M300 240 H360 V390 H300Z"),
            (STEEL.dark, "M590 240 H690 V390 H590Z"),
        ),
        line(
            (
                "M340 285 V350 M380 285 V350 M420 285 V350 M460 285 V350 M500 "
                "285 V350 M540 285 V350 M580 285 V350 M620 285 V350"
            ),
            STEEL.dark,
            7,
        ),
        ellipse(490, 250, 42, 14, "#33393D"),
        two(
            (
                "M285 378 H695 Q715 420 715 470 V800 Q715 856 660 856 H320 Q265 "
                "856 265 800 V470 Q265 420 285 378Z"
            ),
            SLATE.base,
            (SLATE.light, "M285 378 H350 Q335 420 335 470 V860 H265 V470 Q265 420 285 378Z"),
            (SLATE.dark, "M610 378 H695 Q715 420 715 470 V860 H620 V470Z"),
        ),
        rect(280, 372, 420, 22, STEEL.dark, 8),
        two(
            "M258 470 C160 480 160 700 258 720 V670 C210 650 210 540 258 520Z",
            "#C9A27A",
            ("#A88158", "M160 610 H260 V730 H160Z"),
        ),
        rect(250, 455, 34, 80, "#8A5F3D", 10),
        rect(250, 655, 34, 80, "#8A5F3D", 10),
        rect(430, 560, 150, 110, "#F1E6CF", 12),
        line("M450 640 C470 600 500 600 505 620 C520 600 550 605 560 640Z", SLATE.base, 9),
        group(
            "translate(805 626) rotate(9)",
            two(
                (
                    "M0 -150 C52 -150 62 -70 40 -20 Q28 5 14 10 V230 H-14 V10 Q-28 "
                    "5 -40 -20 C-62 -70 -52 -150 0 -150Z"
                ),
                STEEL.base,
                (STEEL.dark, "M0 -160 H70 V240 H0Z"),
            ),
            rect(-20, 70, 40, 34, STEEL.dark, 8),
            ellipse(0, -80, 26, 46, STEEL.dark, opacity=0.45),
        ),
    )


def pellworth_sip_lid() -> Drawing:
    """Black sip lid with a flip spout and carrying loop."""
    return Drawing(
        "home",
        ground(500, 818, 260, 24),
        line("M640 470 C860 400 880 700 690 690", "#4B5257", 34),
        two(
            "M300 560 H700 L715 760 Q715 812 660 816 H340 Q285 812 285 760Z",
            "#33393D",
            ("#4B5257", "M285 550 H360 V820 H285Z"),
            ("#23282B", "M610 550 H720 V820 H610Z"),
            *(line(f"M{x} 600 V790", "#23282B", 10) for x in range(330, 700, 38)),
        ),
        two(
            "M325 470 Q330 430 500 425 Q670 430 675 470 L702 570 Q500 600 298 570Z",
            "#4B5257",
            ("#676F75", "M325 470 Q330 435 430 428 L400 590 L298 570Z"),
            ("#33393D", "M590 430 Q670 440 675 470 L702 580 H600Z"),
        ),
        two(
            ("M430 440 L442 265 Q448 240 500 240 Q552 240 558 265 L570 440 Q500 460 430 440Z"),
            "#676F75",
            ("#808990", "M430 440 L442 265 Q446 246 475 242 L468 452Z"),
            ("#4B5257", "M525 240 H580 V460 H535Z"),
        ),
        ellipse(500, 258, 56, 17, "#23282B"),
        ellipse(500, 258, 30, 9, "#0F1214"),
        group(
            "translate(566 250) rotate(-48)",
            two(
                "M0 0 H170 Q196 0 196 30 Q196 60 170 60 H0 Q-24 60 -24 30 Q-24 0 0 0Z",
                "#E2A33B",
                ("#C2841F", "M-30 32 H210 V70 H-30Z"),
            ),
        ),
        circle(578, 268, 20, "#33393D"),
    )


def quillon_sb_600() -> Drawing:
    """Clear blue collapsible soft bottle with a bite valve."""
    return Drawing(
        "home",
        ground(500, 872, 130, 16),
        two(
            "M462 110 Q470 90 500 90 Q530 90 538 110 L534 190 H466Z",
            "#7EC3D8",
            ("#5AA5BE", "M505 80 H545 V200 H505Z"),
        ),
        line("M486 104 L514 104", "#3E7F97", 6),
        rect(440, 182, 120, 78, "#E8682F", 14),
        rect(505, 182, 55, 78, "#C9501C", 14),
        line("M462 200 V244 M482 200 V244 M502 200 V244 M522 200 V244 M542 200 V244", "#A93F12", 5),
        two(
            (
                "M450 255 H550 C560 300 650 320 660 420 C668 520 640 640 630 "
                "780 Q626 868 560 872 H440 Q374 868 370 780 C360 640 332 520 "
                "340 420 C350 320 440 300 450 255Z"
            ),
            "#A9D8E8",
            ("#5FB0CE", "M320 440 Q420 410 500 440 Q590 470 690 435 V880 H320Z"),
            ("#4798B9", "M590 450 Q640 450 690 435 V880 H560 Q620 700 590 450Z"),
            (
                "#C8E9F3",
                (
                    "M372 400 C380 340 430 330 450 300 C440 380 390 420 400 560 "
                    "C405 650 420 720 410 800 C385 700 360 520 372 400Z"
                ),
            ),
        ),
        line("M450 300 Q500 320 550 300", "#7FBCD0", 6),
        line("M612 500 h-44 M616 580 h-30 M612 660 h-44 M606 740 h-30", "#E9F6FA", 8),
        label(490, 610, 40, "600", "#E9F6FA"),
        line("M372 812 Q500 850 628 812", "#3A86A6", 7),
        rect(484, 846, 32, 20, "#3A86A6", 6),
    )


def halfpenny_tin_bottle() -> Drawing:
    """Pillar blue single-wall steel bottle with a black loop lid."""
    return Drawing(
        "home",
        ground(500, 862, 165, 18),
        tin_bottle(BLUE),
    )


DRAWINGS: dict[str, Draw] = {
    "pellworth-harbour-flask": pellworth_harbour_flask,
    "pellworth-lock-gate-mug": pellworth_lock_gate_mug,
    "pellworth-wharf-food-jar": pellworth_wharf_food_jar,
    "pellworth-sip-lid": pellworth_sip_lid,
    "quillon-sb-600": quillon_sb_600,
    "halfpenny-tin-bottle": halfpenny_tin_bottle,
}
