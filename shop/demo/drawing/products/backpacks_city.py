"""Rucksacks for work and for trains."""

from shop.demo.drawing.canvas import INK, circle, group, line, path, rect, two
from shop.demo.drawing.palette import tones
from shop.demo.drawing.scene import Draw, Drawing, ground

RED = tones("Postbox red")
PLUM = tones("Plum")
FJORD = tones("Fjord blue")


def okapi_lane_postbox_rucksack() -> Drawing:
    """Red waxed cotton roll-top rucksack with a reflective strip."""
    return Drawing(
        "wear",
        ground(500, 868, 250, 22),
        line("M300 420 C235 480 235 700 290 800", "#6B4A32", 26),
        line("M700 420 C765 480 765 700 710 800", "#5A3D28", 26),
        two(
            "M300 330 H700 L715 810 Q715 865 660 865 H340 Q285 865 285 810Z",
            RED.base,
            (RED.light, "M300 330 H350 L345 865 H285Z"),
            (RED.dark, "M620 330 H720 V870 H600Z"),
        ),
        line(
            ("M400 420 Q420 480 390 560 M590 400 Q560 470 600 540 M350 700 Q400 680 420 740"),
            RED.dark,
            6,
        ),
        two(
            "M330 560 H670 L678 770 Q678 790 655 790 H345 Q322 790 322 770Z",
            RED.light,
            (RED.base, "M480 550 H690 V800 H500Z"),
            (RED.dark, "M320 560 H680 V590 H320Z"),
        ),
        two(
            (
                "M270 230 Q500 205 730 230 Q745 232 742 250 L715 360 Q500 340 "
                "285 360 L258 250 Q255 232 270 230Z"
            ),
            RED.light,
            (RED.base, "M270 262 Q500 240 735 262 L715 360 Q500 340 285 360Z"),
            (RED.dark, "M600 200 H760 V370 H580Z"),
        ),
        line("M268 262 Q500 236 734 262", RED.dark, 6),
        path("M272 222 Q500 196 728 222 L726 236 Q500 210 274 236Z", "#F2C33C"),
        rect(474, 300, 52, 240, "#6B4A32", 8),
        rect(500, 300, 26, 240, "#573B27", 6),
        rect(456, 430, 88, 64, "#D9B45A", 10),
        rect(474, 446, 52, 32, "#6B4A32", 4),
        line("M262 262 Q230 300 262 360 M738 262 Q770 300 738 360", "#6B4A32", 18),
        rect(290, 808, 422, 30, "#DDE3E6", 6),
        path(
            (
                "M320 808 l30 30 h30 l-30 -30Z M420 808 l30 30 h30 l-30 -30Z "
                "M520 808 l30 30 h30 l-30 -30Z M620 808 l30 30 h30 l-30 -30Z"
            ),
            "#F7FAFB",
        ),
        rect(355, 640, 100, 70, "#F4EAD3", 8),
        path("M375 692 q20 -50 40 -30 q14 -14 24 30Z", "#B93A32"),
    )


def okapi_lane_tuesday_backpack() -> Drawing:
    """Plum tote backpack with two top handles and straps tucked away."""
    return Drawing(
        "wear",
        ground(500, 868, 290, 24),
        line("M370 400 C360 150 640 150 630 400", PLUM.dark, 30),
        line("M340 440 C330 130 670 130 660 440", "#D9B08C", 26),
        two(
            (
                "M225 395 Q500 370 775 395 Q790 397 788 415 L765 820 Q762 865 "
                "715 865 H285 Q238 865 235 820 L212 415 Q210 397 225 395Z"
            ),
            PLUM.base,
            (PLUM.light, "M212 395 H290 L310 865 H235Z"),
            (PLUM.dark, "M680 370 H800 V870 H660 Q700 620 680 370Z"),
        ),
        rect(225, 412, 550, 14, PLUM.dark, 7),
        rect(700, 404, 60, 30, "#E8C77A", 8),
        line("M222 440 Q252 640 262 850 M778 440 Q748 640 738 850", "#E3E8EA", 8),
        two(
            "M340 540 H660 V760 Q660 785 635 785 H365 Q340 785 340 760Z",
            PLUM.light,
            (PLUM.base, "M500 530 H670 V790 H500Z"),
        ),
        line("M340 562 H660", PLUM.dark, 9),
        rect(625, 552, 22, 44, "#E8C77A", 6),
        rect(328, 420, 26, 70, "#C2956E", 6),
        rect(646, 420, 26, 70, "#C2956E", 6),
        two(
            "M716 410 L740 195 Q752 160 782 170 Q806 182 800 215 L766 412Z",
            "#D9A05B",
            ("#B97F3C", "M766 170 Q806 182 800 215 L768 412 H744Z"),
            ("#EBC48E", "M735 260 l40 -14 l4 18 l-42 16Z M730 310 l40 -14 l4 18 l-42 16Z"),
        ),
        path("M690 396 Q740 388 790 402 L786 440 H690Z", PLUM.dark),
        rect(420, 640, 100, 66, "#F4EAD3", 8),
        path("M440 690 q20 -46 40 -28 q14 -14 24 28Z", PLUM.base),
    )


def skarholt_kabin_38() -> Drawing:
    """Fjord blue boxy travel backpack with a zip all the way round."""
    return Drawing(
        "wear",
        ground(500, 868, 260, 24),
        line("M420 190 C420 140 580 140 580 190", INK, 24),
        line("M745 440 C800 440 800 600 745 600", INK, 22),
        two(
            (
                "M300 190 H700 Q750 190 750 240 V815 Q750 865 700 865 H300 Q250 "
                "865 250 815 V240 Q250 190 300 190Z"
            ),
            FJORD.base,
            (FJORD.light, "M250 190 H310 V865 H250Z"),
            (FJORD.dark, "M660 190 H760 V870 H640Z"),
        ),
        line("M286 226 H714 V829 H286Z", "#E6D3B0", 7, stroke_dasharray="5 9"),
        rect(690, 500, 34, 54, "#E6D3B0", 8),
        rect(690, 566, 34, 54, "#D4BD92", 8),
        two(
            "M320 470 H660 V760 Q660 790 630 790 H350 Q320 790 320 760Z",
            FJORD.light,
            (FJORD.base, "M490 460 H670 V800 H490Z"),
        ),
        line("M320 495 H660", FJORD.dark, 10),
        rect(600, 486, 22, 46, "#E6D3B0", 6),
        rect(330, 280, 320, 130, FJORD.dark, 16),
        line("M352 345 H628", "#E6D3B0", 5, stroke_dasharray="5 9"),
        line("M236 330 H760 M236 690 H760", INK, 16, opacity=0.9),
        rect(420, 314, 70, 34, "#E8A04B", 6),
        rect(420, 674, 70, 34, "#E8A04B", 6),
        group(
            "translate(770 480) rotate(-12)",
            rect(0, 0, 84, 130, "#F4EAD3", 10),
            circle(42, 18, 8, FJORD.base),
            line("M16 50 H68 M16 74 H68 M16 98 H48", FJORD.base, 6),
            line("M42 -2 C40 -30 20 -40 10 -52", INK, 6),
        ),
    )


DRAWINGS: dict[str, Draw] = {
    "okapi-lane-postbox-rucksack": okapi_lane_postbox_rucksack,
    "okapi-lane-tuesday-backpack": okapi_lane_tuesday_backpack,
    "skarholt-kabin-38": skarholt_kabin_38,
}
