"""A big flask, a short mug, and second views of their sisters."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, line, path, rect, two
from shop.demo.drawing.palette import STEEL, Tones, shaded, tones
from shop.demo.drawing.parts.flasks import (
    gate_lid,
    gate_mug_body,
    harbour_flask_body,
)
from shop.demo.drawing.scene import Draw, Drawing, ground

GREEN = tones("Harbour green")
BRICK = tones("Brick")
CHARCOAL = tones("Charcoal")
FERN = shaded("#6E9150")
MIST = tones("Mist")
BARE = Tones("#B7C0C5", "#8B969C", "#DDE3E6")
BLACK = Tones("#33393D", "#23282B", "#4B5257")
STONE = Tones("#B9B4A8", "#928D82", "#D2CEC3")
CORK = Tones("#B98A5A", "#96693D", "#D2A878")
TEA = "#B5702F"


def _steel_cup(x: float, y: float, width: float, height: float, *, tea: bool = False) -> str:
    """Draw a steel cup that stands with its foot at y."""
    w = width / 2
    cup = two(
        f"M{x - w} {y - height} H{x + w} L{x + w * 0.84} {y - 14} Q{x + w * 0.8} {y} "
        f"{x + w * 0.66} {y} H{x - w * 0.66} Q{x - w * 0.8} {y} {x - w * 0.84} {y - 14}Z",
        STEEL.base,
        (STEEL.light, f"M{x - w - 9} {y - height} h{width * 0.26} v{height + 9} h-{width}Z"),
        (STEEL.dark, f"M{x + w * 0.46} {y - height} h{width} v{height + 9} h-{width}Z"),
    )
    rim = ellipse(x, y - height, w, w * 0.2, STEEL.light)
    inside = ellipse(x, y - height + 3, w * 0.88, w * 0.15, TEA if tea else STEEL.dark)
    return cup + rim + inside


def _anchor(x: float, y: float, scale: float = 1) -> str:
    """Print the anchor of Pellworth, its ring at x and y."""
    return group(
        f"translate({x} {y}) scale({scale})",
        line("M0 16 V156 M-50 76 H50 M-60 116 C-50 166 50 166 60 116", "#EBF1F4", 12),
        circle(0, 0, 17, "none", stroke="#EBF1F4", stroke_width=11),
    )


def _breakwater(*, cups: bool) -> str:
    """Draw the big flask with its side handle, with its cups on top or open."""
    top = (
        two(
            "M394 84 H586 Q616 84 616 112 V180 H364 V112 Q364 84 394 84Z",
            STEEL.base,
            (STEEL.light, "M360 80 H420 V190 H360Z"),
            (STEEL.dark, "M556 80 H620 V190 H556Z"),
        )
        + two(
            "M346 158 H634 Q648 158 648 172 V250 H332 V172 Q332 158 346 158Z",
            STEEL.base,
            (STEEL.light, "M330 150 H404 V260 H330Z"),
            (STEEL.dark, "M574 150 H650 V260 H574Z"),
        )
        + line("M338 166 H642", "#FFFFFF", 6, opacity=0.7)
        + rect(352, 250, 276, 30, STEEL.dark, 6)
        + rect(352, 250, 70, 30, STEEL.base, 6)
        if cups
        else rect(410, 240, 160, 44, STEEL.dark, 8)
        + rect(410, 240, 60, 44, STEEL.base, 8)
        + ellipse(490, 240, 80, 16, STEEL.light)
        + ellipse(490, 241, 62, 10, "#23282B")
    )
    return joined(
        (
            line("M690 380 H770 Q806 380 806 420 V610 Q806 650 770 650 H690", STEEL.dark, 34),
            line("M690 374 H770 Q796 376 798 416", STEEL.light, 10),
            top,
            two(
                "M352 278 H628 Q640 316 690 350 Q716 372 716 420 V800 Q716 860 660 860 H320 "
                "Q264 860 264 800 V420 Q264 372 290 350 Q340 316 352 278Z",
                GREEN.base,
                (GREEN.light, "M250 270 H410 Q400 350 350 390 V870 H250Z"),
                (GREEN.dark, "M590 270 H730 V870 H620 V420 Q600 350 590 270Z"),
                (CORK.base, "M250 810 H730 V870 H250Z"),
                (CORK.dark, "M620 810 H730 V870 H620Z"),
            ),
            rect(258, 356, 464, 22, STEEL.dark, 8),
            rect(258, 640, 464, 22, STEEL.dark, 8),
            rect(258, 356, 110, 22, STEEL.light, 8),
            rect(258, 640, 110, 22, STEEL.light, 8),
            _anchor(490, 436, 1.1),
            rect(300, 430, 15, 190, GREEN.light, 7),
        )
    )


def pellworth_breakwater_flask() -> Drawing:
    """Big harbour green vacuum flask with a side handle and two nested steel cups on top."""
    return Drawing("home", ground(500, 864, 270, 22), _breakwater(cups=True))


def pellworth_breakwater_flask_detail() -> Drawing:
    """Two steel cups filled with tea on a stone wall beside the open flask, stopper next to it."""
    stones = (
        (0, 800, 260),
        (264, 800, 300),
        (568, 800, 210),
        (782, 800, 230),
        (0, 906, 140),
        (144, 906, 290),
        (438, 906, 250),
        (692, 906, 310),
    )
    return Drawing(
        "home",
        rect(0, 770, 1000, 230, STONE.dark),
        *(
            rect(x, y, w, 102, STONE.base, 14) + rect(x, y, w, 20, STONE.light, 10)
            for x, y, w in stones
        ),
        ground(300, 806, 230, 16),
        ground(740, 806, 210, 14),
        group("translate(-110 90) scale(.83)", _breakwater(cups=False)),
        *(
            line(f"M{x} {y} q-20 -30 4 -58 q20 -28 -2 -52", "#FFFFFF", 10, opacity=0.85)
            for x, y in ((700, 560), (884, 590))
        ),
        _steel_cup(700, 804, 170, 190, tea=True),
        _steel_cup(884, 812, 150, 166, tea=True),
        group(
            "translate(560 840) rotate(8)",
            rect(-62, -26, 86, 52, BLACK.base, 12),
            rect(-62, -26, 86, 18, BLACK.light, 10),
            rect(22, -34, 40, 68, STEEL.base, 10),
            rect(22, -34, 40, 22, STEEL.light, 10),
        ),
    )


def _short_body(colour: Tones) -> str:
    """Draw the body of the short mug; it stands at y = 714."""
    return group("translate(0 330) scale(1 .727) translate(0 -330)", gate_mug_body(colour))


def pellworth_lock_gate_short() -> Drawing:
    """Short brick red travel mug, lid and sliding lock, under the spout of a coffee machine."""
    return Drawing(
        "home",
        ground(500, 886, 370, 22),
        two(
            "M170 60 H790 Q830 60 830 100 V880 H640 V300 H170 Q140 300 140 270 V90 Q140 60 170 60Z",
            "#5B646A",
            ("#767F85", "M130 50 H250 V310 H130Z"),
            ("#43494E", "M760 50 H840 V890 H760Z"),
            ("#43494E", "M640 300 H690 V890 H640Z"),
        ),
        rect(210, 120, 250, 90, "#23282B", 14),
        *(
            circle(x, 165, 20, fill)
            for x, fill in ((270, "#E2A33B"), (335, "#8E979C"), (400, "#8E979C"))
        ),
        circle(680, 165, 44, "#33393D"),
        circle(674, 159, 26, "#8E979C"),
        rect(340, 296, 110, 44, "#33393D", 8),
        path("M356 338 h26 l-6 34 h-16Z M408 338 h26 l-4 34 h-16Z", "#23282B"),
        rect(150, 846, 700, 44, "#43494E", 12),
        rect(170, 836, 450, 18, "#8E979C", 6),
        group("translate(-38 236) scale(.86)", _short_body(BRICK), gate_lid()),
    )


def _open_mug_rim(x: float, y: float, scale: float) -> str:
    """Draw the ceramic-coated inside of a travel mug, its rim at x and y."""
    return group(
        f"translate({x} {y}) scale({scale})",
        ellipse(0, 0, 148, 30, STEEL.light),
        ellipse(0, 3, 128, 22, "#EDEAE2"),
        ellipse(0, 12, 104, 13, "#C9C4B8"),
    )


def pellworth_lock_gate_short_detail() -> Drawing:
    """Fern green short mug beside the taller charcoal one, their identical lids lifted off."""
    return Drawing(
        "home",
        ground(500, 866, 400, 22),
        group("translate(-58 180) scale(.8)", gate_mug_body(CHARCOAL)),
        _open_mug_rim(342, 444, 0.8),
        group("translate(300 295) scale(.8)", _short_body(FERN)),
        _open_mug_rim(700, 559, 0.8),
        group("translate(-58 20) scale(.8)", gate_lid()),
        group("translate(300 135) scale(.8)", gate_lid()),
    )


def pellworth_lock_gate_mug_detail() -> Drawing:
    """Travel mugs in charcoal and mist side by side, the charcoal one lying locked on papers."""
    return Drawing(
        "home",
        path("M70 820 L560 790 L640 850 L120 890Z", "#F6F3EA"),
        path("M110 836 L600 800 L700 862 L170 906Z", "#E3DED0"),
        line("M200 852 L560 826 M210 870 L500 850", "#B9B3A4", 6),
        ground(760, 872, 150, 16),
        group("translate(360 180) scale(.8)", gate_mug_body(MIST), gate_lid()),
        group("translate(36 1130) rotate(-86) scale(.8)", gate_mug_body(CHARCOAL), gate_lid()),
    )


def pellworth_harbour_flask_detail() -> Drawing:
    """Bare steel flask open, its steel cup full of tea and the stopper in three pieces."""
    return Drawing(
        "home",
        ground(480, 862, 380, 22),
        group("translate(-150 0)", harbour_flask_body(BARE)),
        ellipse(340, 256, 98, 18, STEEL.light),
        ellipse(340, 258, 76, 12, "#23282B"),
        line("M650 640 q-22 -32 4 -62 q22 -30 -2 -58", "#FFFFFF", 10, opacity=0.85),
        _steel_cup(660, 858, 190, 170, tea=True),
        rect(800, 806, 120, 52, STEEL.base, 14),
        rect(800, 806, 120, 20, STEEL.light, 10),
        rect(816, 770, 88, 30, "#C9C4B8", 12),
        rect(826, 700, 68, 62, BLACK.base, 12),
        rect(826, 700, 24, 62, BLACK.light, 12),
        line("M830 720 H890 M830 738 H890", "#23282B", 5),
    )


DRAWINGS: dict[str, Draw] = {
    "pellworth-breakwater-flask": pellworth_breakwater_flask,
    "pellworth-breakwater-flask-detail": pellworth_breakwater_flask_detail,
    "pellworth-lock-gate-short": pellworth_lock_gate_short,
    "pellworth-lock-gate-short-detail": pellworth_lock_gate_short_detail,
    "pellworth-lock-gate-mug-detail": pellworth_lock_gate_mug_detail,
    "pellworth-harbour-flask-detail": pellworth_harbour_flask_detail,
}
