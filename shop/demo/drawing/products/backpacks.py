"""Rucksacks, daypacks and what covers them."""

from shop.demo.drawing.canvas import INK, ellipse, label, line, path, rect, two
from shop.demo.drawing.palette import tones
from shop.demo.drawing.parts.backpack import Pack, grab_loop
from shop.demo.drawing.scene import Draw, Drawing, ground

LICHEN = tones("Lichen")
ORANGE = tones("Signal orange")
PACK = Pack(LICHEN)


def quillon_qx_28() -> Drawing:
    """Lichen green hiking daypack with a top lid and side bottle pockets."""
    return Drawing(
        "wear",
        ground(500, 868, 270, 24),
        grab_loop(),
        PACK.side_pockets(520),
        PACK.body(),
        PACK.front_pocket(560, 260),
        PACK.lid(),
        rect(250, 640, 50, 10, "#E6A23C", 5),
        rect(700, 640, 50, 10, "#E6A23C", 5),
        two("M232 520 H278 V700 H232Z", "#7FB0C4", ("#5E93A8", "M256 510 H282 V710 H256Z")),
        rect(238, 492, 34, 32, "#33444C", 8),
        path("M222 620 H290 V780 H250 Q222 780 222 740Z", "#4F5A2F"),
        label(500, 720, 46, "QX 28", "#4F5A2F", letter_spacing=3),
    )


def quillon_qx_45() -> Drawing:
    """Tall lichen green trekking backpack with a hip belt and rolled mat below."""
    return Drawing(
        "wear",
        ground(500, 898, 270, 22),
        line("M450 130 C450 80 550 80 550 130", INK, 18),
        two(
            (
                "M310 260 Q320 150 500 145 Q680 150 690 260 L720 800 Q720 850 "
                "660 850 H340 Q280 850 280 800Z"
            ),
            LICHEN.base,
            (LICHEN.light, "M310 260 Q320 180 370 160 L345 850 H280 V800Z"),
            (
                LICHEN.dark,
                ("M635 150 Q685 190 690 260 L720 800 Q720 850 660 850 H605 Q655 500 635 150Z"),
            ),
        ),
        path("M340 250 H660 L650 320 H350Z", "#4F5A2F"),
        two(
            (
                "M285 235 Q280 112 500 105 Q720 112 715 235 Q712 285 690 295 "
                "Q500 325 310 295 Q288 285 285 235Z"
            ),
            LICHEN.dark,
            (
                LICHEN.base,
                (
                    "M285 235 Q280 112 500 105 Q590 110 640 135 Q610 220 580 312 "
                    "Q420 315 310 295 Q288 285 285 235Z"
                ),
            ),
            (LICHEN.light, "M290 235 Q288 150 365 124 Q340 200 350 302 L310 295 Q288 285 290 235Z"),
        ),
        rect(420, 200, 160, 12, "#E6A23C", 6),
        line("M385 300 V500 M615 300 V500", INK, 16),
        rect(367, 370, 36, 34, "#E6A23C", 6),
        rect(597, 370, 36, 34, "#E6A23C", 6),
        line("M330 430 L310 760", "#4F5A2F", 8),
        two(
            ("M350 470 Q500 445 650 470 L672 740 Q672 770 640 770 H360 Q328 770 328 740Z"),
            LICHEN.light,
            (
                LICHEN.base,
                ("M520 450 Q600 455 650 470 L672 740 Q672 770 640 770 H570 Q590 600 520 450Z"),
            ),
        ),
        line(
            (
                "M400 500 L420 560 L380 620 L420 680 L395 740 M600 500 L580 560 "
                "L620 620 L580 680 L605 740"
            ),
            "#4F5A2F",
            7,
        ),
        label(500, 630, 46, "QX 45", "#4F5A2F", letter_spacing=3),
        PACK.hip_belt(),
        two(
            (
                "M255 815 H745 Q790 815 790 855 Q790 895 745 895 H255 Q210 895 "
                "210 855 Q210 815 255 815Z"
            ),
            "#E08A4A",
            ("#C56F32", "M200 862 H800 V900 H200Z"),
            ("#F0A56B", "M230 815 H770 V828 H230Z"),
        ),
        ellipse(752, 855, 36, 40, "#B25F26"),
        ellipse(752, 855, 22, 26, "#E08A4A"),
        ellipse(752, 855, 9, 11, "#B25F26"),
        rect(360, 800, 22, 104, INK, 8),
        rect(618, 800, 22, 104, INK, 8),
        path("M238 520 Q232 480 290 475 V690 H262 Q238 690 238 660Z", "#4F5A2F"),
        path("M762 520 Q768 480 710 475 V690 H738 Q762 690 762 660Z", "#434C27"),
    )


def quillon_qx_rain_cover() -> Drawing:
    """Signal orange rain cover stretched over a rucksack in drizzle."""
    return Drawing(
        "wear",
        ground(500, 868, 290, 24),
        line("M445 200 C445 130 555 130 555 200", INK, 20),
        two(
            (
                "M300 300 Q310 190 500 185 Q690 190 700 300 L740 800 Q740 862 "
                "680 862 H320 Q260 862 260 800Z"
            ),
            "#5C6738",
            ("#4A5429", "M640 180 H760 V880 H600Z"),
        ),
        two(
            (
                "M270 380 Q280 195 500 185 Q720 195 730 380 L765 770 Q765 838 "
                "690 842 Q500 860 310 842 Q235 838 235 770Z"
            ),
            ORANGE.base,
            (ORANGE.light, "M270 380 Q280 240 380 205 Q330 420 340 845 L310 842 Q235 838 235 770Z"),
            (
                ORANGE.dark,
                ("M620 200 Q722 240 730 380 L765 770 Q765 838 690 842 L620 848 Q690 520 620 200Z"),
            ),
        ),
        line(
            (
                "M360 300 Q420 500 400 800 M640 330 Q590 520 610 820 M300 620 "
                "Q360 660 380 760 M700 600 Q650 640 640 730"
            ),
            ORANGE.dark,
            8,
        ),
        line("M250 810 Q500 848 750 810", ORANGE.dark, 10, stroke_dasharray="20 14"),
        rect(478, 800, 44, 60, INK, 12),
        line("M490 860 L470 900 M510 860 L530 905", INK, 7),
        rect(410, 470, 180, 76, "#FBE6D6", 10),
        label(500, 524, 44, "QX", "#CC5219", letter_spacing=6),
        *(
            path(f"M{x} {y} q16 30 0 44 q-16 -14 0 -44Z", "#86AFC4")
            for x, y in (
                (190, 220),
                (270, 130),
                (800, 250),
                (730, 120),
                (850, 440),
                (150, 440),
                (840, 640),
                (160, 660),
                (600, 80),
                (400, 70),
            )
        ),
        *(
            path(f"M{x} {y} q10 20 0 30 q-10 -10 0 -30Z", "#FBE6D6")
            for x, y in (
                (360, 400),
                (560, 340),
                (640, 500),
                (330, 560),
                (520, 640),
                (450, 720),
                (680, 700),
            )
        ),
    )


DRAWINGS: dict[str, Draw] = {
    "quillon-qx-28": quillon_qx_28,
    "quillon-qx-45": quillon_qx_45,
    "quillon-qx-rain-cover": quillon_qx_rain_cover,
}
