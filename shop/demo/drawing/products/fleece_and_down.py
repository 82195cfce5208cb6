"""Fleeces, and the pile pullover that was there before them."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, line, path, rect, two
from shop.demo.drawing.palette import Tones, shaded, tones
from shop.demo.drawing.parts.cloth import folded
from shop.demo.drawing.parts.dyes import HARBOUR_GREY, KELP
from shop.demo.drawing.parts.labels import half_mark, patch, sewn_label
from shop.demo.drawing.parts.midlayer import Midlayer, curls
from shop.demo.drawing.scene import Draw, Drawing, ground

MIDNIGHT = tones("Midnight blue")
LAMB = Tones("#D9D3C4", "#BDB5A2", "#EAE5D9")
OAT = tones("Oat")
PEAT = tones("Peat")


def _selkie(cloth: Tones, zips: str) -> tuple[str, ...]:
    """Draw what both Selkies have from the neck down."""
    coat = Midlayer(cloth)
    return (
        coat.cloth(),
        line("M332 470 Q360 420 366 360 M668 470 Q640 420 634 360", cloth.dark, 5),
        coat.cuffs(cloth.dark, 10),
        coat.hand_pockets(zips),
        line("M560 436 H626", cloth.dark, 18),
        line("M562 436 H624", zips, 5, stroke_dasharray="5 6"),
        rect(558, 430, 12, 34, zips, 5),
        patch(368, 424, "SK", ground="#F4EAD3", print_="#2F4668", width=64),
    )


def _lamb(x: int, y: int, to_x: int, to_y: int) -> str:
    """Brush up a fleece inside."""
    return curls(x, y, to_x, to_y, LAMB.dark, LAMB.light, step=30)


def skarholt_selkie_fleece() -> Drawing:
    """Kelp green fleece jacket, zipped to the chin."""
    coat = Midlayer(KELP)
    return Drawing(
        "wear",
        ground(500, 878, 250, 20),
        *_selkie(KELP, "#DDE3C8"),
        coat.collar(KELP.dark),
        coat.front_zip("#DDE3C8", 262),
    )


def skarholt_selkie_fleece_detail() -> Drawing:
    """Harbour grey, lying half unzipped with one front folded back."""
    grey = HARBOUR_GREY
    coat = Midlayer(grey)
    inside = two(
        "M424 262 H576 L560 340 L500 622 L432 350Z",
        LAMB.dark,
        curls(420, 270, 590, 620, "#A69D89", LAMB.base, step=30),
    )
    lapel = two(
        "M576 258 L588 336 Q664 420 672 470 Q600 560 502 624 L548 392Z",
        LAMB.base,
        _lamb(500, 270, 690, 640),
        (LAMB.light, "M576 258 L548 392 L502 624 L530 600 L576 400Z"),
    )
    return Drawing(
        "wear",
        group(
            "rotate(-9 500 520)",
            ellipse(500, 560, 400, 330, "#E0CFBA"),
            *_selkie(grey, "#E9EEF0"),
            coat.collar(LAMB.dark),
            inside,
            line("M424 258 L436 350 L500 622", grey.dark, 14),
            line("M424 258 L436 350 L500 622", "#E9EEF0", 5, stroke_dasharray="5 7"),
            lapel,
            line("M672 470 Q600 560 502 624", "#E9EEF0", 6, stroke_dasharray="5 7"),
            line("M500 626 V808", grey.dark, 16),
            line("M500 626 V808", "#E9EEF0", 6, stroke_dasharray="5 7"),
            rect(490, 616, 20, 52, "#E9EEF0", 7),
        ),
    )


def skarholt_selkie_hooded() -> Drawing:
    """Kelp green fleece jacket with a close hood."""
    coat = Midlayer(KELP)
    return Drawing(
        "wear",
        ground(500, 878, 250, 20),
        *_selkie(KELP, "#DDE3C8"),
        coat.hood("#2C3A24", "#8FA070"),
        coat.front_zip("#DDE3C8", 318),
    )


def skarholt_selkie_hooded_detail() -> Drawing:
    """Midnight blue hood from the side."""
    blue = MIDNIGHT
    return Drawing(
        "wear",
        two(
            "M150 1000 Q160 800 330 730 Q500 700 650 726 Q850 760 890 1000Z",
            blue.base,
            (blue.light, "M150 1000 Q160 800 330 730 L370 740 Q250 820 240 1000Z"),
            (blue.dark, "M650 726 Q850 760 890 1000 H740 Q720 820 650 726Z"),
        ),
        path("M330 320 Q470 230 520 330 L500 700 H372 Q318 660 326 560Z", "#1A2740"),
        two(
            "M330 300 C380 170 520 120 640 160 C800 210 840 420 800 560 Q784 640 812 770 "
            "Q600 850 352 800 Q330 720 372 660 Q450 600 452 480 Q440 370 330 300Z",
            blue.base,
            (
                blue.light,
                "M330 300 C380 170 520 120 640 160 C540 180 460 220 430 350 Q400 320 330 300Z",
            ),
            (
                blue.dark,
                (
                    "M640 160 C800 210 840 420 800 560 Q784 640 812 770 L690 816 "
                    "Q690 640 730 520 C760 380 720 240 640 160Z"
                ),
            ),
        ),
        line("M330 300 Q440 370 452 480 Q450 600 372 660", "#7E93B8", 26),
        line("M330 300 Q440 370 452 480 Q450 600 372 660", blue.dark, 4, stroke_dasharray="4 12"),
        line("M480 330 C560 250 680 260 770 330", blue.dark, 6),
        line("M470 620 Q620 700 780 664", blue.dark, 6),
        line("M366 664 Q338 730 356 800 L372 1000", blue.dark, 28),
        line("M366 664 Q338 730 356 800 L372 1000", "#DFE5EE", 8, stroke_dasharray="8 9"),
        rect(350, 650, 26, 76, "#DFE5EE", 10),
        patch(600, 880, "SK", ground="#F4EAD3", print_="#2F4668", width=90),
    )


def _tup(wool: Tones) -> Midlayer:
    """Return the wide cut of the pile pullover."""
    return Midlayer(wool, hem=770, half=206)


def morrow_mill_tup_pile() -> Drawing:
    """Oat-coloured pullover of curly pile."""
    wool = _tup(OAT)
    curl = curls(280, 300, 730, 800, OAT.dark, OAT.light)
    arms = curls(170, 330, 840, 760, OAT.dark, OAT.light)
    buttons = (
        circle(500, y, 13, "#7A5640") + circle(496, y - 3, 4, "#B08A66")
        for y in (286, 336, 386, 436)
    )
    pocket = two(
        "M372 590 Q500 570 628 590 L650 726 H350Z",
        OAT.base,
        curls(340, 580, 670, 740, OAT.dark, OAT.light),
        (f"{OAT.dark}66", "M560 570 H660 V730 H590Z"),
    )
    return Drawing(
        "wear",
        ground(500, 878, 260, 20),
        wool.arms(arms),
        wool.body(curl),
        wool.ribbing(),
        wool.collar("#B29E78", height=70),
        rect(480, 300, 40, 170, OAT.light, 10),
        *buttons,
        pocket,
        line("M372 592 L350 724 M628 592 L650 724", "#A58F66", 9),
        sewn_label(590, 776, 56, 38),
    )


def morrow_mill_tup_pile_detail() -> Drawing:
    """Buttoned neck in peat brown, collar folded open."""
    wool = PEAT
    smooth = shaded("#A48F7C")
    knit = joined(
        line(f"M{x} {y} l9 12 l9 -12", smooth.dark, 4)
        for y in range(170, 470, 24)
        for x in range(230, 780, 18)
    )
    buttons = (
        circle(500, y, 27, "#D8B98A")
        + circle(490, y - 9, 9, "#EFDDB9")
        + circle(493, y + 2, 4, "#7A5640")
        + circle(507, y + 2, 4, "#7A5640")
        for y in (560, 670, 780, 890)
    )
    flap = two(
        "M392 250 Q270 280 236 400 Q300 480 452 510 L470 440 Q420 330 392 250Z", smooth.base, knit
    )
    flap_dark = two(
        "M608 250 Q730 280 764 400 Q700 480 548 510 L530 440 Q580 330 608 250Z",
        smooth.base,
        (smooth.dark, "M680 250 H780 V480 H640 Q720 400 680 250Z"),
        knit,
    )
    return Drawing(
        "wear",
        two(
            "M60 1000 Q70 560 190 460 Q300 390 392 330 H608 Q700 390 810 460 Q930 560 940 1000Z",
            wool.base,
            (wool.light, "M60 1000 Q70 560 190 460 L330 370 Q240 560 236 1000Z"),
            (wool.dark, "M700 390 L810 460 Q930 560 940 1000 H770 Q770 600 700 390Z"),
            curls(60, 340, 960, 1010, wool.dark, wool.light, step=56),
        ),
        path("M392 250 Q500 200 608 250 L530 450 L500 520 L470 450Z", "#4D3A2E"),
        path("M392 250 Q500 200 608 250 Q500 300 392 250Z", smooth.dark),
        rect(456, 470, 88, 540, wool.light, 16),
        line("M462 480 V1000", wool.dark, 5, stroke_dasharray="12 9"),
        *buttons,
        flap,
        flap_dark,
        sewn_label(458, 238, 84, 52),
    )


def halfpenny_common_fleece() -> Drawing:
    """Bottle green half-zip, thin and without pockets."""
    green = tones("Bottle green")
    coat = Midlayer(green, half=182)
    return Drawing(
        "wear",
        ground(500, 878, 250, 20),
        coat.cloth(),
        line("M328 470 Q366 420 392 338 M672 470 Q634 420 608 338", green.dark, 5),
        coat.collar(green.dark),
        path("M430 262 H570 L506 408 H494Z", green.dark),
        path("M462 268 Q500 286 538 268 L532 290 Q500 304 468 290Z", "#8E979C"),
        path("M426 250 L496 408 L470 392 L408 330Z", green.light),
        path("M574 250 L504 408 L530 392 L592 330Z", green.base),
        line("M434 262 L498 408 M566 262 L502 408", "#E8E2CF", 5, stroke_dasharray="5 6"),
        line("M500 408 V540", green.dark, 16),
        line("M500 408 V540", "#E8E2CF", 5, stroke_dasharray="5 6"),
        rect(491, 402, 18, 46, "#E8E2CF", 7),
        line("M316 780 H684", green.dark, 4, stroke_dasharray="12 8"),
        rect(606, 728, 48, 38, "#E6DFCF", 5),
        half_mark(630, 757, 28, "#2F6149"),
    )


def halfpenny_common_fleece_detail() -> Drawing:
    """Three folded fleeces in a stack."""
    top, middle, low = tones("Bottle green"), tones("Brick"), tones("Navy")
    return Drawing(
        "wear",
        ground(500, 862, 320, 24),
        folded(206, 714, 590, 146, low, layers=2),
        folded(216, 566, 572, 148, middle, layers=2),
        folded(208, 418, 584, 148, top, layers=2),
        two(
            "M330 424 Q340 330 400 316 H600 Q660 330 670 424 Q500 486 330 424Z",
            top.base,
            (top.light, "M330 424 Q340 330 400 316 L430 330 Q390 380 392 450Z"),
            (top.dark, "M600 316 Q660 330 670 424 L610 446 Q620 370 570 316Z"),
        ),
        path("M390 330 Q500 296 610 330 Q560 396 500 398 Q440 396 390 330Z", top.dark),
        line("M476 322 q-2 44 24 44 q26 0 24 -44", "#A9B0B4", 12),
        line("M500 398 V470", "#E8E2CF", 7, stroke_dasharray="6 6"),
        rect(490, 388, 20, 48, "#E8E2CF", 7),
        *(
            rect(690, y, 46, 36, "#E6DFCF", 5) + half_mark(713, y + 28, 26, "#3D4448")
            for y in (510, 656, 804)
        ),
    )


DRAWINGS: dict[str, Draw] = {
    "skarholt-selkie-fleece": skarholt_selkie_fleece,
    "skarholt-selkie-fleece-detail": skarholt_selkie_fleece_detail,
    "skarholt-selkie-hooded": skarholt_selkie_hooded,
    "skarholt-selkie-hooded-detail": skarholt_selkie_hooded_detail,
    "morrow-mill-tup-pile": morrow_mill_tup_pile,
    "morrow-mill-tup-pile-detail": morrow_mill_tup_pile_detail,
    "halfpenny-common-fleece": halfpenny_common_fleece,
    "halfpenny-common-fleece-detail": halfpenny_common_fleece_detail,
}
