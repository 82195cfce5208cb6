"""Tents, shelters, and what goes under and mends them."""

from collections.abc import Iterator

from shop.demo.drawing.canvas import circle, ellipse, group, label, line, path, rect, two
from shop.demo.drawing.palette import tones
from shop.demo.drawing.parts.tent import Dome, doorway, family_dome, guy_lines, rolled_door
from shop.demo.drawing.scene import Draw, Drawing, ground

MOSS = tones("Moss green")
ORANGE = tones("Orange")
TIN = tones("Yellow")
CREAM = "#F6E7C8"


def cairn_2(*, open_: bool = True) -> Iterator[str]:
    """Draw the Cairn for two, with its door rolled open or zipped."""
    tent = Dome(MOSS, width=676, height=472)
    yield tent.cloth()
    if open_:
        yield doorway(500, 125, top=470, foot=802)
    yield tent.poles()
    yield line("M500 468 C570 500 615 640 625 796", "#F0C77C", 7)
    if open_:
        yield rolled_door(MOSS, 641, top=600, foot=802)
    else:
        yield line("M500 468 C430 500 385 640 375 796", "#F0C77C", 7)


def cairn_3() -> Iterator[str]:
    """Draw the Cairn for three, with a door on either side of the middle pole."""
    tent = Dome(MOSS, width=866, height=430, foot=806)
    yield tent.cloth()
    yield from (doorway(x, 95, top=535, foot=806) for x in (352, 655))
    yield tent.poles()
    yield line("M505 378 V805", MOSS.dark, 6)
    yield from (rolled_door(MOSS, x, top=600, foot=806) for x in (468, 771))


def fellgarth_cairn_2() -> Drawing:
    """Moss green two-person dome tent with its door rolled open."""
    return Drawing(
        "camp",
        ground(505, 808, 400, 34),
        guy_lines(
            ((168, 800, 70, 838), (842, 800, 935, 838), (330, 455, 95, 800), (690, 455, 910, 800))
        ),
        *cairn_2(),
    )


def fellgarth_cairn_3() -> Drawing:
    """Wide moss green dome tent with two doors, for three people."""
    return Drawing(
        "camp",
        ground(505, 812, 450, 36),
        guy_lines(((70, 805, 15, 835), (935, 805, 985, 835))),
        *cairn_3(),
    )


def halfpenny_lay_by_4() -> Drawing:
    """Large orange family dome tent with a cream door and guy lines."""
    return Drawing(
        "camp",
        ground(500, 822, 455, 36),
        family_dome(ORANGE),
    )


def quillon_sl1() -> Drawing:
    """Slate grey pyramid shelter for one, pitched with a trekking pole."""
    return Drawing(
        "camp",
        ground(505, 825, 400, 32),
        line("M140 815 L60 850 M860 815 L945 848", "#F6F0E0", 4),
        two(
            "M140 815 L500 235 L860 815 Q680 850 520 840 Q330 848 140 815Z",
            "#7C8A92",
            ("#66747C", "M500 235 L860 815 L660 842Z"),
            ("#93A1A8", "M140 815 L500 235 L330 835Z"),
        ),
        two("M408 838 L500 235 L605 838Z", "#39444A", ("#46535A", "M408 838 L500 235 L500 838Z")),
        two(
            "M410 838 L500 235 L455 560 Q430 640 380 700 L340 835Z",
            "#A9B5BB",
            ("#93A1A8", "M440 560 L380 700 L360 840 H420Z"),
        ),
        path("M415 838 L440 770 H580 L604 838Z", "#C8513C"),
        path("M415 838 L440 770 H500 V838Z", "#D9654E"),
        line("M502 242 L508 812", "#1F2A30", 12),
        line("M502 242 L504 330", "#C8513C", 16),
        line("M500 238 V205", "#1F2A30", 10),
        path("M560 345 L608 415 L572 405Z", "#2B363C"),
        line("M330 835 L500 235 M660 842 L500 235", "#5A676E", 5),
        *(
            rect(x, y, 10, 34, "#E3B23C", 4)
            for x, y in ((136, 806), (326, 826), (655, 830), (856, 806))
        ),
    )


def fellgarth_cairn_footprint() -> Drawing:
    """Charcoal tent groundsheet, half unfolded, with orange corner tabs."""
    return Drawing(
        "camp",
        ground(500, 842, 450, 40),
        line(
            (
                "M285 575 C330 400 410 290 505 290 C600 290 680 400 725 575 "
                "M400 300 C470 360 520 460 540 570 M610 300 C545 360 490 460 "
                "470 570"
            ),
            "#9DB497",
            6,
            stroke_dasharray="4 20",
        ),
        two(
            "M275 560 H730 L920 835 H85Z",
            "#4B5257",
            ("#3C4246", "M560 560 H730 L920 840 H640Z"),
            ("#5B6368", "M275 560 H340 L200 835 H85Z"),
        ),
        line("M296 582 H712 L868 810 H140Z", "#7D868B", 5, stroke_dasharray="18 13"),
        path("M700 838 L880 772 L925 842Z", "#B9CAB4"),
        two(
            "M700 836 L878 774 L795 716 Q735 720 700 836Z",
            "#8B959A",
            ("#757F84", "M740 836 L878 774 L840 744Z"),
        ),
        *(
            group(
                f"translate({x} {y}) rotate({r})",
                rect(-36, -15, 72, 30, "#E07B39", 8),
                rect(-36, 0, 72, 15, "#C5642A", 6),
                circle(14, 0, 8, "#DFE8DC"),
            )
            for x, y, r in ((268, 556, 215), (738, 556, -35), (88, 836, 150), (792, 714, 230))
        ),
        line("M60 800 L82 860", "#D5DADC", 10),
        line("M52 806 L70 798", "#D5DADC", 10),
        ellipse(560, 752, 118, 12, "#1E2225", opacity=0.35),
        group(
            "translate(445 665)",
            two(
                "M0 20 Q0 0 20 0 H190 Q215 0 215 45 Q215 90 190 90 H20 Q0 90 0 70Z",
                "#5E7F52",
                ("#4A6841", "M0 50 H220 V100 H0Z"),
                ("#7A9A6B", "M0 0 H220 V18 H0Z"),
            ),
            ellipse(196, 45, 18, 42, "#39512F"),
            ellipse(196, 45, 8, 20, "#2C4025"),
            line("M60 0 V90 M120 0 V90", "#E8DCC0", 7),
        ),
    )


def fellgarth_pole_repair_kit() -> Drawing:
    """Open yellow repair tin with pole splints, cord and fabric patches."""
    return Drawing(
        "camp",
        ground(500, 800, 380, 40),
        two(
            "M250 235 H750 Q780 235 780 265 V520 H220 V265 Q220 235 250 235Z",
            TIN.dark,
            ("#BF8C1A", "M220 480 H780 V530 H220Z"),
        ),
        rect(245, 262, 510, 235, TIN.light, 18),
        *(rect(282, 292 + i * 36, [300, 240, 270, 180][i], 14, "#D49E22", 7) for i in range(4)),
        line("M640 330 l40 40 m0 -40 l-40 40", "#C8513C", 12),
        circle(660, 430, 28, "#5E7F52"),
        rect(232, 512, 16, 26, "#8F6A14", 4),
        rect(752, 512, 16, 26, "#8F6A14", 4),
        two(
            "M200 530 H800 V760 Q800 800 760 800 H240 Q200 800 200 760Z",
            TIN.base,
            (TIN.dark, "M200 720 H800 V820 H200Z"),
            (TIN.light, "M200 530 H250 V800 H200Z"),
        ),
        rect(222, 530, 556, 62, "#8F6A14", 10),
        group(
            "translate(255 515) rotate(-9)",
            rect(0, 0, 210, 34, "#C9D2D6", 17),
            rect(0, 17, 210, 17, "#A5B0B6", 12),
            ellipse(10, 17, 9, 15, "#6B767C"),
        ),
        group(
            "translate(275 552) rotate(-4)",
            rect(0, 0, 210, 34, "#C9D2D6", 17),
            rect(0, 17, 210, 17, "#A5B0B6", 12),
            ellipse(10, 17, 9, 15, "#6B767C"),
        ),
        group(
            "translate(500 490) rotate(12)",
            rect(0, 0, 110, 90, "#5E7F52", 10),
            rect(0, 45, 110, 45, "#4A6841", 10),
        ),
        group(
            "translate(570 500) rotate(-6)",
            rect(0, 0, 100, 84, "#C8513C", 10),
            rect(0, 42, 100, 42, "#AB4230", 10),
        ),
        line(
            ("M690 575 C660 520 740 500 742 545 C744 585 690 590 700 540 C712 500 770 520 760 570"),
            "#2E3B33",
            10,
        ),
        path("M222 592 H778 V610 H222Z", TIN.dark),
        label(500, 705, 54, "FELLGARTH", "#6A4D0C", letter_spacing=6),
    )


DRAWINGS: dict[str, Draw] = {
    "fellgarth-cairn-2": fellgarth_cairn_2,
    "fellgarth-cairn-3": fellgarth_cairn_3,
    "halfpenny-lay-by-4": halfpenny_lay_by_4,
    "quillon-sl1": quillon_sl1,
    "fellgarth-cairn-footprint": fellgarth_cairn_footprint,
    "fellgarth-pole-repair-kit": fellgarth_pole_repair_kit,
}
