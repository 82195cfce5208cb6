"""A plain daypack, a taller roll-top, a mountain pack."""

from shop.demo.drawing.canvas import INK, circle, joined, line, path, rect, two
from shop.demo.drawing.palette import STEEL, Tones, shaded, tones
from shop.demo.drawing.parts.backpack import Pack, grab_loop, shoulder_straps
from shop.demo.drawing.parts.labels import half_mark, hill_label
from shop.demo.drawing.parts.surfaces import rod, stitches, topped
from shop.demo.drawing.scene import Draw, Drawing, ground

NAVY = tones("Navy")
RED = tones("Postbox red")
SLATE = tones("Slate blue")
YELLOW = Tones("#F2C33C", "#CF9E1E", "#F9DA72")
ERRAND = Pack(NAVY, trim="#C9D2D6", height=600, top_half=210, foot_half=225)
STELL = Pack(SLATE, trim="#E8A04B", height=700, top_half=165, foot_half=180, foot=872)


def halfpenny_errand_22() -> Drawing:
    """Plain navy daypack with a front pocket, mesh sleeves and thin straps."""
    return Drawing(
        "wear",
        ground(500, 868, 270, 22),
        grab_loop(272),
        line("M330 360 C236 440 230 660 300 800 M670 360 C764 440 770 660 700 800", NAVY.dark, 26),
        ERRAND.body(),
        ERRAND.side_pockets(650, mesh="#56687D"),
        *(line(f"M{x} 640 v150 M{x + 18} 636 v150", "#7E8FA3", 4) for x in (258, 704)),
        ERRAND.arched_zip(470),
        ERRAND.front_pocket(590, 220),
        rect(440, 650, 120, 88, "#F4EAD3", 10),
        half_mark(500, 716, 64, NAVY.base),
        stitches("M336 790 H664", NAVY.dark),
    )


def halfpenny_errand_22_detail() -> Drawing:
    """Back of the navy daypack: flat, narrow straps, a strap buckle close to the viewer."""
    return Drawing(
        "wear",
        ground(480, 902, 290, 22),
        grab_loop(206),
        Pack(NAVY, height=700, top_half=230, foot_half=255, foot=900).body(),
        path("M330 300 Q500 250 670 300 L700 840 Q500 862 300 840Z", NAVY.dark, opacity=0.55),
        stitches("M330 300 Q500 250 670 300 L700 840 Q500 862 300 840Z", NAVY.light),
        shoulder_straps(NAVY, top=250, foot=660, trim="#59646A"),
        rect(452, 286, 96, 64, "#F4EAD3", 8),
        half_mark(500, 336, 48, NAVY.base),
        circle(736, 756, 190, "#F7F0E6"),
        circle(736, 756, 178, "#EFE4D6"),
        two(
            "M558 756 a178 178 0 1 1 356 0 a178 178 0 1 1 -356 0Z",
            "#EFE4D6",
            path("M640 540 H830 L810 720 H660Z", NAVY.base),
            path("M640 540 H690 L700 720 H660Z", NAVY.light),
            stitches("M660 560 L676 700 M812 560 L794 700", NAVY.light, 5),
            rect(700, 730, 72, 240, "#3A4752"),
            rect(700, 730, 20, 240, "#55646F"),
            rect(650, 694, 172, 90, INK, 16),
            rect(676, 716, 120, 16, "#4B5A63", 8),
            rect(676, 748, 120, 16, "#4B5A63", 8),
            rect(650, 694, 172, 14, "#59646A", 7),
        ),
    )


def okapi_lane_big_postbox() -> Drawing:
    """Tall red waxed roll-top with a chest strap and a reflective strip along its foot."""
    return Drawing(
        "wear",
        ground(500, 884, 270, 22),
        line("M296 330 C210 420 214 720 280 836", "#6B4A32", 28),
        line("M704 330 C790 420 786 720 720 836", "#5A3D28", 28),
        line("M250 470 C330 520 670 520 750 470", "#3A2A20", 18),
        two(
            "M288 230 H712 L738 826 Q738 882 682 882 H318 Q262 882 262 826Z",
            RED.base,
            (RED.light, "M240 220 H344 L336 890 H240Z"),
            (RED.dark, "M628 220 H760 V890 H606Z"),
        ),
        line(
            "M390 330 Q414 400 380 480 M610 330 Q580 400 616 470 M330 780 Q390 750 410 810",
            RED.dark,
            6,
        ),
        line("M262 480 Q500 540 738 480", "#5A3D28", 22),
        rect(456, 494, 88, 46, INK, 8),
        rect(474, 506, 52, 22, "#59646A", 5),
        two(
            "M310 590 H690 L698 790 Q698 806 680 806 H320 Q302 806 302 790Z",
            RED.light,
            (RED.base, "M490 580 H720 V820 H510Z"),
            (RED.dark, "M300 590 H700 V622 H300Z"),
        ),
        *(circle(x, 606, 11, "#D9B45A") for x in (350, 650)),
        two(
            "M256 120 Q500 96 744 120 Q760 122 757 140 L726 262 Q500 240 274 262 L243 140 "
            "Q240 122 256 120Z",
            RED.light,
            (RED.base, "M256 160 Q500 138 750 160 L726 262 Q500 240 274 262Z"),
            (RED.dark, "M610 90 H770 V270 H590Z"),
        ),
        line("M252 160 Q500 134 748 160 M258 196 Q500 172 742 196", RED.dark, 6),
        path("M258 112 Q500 86 742 112 L740 126 Q500 100 260 126Z", "#F2C33C"),
        rect(474, 196, 52, 250, "#6B4A32", 8),
        rect(502, 196, 24, 250, "#573B27", 6),
        rect(456, 340, 88, 64, "#D9B45A", 10),
        rect(474, 356, 52, 32, "#6B4A32", 4),
        line("M248 160 Q214 200 248 262 M752 160 Q786 200 752 262", "#6B4A32", 18),
        rect(264, 826, 472, 30, "#DDE3E6", 6),
        *(path(f"M{x} 826 l30 30 h30 l-30 -30Z", "#F7FAFB") for x in (300, 400, 500, 600)),
        rect(340, 670, 100, 70, "#F4EAD3", 8),
        path("M360 722 q20 -50 40 -30 q14 -14 24 30Z", "#B93A32"),
    )


def okapi_lane_big_postbox_detail() -> Drawing:
    """Roll-top unrolled: yellow lining, a laptop sliding into the padded sleeve."""
    return Drawing(
        "wear",
        ground(500, 902, 310, 22),
        two(
            "M196 330 Q500 250 804 330 L780 480 H220Z",
            YELLOW.dark,
            (YELLOW.base, "M180 240 H620 L560 500 H220Z"),
            (YELLOW.light, "M180 300 H330 L320 500 H200Z"),
        ),
        two(
            "M330 60 H684 Q704 60 704 80 V520 H310 V80 Q310 60 330 60Z",
            STEEL.base,
            (STEEL.light, "M300 50 H380 V530 H300Z"),
            (STEEL.dark, "M640 50 H720 V530 H640Z"),
        ),
        circle(507, 230, 34, STEEL.dark),
        circle(504, 227, 26, STEEL.light),
        two(
            "M290 410 Q500 440 724 410 L716 560 H298Z",
            YELLOW.base,
            (YELLOW.light, "M280 400 H380 V570 H280Z"),
            (YELLOW.dark, "M650 400 H740 V570 H650Z"),
            *(line(f"M{x} 400 V570", YELLOW.dark, 5) for x in range(330, 700, 46)),
        ),
        line("M290 410 Q500 440 724 410", "#A97C1E", 10),
        two(
            "M196 330 Q200 470 500 486 Q800 470 804 330 L778 850 Q776 900 726 900 H274 "
            "Q224 900 222 850Z",
            RED.base,
            (RED.light, "M180 320 H300 L310 910 H200Z"),
            (RED.dark, "M690 320 H820 V910 H670Z"),
        ),
        path(
            "M196 330 Q200 470 500 486 Q800 470 804 330 L800 366 Q790 510 500 526 "
            "Q210 510 200 366Z",
            "#F2C33C",
        ),
        line("M360 620 Q400 700 370 800 M640 600 Q610 690 640 780", RED.dark, 7),
        rect(474, 500, 52, 190, "#6B4A32", 8),
        rect(502, 500, 24, 190, "#573B27", 6),
        rect(232, 840, 536, 30, "#DDE3E6", 6),
        *(path(f"M{x} 840 l30 30 h30 l-30 -30Z", "#F7FAFB") for x in (280, 390, 500, 610)),
    )


def fellgarth_stell_34() -> Drawing:
    """Slim slate blue mountain rucksack with a lid, side straps and an ice axe."""
    return Drawing(
        "wear",
        ground(500, 876, 220, 20),
        grab_loop(166, "#E8A04B"),
        STELL.body(),
        *(
            line(f"M{a} {y} L{b} {y + 16}", INK, 13) + rect(b - 16, y + 2, 32, 28, "#E8A04B", 5)
            for y in (470, 640)
            for a, b in ((330, 390), (670, 610))
        ),
        STELL.lid(buckles=False),
        line("M500 390 V560", INK, 16),
        rect(480, 470, 40, 36, "#E8A04B", 6),
        line("M420 270 Q500 286 580 270", SLATE.light, 6),
        rod("M590 820 L634 300", STEEL, 24),
        path("M560 312 Q620 250 740 296 Q690 296 640 330 L560 330Z", STEEL.dark),
        path("M560 312 Q620 258 720 290 Q650 286 620 314Z", STEEL.light),
        path("M566 310 L528 300 L530 334 L570 330Z", STEEL.base),
        path("M580 820 L602 824 L584 880Z", STEEL.dark),
        line("M560 800 q34 40 70 6", "#E8A04B", 12),
        line("M590 560 q30 -16 46 8", "#E8A04B", 12),
        hill_label(380, 700, SLATE.base),
        stitches("M340 830 H650", SLATE.dark),
    )


def fellgarth_stell_34_detail() -> Drawing:
    """Back of the slate blue pack, its foam sheet half out, a hose over one strap."""
    foam = shaded("#E0A85A")
    folds = joined(line(f"M350 {y} H650", foam.dark, 6) for y in (110, 190, 270))
    return Drawing(
        "wear",
        ground(500, 902, 260, 20),
        topped("M340 50 H660 V420 H340Z", foam, (50, 420), folds, light=0.1, dark=0),
        Pack(SLATE, height=700, top_half=200, foot_half=220, foot=900).body(),
        two(
            "M344 280 H656 L668 820 Q500 850 332 820Z",
            SLATE.dark,
            ("#FFFFFF18", "M330 270 H430 V850 H320Z"),
        ),
        rect(336, 268, 328, 26, INK, 10),
        stitches("M352 306 H648 M344 800 Q500 826 656 800", SLATE.light),
        shoulder_straps(SLATE, top=300, foot=690, trim=INK),
        line("M560 240 C680 220 700 380 668 520 C660 580 700 620 690 700", "#A9CBD8", 22),
        line("M560 240 C680 220 700 380 668 520 C660 580 700 620 690 700", "#E6F1F5", 7),
        rect(642, 470, 56, 20, INK, 6),
        rect(672, 690, 36, 60, INK, 10),
        path("M676 746 h28 l8 44 h-44Z", "#8C9A5B"),
        line("M280 800 C220 790 190 820 160 850 M720 800 C780 790 810 820 840 850", INK, 20),
        rect(140, 836, 44, 34, "#E8A04B", 6),
        rect(816, 836, 44, 34, "#E8A04B", 6),
    )


DRAWINGS: dict[str, Draw] = {
    "halfpenny-errand-22": halfpenny_errand_22,
    "halfpenny-errand-22-detail": halfpenny_errand_22_detail,
    "okapi-lane-big-postbox": okapi_lane_big_postbox,
    "okapi-lane-big-postbox-detail": okapi_lane_big_postbox_detail,
    "fellgarth-stell-34": fellgarth_stell_34,
    "fellgarth-stell-34-detail": fellgarth_stell_34_detail,
}
