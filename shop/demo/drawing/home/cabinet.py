"""The glass cabinet of the first year, with nine things in it, and a bicycle beside it."""

import math

from shop.demo.drawing.canvas import circle, ellipse, group, joined, line, path, rect
from shop.demo.drawing.palette import RUBBER, STEEL, WALNUT, tones
from shop.demo.drawing.products.boots_and_shoes_care import carrowlast_boot_grease
from shop.demo.drawing.products.bottles_and_flasks import pellworth_harbour_flask
from shop.demo.drawing.products.camp_kitchen_pots import halfpenny_enamel_mug
from shop.demo.drawing.products.candles_and_oil_lamps import tallow_finch_storm_lantern
from shop.demo.drawing.products.garden_tools import halfpenny_twine_tin, okapi_lane_bramble_gloves
from shop.demo.drawing.products.hats_and_gloves import morrow_mill_liner_gloves
from shop.demo.drawing.products.knives_and_tools_knives import thornhythe_ferry_slipjoint
from shop.demo.drawing.products.tents import fellgarth_pole_repair_kit
from shop.demo.drawing.scene import Draw
from shop.demo.drawing.wide import DrawWide, Wide, placed

SHELVES = (350, 620, 890)
# What stands on each shelf: the drawing and its size.
THINGS: tuple[tuple[tuple[Draw, float], ...], ...] = (
    (
        (halfpenny_enamel_mug, 0.25),
        (tallow_finch_storm_lantern, 0.27),
        (carrowlast_boot_grease, 0.24),
    ),
    (
        (okapi_lane_bramble_gloves, 0.25),
        (fellgarth_pole_repair_kit, 0.25),
        (pellworth_harbour_flask, 0.26),
    ),
    (
        (halfpenny_twine_tin, 0.25),
        (thornhythe_ferry_slipjoint, 0.25),
        (morrow_mill_liner_gloves, 0.25),
    ),
)
FRAME = tones("Harbour green")


def _cabinet() -> str:
    """Draw the cabinet: its case, shelves, the nine things and the glass in front of them."""
    shelves = joined(
        rect(236, y, 688, 16, WALNUT.light) + rect(236, y + 12, 688, 8, WALNUT.dark)
        for y in SHELVES
    )
    things = joined(
        placed(draw, x=360 + place * 222, y=y, scale=scale)
        for y, row in zip(SHELVES, THINGS, strict=True)
        for place, (draw, scale) in enumerate(row)
    )
    shine = path("M250 70 H470 L250 560Z M560 70 H640 L250 930 V760Z", "#FFFFFF", opacity=0.22)
    return joined(
        (
            ellipse(580, 1002, 420, 26, "#22301F", opacity=0.18),
            rect(196, 30, 768, 960, WALNUT.base, 10),
            rect(196, 30, 26, 960, WALNUT.light, 10),
            rect(938, 30, 26, 960, WALNUT.dark, 10),
            rect(236, 66, 688, 850, "#F3EBD8"),
            shelves,
            things,
            shine,
            rect(196, 930, 768, 60, WALNUT.dark),
            circle(950, 520, 12, "#E6C06B"),
        )
    )


def _wheel(x: float, y: float, radius: float) -> str:
    """Draw a wheel with its spokes."""
    spokes = joined(
        line(
            f"M{x} {y} L{x + radius * math.cos(turn):.0f} {y + radius * math.sin(turn):.0f}",
            STEEL.dark,
            3,
        )
        for turn in (k * math.pi / 9 for k in range(18))
    )
    return joined(
        (
            circle(x, y, radius, "none", stroke=RUBBER.base, stroke_width=18),
            circle(x, y, radius - 13, "none", stroke=STEEL.base, stroke_width=7),
            spokes,
            circle(x, y, 16, STEEL.dark),
        )
    )


def _bicycle() -> str:
    """Draw the bicycle that leans by the cabinet."""
    tubes = "M1120 850 L1210 570 L1440 600 M1210 570 L1290 850 L1450 580 M1120 850 H1290"
    return joined(
        (
            ellipse(1310, 996, 350, 20, "#22301F", opacity=0.18),
            _wheel(1120, 850, 146),
            _wheel(1500, 850, 146),
            line("M1500 850 L1436 520", FRAME.base, 18),
            line(tubes, FRAME.dark, 20),
            line(tubes, FRAME.base, 14),
            line("M1210 570 L1192 516", STEEL.base, 14),
            path("M1128 506 Q1190 484 1262 506 Q1240 526 1190 524 Q1140 528 1128 506Z", "#6B4A32"),
            line("M1436 520 L1420 474 Q1470 440 1520 476", STEEL.dark, 14),
            line("M1520 476 l26 12", "#6B4A32", 22),
            circle(1290, 850, 40, "none", stroke=STEEL.dark, stroke_width=9),
            line("M1290 850 L1330 906", STEEL.dark, 12) + rect(1310, 900, 52, 14, RUBBER.base, 6),
        )
    )


def cabinet() -> Wide:
    """Return the waiting room of the bicycle workshop."""
    return Wide(
        rect(0, 0, 1620, 1080, "#DCE6EC"),
        circle(1290, 420, 330, "#EBF1F4"),
        rect(0, 720, 1620, 230, "#C6D3CB"),
        *(line(f"M{x} 724 V950", "#B4C4BA", 4) for x in range(40, 1620, 120)),
        rect(0, 708, 1620, 18, "#A9BBB0"),
        path("M0 944 H1620 V1080 H0Z", "#C9B8A4"),
        path("M0 944 H1620 V958 H0Z", "#D8C9B6"),
        _cabinet(),
        group("translate(-46 0)", _bicycle()),
    )


DRAWINGS: dict[str, DrawWide] = {"home-cabinet": cabinet}
