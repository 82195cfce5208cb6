"""The second views of the sleeping bags and mats: open, rolled, near."""

from shop.demo.drawing.canvas import INK, circle, ellipse, group, joined, line, path, rect, two
from shop.demo.drawing.palette import STEEL, Tones, tones
from shop.demo.drawing.parts.labels import CREAM, sewn_label
from shop.demo.drawing.parts.sleeping_bag import mummy_bag, stuff_sack
from shop.demo.drawing.scene import Draw, Drawing, ground

MIDNIGHT = tones("Midnight blue")
COPPER = Tones("#D48A52", "#B06D3A", "#E3A878")
OXBLOOD = Tones("#7C2F38", "#5F2029", "#9C4A52")
STRAW = Tones("#E2C48D", "#C2A066", "#F0DDB4")
ICE = tones("Ice blue")
YELLOW = Tones("#F2C438", "#CF9F1E", "#F9DF86")
OATMEAL = tones("Oatmeal")
EMBER = Tones("#E07B39", "#C5642A", "#F09A5E")


def skarholt_hush_400_detail() -> Drawing:
    """Draw the bag unzipped and folded open on its copper lining, its sack beside it."""
    flap = two(
        "M392 440 C360 560 372 720 402 836 Q300 840 240 800 C170 700 160 560 216 470 "
        "C270 420 340 410 392 440Z",
        COPPER.base,
        (COPPER.light, "M180 460 H250 Q200 640 260 830 H150Z"),
        (COPPER.dark, "M350 420 H410 L420 850 H360 Q330 640 350 420Z"),
        *(line(f"M150 {y} q140 40 270 0", COPPER.dark, 6) for y in range(500, 830, 76)),
    )
    inside = two(
        "M392 440 C450 470 560 450 600 430 C610 580 560 "
        "740 520 838 L402 836 C372 720 360 560 392 440Z",
        COPPER.dark,
        (COPPER.base, "M480 440 H620 V860 H470 Q520 640 480 440Z"),
    )
    return Drawing(
        "camp",
        ground(470, 850, 320, 26),
        group(
            "translate(60 0)", mummy_bag(MIDNIGHT, COPPER), group("translate(-8 0)", inside, flap)
        ),
        line("M452 440 C420 560 432 720 462 836", "#E8DCC0", 7, stroke_dasharray="4 9"),
        ground(840, 858, 110, 12),
        group("translate(760 744) scale(.9)", stuff_sack(MIDNIGHT, COPPER)),
    )


def skarholt_hush_700_detail() -> Drawing:
    """Draw the draught collar from near, with its cord and toggle."""
    hood = "M-20 1010 V420 C40 180 260 60 500 60 C740 60 960 180 1020 420 V1010Z"
    opening = "M170 620 C170 330 320 190 500 190 C680 190 830 330 830 620Z"
    collar = (
        "M110 600 C240 510 760 510 890 600 C930 680 900 770 830 800 "
        "C640 870 360 870 170 800 C100 770 70 680 110 600Z"
    )
    tucks = (
        line(
            f"M{x} {560 + abs(500 - x) // 9} q{(x - 500) // 8} 110 {(x - 500) // 12} 230",
            OXBLOOD.dark,
            7,
        )
        for x in range(190, 850, 88)
    )
    return Drawing(
        "camp",
        two(
            hood,
            OXBLOOD.base,
            (
                OXBLOOD.light,
                "M-20 1010 V420 C40 180 260 60 500 60 C260 110 110 260 120 560 L110 1010Z",
            ),
            (OXBLOOD.dark, "M760 60 H1020 V1010 H840 C930 700 940 260 760 60Z"),
            *(line(f"M-20 {y} Q500 {y + 90} 1020 {y}", OXBLOOD.dark, 9) for y in (830, 930)),
        ),
        two(
            opening,
            STRAW.base,
            (STRAW.dark, "M500 190 C680 190 830 330 830 620 H680 C740 420 640 230 500 190Z"),
            (STRAW.light, "M170 620 C170 330 320 190 500 190 C380 240 260 400 262 620Z"),
        ),
        two(
            collar,
            OXBLOOD.light,
            (OXBLOOD.base, "M110 660 C300 740 700 740 890 660 L900 860 H100Z"),
            (OXBLOOD.dark, "M760 500 H930 V860 H700 Q820 700 760 500Z"),
            *tucks,
        ),
        line("M128 612 C260 530 740 530 872 612", "#E8DCC0", 9),
        line("M640 548 C700 600 690 700 730 790", "#E8DCC0", 9),
        rect(700, 660, 52, 78, INK, 20),
        rect(700, 660, 18, 78, "#46545C", 9),
        circle(726, 690, 9, "#E8DCC0"),
    )


def _rolled(x: float, y: float, colour: Tones, inside: Tones) -> str:
    """Draw a bag rolled up, its end to the front right."""
    return group(
        f"translate({x} {y})",
        two(
            "M60 0 H400 Q470 0 470 110 Q470 220 400 220 H60 Q0 220 0 110 Q0 0 60 0Z",
            colour.base,
            (colour.light, "M-9 -9 H480 V48 H-9Z"),
            (colour.dark, "M-9 162 H480 V230 H-9Z"),
        ),
        ellipse(412, 110, 58, 110, colour.dark),
        ellipse(412, 110, 46, 92, inside.base),
        ellipse(412, 110, 34, 70, colour.base),
        ellipse(412, 110, 22, 46, inside.base),
        ellipse(412, 110, 10, 22, colour.base),
        *(rect(at, -4, 30, 228, INK, 6) + rect(at, -4, 10, 228, "#46545C", 6) for at in (110, 260)),
    )


def halfpenny_sundown_detail() -> Drawing:
    """Draw the three colours rolled up and piled: marigold, pine and denim."""
    pine, denim = tones("Pine"), tones("Denim")
    return Drawing(
        "camp",
        ground(500, 852, 400, 30),
        _rolled(60, 624, pine, tones("Sand")),
        _rolled(500, 624, denim, tones("Sand")),
        _rolled(280, 418, tones("Marigold"), Tones("#4F8490", "#3F6F7A", "#6FA0AB")),
    )


def skarholt_tern_mat_detail() -> Drawing:
    """Draw the mat half rolled, its orange pump sack plugged into the flat valve."""
    ribs = (line(f"M{x} 690 L{x - 60} 850", ICE.dark, 8) for x in range(200, 640, 74))
    return Drawing(
        "camp",
        ground(470, 866, 410, 26),
        two(
            "M130 690 H640 L600 856 Q596 866 580 866 H70 Q56 866 60 850Z",
            ICE.base,
            (ICE.light, "M120 680 H650 V716 H110Z"),
            (ICE.dark, "M50 834 H610 V870 H50Z"),
            *ribs,
        ),
        two(
            "M620 470 A200 200 0 1 1 560 840 L600 690Z",
            ICE.base,
            (ICE.light, "M560 440 H900 V540 H560Z"),
            (ICE.dark, "M560 800 H900 V900 H560Z"),
        ),
        *(
            circle(680, 660, r, ICE.dark if i % 2 else ICE.light)
            for i, r in enumerate((190, 158, 126, 94, 62, 30))
        ),
        circle(190, 742, 34, "#3E6474"),
        circle(190, 742, 22, "#E9F3F6"),
        two(
            "M166 730 C120 600 70 560 90 400 C110 280 300 260 330 380 C350 520 250 600 214 730Z",
            EMBER.base,
            (EMBER.light, "M60 280 H160 Q90 480 180 740 H150Z"),
            (EMBER.dark, "M270 270 H350 V500 Q270 600 220 740 L200 740 Q320 480 270 270Z"),
        ),
        line("M110 344 Q210 300 316 348", EMBER.dark, 12),
        rect(176, 706, 30, 34, "#3E6474", 6),
    )


def quillon_fm_9_detail() -> Drawing:
    """Draw the foam mat from near: the egg-box pattern and one fold, yellow over grey."""
    bumps = joined(
        circle(x + (38 if row % 2 else 0), 300 + row * 66, 27, YELLOW.dark)
        + circle(x - 5 + (38 if row % 2 else 0), 293 + row * 66, 24, YELLOW.light)
        for row in range(7)
        for x in range(-20, 1020, 76)
    )
    return Drawing(
        "camp",
        two("M-20 250 Q500 190 1020 250 V620 Q500 560 -20 620Z", YELLOW.base, bumps),
        path("M-20 600 Q500 540 1020 600 V680 Q500 620 -20 680Z", YELLOW.dark),
        path("M-20 640 Q500 580 1020 640 V710 Q500 650 -20 710Z", "#6C757A"),
        path("M-20 690 Q500 630 1020 690 V716 Q500 660 -20 716Z", "#525B60"),
        line("M-20 622 Q500 562 1020 622", YELLOW.light, 9),
        line("M300 236 L286 700 M690 230 L704 690", YELLOW.dark, 14),
        ground(500, 790, 520, 40),
    )


def morrow_mill_wool_liner_detail() -> Drawing:
    """Draw the liner at full length, tapering to the feet, hung from a branch."""
    ribs = (
        line(f"M{x} 200 L{x + (500 - x) * 0.3:.0f} 850", OATMEAL.dark, 4)
        for x in range(340, 680, 26)
    )
    return Drawing(
        "camp",
        line("M60 150 C300 190 700 110 960 160", "#7A5A3C", 40),
        line("M60 138 C300 178 700 98 960 148", "#94704C", 13),
        ground(500, 872, 130, 12),
        two(
            "M322 196 Q500 230 678 196 Q690 420 626 846 Q500 870 374 846 Q310 420 322 196Z",
            OATMEAL.base,
            *ribs,
            (f"{OATMEAL.light}AA", "M300 180 H400 Q370 520 430 860 H300Z"),
            (f"{OATMEAL.dark}AA", "M620 180 H700 V860 H580 Q650 520 620 180Z"),
        ),
        two("M322 196 Q500 230 678 196 Q500 172 322 196Z", "#7A5B43"),
        line("M322 198 Q500 232 678 198", "#7A5B43", 16),
        line("M372 204 V150 M628 204 V146", "#7A5B43", 12),
        sewn_label(540, 720, 70, 46),
        rect(476, 250, 48, 30, CREAM, 5),
        circle(628, 146, 10, STEEL.dark),
        circle(372, 150, 10, STEEL.dark),
    )


DRAWINGS: dict[str, Draw] = {
    "skarholt-hush-400-detail": skarholt_hush_400_detail,
    "skarholt-hush-700-detail": skarholt_hush_700_detail,
    "halfpenny-sundown-detail": halfpenny_sundown_detail,
    "skarholt-tern-mat-detail": skarholt_tern_mat_detail,
    "quillon-fm-9-detail": quillon_fm_9_detail,
    "morrow-mill-wool-liner-detail": morrow_mill_wool_liner_detail,
}
