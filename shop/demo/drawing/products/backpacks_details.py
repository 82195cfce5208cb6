"""Second views of the rucksacks: from behind, open, under way."""

from shop.demo.drawing.canvas import INK, circle, ellipse, group, joined, line, path, rect, two
from shop.demo.drawing.palette import Tones, tones
from shop.demo.drawing.parts.backpack import Pack, grab_loop, shoulder_straps
from shop.demo.drawing.parts.cloth import folded
from shop.demo.drawing.parts.labels import hill_label
from shop.demo.drawing.parts.pack_back import (
    back_panel,
    chest_strap,
    mesh,
    phone,
    roll,
    roll_top,
)
from shop.demo.drawing.parts.volumes import cylinder
from shop.demo.drawing.scene import Draw, Drawing, ground

COAL = tones("Coal")
LICHEN = tones("Lichen")
ORANGE = tones("Signal orange")
MUSTARD = tones("Mustard")
FJORD = tones("Fjord blue")
BOTTLE = tones("Bottle green")
PADDING = Tones("#59646A", "#43505A", "#78848B")
AMBER = "#E6A23C"


def quillon_qx_28_detail() -> Drawing:
    """Back of the coal black daypack: mesh that stands off, and a belt with two pockets."""
    pack = Pack(COAL)
    pockets = (
        rect(x, 712, 76, 54, COAL.light, 12) + line(f"M{x + 12} 726 h52", AMBER, 7)
        for x in (178, 746)
    )
    return Drawing(
        "wear",
        ground(500, 868, 300, 24),
        grab_loop(),
        pack.side_pockets(520, mesh="#5B636A"),
        pack.body(),
        back_panel(300, 800, Tones("#A9B2B7", "#7E898F", "#C9D0D4")),
        phone(762, 640, 50, 90),
        pack.hip_belt(690),
        *pockets,
        shoulder_straps(PADDING, top=262, foot=600, trim=AMBER),
        chest_strap(430, AMBER),
        line("M430 268 L452 214 M570 268 L548 214", INK, 12),
    )


def _packed() -> str:
    """Draw what lies in the trekking pack, as its description says it should."""
    return joined(
        (
            rect(380, 250, 260, 600, "#3F4A22"),
            cylinder(560, 330, 74, 360, tones("Orange"), radius=30),
            line("M560 420 H634 M560 600 H634", "#3A4248", 12),
            cylinder(400, 320, 132, 104, tones("Cream"), radius=16),
            line("M408 352 H524", "#D9533F", 10),
            two(
                "M396 470 q0 -36 60 -36 q86 0 86 36 q0 26 -20 30 v50 h-110 v-50 q-16 -4 -16 -30Z",
                "#D9A05B",
                ("#EBC48E", "M390 420 h44 v140 h-44Z"),
                ("#B97F3C", "M508 420 h50 v140 h-50Z"),
            ),
            cylinder(396, 566, 146, 112, tones("Steel"), radius=12),
            line("M396 592 H542", "#59646A", 6),
            roll(384, 700, 262, 124, tones("Fjord blue")),
        )
    )


def quillon_qx_45_detail() -> Drawing:
    """Trekking pack from the side, its side zip open: how it is meant to be packed."""
    opening = (
        "M404 330 Q396 300 430 296 H590 Q628 300 634 330 L648 760 Q648 822 600 826 "
        "H430 Q388 822 388 770Z"
    )
    return Drawing(
        "wear",
        ground(510, 896, 270, 22),
        line("M664 250 C760 300 790 480 740 640 L690 760", PADDING.dark, 46),
        line("M660 250 C750 300 776 480 728 632", PADDING.light, 14),
        line("M736 640 L690 800", INK, 14),
        two(
            "M664 690 Q760 660 850 706 L900 760 L884 786 Q780 760 680 800Z",
            LICHEN.dark,
            ("#59632F", "M660 742 Q780 720 900 772 V800 H660Z"),
        ),
        rect(872, 752, 44, 30, INK, 6),
        two(
            "M360 300 Q352 232 420 226 H620 Q672 232 676 300 L700 800 Q702 872 636 880 "
            "H404 Q330 872 334 790Z",
            LICHEN.base,
            (LICHEN.light, "M320 200 H392 L384 900 H320Z"),
            (LICHEN.dark, "M648 200 H720 V900 H660Z"),
        ),
        two(opening, "#3F4A22", _packed()),
        line(opening, AMBER, 10, stroke_dasharray="9 8"),
        two(
            "M404 330 Q396 300 430 296 Q330 320 300 420 Q262 600 300 760 Q330 820 392 822 "
            "Q380 800 388 770Z",
            LICHEN.light,
            (LICHEN.base, "M372 280 Q330 520 372 840 H440 V280Z"),
        ),
        rect(296, 590, 20, 52, AMBER, 7),
        two(
            "M346 262 Q340 132 470 122 Q700 112 706 216 Q708 262 690 282 Q520 318 356 290Z",
            LICHEN.dark,
            (LICHEN.base, "M340 100 H620 Q600 220 596 310 H330Z"),
            (LICHEN.light, "M330 100 H430 Q392 200 404 310 H330Z"),
        ),
        rect(466, 212, 120, 12, AMBER, 6),
    )


def quillon_qx_rain_cover_detail() -> Drawing:
    """Back of a rucksack in its cover: the edge drawn tight, one buckle across the back."""
    rim = (
        "M300 360 Q310 250 500 240 Q690 250 700 360 L728 740 Q724 800 660 806 "
        "Q500 820 340 806 Q276 800 272 740Z"
    )
    puckers = joined(
        line(f"M{x} {y} L{x2} {y2}", ORANGE.dark, 7)
        for x, y, x2, y2 in (
            (300, 380, 262, 360),
            (292, 500, 246, 492),
            (284, 620, 240, 622),
            (300, 770, 262, 806),
            (700, 380, 738, 360),
            (708, 500, 754, 492),
            (716, 620, 760, 622),
            (700, 770, 738, 806),
            (400, 258, 388, 214),
            (600, 258, 612, 214),
            (420, 806, 414, 846),
            (580, 806, 586, 846),
        )
    )
    return Drawing(
        "wear",
        ground(500, 868, 300, 24),
        grab_loop(210),
        two(
            "M250 390 Q262 195 500 185 Q738 195 750 390 L778 770 Q778 846 700 852 "
            "Q500 868 300 852 Q222 846 222 770Z",
            ORANGE.base,
            (ORANGE.light, "M210 170 H330 Q290 520 320 870 H210Z"),
            (ORANGE.dark, "M690 170 H790 V870 H700 Q740 520 690 170Z"),
        ),
        puckers,
        two(
            rim,
            LICHEN.base,
            (LICHEN.light, "M260 230 H340 V830 H260Z"),
            (LICHEN.dark, "M650 230 H740 V830 H650Z"),
        ),
        back_panel(316, 770, Tones("#4F5A2F", "#3C4522", "#6C7844"), half=130),
        shoulder_straps(PADDING, top=290, foot=600, trim=INK),
        line(rim, ORANGE.light, 20),
        line(rim, ORANGE.dark, 6, stroke_dasharray="16 12"),
        line("M284 690 H716", INK, 18),
        rect(450, 664, 100, 52, INK, 10),
        rect(466, 676, 68, 28, "#59646A", 6),
        line("M500 812 L476 880 M512 812 L536 884", INK, 7),
        rect(482, 806, 44, 40, INK, 10),
    )


def okapi_lane_postbox_rucksack_detail() -> Drawing:
    """Bottle green rucksack on a dark street: a headlight finds the strip at its foot."""
    night = Tones("#1F4A3A", "#15352B", "#2F6650")
    beam = path("M0 660 L1000 590 V960 L0 860Z", "#F7E9A8", opacity=0.22) + path(
        "M0 700 L1000 690 V920 L0 830Z", "#F7E9A8", opacity=0.22
    )
    chevrons = joined(
        path(f"M{x} 806 l32 36 h32 l-32 -36Z", "#FFFFFF") for x in range(312, 660, 96)
    )
    return Drawing(
        "night",
        beam,
        group(
            "translate(10 66) scale(.93)",
            ellipse(500, 884, 260, 20, "#16222A"),
            line("M300 420 C235 480 235 700 290 800", "#3F2C1E", 26),
            line("M700 420 C765 480 765 700 710 800", "#352417", 26),
            roll_top(night, Tones("#5A3D28", "#44301F", "#6B4A32"), lining="#B8912A"),
            hill_label(355, 640, night.base),
            rect(272, 792, 456, 64, "#F7F3D8", 30, opacity=0.25),
            rect(290, 806, 420, 36, "#E9EEF0", 6),
            chevrons,
        ),
        circle(0, 760, 150, "#F7E9A8", opacity=0.25),
        circle(-10, 760, 84, "#FBF5DC"),
    )


def okapi_lane_tuesday_backpack_detail() -> Drawing:
    """Back of the mustard tote: straps pulled out of their zip, telephone in the pocket."""
    strap = Tones("#B5851F", "#936A14", "#D3A234")
    return Drawing(
        "wear",
        ground(500, 868, 290, 24),
        line("M370 400 C350 540 420 470 430 420", "#C2956E", 22),
        two(
            "M225 395 Q500 370 775 395 Q790 397 788 415 L765 820 Q762 865 715 865 H285 "
            "Q238 865 235 820 L212 415 Q210 397 225 395Z",
            MUSTARD.base,
            (MUSTARD.light, "M212 370 H290 L310 870 H225Z"),
            (MUSTARD.dark, "M680 370 H800 V870 H660 Q700 620 680 370Z"),
        ),
        rect(225, 412, 550, 14, MUSTARD.dark, 7),
        line("M222 440 Q252 640 262 850 M778 440 Q748 640 738 850", "#E3E8EA", 8),
        two(
            "M330 470 H670 L680 790 Q500 806 320 790Z",
            MUSTARD.light,
            (MUSTARD.base, "M520 460 H700 V810 H520Z"),
        ),
        line("M330 470 H670", MUSTARD.dark, 12),
        line("M330 470 H670", "#E8C77A", 4, stroke_dasharray="7 7"),
        phone(468, 560, 72, 130),
        rect(440, 620, 128, 150, MUSTARD.dark, 12),
        line("M452 636 H556", "#E8C77A", 6),
        shoulder_straps(strap, top=474, foot=704, trim=INK),
        line("M372 396 C362 180 638 180 628 396", "#C2956E", 24),
        rect(356, 384, 28, 80, "#A97C56", 6),
        rect(616, 384, 28, 80, "#A97C56", 6),
    )


def skarholt_kabin_38_detail() -> Drawing:
    """Travel backpack open like a suitcase: a bay with two straps, a wall of mesh."""
    lining = Tones("#DCC9A2", "#BFA97B", "#EADDC0")

    def shell(x: float, *shapes: str) -> str:
        return group(
            f"translate({x} 0)",
            rect(0, 270, 376, 590, FJORD.base, 34),
            rect(0, 270, 60, 590, FJORD.light, 30),
            rect(316, 270, 60, 590, FJORD.dark, 30),
            rect(26, 298, 324, 534, lining.base, 20),
            *shapes,
            line(
                "M14 296 Q14 284 30 284 H346 Q362 284 362 296 V836 Q362 846 346 846 H30 "
                "Q14 846 14 836Z",
                "#E6D3B0",
                5,
                stroke_dasharray="5 9",
            ),
        )

    clothes = (
        folded(40, 320, 296, 110, tones("Oat"), layers=2),
        folded(40, 440, 296, 100, tones("Rust"), layers=2),
        folded(40, 550, 296, 130, tones("Lichen"), layers=2),
        folded(40, 690, 296, 120, tones("Navy"), layers=2),
        line("M120 300 L256 830 M256 300 L120 830", INK, 20),
        rect(160, 536, 56, 56, "#E8A04B", 10),
    )
    net = (
        rect(26, 298, 324, 534, "#8FA9B8", 20),
        folded(60, 620, 250, 190, tones("Brick"), layers=3),
        rect(70, 440, 130, 160, "#4F6B7C", 16),
        rect(214, 470, 90, 130, "#D9A05B", 16),
        two("M26 360 H350 V832 H26Z", "#F4EFDF44", mesh(26, 360, 350, 832, "#5D86A0", step=44)),
        line("M30 362 H346", FJORD.dark, 12),
        line("M30 362 H346", "#E6D3B0", 4, stroke_dasharray="6 7"),
        rect(300, 350, 18, 44, "#E6D3B0", 6),
    )
    return Drawing(
        "wear",
        ground(500, 872, 400, 24),
        line("M420 276 C420 226 300 226 300 276", INK, 22),
        shell(112, *net),
        shell(512, *clothes),
        rect(484, 330, 34, 470, FJORD.dark, 8),
    )


DRAWINGS: dict[str, Draw] = {
    "quillon-qx-28-detail": quillon_qx_28_detail,
    "quillon-qx-45-detail": quillon_qx_45_detail,
    "quillon-qx-rain-cover-detail": quillon_qx_rain_cover_detail,
    "okapi-lane-postbox-rucksack-detail": okapi_lane_postbox_rucksack_detail,
    "okapi-lane-tuesday-backpack-detail": okapi_lane_tuesday_backpack_detail,
    "skarholt-kabin-38-detail": skarholt_kabin_38_detail,
}
