"""Trousers for bicycles, and for puddles."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, line, path, rect, two
from shop.demo.drawing.palette import Tones, tones
from shop.demo.drawing.parts.labels import patch
from shop.demo.drawing.parts.trousers import Trousers
from shop.demo.drawing.scene import Draw, Drawing, ground

NAVY = tones("Navy")
MOSS = tones("Moss")
YELLOW = tones("Yellow")
REFLECTING = Tones("#DDE3E6", "#AEB9BD", "#F6F8F9")
RED = "#D5402F"


def okapi_lane_dispatch() -> Drawing:
    """Navy chinos, the right hem turned up over a reflective band."""
    cut = Trousers(NAVY, hip=166, foot=150, gap=34)
    return Drawing(
        "wear",
        ground(500, 880, 220, 18),
        cut.inside(NAVY.dark),
        cut.legs(),
        line("M402 420 Q396 640 404 760 M598 420 Q604 640 596 850", NAVY.dark, 5),
        cut.band(),
        cut.loops(),
        cut.fly("#E8DCC0"),
        cut.hand_pockets(NAVY.dark),
        cut.turn_up(NAVY, right=False, deep=0.17),
        cut.turn_up(REFLECTING, right=False, deep=0.14),
        cut.stitches(NAVY.dark, right=True),
        line("M370 800 L440 806", "#FFFFFF", 8),
        rect(352, 366, 12, 92, NAVY.dark, 5),
        patch(582, 196, "OK", ground="#F4EAD3", print_="#2E4A6B", width=56),
    )


def okapi_lane_dispatch_detail() -> Drawing:
    """Moss green, from behind, on a saddle."""
    cut = Trousers(MOSS, waist=170, crotch=560, hem=1020, hip=236, foot=320, gap=110)
    top = two(
        "M240 -10 Q300 100 270 190 H730 Q700 100 760 -10Z",
        "#DCE4E6",
        ("#EEF2F3", "M240 -10 Q300 100 270 190 H360 V-10Z"),
        ("#B9C5C9", "M640 -10 H760 Q700 100 730 190 H640Z"),
    )
    return Drawing(
        "wear",
        top,
        cut.legs(),
        line("M500 670 V1000", "#59646A", 44),
        line("M490 670 V1000", "#8E979C", 16),
        two(
            "M300 640 Q340 560 500 560 Q660 560 700 640 Q710 720 600 716 Q540 700 500 740 "
            "Q460 700 400 716 Q290 720 300 640Z",
            "#3A2E28",
            ("#5B463A", "M290 560 H400 Q340 620 350 720 H290Z"),
            ("#241C18", "M620 560 H710 V730 H580Z"),
        ),
        line("M330 620 Q500 560 670 620", "#6A5243", 7),
        # the double seat has no seam in its middle
        two(
            "M296 344 Q500 300 704 344 Q740 480 690 590 Q600 540 500 544 Q400 540 310 590 "
            "Q260 480 296 344Z",
            MOSS.base,
            (MOSS.light, "M250 300 H390 Q340 460 370 600 H250Z"),
            (MOSS.dark, "M640 300 H750 V600 H620Z"),
        ),
        line(
            "M302 352 Q500 308 698 352 Q732 480 688 578 Q600 530 500 534 Q400 530 312 578 "
            "Q268 480 302 352",
            "#B7C6A4",
            5,
            stroke_dasharray="13 9",
        ),
        cut.band(deep=62, rise=44),
        rect(486, 116, 28, 84, MOSS.dark, 6),
        rect(320, 152, 24, 78, MOSS.dark, 6),
        rect(656, 152, 24, 78, MOSS.dark, 6),
        two(
            "M712 500 L800 470 L846 650 L756 672Z",
            MOSS.base,
            (MOSS.dark, "M770 460 H860 V690 H800Z"),
        ),
        group("rotate(-15 760 470)", rect(722, 430, 62, 90, "#33393D", 10)),
        path("M716 512 L804 482 L846 650 L756 672Z", MOSS.dark),
        line("M718 514 L804 486", "#B7C6A4", 6, stroke_dasharray="13 9"),
        patch(566, 250, "OK", ground="#F4EAD3", print_="#53683F", width=70),
    )


def _dungarees(*, back: bool) -> str:
    """Draw the legs of the child's dungarees up to the waist."""
    cut = Trousers(YELLOW, waist=420, crotch=600, hem=830, hip=196, foot=214, gap=34)
    shapes = [cut.legs()]
    if not back:
        shapes.append(cut.double_knees(0.52, 0.82))
    shapes.append(cut.hems(YELLOW.dark, at=0.955, width=5))
    return joined(shapes)


def okapi_lane_small_puddle_dungarees() -> Drawing:
    """Yellow rain dungarees with red snaps and a grey puddle on the bib."""
    base, dark, light = YELLOW
    strap = line("M402 330 Q380 200 420 130 Q460 90 484 130", light, 42)
    other = line("M598 330 Q620 200 580 130 Q540 90 516 130", dark, 42)
    return Drawing(
        "wear",
        ground(500, 872, 250, 20),
        line("M350 826 Q350 876 400 876 Q452 876 452 826", "#59646A", 12),
        line("M550 826 Q550 876 600 876 Q652 876 652 826", "#59646A", 12),
        path("M370 300 H630 L612 250 Q500 226 388 250Z", dark),
        other,
        strap,
        _dungarees(back=False),
        two(
            "M372 306 Q500 280 628 306 Q640 400 694 470 L690 510 H310 L306 470 Q360 400 372 306Z",
            base,
            (light, "M372 306 L432 296 Q430 420 400 520 H300 V470 Q360 400 372 306Z"),
            (dark, "M628 306 Q640 400 694 470 V520 H610 Q600 400 580 296Z"),
        ),
        line("M380 322 Q500 298 620 322", dark, 5, stroke_dasharray="12 9"),
        rect(372, 316, 64, 34, light, 8),
        rect(564, 316, 64, 34, base, 8),
        *(circle(x, 334, 22, RED) + circle(x - 7, 327, 7, "#F09A92") for x in (404, 596)),
        *(circle(x, 476, 17, RED) + circle(x - 5, 471, 5, "#F09A92") for x in (338, 662)),
        ellipse(500, 426, 104, 30, "#C3CDD2"),
        ellipse(452, 440, 56, 20, "#C3CDD2"),
        ellipse(560, 412, 56, 20, "#C3CDD2"),
        ellipse(500, 424, 58, 14, "#EEF2F3"),
        ellipse(500, 424, 34, 8, "#C3CDD2"),
        path("M500 330 q18 26 0 40 q-18 -14 0 -40Z", "#C3CDD2"),
    )


def okapi_lane_small_puddle_dungarees_detail() -> Drawing:
    """From behind, hanging by crossed straps and dripping."""
    base, dark, light = YELLOW
    drops = ((390, 912), (418, 956), (590, 920), (634, 966), (360, 960))
    return Drawing(
        "wear",
        line("M60 96 Q500 124 940 96", "#59646A", 12),
        _dungarees(back=True),
        line("M352 824 Q352 880 400 880 Q452 880 452 824", "#59646A", 14),
        line("M548 824 Q548 880 600 880 Q650 880 650 824", "#59646A", 14),
        two(
            "M330 330 Q500 296 670 330 Q690 420 696 510 H304 Q310 420 330 330Z",
            base,
            (light, "M330 330 L400 316 Q390 420 396 520 H300Z"),
            (dark, "M670 330 L590 316 Q610 420 606 520 H700Z"),
        ),
        line("M304 500 H696", dark, 6, stroke_dasharray="12 9"),
        line("M610 330 Q560 230 440 110", dark, 42),
        line("M390 330 Q440 230 560 110", light, 42),
        rect(466, 186, 68, 60, base, 10, transform="rotate(0 500 216)"),
        rect(420, 262, 52, 30, "#59646A", 6, transform="rotate(-58 446 277)"),
        rect(528, 262, 52, 30, "#59646A", 6, transform="rotate(58 554 277)"),
        *(rect(x, 70, 34, 76, "#B98250", 8) for x in (424, 542)),
        *(rect(x + 20, 70, 14, 76, "#99683A", 6) for x in (424, 542)),
        line("M500 510 V600", dark, 6),
        *(path(f"M{x} {y} q15 28 0 40 q-15 -12 0 -40Z", "#86AFC4") for x, y in drops),
        ellipse(500, 990, 250, 22, "#86AFC4", opacity=0.5),
    )


DRAWINGS: dict[str, Draw] = {
    "okapi-lane-dispatch": okapi_lane_dispatch,
    "okapi-lane-dispatch-detail": okapi_lane_dispatch_detail,
    "okapi-lane-small-puddle-dungarees": okapi_lane_small_puddle_dungarees,
    "okapi-lane-small-puddle-dungarees-detail": okapi_lane_small_puddle_dungarees_detail,
}
