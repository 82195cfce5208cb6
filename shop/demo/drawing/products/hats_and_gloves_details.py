"""Second views of hats, gloves and the snood: other colours, palms, at work."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, line, path, rect, two
from shop.demo.drawing.palette import RUBBER, Tones, tones
from shop.demo.drawing.parts.gloves import glove, mitten, ribbed_cuff
from shop.demo.drawing.parts.labels import sewn_label
from shop.demo.drawing.parts.surfaces import stitches
from shop.demo.drawing.products.hats_and_gloves import COAL, EMBER, LINER, NIGHT, SAND, wave
from shop.demo.drawing.scene import Draw, Drawing, ground

LOVAT = tones("Lovat green")
PEAT = tones("Peat")
RUST = tones("Rust")
OAT = tones("Oat")
DENIM = tones("Denim")
GRIP = Tones("#6B757B", "#515A60", "#8E979C")


def _beanie(wool: Tones, *, turned_up: bool) -> str:
    """Draw a ribbed hat around x = 500, standing at y = 840; turned down, it is longer."""
    foot, top = 840, 320 if turned_up else 190
    ribs = joined(
        line(
            f"M{500 + (x - 500) * 0.35:.0f} {top} Q{500 + (x - 500) * 1.05:.0f} {top + 130} "
            f"{x} {foot - 180} V{foot}",
            wool.dark,
            6,
        )
        for x in range(284, 730, 36)
    )
    crown = two(
        f"M272 {foot - 10} L268 {foot - 200} C260 {top + 160} 350 {top + 5} 500 {top} "
        f"C650 {top + 5} 740 {top + 160} 732 {foot - 200} L728 {foot - 10} "
        f"Q500 {foot + 16} 272 {foot - 10}Z",
        wool.base,
        (
            wool.light,
            (
                f"M240 {foot + 20} V{foot - 200} C250 {top + 160} 350 {top - 5} 480 {top - 5} "
                f"C390 {top + 80} 356 {top + 220} 360 {foot + 20}Z"
            ),
        ),
        (
            wool.dark,
            (
                f"M600 {top} C700 {top + 60} 750 {top + 200} 760 {foot + 20} H640 "
                f"C660 {foot - 240} 650 {top + 120} 600 {top}Z"
            ),
        ),
        ribs,
    )
    if not turned_up:
        return crown + sewn_label(540, foot - 96, 76, 50)
    cuff = two(
        f"M262 {foot - 170} Q500 {foot - 196} 738 {foot - 170} L746 {foot - 6} "
        f"Q500 {foot + 22} 254 {foot - 6}Z",
        wool.light,
        (wool.base, f"M370 {foot - 210} H760 V{foot + 30} H370Z"),
        (wool.dark, f"M650 {foot - 210} H760 V{foot + 30} H650Z"),
        *(line(f"M{x} {foot - 200} V{foot + 20}", wool.dark, 7) for x in range(268, 750, 30)),
    )
    return crown + cuff + sewn_label(540, foot - 108, 76, 50)


def morrow_mill_wharfside_beanie_detail() -> Drawing:
    """Two more colours: lovat green with the turn-up down, peat with it up."""
    return Drawing(
        "wear",
        ground(310, 846, 190, 18),
        ground(690, 866, 190, 18),
        group("translate(-40 150) scale(.72 .82)", _beanie(LOVAT, turned_up=False)),
        group("translate(316 154) scale(.76 .84)", _beanie(PEAT, turned_up=True)),
    )


def morrow_mill_liner_gloves_detail() -> Drawing:
    """One gloved forefinger, copper at its tip, on the screen of a telephone."""
    screen = joined(
        (
            rect(206, 246, 288, 500, "#DDEBF0", 20),
            rect(206, 246, 288, 120, "#8FB6C6", 20),
            circle(270, 306, 30, "#F6E3A0"),
            path("M206 366 V340 q60 -50 120 0 q70 -60 168 -10 V366Z", "#6E9A52"),
            *(rect(236, 400 + i * 62, w, 22, "#A9BCC4", 8) for i, w in enumerate((220, 170, 200))),
            rect(236, 610, 228, 84, "#2F8C8C", 18),
        )
    )
    touching = group(
        "translate(511 884) rotate(-32) scale(1.05) translate(-184 -470)",
        glove(COAL, cuff=ribbed_cuff(COAL), fingertips="#D08A4E"),
    )
    return Drawing(
        "wear",
        ground(360, 880, 190, 16),
        rect(176, 200, 348, 676, "#2B3338", 44),
        rect(176, 200, 40, 676, "#465056", 30),
        rect(190, 216, 320, 644, "#1B2226", 36),
        screen,
        circle(350, 812, 22, "#465056"),
        circle(366, 652, 66, "#FFFFFF", opacity=0.4),
        touching,
    )


def _overmitt_palm() -> str:
    """Draw an overmitt from its palm: grip on fingers and thumb, the cord at the wrist."""
    grip = two(
        "M164 600 V320 C164 210 210 130 285 130 C350 130 396 210 396 320 V600 Q280 640 164 600Z",
        GRIP.base,
        (GRIP.light, "M150 120 H216 V640 H150Z"),
        (GRIP.dark, "M346 120 H410 V640 H340Z"),
        *(
            circle(x + (row % 2) * 17, 160 + row * 32, 7, GRIP.dark)
            for row in range(16)
            for x in range(170, 420, 34)
        ),
    )
    thumb = line("M20 400 C40 490 80 550 150 590", GRIP.base, 50) + line(
        "M14 400 C32 480 66 540 120 576", GRIP.light, 14
    )
    return (
        mitten(NIGHT, EMBER)
        + grip
        + thumb
        + rect(132, 610, 296, 40, NIGHT.dark, 12)
        + rect(250, 600, 76, 60, RUBBER.light, 10)
        + line("M288 660 V720", "#E8C77A", 8)
    )


def skarholt_haar_overmitts_detail() -> Drawing:
    """Palm of one overmitt with its grip and leash; a liner glove waits beside it."""
    leash = line("M300 850 C220 960 60 900 90 800 C110 740 200 760 230 830", "#3A4248", 16)
    return Drawing(
        "wear",
        ground(360, 888, 260, 20),
        ground(740, 878, 150, 14),
        group("translate(500 250) scale(.78) rotate(7 284 450)", LINER),
        leash,
        group("translate(70 70) scale(.96) rotate(-4 284 450)", _overmitt_palm()),
        rect(206, 804, 44, 34, "#E8C77A", 8),
    )


def okapi_lane_commuter_gloves_detail() -> Drawing:
    """Arm stretched out to turn left at night, the arrow shining in a headlight."""
    arrow = group(
        "translate(0 30) rotate(-8 284 510) scale(.98)",
        circle(284, 510, 190, "#F7E9A8", opacity=0.12),
        path("M284 420 L370 500 H320 V610 H248 V500 H198Z", "#FFFFFF"),
        path("M284 420 L370 500 H320 V610 H284Z", "#E3E8EA"),
    )
    cuff = (
        two(
            "M172 640 H404 L412 775 Q290 792 162 775Z",
            NIGHT.light,
            (NIGHT.base, "M290 630 H420 V800 H290Z"),
        )
        + rect(232, 682, 176, 54, "#F2C33C", 8)
        + rect(336, 682, 72, 54, "#D3A31F", 8)
    )
    black = Tones("#454C52", "#343A40", "#5F676E")
    sleeve = tones("Navy")
    arm = two(
        "M160 760 H416 L470 1500 H100Z",
        sleeve.base,
        (sleeve.light, "M80 740 H216 L180 1510 H80Z"),
        (sleeve.dark, "M360 740 H480 V1510 H390Z"),
    ) + rect(146, 880, 286, 40, "#E9EEF0")
    return Drawing(
        "night",
        path("M1000 120 L60 360 V820 L1000 980Z", "#F7E9A8", opacity=0.3),
        path("M1000 260 L140 450 V720 L1000 860Z", "#F7E9A8", opacity=0.36),
        group(
            "translate(480 560) rotate(-90) scale(.9) translate(-284 -470)",
            arm,
            glove(black, cuff=cuff, back=arrow),
            line("M96 470 C108 510 120 530 140 552", "#A9B2B7", 30),
        ),
    )


def _snood(wool: Tones, waves: Tones) -> str:
    """Draw a knitted tube that lies flat, seen from a little above."""
    return "".join(
        (
            ellipse(500, 400, 286, 84, wool.dark),
            ellipse(500, 410, 250, 60, waves.dark),
            two(
                "M214 400 C210 480 330 500 500 500 C670 500 790 480 786 400 Q838 500 790 596 "
                "Q846 690 800 780 C790 836 670 846 500 846 C330 846 210 836 200 780 "
                "Q154 690 210 596 Q162 500 214 400Z",
                wool.base,
                *(wave(y, waves.base, 17, 130) for y in (560, 650, 740)),
                (f"{wool.light}77", "M150 380 H290 L285 860 H150Z"),
                (f"{wool.dark}77", "M690 380 H860 V860 H670 Q705 640 690 380Z"),
                line("M205 598 Q330 640 440 616 M796 600 Q700 650 600 640", wool.dark, 9),
            ),
            sewn_label(580, 778, 76, 46),
        )
    )


def morrow_mill_loop_snood_detail() -> Drawing:
    """Rust and oat, two of them: as it is knitted, and turned with its colours swapped."""
    return Drawing(
        "wear",
        ground(500, 858, 350, 26),
        group("translate(120 -54) scale(.76)", _snood(OAT, RUST)),
        group("translate(80 212) scale(.84 .76)", _snood(RUST, OAT)),
    )


def halfpenny_brim_sun_hat_detail() -> Drawing:
    """Sun hat, folded up and put into the back pocket of a pair of jeans."""
    hat = two(
        "M330 560 C300 420 330 270 420 220 C470 190 560 180 620 230 C700 290 720 420 690 560Z",
        SAND.base,
        (SAND.light, "M300 560 C290 420 330 260 440 200 C390 320 380 440 400 560Z"),
        (SAND.dark, "M600 200 C720 290 730 420 700 560 H620 C640 420 640 300 600 200Z"),
        *(
            line(
                f"M{340 + i * 24} 560 C{320 + i * 24} {430 + i * 8} {350 + i * 22} "
                f"{290 + i * 14} {440 + i * 18} {250 + i * 14}",
                SAND.dark,
                5,
            )
            for i in range(5)
        ),
    ) + line("M520 214 Q470 360 500 560", SAND.dark, 14)
    cord = line("M660 300 C780 330 800 470 760 560 C740 610 760 640 780 660", "#8A5F3D", 11)
    return Drawing(
        "wear",
        two(
            "M0 0 H1000 V1000 H0Z",
            DENIM.base,
            (DENIM.light, "M0 0 H130 Q170 500 110 1000 H0Z"),
            (DENIM.dark, "M860 0 H1000 V1000 H900 Q820 500 860 0Z"),
        ),
        rect(0, 0, 1000, 120, DENIM.dark),
        stitches("M0 22 H1000 M0 104 H1000", "#D9A54B", 6),
        rect(440, -10, 90, 160, DENIM.light, 10),
        stitches("M456 0 V136 M514 0 V136", "#D9A54B", 5),
        stitches("M0 190 Q500 290 1000 190 M0 212 Q500 312 1000 212", "#D9A54B", 6),
        hat,
        line("M470 300 C400 320 380 420 410 520", "#8A5F3D", 26),
        line("M478 300 C412 322 394 420 422 520", "#6F4A2E", 8),
        circle(600, 380, 15, "#C99A3E"),
        circle(600, 380, 7, "#5A4020"),
        circle(634, 420, 15, "#C99A3E"),
        circle(634, 420, 7, "#5A4020"),
        cord,
        circle(782, 664, 19, "#5A4020"),
        line("M776 680 L756 730 M786 680 L800 732", "#8A5F3D", 9),
        two(
            "M270 520 Q500 560 740 520 L728 860 L505 950 L282 860Z",
            DENIM.light,
            (DENIM.base, "M420 500 H760 V960 H400Z"),
            (DENIM.dark, "M650 500 H760 V960 H640Z"),
        ),
        line("M270 524 Q500 564 740 524", DENIM.dark, 20),
        stitches("M278 552 Q500 592 732 552", "#D9A54B", 6),
        stitches("M294 560 L304 846 L505 926 L706 846 L716 560", "#D9A54B", 6),
        stitches("M310 680 Q400 760 505 690 Q610 760 700 680", "#D9A54B", 6),
        circle(286, 540, 10, "#C99A3E"),
        circle(724, 540, 10, "#C99A3E"),
    )


DRAWINGS: dict[str, Draw] = {
    "morrow-mill-wharfside-beanie-detail": morrow_mill_wharfside_beanie_detail,
    "morrow-mill-liner-gloves-detail": morrow_mill_liner_gloves_detail,
    "skarholt-haar-overmitts-detail": skarholt_haar_overmitts_detail,
    "okapi-lane-commuter-gloves-detail": okapi_lane_commuter_gloves_detail,
    "morrow-mill-loop-snood-detail": morrow_mill_loop_snood_detail,
    "halfpenny-brim-sun-hat-detail": halfpenny_brim_sun_hat_detail,
}
