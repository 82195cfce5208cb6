"""Pocket torch and spare strap."""

from shop.demo.drawing.canvas import (
    INK,
    circle,
    ellipse,
    group,
    joined,
    label,
    line,
    path,
    rect,
    two,
)
from shop.demo.drawing.palette import BRASS, RUBBER, SOOT, STEEL, Tones, tones
from shop.demo.drawing.parts.surfaces import lit, rod, topped
from shop.demo.drawing.scene import Draw, Drawing, ground

PETROL = tones("Petrol")
OAT = tones("Oat")


def torch_body(metal: Tones, *, length: float = 330) -> str:
    """Draw the tube of a torch that lies from 0 to the right, 120 high."""
    return "".join(
        (
            topped(
                f"M-10 -52 H{length} V52 H-10 Q-30 52 -30 34 V-34 Q-30 -52 -10 -52Z",
                metal,
                (-52, 52),
            ),
            *(rect(60 + i * 18, -52, 8, 104, metal.dark) for i in range(9)),
            rect(0, -52, 12, 104, metal.dark),
        )
    )


def torch_head(metal: Tones) -> str:
    """Draw the ribbed head of a torch from 0 to the right, 170 wide."""
    return "".join(
        (
            topped("M0 -56 L30 -78 H150 V78 H30 L0 56Z", metal, (-78, 78)),
            *(rect(40 + i * 20, -78, 9, 156, metal.dark) for i in range(5)),
            rect(146, -84, 26, 168, metal.light, 6),
            rect(146, 20, 26, 64, metal.base, 6),
        )
    )


def lampwick_row_wicket_torch() -> Drawing:
    """Petrol-blue torch with a ribbed twist head and a clip, its warm beam to the right."""
    return Drawing(
        "night",
        path("M560 470 L1020 260 V800 L560 590Z", "#FFF3C4", opacity=0.28),
        path("M560 490 L1020 360 V700 L560 570Z", "#FFF3C4", opacity=0.4),
        ellipse(330, 880, 260, 16, "#16222A"),
        group("translate(110 530)", torch_body(PETROL)),
        group("translate(430 530)", torch_head(PETROL)),
        path("M598 452 Q624 530 598 608 Z", "#FFF9DF"),
        rod("M120 462 H330 Q352 462 350 476", STEEL, 16),
        rect(108, 454, 40, 60, STEEL.dark, 6),
        rect(280, 508, 70, 46, "#F4EAD3", 6),
        line("M296 542 L315 520 L334 542", PETROL.dark, 6),
    )


def lampwick_row_wicket_torch_detail() -> Drawing:
    """Brass-coloured torch apart: head, tube and an AA battery beside a door key."""
    return Drawing(
        "camp",
        ground(500, 660, 420, 20),
        ground(540, 852, 300, 18),
        group("translate(110 560)", torch_head(BRASS)),
        ellipse(284, 560, 10, 70, "#CFE3EA"),
        group("translate(380 560)", torch_body(BRASS, length=220)),
        ellipse(600, 560, 14, 50, BRASS.dark),
        *(line(f"M{x} 512 V608", BRASS.light, 4) for x in (572, 584)),
        topped("M680 520 H860 V600 H680Z", SOOT, (520, 600)),
        topped("M660 520 H720 V600 H660 Q650 560 660 520Z", BRASS, (520, 600)),
        rect(858, 540, 18, 40, STEEL.base, 4),
        label(792, 572, 32, "AA", "#F4EAD3"),
        line("M414 494 H560", STEEL.base, 14),
        circle(340, 790, 62, STEEL.dark),
        circle(336, 786, 56, STEEL.base),
        circle(340, 790, 30, "#B9CAB4"),
        topped("M396 774 H690 V806 H396Z", STEEL, (774, 806)),
        path("M620 804 H690 V862 H670 V836 H654 V862 H634 V830 H620Z", STEEL.dark),
    )


def strap_coil(x: float, y: float, r: float, width: float) -> str:
    """Draw a coiled strap that stands on its edge, petrol with an oat stripe."""
    rings = "".join(
        (
            line(
                f"M{x - r} {y} a{r} {r * 0.42} 0 1 1 {2 * r} 0 a{r} {r * 0.42} 0 1 1 -{2 * r} 0",
                PETROL.dark,
                12,
            ),
            two(
                f"M{x - r} {y} a{r} {r * 0.42} 0 0 0 {2 * r} 0 v{width} a{r} {r * 0.42} 0 0 1 "
                f"-{2 * r} 0Z",
                PETROL.base,
                line(
                    f"M{x - r} {y + width * 0.34} a{r} {r * 0.42} 0 0 0 {2 * r} 0",
                    OAT.base,
                    width * 0.2,
                ),
                line(
                    f"M{x - r} {y + width * 0.72} a{r} {r * 0.42} 0 0 0 {2 * r} 0",
                    OAT.base,
                    width * 0.12,
                ),
                ("#FFFFFF33", f"M{x - r - 9} {y - 20} h{r * 0.4} v{r + width} h-{r}Z"),
                ("#0B263055", f"M{x + r * 0.5} {y - 20} h{r} v{r + width} h-{r}Z"),
            ),
        )
    )
    inner = joined(
        line(
            f"M{x - q} {y} a{q} {q * 0.4} 0 1 1 {2 * q} 0 a{q} {q * 0.4} 0 1 1 -{2 * q} 0", fill, 9
        )
        for q, fill in (
            (r * 0.82, PETROL.base),
            (r * 0.64, OAT.dark),
            (r * 0.46, PETROL.base),
            (r * 0.28, PETROL.dark),
        )
    )
    return ellipse(x, y, r, r * 0.42, "#123C48") + inner + rings


def lampwick_row_lodestar_strap() -> Drawing:
    """Coiled strap in petrol and oat stripes with a black buckle, a tiny plug beside it."""
    return Drawing(
        "camp",
        ground(430, 848, 330, 24),
        ground(836, 856, 60, 10),
        strap_coil(410, 520, 280, 190),
        two(
            "M660 600 Q760 640 800 720 L740 780 Q700 700 620 700Z",
            PETROL.base,
            line("M650 640 Q730 670 766 744", OAT.base, 26),
            (PETROL.dark, "M600 690 Q720 690 760 800 H600Z"),
        ),
        group(
            "translate(770 750) rotate(50)",
            rect(-70, -50, 140, 100, INK, 16),
            rect(-44, -28, 36, 56, "#59646A", 8),
            rect(10, -28, 36, 56, "#59646A", 8),
        ),
        lit("M806 800 H866 V846 Q836 862 806 846Z", RUBBER, (806, 866)),
        ellipse(836, 800, 30, 11, RUBBER.light),
        rect(822, 776, 28, 24, RUBBER.base, 8),
        rect(300, 700, 80, 54, "#F4EAD3", 6),
        line("M318 740 L340 716 L362 740", PETROL.dark, 7),
    )


def lampwick_row_lodestar_strap_detail() -> Drawing:
    """Larger strap laid flat with its crown bar and two black rubber feet."""
    stripes = "M60 470 Q500 560 940 470"
    return Drawing(
        "camp",
        ground(500, 620, 440, 20),
        two(
            "M440 540 V200 Q440 120 500 120 Q560 120 560 200 V540Z",
            PETROL.base,
            line("M500 130 V560", OAT.base, 26),
            (PETROL.light, "M430 110 H458 V560 H430Z"),
            (PETROL.dark, "M540 110 H570 V560 H540Z"),
        ),
        two(
            "M40 400 Q500 490 960 400 V520 Q500 620 40 520Z",
            PETROL.base,
            line(stripes, OAT.base, 24),
            line("M60 500 Q500 594 940 500", OAT.base, 12),
            ("#FFFFFF33", "M20 380 H200 V640 H20Z"),
            ("#0B263055", "M800 380 H980 V640 H800Z"),
        ),
        rect(420, 440, 160, 130, INK, 18),
        rect(446, 466, 108, 78, "#59646A", 10),
        rect(20, 384, 90, 156, INK, 16),
        rect(40, 420, 46, 84, "#B9CAB4", 10),
        path("M900 396 H970 V530 H900Z", PETROL.dark),
        rect(886, 380, 40, 160, INK, 10),
        *(
            lit(
                f"M{x - 76} 760 H{x + 76} L{x + 90} 840 Q{x} 872 {x - 90} 840Z",
                RUBBER,
                (x - 90, x + 90),
            )
            + ellipse(x, 760, 76, 20, RUBBER.light)
            + ellipse(x, 760, 30, 8, RUBBER.dark)
            + joined(line(f"M{x + d} 790 v46", RUBBER.dark, 7) for d in (-44, -14, 16, 46))
            for x in (380, 640)
        ),
    )


DRAWINGS: dict[str, Draw] = {
    "lampwick-row-wicket-torch": lampwick_row_wicket_torch,
    "lampwick-row-wicket-torch-detail": lampwick_row_wicket_torch_detail,
    "lampwick-row-lodestar-strap": lampwick_row_lodestar_strap,
    "lampwick-row-lodestar-strap-detail": lampwick_row_lodestar_strap_detail,
}
