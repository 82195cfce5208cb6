"""Packing cubes, wash bags, wallets and sacks: what goes into the luggage."""

from shop.demo.drawing.canvas import circle, ellipse, group, label, line, path, rect, two
from shop.demo.drawing.palette import shaded, tones
from shop.demo.drawing.parts.bags import packing_cube
from shop.demo.drawing.parts.volumes import cylinder
from shop.demo.drawing.scene import Draw, Drawing, ground

PISTACHIO = tones("Pistachio")
LICHEN = tones("Lichen")
RED = tones("Pillar-box red")
ECRU = tones("Ecru")


def _rolled_shirt(x: float, width: float, colour: str) -> str:
    """Draw a shirt rolled up, standing in its cube."""
    cloth = shaded(colour)
    return cylinder(x, 520, width, 290, cloth, radius=36, lit=0.25) + ellipse(
        x + width / 2, 556, width * 0.3, 16, cloth.dark
    )


def ferrywell_packing_cubes() -> Drawing:
    """Three pistachio packing cubes with mesh lids, stacked."""
    return Drawing(
        "wear",
        ground(500, 864, 350, 26),
        packing_cube(170, 600, 660, 262, PISTACHIO),
        line("M800 690 q60 40 0 90", PISTACHIO.dark, 18),
        packing_cube(230, 380, 400, 220, PISTACHIO),
        line("M628 450 q50 36 0 80", PISTACHIO.dark, 16),
        group(
            "translate(530 250) rotate(24)",
            packing_cube(0, 0, 330, 150, PISTACHIO, mesh=False),
            rect(60, 60, 150, 50, "#F4EAD3", 8),
            label(135, 97, 34, "FW", "#88A568"),
        ),
        *(
            path(f"M{x} {y} h{w} v18 h-{w}Z", f, opacity=0.75)
            for x, y, w, f in (
                (240, 690, 240, "#3F6DA0"),
                (240, 720, 280, "#D9653B"),
                (240, 750, 200, "#E2B04A"),
                (520, 690, 180, "#8E979C"),
                (520, 724, 220, "#3F6DA0"),
                (300, 460, 150, "#C65B66"),
                (300, 490, 210, "#8E979C"),
                (300, 520, 120, "#3F6DA0"),
            )
        ),
    )


def ferrywell_squeeze_cube() -> Drawing:
    """Pistachio compression cube with its second zip half closed, a jumper inside."""
    return Drawing(
        "wear",
        ground(500, 852, 340, 26),
        two(
            (
                "M180 560 C180 470 260 450 500 445 C740 450 820 520 820 620 "
                "V790 Q820 850 760 850 H240 Q180 850 180 790Z"
            ),
            PISTACHIO.base,
            (PISTACHIO.light, "M170 440 H290 Q250 560 262 860 H170Z"),
            (PISTACHIO.dark, "M720 440 H830 V860 H720Z"),
        ),
        two(
            ("M300 470 C320 330 440 310 500 350 C560 300 690 330 700 470 Q500 520 300 470Z"),
            "#C4574A",
            ("#DD7A6B", "M290 300 H380 L360 520 H290Z"),
            ("#9C3F34", "M610 300 H710 V520 H610Z"),
        ),
        line(
            "M330 420 q170 60 340 0 M350 380 q150 50 300 0", "#E8C77A", 8, stroke_dasharray="4 14"
        ),
        path(
            (
                "M180 560 C180 500 230 470 330 458 Q500 540 680 456 C790 475 "
                "820 540 820 620 L820 640 Q500 560 180 580Z"
            ),
            PISTACHIO.light,
        ),
        line("M186 640 Q500 600 814 660", "#E8C77A", 9, stroke_dasharray="9 8"),
        line("M186 760 Q420 700 620 730", PISTACHIO.dark, 12),
        line("M186 760 Q420 700 620 730", "#E8C77A", 7, stroke_dasharray="9 8"),
        line("M620 730 Q720 700 814 742", "#7A8F5C", 16),
        line("M620 700 Q720 670 814 712", "#7A8F5C", 16),
        rect(606, 712, 54, 36, "#59646A", 8),
        line("M646 732 C700 760 690 800 740 806", "#E08A3C", 16),
        rect(330, 770, 100, 52, "#F4EAD3", 8),
        label(380, 808, 34, "FW", "#88A568"),
    )


def quillon_wb_2() -> Drawing:
    """Lichen green wash bag hanging open from a hook, with a clear pocket."""
    return Drawing(
        "wear",
        line("M330 140 H670", "#8A5F3D", 26),
        rect(300, 120, 40, 44, "#6B4A32", 8),
        rect(660, 120, 40, 44, "#6B4A32", 8),
        line("M500 140 C540 180 540 220 500 220 C480 220 478 236 500 250", "#59646A", 13),
        ground(500, 876, 190, 16, 0.1),
        two(
            (
                "M330 250 H670 Q690 250 690 272 V830 Q690 856 664 856 H336 Q310 "
                "856 310 830 V272 Q310 250 330 250Z"
            ),
            LICHEN.base,
            (LICHEN.light, "M300 240 H356 V860 H300Z"),
            (LICHEN.dark, "M640 240 H700 V860 H640Z"),
        ),
        two("M340 300 H660 V450 H340Z", LICHEN.light, (LICHEN.base, "M450 290 H670 V460 H450Z")),
        line("M344 322 H656", "#E6A23C", 7),
        rect(620, 314, 12, 40, "#E6A23C", 5),
        line("M310 482 H690 M310 668 H690", LICHEN.dark, 8),
        rect(340, 500, 320, 150, "#DDEBF0", 14),
        rect(340, 500, 320, 24, "#B5CBD4", 10),
        rect(380, 546, 50, 88, "#E07B39", 10),
        rect(390, 534, 30, 18, "#B95B22", 4),
        rect(452, 560, 64, 74, "#6FA9C4", 12),
        rect(468, 546, 32, 20, "#4A86A4", 4),
        rect(540, 570, 80, 64, "#F4EAD3", 10),
        rect(540, 570, 80, 20, "#C9B891", 8),
        rect(340, 500, 90, 150, "#FFFFFF", 14, opacity=0.35),
        circle(340, 512, 10, "#59646A"),
        circle(660, 512, 10, "#59646A"),
        two("M340 690 H660 V830 H340Z", LICHEN.light, (LICHEN.base, "M450 680 H670 V840 H450Z")),
        line("M344 710 H656", "#E6A23C", 7),
        line("M380 770 H600", "#F4EAD3", 16),
        rect(590, 752, 50, 26, "#6FA9C4", 6),
        label(500, 826, 26, "WB2", "#4F5A2F"),
    )


def okapi_lane_passport_wallet() -> Drawing:
    """Open red travel wallet with orange lining, passport, boarding pass and pen."""
    return Drawing(
        "wear",
        line("M200 470 C120 180 420 90 520 200 C600 290 860 170 800 470", "#33393D", 12),
        ground(500, 850, 360, 26),
        two(
            (
                "M170 460 Q170 440 190 440 H810 Q830 440 830 460 V820 Q830 850 "
                "800 850 H200 Q170 850 170 820Z"
            ),
            RED.base,
            (RED.light, "M160 430 H250 V860 H160Z"),
            (RED.dark, "M750 430 H840 V860 H750Z"),
        ),
        two(
            "M196 470 H804 V660 H196Z",
            "#EE8A3A",
            ("#F6A767", "M190 460 H270 V670 H190Z"),
            ("#D06F22", "M730 460 H810 V670 H730Z"),
        ),
        group(
            "translate(240 370)",
            two(
                "M0 0 H190 Q204 0 204 14 V290 H0Z",
                "#28456E",
                ("#1B3152", "M140 -5 H210 V300 H140Z"),
            ),
            circle(102, 110, 44, "#D9B45C"),
            circle(102, 110, 30, "#28456E"),
            circle(102, 110, 15, "#D9B45C"),
            rect(56, 180, 92, 12, "#D9B45C", 5),
        ),
        group(
            "translate(480 330) rotate(5)",
            rect(0, 0, 200, 330, "#F6F1E4", 10),
            rect(0, 0, 200, 54, "#3F86B5", 10),
            rect(24, 84, 110, 14, "#8E979C", 4),
            rect(24, 116, 80, 14, "#C5CACC", 4),
            *(rect(24 + i * 13, 160, i % 3 * 3 + 4, 70, "#33393D") for i in range(12)),
            path("M150 22 l-44 10 l-16 -14 h-10 l8 18 l-20 4 v6 h84 q8 -12 -2 -24Z", "#F6F1E4"),
        ),
        rect(700, 400, 18, 270, "#2B7A5A", 6),
        path("M700 400 H718 L709 372Z", "#E8C77A"),
        rect(700, 470, 18, 14, "#E8C77A"),
        two(
            "M170 640 H830 V820 Q830 850 800 850 H200 Q170 850 170 820Z",
            RED.base,
            (RED.light, "M160 630 H250 V860 H160Z"),
            (RED.dark, "M750 630 H840 V860 H750Z"),
        ),
        line("M190 662 H810", "#F1D9A6", 5, stroke_dasharray="14 10"),
        rect(430, 730, 140, 64, "#F4EAD3", 10),
        line("M462 778 C470 740 500 740 505 758 C520 740 545 745 556 778", RED.base, 8),
        circle(250, 760, 20, "#E8C77A"),
        circle(250, 760, 10, RED.base),
        line("M250 776 v40 M250 816 l14 8", "#E8C77A", 9),
    )


def halfpenny_laundry_sack() -> Drawing:
    """Natural cotton drawstring sack with a striped sock hanging out."""
    return Drawing(
        "wear",
        ground(500, 866, 250, 22),
        group(
            "translate(620 250) rotate(-14)",
            two(
                "M-40 -10 H40 V120 Q44 160 90 176 Q110 200 84 214 H10 Q-36 206 -40 150Z",
                "#D9533F",
                ("#F4EFE2", "M-50 20 H60 V46 H-50Z M-50 74 H60 V100 H-50Z M-50 128 H70 V154 H-50Z"),
                ("#B03E2C", "M64 160 H120 V220 H64Z"),
            ),
        ),
        two(
            (
                "M380 330 C300 420 250 560 262 740 C266 830 300 866 360 866 "
                "H640 C700 866 734 830 738 740 C750 560 700 420 620 330Z"
            ),
            ECRU.base,
            (
                ECRU.light,
                (
                    "M380 330 C300 420 250 560 262 740 C266 830 300 866 360 866 "
                    "C320 700 330 500 430 330Z"
                ),
            ),
            (
                ECRU.dark,
                (
                    "M620 330 C700 420 750 560 738 740 C734 830 700 866 640 866 "
                    "H600 C660 700 660 480 570 330Z"
                ),
            ),
        ),
        two(
            (
                "M372 330 C340 270 350 230 380 220 Q500 260 620 220 C650 230 "
                "660 270 628 330 Q500 356 372 330Z"
            ),
            ECRU.light,
            (ECRU.dark, "M560 210 H660 V350 H560Z"),
            (ECRU.base, "M440 210 H560 V350 H440Z"),
        ),
        *(
            line(f"M{a} 350 Q{b} 420 {c_} 500", ECRU.dark, 7)
            for a, b, c_ in ((430, 410, 400), (470, 462, 458), (530, 540, 544), (572, 596, 606))
        ),
        line("M372 336 Q500 366 628 336", "#6B8FB0", 14),
        line("M470 352 C440 420 430 440 440 500 M486 354 C480 430 500 450 490 520", "#6B8FB0", 11),
        circle(440, 508, 12, "#4A6D8E"),
        circle(490, 528, 12, "#4A6D8E"),
        rect(560, 700, 90, 60, "#F7F2E6", 8),
        label(605, 744, 38, "½", "#8A7A56"),
    )


def ferrywell_packing_cubes_detail() -> Drawing:
    """Large packing cube seen from above, open, with rolled shirts inside."""
    return Drawing(
        "wear",
        ground(500, 862, 360, 26),
        rect(190, 250, 620, 240, PISTACHIO.dark, 30),
        rect(212, 268, 576, 200, "#F4EFDF", 20),
        two(
            "M212 268 H788 V468 H212Z",
            "#F4EFDF",
            *(
                line(f"M{x} 260 l220 220 M{x} 260 l-220 220", "#88A568", 3, opacity=0.5)
                for x in range(0, 1020, 26)
            ),
        ),
        rect(170, 470, 660, 390, PISTACHIO.base, 34),
        rect(170, 470, 660, 60, PISTACHIO.light, 30),
        rect(200, 500, 600, 330, "#6F8A53", 24),
        *(
            _rolled_shirt(x, w, c)
            for x, w, c in (
                (216, 110, "#3F6DA0"),
                (332, 120, "#D9653B"),
                (458, 104, "#E9E1CF"),
                (568, 112, "#E2B04A"),
                (686, 100, "#5F6B75"),
            )
        ),
        line("M192 486 H808", "#E8C77A", 8, stroke_dasharray="12 10"),
        line("M820 560 q60 60 0 140", PISTACHIO.dark, 22),
    )


DRAWINGS: dict[str, Draw] = {
    "ferrywell-packing-cubes": ferrywell_packing_cubes,
    "ferrywell-squeeze-cube": ferrywell_squeeze_cube,
    "quillon-wb-2": quillon_wb_2,
    "okapi-lane-passport-wallet": okapi_lane_passport_wallet,
    "halfpenny-laundry-sack": halfpenny_laundry_sack,
    "ferrywell-packing-cubes-detail": ferrywell_packing_cubes_detail,
}
