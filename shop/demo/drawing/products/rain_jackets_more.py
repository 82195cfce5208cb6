"""A light shell, a cape for cyclists, and a plain raincoat."""

from shop.demo.drawing.canvas import INK, circle, ellipse, group, joined, line, path, rect, two
from shop.demo.drawing.palette import STEEL, Tones, tones
from shop.demo.drawing.parts.jacket import Jacket
from shop.demo.drawing.parts.labels import half_mark
from shop.demo.drawing.parts.surfaces import lit, rod, stitches
from shop.demo.drawing.scene import Draw, Drawing, ground

MINT = tones("Ice mint")
GRAPHITE = tones("Graphite")
YELLOW = tones("Yellow")
PINE = tones("Pine")
RASPBERRY = tones("Raspberry")
SLIM = Jacket(MINT, lining="#4D6F66", hem=800, hem_half=158, shoulder_half=150, reach=272, cuff=716)


def quillon_q240() -> Drawing:
    """Ice mint slim jacket with a peaked hood, two high pockets and underarm zips."""
    seam = "#4D6F66"
    return Drawing(
        "wear",
        ground(500, 902, 240, 20),
        SLIM.cloth(),
        SLIM.brim(),
        SLIM.front_zip("#F07F4F"),
        line("M404 500 L386 640 M596 500 L614 640", seam, 13),
        rect(379, 626, 14, 40, "#F07F4F", 5),
        rect(607, 626, 14, 40, "#F07F4F", 5),
        line("M352 430 L310 600 M648 430 L690 600", seam, 11),
        line("M352 430 L310 600 M648 430 L690 600", "#F07F4F", 4, stroke_dasharray="7 7"),
        line("M346 766 Q500 790 654 766", MINT.dark, 5),
        SLIM.cuffs(seam),
        rect(540, 430, 62, 30, "#F4EAD3", 5),
        line("M470 362 v56 M530 362 v56", seam, 6),
        circle(470, 424, 9, "#F07F4F"),
        circle(530, 424, 9, "#F07F4F"),
    )


def quillon_q240_detail() -> Drawing:
    """Graphite jacket with one arm raised to show the open zip under the arm."""
    base, dark, light = GRAPHITE
    return Drawing(
        "wear",
        ground(440, 930, 280, 20),
        two(
            "M250 470 C200 520 160 700 150 880 L240 900 L320 640Z",
            base,
            (light, "M250 470 C200 520 160 700 150 880 L184 890 Q220 640 300 520Z"),
        ),
        two(
            "M600 440 Q680 420 720 330 L780 90 L900 120 Q880 420 790 560 Q720 660 640 720Z",
            base,
            (light, "M600 440 Q680 420 720 330 L780 90 L812 98 Q790 320 730 420 Q660 500 600 500Z"),
            (dark, "M860 100 H920 Q900 430 800 570 Q730 680 640 740 L640 660 Q820 480 860 100Z"),
        ),
        rect(766, 84, 146, 40, dark, 10, transform="rotate(14 840 104)"),
        two(
            "M240 480 Q290 430 370 420 H560 Q640 420 690 470 L650 700 L640 930 Q440 960 250 930Z",
            base,
            (light, "M220 400 H340 Q300 600 320 960 H220Z"),
            (dark, "M590 400 H720 V960 H560 Q610 640 590 400Z"),
        ),
        two(
            "M316 430 C300 300 370 220 450 218 C530 220 590 300 580 430 Q520 480 450 484 "
            "Q370 480 316 430Z",
            base,
            (light, "M316 430 C300 300 370 220 450 218 C390 260 350 330 362 464Z"),
            (dark, "M450 218 C530 220 590 300 580 430 L530 466 C560 340 530 250 450 218Z"),
        ),
        path(
            "M364 424 C356 330 400 280 448 278 C500 280 540 330 530 424 Q490 456 448 458 "
            "Q404 456 364 424Z",
            "#2F363A",
        ),
        path(
            "M340 326 Q448 244 556 326 Q566 344 548 346 Q448 296 348 346 Q330 344 340 326Z", light
        ),
        line("M448 462 V940", "#F07F4F", 9),
        two(
            "M676 430 Q730 500 700 600 Q670 700 640 780 Q626 700 640 600 Q650 500 676 430Z",
            "#23292C",
            ("#3A4347", "M600 420 H660 Q640 600 650 800 H600Z"),
            *(line(f"M630 {y} h90", "#4B5459", 4) for y in range(470, 780, 22)),
        ),
        line("M676 430 Q730 500 700 600 Q670 700 640 780", "#F07F4F", 10),
        line("M676 430 Q650 500 640 600 Q626 700 640 780", "#F07F4F", 10),
        rect(630, 772, 20, 52, "#F4B592", 6),
        line("M366 610 L348 750", "#23292C", 13),
        rect(470, 560, 70, 34, "#F4EAD3", 5),
        *(
            path(f"M{x} {y} q16 30 0 44 q-16 -14 0 -44Z", "#86AFC4")
            for x, y in ((130, 160), (240, 90), (620, 120), (120, 380), (560, 60))
        ),
    )


def okapi_lane_handlebar_cape() -> Drawing:
    """Yellow cape sloping forward to two thumb loops, hood up, a clear lamp window."""
    return Drawing(
        "wear",
        ground(500, 886, 360, 22),
        two(
            "M400 330 Q500 290 600 330 C720 420 860 660 900 800 Q900 826 876 830 L620 862 "
            "Q500 872 380 862 L124 830 Q100 826 100 800 C140 660 280 420 400 330Z",
            YELLOW.base,
            (YELLOW.light, "M400 330 L450 310 C330 480 240 680 230 870 L90 840 V780Z"),
            (
                YELLOW.dark,
                "M560 310 L600 330 C720 420 860 660 920 840 L720 870 C710 680 650 460 560 310Z",
            ),
        ),
        line("M430 420 C360 560 330 720 330 850 M570 420 C640 560 670 720 670 850", YELLOW.dark, 7),
        line("M108 806 L380 840 Q500 850 620 840 L892 806", "#E9EEF0", 22),
        line("M108 806 L380 840 Q500 850 620 840 L892 806", "#B9C4CA", 5, stroke_dasharray="14 12"),
        two(
            "M420 640 H580 Q596 640 598 656 L606 770 Q606 788 588 788 H412 Q394 788 394 770 "
            "L402 656 Q404 640 420 640Z",
            "#E6F1F5",
            ("#C3DCE6", "M520 630 H620 V800 H500Z"),
            ("#FFFFFF", "M420 650 h30 l-20 120 h-24Z"),
        ),
        stitches("M408 634 H592", YELLOW.dark),
        circle(500, 718, 34, "#F7E9A8"),
        circle(492, 710, 14, "#FFFDF0"),
        *(line(f"M{x} 858 q-30 50 4 56 q34 -6 20 -56", INK, 12) for x in (250, 730)),
        two(
            "M386 350 C356 210 426 130 500 128 C574 130 644 210 614 350 Q560 400 500 402 "
            "Q440 400 386 350Z",
            YELLOW.base,
            (YELLOW.light, "M386 350 C356 210 426 130 500 128 C440 160 410 260 424 380Z"),
            (YELLOW.dark, "M500 128 C574 130 644 210 614 350 L570 384 C604 260 570 180 500 128Z"),
        ),
        path(
            "M430 346 C422 255 460 200 500 198 C540 200 580 255 570 346 Q535 372 500 374 "
            "Q465 372 430 346Z",
            "#5A6F78",
        ),
        path("M500 198 C540 200 580 255 570 346 Q535 372 500 374Z", "#46585F"),
        path(
            "M404 250 Q500 164 596 250 Q606 268 590 272 Q500 222 410 272 Q394 268 404 250Z",
            YELLOW.light,
        ),
        *(
            path(f"M{x} {y} q16 30 0 44 q-16 -14 0 -44Z", "#86AFC4")
            for x, y in ((220, 230), (300, 130), (760, 200), (700, 90), (170, 440), (840, 430))
        ),
    )


def okapi_lane_handlebar_cape_detail() -> Drawing:
    """Underside at the front hem: two thumb loops over a handlebar, waist belt inside."""
    inside = Tones("#E8CF86", "#CDB262", "#F2E0A8")
    return Drawing(
        "wear",
        two(
            "M60 120 Q500 40 940 120 L900 560 Q500 640 100 560Z",
            inside.base,
            (inside.light, "M40 60 H260 Q240 400 280 620 H60Z"),
            (inside.dark, "M740 60 H960 V620 H700 Q760 400 740 60Z"),
        ),
        *(line(d, "#F6EBC4", 16) for d in ("M300 90 Q280 360 330 590", "M700 90 Q720 360 670 590")),
        line("M90 250 Q500 330 910 250", INK, 34),
        line("M90 242 Q500 322 910 242", "#59646A", 7),
        rect(440, 262, 120, 66, INK, 12),
        rect(462, 278, 76, 34, "#59646A", 6),
        line("M96 560 Q500 640 904 560", YELLOW.dark, 52),
        line("M96 548 Q500 628 904 548", YELLOW.base, 34),
        line("M100 574 Q500 654 900 574", "#E9EEF0", 12),
        rod("M90 780 C200 700 320 690 500 690 C680 690 800 700 910 780", STEEL, 44),
        rod("M500 690 V900", STEEL, 50),
        circle(500, 694, 46, STEEL.dark),
        circle(497, 690, 32, STEEL.light),
        *(
            line(d, "#3A2A20", 62)
            for d in ("M90 780 Q150 732 230 712", "M910 780 Q850 732 770 712")
        ),
        *(
            line(d, "#5A4434", 14)
            for d in ("M90 768 Q150 720 230 700", "M904 766 Q850 720 774 700")
        ),
        *(
            line(
                f"M{x - 26} 586 C{x - 50} 680 {x - 40} 760 {x} 764 C{x + 40} 760 {x + 50} 680 "
                f"{x + 26} 592",
                INK,
                20,
            )
            for x in (290, 710)
        ),
        line("M270 596 C250 680 256 744 288 750 M690 598 C670 680 676 744 708 750", "#59646A", 5),
        ellipse(500, 902, 210, 14, "#22301F", opacity=0.12),
    )


def halfpenny_downpour() -> Drawing:
    """Pine green plain hooded jacket with a snapped flap and two slanted pockets."""
    coat = Jacket(PINE, lining="#22382F", hem=800, hem_half=205, shoulder_half=178, cuff=706)
    return Drawing(
        "wear",
        ground(500, 902, 250, 20),
        coat.cloth(),
        coat.poppers("#E8DCC0", (420, 500, 580, 660, 740), flap=True),
        *(
            line(f"M{x} 590 l{d} 120", PINE.dark, 34) + line(f"M{x} 590 l{d} 120", "#1F332B", 6)
            for x, d in ((386, -34), (614, 34))
        ),
        coat.cuffs(PINE.dark, 16),
        stitches("M312 776 Q500 800 688 776", PINE.dark, 5),
        rect(560, 430, 74, 54, "#F4EAD3", 8),
        half_mark(597, 472, 40, PINE.base),
    )


def halfpenny_downpour_detail() -> Drawing:
    """In raspberry, open on a hook: white mesh lining, a dog lead out of the pocket."""
    base, dark, light = RASPBERRY
    mesh = joined(
        circle(x + (y // 22 % 2) * 11, y, 4, "#CDD2D2")
        for y in range(330, 800, 22)
        for x in range(330, 690, 22)
    )
    return Drawing(
        "wear",
        rect(380, 60, 240, 44, "#B98250", 14),
        line("M500 96 V150 q0 40 44 34", "#59646A", 18),
        ground(500, 912, 260, 18),
        two(
            "M330 330 Q500 280 670 330 L690 820 H310Z",
            "#F3F4F1",
            ("#DDE1E0", "M560 300 H700 V830 H580Z"),
            mesh,
        ),
        line("M500 300 V820", "#DDE1E0", 5),
        rect(456, 384, 88, 56, "#F4EAD3", 6),
        half_mark(500, 428, 42, base),
        two(
            "M330 340 C250 370 220 520 200 720 L292 752 L340 560Z",
            base,
            (light, "M330 340 C250 370 220 520 200 720 L232 732 Q256 500 350 400Z"),
        ),
        two("M670 340 C750 370 780 520 800 720 L708 752 L660 560Z", dark),
        two(
            "M392 280 Q340 300 318 350 L296 850 Q360 880 420 862 Q440 600 410 300Z",
            base,
            (light, "M300 270 H350 L340 880 H280Z"),
            ("#F3F4F1", "M404 280 Q440 600 420 870 H400 Q416 600 388 290Z"),
        ),
        two(
            "M608 280 Q660 300 682 350 L704 850 Q640 880 580 862 Q560 600 590 300Z",
            dark,
            (base, "M590 270 H640 Q620 600 640 880 H570Z"),
        ),
        *(circle(406, y, 9, "#E8DCC0") for y in (420, 520, 620, 720, 810)),
        two(
            "M380 300 C350 210 410 150 500 148 C590 150 650 210 620 300 Q560 350 500 352 "
            "Q440 350 380 300Z",
            base,
            (light, "M380 300 C350 210 410 150 500 148 C440 180 410 250 420 330Z"),
            (dark, "M500 148 C590 150 650 210 620 300 L570 334 C600 240 570 180 500 148Z"),
        ),
        path(
            "M420 296 C414 230 450 196 500 194 C550 196 586 230 580 296 Q540 324 500 326 "
            "Q460 324 420 296Z",
            "#F3F4F1",
        ),
        line("M640 620 L664 740", "#6A1E34", 12),
        line(
            "M646 690 C700 700 760 760 740 830 C720 890 640 880 650 820 C660 780 720 800 716 840",
            "#C99A3E",
            18,
        ),
        line("M646 690 C700 700 760 760 740 830", "#E6C06B", 5),
        group(
            "translate(716 850)",
            lit("M-14 0 H14 V46 H-14Z", STEEL, (-14, 14)),
            line("M0 46 v14 a20 20 0 1 0 20 20", "#98A3A9", 10),
        ),
    )


DRAWINGS: dict[str, Draw] = {
    "quillon-q240": quillon_q240,
    "quillon-q240-detail": quillon_q240_detail,
    "okapi-lane-handlebar-cape": okapi_lane_handlebar_cape,
    "okapi-lane-handlebar-cape-detail": okapi_lane_handlebar_cape_detail,
    "halfpenny-downpour": halfpenny_downpour,
    "halfpenny-downpour-detail": halfpenny_downpour_detail,
}
