"""The second views of the camp kitchen: folded, nested, pouring, in other colours."""

from shop.demo.drawing.canvas import INK, circle, ellipse, group, line, path, rect, two
from shop.demo.drawing.palette import BRASS, LEATHER, STEEL, tones
from shop.demo.drawing.parts.stove import (
    camp_kettle,
    enamel_mug,
    pan_from_above,
    pan_handle,
    stove_on_canister,
    windshield,
)
from shop.demo.drawing.scene import Draw, Drawing, ground

GRAPHITE = tones("Graphite")
NAVY = tones("Navy")


def _matchbox() -> str:
    """Draw a box of matches, half open, around 0 0."""
    return "".join(
        (
            two("M120 -60 H250 V70 H120Z", "#E8DCC0", ("#CDBB92", "M120 20 H260 V80 H120Z")),
            *(
                line(f"M150 {y} H236", "#D9B27C", 9) + circle(240, y, 9, "#C8443A")
                for y in (-38, -14, 10)
            ),
            two(
                "M-150 -80 H150 V80 H-150Z",
                "#C8443A",
                ("#DD6A5D", "M-160 -90 H-90 V90 H-160Z"),
                ("#9E2F27", "M-160 50 H160 V90 H-160Z"),
            ),
            circle(0, -14, 46, "#F4EAD3"),
            path("M0 -52 C-26 -20 -24 14 0 18 C24 14 26 -20 0 -52Z", "#E8823A"),
        )
    )


def ember_and_tine_kite_85_detail() -> Drawing:
    """Draw the stove folded up, as small as the matchbox beside it."""
    arm = two("M-20 -190 H20 L26 0 H-26Z", STEEL.base, (STEEL.light, "M-30 -200 H-6 V10 H-30Z"))
    return Drawing(
        "camp",
        ground(360, 800, 240, 22),
        *(group(f"translate(360 560) rotate({angle})", arm) for angle in (-16, 16)),
        two(
            "M270 470 H450 L426 580 H294Z",
            STEEL.base,
            (STEEL.light, "M260 460 H320 L326 590 H280Z"),
            (STEEL.dark, "M396 460 H460 V590 H388Z"),
        ),
        rect(256, 450, 208, 34, STEEL.light, 14),
        *(circle(x, 467, 7, INK) for x in range(282, 450, 26)),
        group(
            "translate(360 560) rotate(0)",
            two("M-18 -230 H18 L24 10 H-24Z", STEEL.light, (STEEL.dark, "M6 -240 H40 V20 H6Z")),
        ),
        two(
            "M304 570 H416 V720 H304Z",
            BRASS.base,
            (BRASS.light, "M296 560 H334 V730 H296Z"),
            (BRASS.dark, "M386 560 H430 V730 H386Z"),
        ),
        rect(268, 720, 184, 70, "#79848B", 12),
        rect(400, 720, 52, 70, "#5C676D", 12),
        line("M284 742 H436 M284 764 H436", "#5C676D", 6),
        line("M416 640 H480 V730", STEEL.dark, 14),
        line("M480 700 q34 40 0 78 q-34 -38 0 -78", "#C8513C", 13),
        rect(210, 590, 96, 52, INK, 12),
        rect(192, 602, 26, 26, "#C8513C", 6),
        ground(740, 800, 190, 18),
        group("translate(700 712)", _matchbox()),
    )


def ember_and_tine_kite_windshield_detail() -> Drawing:
    """Draw the collar clipped around the burning stove."""
    return Drawing(
        "camp",
        ground(500, 880, 190, 18),
        group("translate(75 40) scale(.85 .98)", stove_on_canister()),
        group("translate(160 50) scale(.68 .6)", windshield()),
        line(
            "M60 250 q60 -40 120 0 t120 0 M30 340 q50 -34 100 0 t100 0", "#FFFFFF", 13, opacity=0.8
        ),
    )


def ember_and_tine_nest_pots_detail() -> Drawing:
    """Draw the set cut open: pot in pot, and in the middle stove and canister."""
    grey = GRAPHITE
    return Drawing(
        "camp",
        ground(500, 866, 300, 24),
        line("M250 330 C250 230 750 230 750 330", "#8E979C", 18),
        line("M420 252 H580", "#C8513C", 28),
        two(
            "M220 360 H780 V800 Q780 860 720 860 H280 Q220 860 220 800Z",
            grey.base,
            (grey.light, "M210 350 H250 V870 H210Z"),
            (grey.dark, "M750 350 H790 V870 H750Z"),
        ),
        rect(256, 392, 488, 436, "#D3DADD", 34),
        two(
            "M300 440 H700 V764 Q700 806 656 806 H344 Q300 806 300 764Z",
            grey.light,
            (grey.base, "M668 430 H710 V810 H668Z"),
        ),
        rect(332, 470, 336, 308, "#EEF2F2", 26),
        two(
            "M388 620 Q500 600 612 620 V742 Q612 766 588 766 H412 Q388 766 388 742Z",
            "#5E7F52",
            ("#7A9A6B", "M380 600 H430 V780 H380Z"),
            ("#4A6841", "M570 600 H620 V780 H570Z"),
        ),
        rect(388, 668, 224, 46, "#F1E6CF"),
        rect(470, 560, 60, 58, BRASS.base, 8),
        rect(506, 560, 24, 58, BRASS.dark, 8),
        two("M420 500 H580 L560 564 H440Z", STEEL.base, (STEEL.dark, "M520 490 H590 V570 H520Z")),
        rect(200, 340, 600, 36, grey.light, 16),
        two(
            "M250 342 Q250 296 320 290 H680 Q750 296 750 342Z",
            grey.light,
            (grey.base, "M560 280 H760 V350 H560Z"),
        ),
        *(circle(x, 318, 8, grey.dark) for x in range(560, 720, 30)),
    )


def ember_and_tine_billy_kettle_detail() -> Drawing:
    """Draw the kettle tipped, pouring into a blue enamel mug."""
    return Drawing(
        "camp",
        ground(770, 858, 150, 14),
        group("translate(590 620) scale(.36 .28)", enamel_mug(NAVY)),
        path(
            "M606 548 C700 560 744 640 748 744 H776 C776 620 730 530 622 522Z",
            "#B98250",
            opacity=0.9,
        ),
        group("translate(-130 40) rotate(26 500 500) scale(.86)", camp_kettle(STEEL)),
        line("M730 690 q-24 -40 0 -70 M812 700 q24 -40 0 -74", "#FFFFFF", 11, opacity=0.7),
    )


def ember_and_tine_hearth_skillet_24_detail() -> Drawing:
    """Draw the pan from above with its handle slid off."""
    return Drawing(
        "camp",
        ground(360, 750, 290, 46, 0.14),
        group("translate(10 60) scale(.86)", pan_from_above()),
        path("M600 472 L680 426 L694 492 L620 540Z", "#2B3742"),
        group("translate(110 10) scale(.86)", pan_handle()),
        line("M640 496 L676 474", "#F4EAD3", 9, stroke_dasharray="2 16"),
        ellipse(270, 545, 54, 18, "#8AA2B8", opacity=0.5),
    )


def halfpenny_enamel_mug_detail() -> Drawing:
    """Draw a cream and a rust mug hanging from hooks under a branch."""
    hung = (
        group(
            f"translate({x - 481} {362 + 391}) rotate(-76) scale(.62)",
            enamel_mug(tones(colour), full=False),
        )
        + line(f"M{x} 236 V330 q0 40 -32 36", STEEL.dark, 13)
        for x, colour in ((300, "Cream"), (700, "Rust"))
    )
    return Drawing(
        "camp",
        line("M-20 220 C300 180 700 260 1020 200", LEATHER.base, 50),
        line("M-20 204 C300 164 700 244 1020 184", LEATHER.light, 16),
        *hung,
    )


DRAWINGS: dict[str, Draw] = {
    "ember-and-tine-kite-85-detail": ember_and_tine_kite_85_detail,
    "ember-and-tine-kite-windshield-detail": ember_and_tine_kite_windshield_detail,
    "ember-and-tine-nest-pots-detail": ember_and_tine_nest_pots_detail,
    "ember-and-tine-billy-kettle-detail": ember_and_tine_billy_kettle_detail,
    "ember-and-tine-hearth-skillet-24-detail": ember_and_tine_hearth_skillet_24_detail,
    "halfpenny-enamel-mug-detail": halfpenny_enamel_mug_detail,
}
