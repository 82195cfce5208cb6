"""Second views of the luggage: open, squeezed, rolled, shut, and in the wash."""

from shop.demo.drawing.canvas import circle, group, joined, label, line, path, rect, two
from shop.demo.drawing.palette import SOOT, STEEL, Tones, tones
from shop.demo.drawing.parts.bags import STITCH
from shop.demo.drawing.parts.cloth import folded
from shop.demo.drawing.parts.labels import sewn_label
from shop.demo.drawing.parts.pack_back import mesh, roll
from shop.demo.drawing.parts.volumes import cylinder
from shop.demo.drawing.products.travel_bags import HARBOUR
from shop.demo.drawing.products.travel_bags_packing import PISTACHIO
from shop.demo.drawing.scene import Draw, Drawing, ground

COAL = tones("Coal")
BOTTLE = tones("Bottle green")
ECRU = tones("Ecru")


def ferrywell_nightboat_70_detail() -> Drawing:
    """Open: the lid thrown back along its D-shaped zip, a mesh divider, clothes and boots."""
    lid = two(
        "M176 470 Q150 220 270 200 H730 Q850 220 824 470Z",
        "#DCE3E2",
        ("#C3CDCC", "M640 190 H860 V480 H660Z"),
        mesh(140, 190, 860, 480, "#8FA3A6", step=30),
    ) + line("M176 470 Q150 220 270 200 H730 Q850 220 824 470", HARBOUR.base, 30)
    inside = joined(
        (
            rect(130, 440, 740, 240, "#1F3B57", 40),
            folded(190, 448, 240, 150, tones("Rust"), layers=3),
            folded(200, 410, 220, 60, tones("Oat"), layers=1),
            roll(660, 470, 170, 110, tones("Moss")),
            two(
                "M560 420 q40 -16 70 0 l8 120 q40 10 44 60 h-130 Z",
                tones("Tan").base,
                (tones("Tan").light, "M540 400 h30 v240 h-30Z"),
                (tones("Tan").dark, "M610 400 h90 v240 h-70Z"),
            ),
            rect(478, 400, 26, 260, HARBOUR.dark, 8),
            rect(440, 430, 40, 230, "#DCE3E2", 6, opacity=0.5),
        )
    )
    return Drawing(
        "wear",
        ground(500, 872, 420, 28),
        line("M300 470 C320 330 680 330 700 470", "#202528", 20),
        lid,
        inside,
        two(
            "M104 560 Q96 500 150 490 Q500 590 850 490 Q904 500 896 560 V740 Q896 872 790 872 "
            "H210 Q104 872 104 740Z",
            HARBOUR.base,
            (HARBOUR.light, "M90 470 H250 Q230 660 250 880 H90Z"),
            (HARBOUR.dark, "M740 470 H910 V880 H760Z"),
            (SOOT.base, "M90 764 H910 V880 H90Z"),
            ("#202528", "M750 764 H910 V880 H750Z"),
        ),
        line("M132 500 Q500 600 868 500", HARBOUR.dark, 16),
        line("M132 500 Q500 600 868 500", STITCH, 6, stroke_dasharray="9 8"),
        *(
            joined((rect(x, 556, 40, 316, "#202528", 4), rect(x, 556, 13, 316, "#3A4248", 4)))
            for x in (270, 690)
        ),
        rect(430, 626, 140, 80, "#F4EAD3", 10),
        label(500, 684, 52, "FW", "#2F5D86"),
        line("M110 600 q-60 60 0 120 M890 600 q60 60 0 120", "#202528", 22),
        rect(842, 506, 22, 58, "#E08A3C", 8),
    )


def _cube(x: float, y: float, height: float, litres: str) -> str:
    """Draw a squeeze cube from its side, full or squeezed, with the litres it takes."""
    half = height / 2
    return "".join(
        (
            two(
                f"M{x - 180} {y - half} Q{x} {y - half - height * 0.12} {x + 180} {y - half} "
                f"Q{x + 216} {y} {x + 180} {y + half} H{x - 180} Q{x - 216} {y} {x - 180} "
                f"{y - half}Z",
                PISTACHIO.base,
                (PISTACHIO.light, f"M{x - 230} {y - height} h110 v{height * 2} h-110Z"),
                (PISTACHIO.dark, f"M{x + 100} {y - height} h130 v{height * 2} h-130Z"),
            ),
            line(f"M{x - 192} {y + half * 0.4} H{x + 192}", PISTACHIO.dark, 13),
            line(f"M{x - 192} {y + half * 0.4} H{x + 192}", STITCH, 6, stroke_dasharray="9 8"),
            rect(x + 132, y + half * 0.4 - 17, 46, 34, "#59646A", 8),
            line(f"M{x + 160} {y + half * 0.4} q50 10 54 60", "#E08A3C", 13),
            circle(x - 60, y - half * 0.3, min(54, half * 0.52), "#F4EAD3"),
            label(
                x - 60, y - half * 0.3 + 14, min(42, round(half * 0.38)), f"{litres} l", "#6F8A53"
            ),
        )
    )


def ferrywell_squeeze_cube_detail() -> Drawing:
    """One cube, twice: eleven litres before the second zip is pulled, six after."""
    return Drawing(
        "wear",
        ground(500, 872, 300, 22),
        group(
            "translate(500 300)",
            line("M-320 -160 V160 M-344 -160 h48 M-344 160 h48", "#8A6A3A", 8),
            _cube(0, 0, 320, "11"),
        ),
        line("M500 500 V560", "#C8443A", 14),
        path("M500 612 l-38 -58 h76Z", "#C8443A"),
        group(
            "translate(500 760)",
            line("M-320 -96 V96 M-344 -96 h48 M-344 96 h48", "#8A6A3A", 8),
            _cube(0, 0, 196, "6"),
        ),
    )


def quillon_wb_2_detail() -> Drawing:
    """Coal black wash bag rolled up, its clear pocket unclipped and lying in front."""
    return Drawing(
        "wear",
        ground(500, 868, 340, 24),
        group(
            "translate(-20 170)",
            line("M700 420 C770 380 800 300 740 280 C690 266 670 320 706 340", STEEL.dark, 15),
            cylinder(210, 400, 580, 260, COAL, radius=120, lit=0.14, shade=0.2),
            rect(230, 440, 540, 26, COAL.light, 13),
            line("M250 586 H750", COAL.dark, 10),
            rect(440, 388, 90, 284, "#202528", 10),
            rect(440, 388, 28, 284, "#3A4248", 10),
            rect(424, 500, 122, 72, "#E6A23C", 12),
            rect(444, 516, 82, 40, "#C98420", 8),
            label(326, 560, 50, "WB2", "#A9B2B7"),
        ),
        group(
            "translate(520 700) rotate(-3 200 100) scale(.82)",
            rect(0, 0, 400, 210, "#DDEBF0", 18),
            rect(0, 0, 400, 34, "#9FBFCB", 14),
            line("M20 18 H380", "#E6A23C", 7),
            rect(350, 8, 18, 50, "#E6A23C", 6),
            rect(50, 70, 62, 120, "#E07B39", 12),
            rect(62, 54, 38, 24, "#B95B22", 5),
            rect(146, 86, 80, 104, "#6FA9C4", 14),
            rect(166, 68, 40, 26, "#4A86A4", 5),
            rect(262, 98, 104, 92, "#F4EAD3", 14),
            rect(262, 98, 104, 26, "#C9B891", 10),
            rect(0, 0, 110, 210, "#FFFFFF", 18, opacity=0.35),
            circle(14, 20, 12, "#59646A"),
            circle(386, 20, 12, "#59646A"),
        ),
    )


def okapi_lane_passport_wallet_detail() -> Drawing:
    """Bottle green, shut and hung from its neck cord on a peg, next to a key."""
    key = (
        circle(0, 0, 34, "#E8C77A")
        + circle(0, 0, 15, "#EFE4D6")
        + line("M0 34 V140 M0 140 h28 M0 108 h22", "#E8C77A", 16)
        + line("M-10 34 V132", "#F4DDA0", 4)
    )
    return Drawing(
        "wear",
        rect(440, 96, 120, 40, "#6B4A32", 12),
        rect(478, 84, 44, 74, "#8A5F3D", 20),
        line("M500 140 C380 230 240 340 206 520 M500 140 C620 230 760 340 794 520", "#33393D", 13),
        rect(190, 470, 36, 60, "#59646A", 10),
        rect(774, 470, 36, 60, "#59646A", 10),
        ground(500, 904, 250, 16, 0.1),
        two(
            "M170 520 Q170 500 194 500 H806 Q830 500 830 520 V790 Q830 830 790 830 H210 "
            "Q170 830 170 790Z",
            BOTTLE.base,
            (BOTTLE.light, "M160 490 H290 Q270 660 290 840 H160Z"),
            (BOTTLE.dark, "M700 490 H840 V840 H720Z"),
        ),
        line("M196 546 H804", BOTTLE.dark, 20),
        line("M196 546 H804", "#E8C77A", 8, stroke_dasharray="8 7"),
        rect(690, 532, 62, 28, "#E8C77A", 8),
        line("M690 546 C650 590 660 620 640 650", "#EE8A3A", 15),
        line("M196 800 H804", "#F1D9A6", 5, stroke_dasharray="14 10"),
        line("M300 600 Q330 680 310 770 M560 610 Q540 690 570 760", BOTTLE.dark, 7),
        sewn_label(400, 640, 150, 90),
        group("translate(270 880) rotate(78) scale(.8)", key),
    )


def halfpenny_laundry_sack_detail() -> Drawing:
    """Tied shut, going round behind the door of a washing machine."""
    suds = joined(
        circle(x, y, r, "#FFFFFF", opacity=0.75)
        for x, y, r in (
            (330, 690, 34),
            (384, 726, 26),
            (440, 742, 36),
            (510, 748, 30),
            (574, 738, 38),
            (636, 706, 30),
            (676, 664, 22),
            (300, 640, 20),
            (470, 708, 18),
            (600, 690, 16),
        )
    )
    sack = group(
        "translate(500 566) rotate(38) scale(.52) translate(-500 -560)",
        two(
            "M380 330 C300 420 250 560 262 740 C266 830 300 866 360 866 H640 C700 866 734 830 "
            "738 740 C750 560 700 420 620 330Z",
            ECRU.base,
            (ECRU.light, "M380 330 C300 420 240 560 262 880 H360 C320 700 330 500 430 330Z"),
            (ECRU.dark, "M620 330 C700 420 760 560 738 880 H600 C660 700 660 480 570 330Z"),
        ),
        two(
            "M440 330 C380 250 400 220 440 210 Q500 240 570 206 C620 214 620 260 560 330Z",
            ECRU.light,
            (ECRU.dark, "M540 190 H640 V350 H530Z"),
        ),
        line("M424 336 H576", "#6B8FB0", 30),
        line("M560 340 C640 360 640 420 690 430 M570 340 C600 400 640 470 620 500", "#6B8FB0", 16),
        rect(440, 640, 120, 84, "#F7F2E6", 8),
        label(500, 702, 56, "½", "#8A7A56"),
    )
    white = Tones("#EDEFEE", "#CBD0D0", "#FAFBFA")
    return Drawing(
        "wear",
        ground(500, 944, 400, 22),
        rect(120, 130, 760, 806, white.base, 36),
        rect(120, 130, 110, 806, white.light, 36),
        rect(740, 130, 140, 806, white.dark, 36),
        rect(160, 170, 680, 110, white.dark, 20),
        rect(160, 170, 680, 104, white.light, 20),
        rect(196, 196, 190, 54, "#A9B2B7", 12),
        circle(500, 222, 38, "#A9B2B7"),
        circle(496, 218, 30, "#DDE2E4"),
        line("M500 218 L520 198", "#59646A", 9),
        rect(620, 190, 180, 64, "#2B3D36", 10),
        label(710, 240, 46, "60 °", "#9FD8B0"),
        circle(500, 566, 270, "#98A3A9"),
        circle(494, 560, 256, "#C3CBCF"),
        circle(500, 566, 222, "#33444C"),
        two(
            "M278 566 a222 222 0 0 1 444 0 a222 222 0 0 1 -444 0Z",
            "#3E525C",
            ("#7FA9BC", "M270 620 Q390 580 500 620 T730 610 V800 H270Z"),
            sack,
            ("#A9CBD899", "M270 690 Q390 650 500 690 T730 680 V800 H270Z"),
        ),
        suds,
        path("M330 430 Q390 360 480 352 L500 380 Q410 392 356 456Z", "#FFFFFF", opacity=0.35),
        rect(740, 530, 50, 84, "#98A3A9", 14),
    )


DRAWINGS: dict[str, Draw] = {
    "ferrywell-nightboat-70-detail": ferrywell_nightboat_70_detail,
    "ferrywell-squeeze-cube-detail": ferrywell_squeeze_cube_detail,
    "quillon-wb-2-detail": quillon_wb_2_detail,
    "okapi-lane-passport-wallet-detail": okapi_lane_passport_wallet_detail,
    "halfpenny-laundry-sack-detail": halfpenny_laundry_sack_detail,
}
