"""Pots, pans, kettles and mugs for outdoors."""

from shop.demo.drawing.canvas import circle, ellipse, line, path, rect, two
from shop.demo.drawing.palette import STEEL, tones
from shop.demo.drawing.parts.stove import camp_kettle, enamel_mug, pan_from_above, pan_handle
from shop.demo.drawing.scene import Draw, Drawing, ground

GRAPHITE = tones("Graphite")
NAVY = tones("Navy")


def ember_and_tine_nest_pots() -> Drawing:
    """Graphite camping pot with a smaller pot and strainer lid beside it."""
    return Drawing(
        "camp",
        ground(480, 852, 370, 30),
        line("M640 560 C740 550 760 570 768 640 L772 760", "#8E979C", 16),
        line("M772 650 V755", "#C8513C", 26),
        two(
            "M170 480 H650 V800 Q650 848 600 848 H220 Q170 848 170 800Z",
            GRAPHITE.base,
            (GRAPHITE.dark, "M520 470 H660 V860 H520Z"),
            (GRAPHITE.light, "M170 470 H235 V850 H170Z"),
        ),
        *(
            line(f"M255 {y} h{w}", "#A9B2B7", 6)
            for y, w in ((580, 44), (640, 28), (700, 44), (760, 28))
        ),
        rect(156, 462, 508, 34, GRAPHITE.light, 16),
        two(
            "M210 462 Q210 400 290 392 H530 Q610 400 610 462Z",
            GRAPHITE.light,
            (GRAPHITE.base, "M430 385 H620 V470 H430Z"),
        ),
        *(
            circle(x, y, 8, GRAPHITE.dark)
            for x, y in ((500, 420), (530, 420), (560, 424), (515, 442), (545, 442), (575, 446))
        ),
        line("M360 392 q50 -60 100 0", "#C8513C", 18),
        line("M860 700 C905 690 925 710 930 760", "#8E979C", 13),
        line("M930 760 V815", "#C8513C", 20),
        two(
            "M600 660 H870 V815 Q870 858 830 858 H640 Q600 858 600 815Z",
            GRAPHITE.light,
            (GRAPHITE.base, "M770 650 H880 V870 H770Z"),
            ("#949DA2", "M600 650 H640 V860 H600Z"),
        ),
        rect(588, 644, 294, 28, "#949DA2", 14),
    )


def ember_and_tine_billy_kettle() -> Drawing:
    """Squat stainless steel camp kettle with sooty base over a small fire."""
    return Drawing(
        "camp",
        ground(500, 872, 270, 24),
        *(
            path(d, f)
            for d, f in (
                ("M400 860 C370 800 420 790 420 730 C470 770 465 820 450 860Z", "#F0A23C"),
                ("M470 862 C440 800 510 780 500 710 C570 760 560 820 540 862Z", "#E8682F"),
                ("M560 860 C540 810 590 790 590 740 C630 780 630 830 610 860Z", "#F0A23C"),
                ("M490 862 C480 820 515 810 510 780 C540 805 540 835 525 862Z", "#FBE08A"),
            )
        ),
        line("M330 872 L660 838 M340 838 L675 872", "#6B4A32", 30),
        circle(660, 838, 14, "#A97C56"),
        circle(340, 838, 14, "#A97C56"),
        camp_kettle(STEEL),
    )


def ember_and_tine_hearth_skillet_24() -> Drawing:
    """Blue-black carbon steel frying pan with a long detachable handle and a fried egg."""
    return Drawing(
        "camp",
        ground(430, 800, 330, 60, 0.14),
        pan_handle(),
        pan_from_above(),
        path(
            (
                "M300 520 C340 470 420 490 460 480 C530 470 560 530 540 580 "
                "C560 640 500 690 440 672 C390 700 310 690 300 640 C260 600 270 "
                "550 300 520Z"
            ),
            "#FBF8F0",
        ),
        path(
            (
                "M540 580 C560 640 500 690 440 672 C390 700 310 690 300 640 "
                "C380 670 500 650 540 580Z"
            ),
            "#E4DECF",
        ),
        ellipse(418, 575, 70, 58, "#F2B530"),
        ellipse(400, 558, 26, 16, "#F9D67A"),
    )


def halfpenny_enamel_mug() -> Drawing:
    """Navy enamel mug with a black rim, steaming."""
    return Drawing(
        "camp",
        ground(480, 842, 270, 26),
        line(
            "M430 170 q-40 50 0 100 q40 50 0 90 M530 150 q-40 50 0 100 q40 50 0 90",
            "#FFFFFF",
            20,
            opacity=0.65,
        ),
        enamel_mug(NAVY),
    )


DRAWINGS: dict[str, Draw] = {
    "ember-and-tine-nest-pots": ember_and_tine_nest_pots,
    "ember-and-tine-billy-kettle": ember_and_tine_billy_kettle,
    "ember-and-tine-hearth-skillet-24": ember_and_tine_hearth_skillet_24,
    "halfpenny-enamel-mug": halfpenny_enamel_mug,
}
