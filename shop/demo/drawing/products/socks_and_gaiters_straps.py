"""Spare straps for gaiters."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, label, line, path, rect, two
from shop.demo.drawing.palette import BRASS, SOOT, tones
from shop.demo.drawing.parts.footwear import screw
from shop.demo.drawing.parts.labels import hill_label
from shop.demo.drawing.parts.panel import Edge, across, band, between, panel
from shop.demo.drawing.scene import Draw, Drawing

BRACKEN = tones("Bracken")
SKIN_BASE = "#D9A680"
SKIN_LIGHT = "#E3B48F"


def _strap() -> str:
    """Draw a strap with its buckle around 0 0, 640 long."""
    return joined(
        (
            two(
                "M-320 -38 H290 Q322 -38 322 0 Q322 38 290 38 H-320Z",
                SOOT.base,
                (SOOT.light, "M-330 -44 H330 V-16 H-330Z"),
                (SOOT.dark, "M-330 20 H330 V44 H-330Z"),
            ),
            line("M-290 -26 H290 M-290 26 H290", "#6B757B", 4, stroke_dasharray="12 9"),
            *(circle(x, 0, 9, "#15191B") for x in (170, 214, 258)),
            path(
                "M-250 -62 H-130 V62 H-250Z M-226 -38 V38 H-154 V-38Z",
                "#8E979C",
                fill_rule="evenodd",
            ),
            path("M-250 -62 H-130 V-50 H-250Z", "#C3CBCF"),
            rect(-196, -50, 14, 100, "#C3CBCF", 5),
            circle(-292, 0, 10, "#15191B"),
        )
    )


def fellgarth_gaiter_straps() -> Drawing:
    """Two black straps with buckles and four brass screws."""
    big = joined(
        ellipse(x, y + 12, 34, 12, "#22301F", opacity=0.2) + screw(x, y, 32)
        for x, y in ((270, 770), (390, 800), (610, 800), (730, 770))
    )
    return Drawing(
        "wear",
        ellipse(500, 560, 400, 300, "#E0CFBA", opacity=0.7),
        group("translate(512 382) rotate(-10)", ellipse(0, 16, 330, 40, "#22301F", opacity=0.16)),
        group("translate(500 370) rotate(-10) scale(1.12)", _strap()),
        group("translate(512 626) rotate(6)", ellipse(0, 16, 330, 40, "#22301F", opacity=0.16)),
        group("translate(500 614) rotate(6) scale(1.12)", _strap()),
        big,
    )


def fellgarth_gaiter_straps_detail() -> Drawing:
    """Coin in the slot of a screw at the lower edge of a gaiter."""
    left: Edge = [(250, -10), (236, 280), (200, 520), (130, 690)]
    right: Edge = [(790, -10), (800, 280), (830, 520), (890, 690)]
    a, b = between(left, right, -0.05), between(left, right, 1.05)
    return Drawing(
        "wear",
        line("M560 600 Q560 880 420 1010", "#23282B", 120),
        line("M532 610 Q532 870 400 1000", "#4B5257", 16),
        panel(
            left,
            right,
            BRACKEN,
            path(band(a, b, 0.5, 1.05, 12), SOOT.base),
            path(band(a, between(a, b, 0.2), 0.5, 1.05, 0), SOOT.light),
            path(band(between(a, b, 0.74), b, 0.5, 1.05, 0), SOOT.dark),
        ),
        line(across(left, right, 0.51, 12), "#8A4A20", 7, stroke_dasharray="16 12"),
        line(across(left, right, 0.94, 12), "#59646A", 6, stroke_dasharray="16 12"),
        hill_label(300, 160, BRACKEN.base, 120, 80),
        rect(490, 510, 140, 190, "#15191B", 20),
        circle(560, 590, 66, BRASS.dark),
        circle(556, 586, 58, BRASS.base),
        path("M508 560 A58 58 0 0 1 580 534 L560 560 Q530 560 520 590Z", BRASS.light),
        line("M524 618 L592 554", "#6B4E12", 16),
        # the coin stands in the slot; fingers hold it
        group(
            "rotate(-43 560 586)",
            two(
                "M474 578 A150 150 0 1 1 704 578 L660 594 H500Z",
                "#D9B45A",
                ("#EFD58C", "M420 300 H520 V610 H420Z"),
                ("#B98F32", "M650 300 H760 V610 H650Z"),
            ),
            ellipse(588, 480, 92, 88, "#C79C3C"),
            label(588, 510, 90, "1", "#EFD58C"),
        ),
        *(
            line(f"M{x} {y} L{x + 190} {y - 150}", SKIN_LIGHT if i else SKIN_BASE, 78)
            for i, (x, y) in enumerate(((586, 350), (664, 420)))
        ),
        line("M790 190 L1010 60", SKIN_BASE, 210),
        line("M600 340 l20 -16", "#F5DAC4", 34),
    )


DRAWINGS: dict[str, Draw] = {
    "fellgarth-gaiter-straps": fellgarth_gaiter_straps,
    "fellgarth-gaiter-straps-detail": fellgarth_gaiter_straps_detail,
}
