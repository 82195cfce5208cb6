"""Trail shoes."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, label, line, path, rect, two
from shop.demo.drawing.palette import Tones, tones
from shop.demo.drawing.parts.shoes import TrailShoe
from shop.demo.drawing.scene import Draw, Drawing, ground

LICHEN = tones("Lichen")
COAL = tones("Coal")


def quillon_ts_240() -> Drawing:
    """Pair of lichen-green mesh shoes with a coal-grey toe band."""
    shoe = TrailShoe(LICHEN, Tones("#B9C777", "#95A455", "#D6DE9C"), "#33393D", band=COAL)
    return Drawing(
        "wear",
        ground(330, 846, 300, 20),
        ground(660, 760, 280, 18),
        group("translate(312 160) scale(1.02)", shoe.draw()),
        group("translate(36 232) scale(1.02)", shoe.draw()),
    )


def quillon_ts_240_detail() -> Drawing:
    """Toe from near, with its band and the stopper in the tongue."""
    shoe = TrailShoe(LICHEN, Tones("#B9C777", "#95A455", "#D6DE9C"), "#33393D", band=COAL)
    weld = line("M70 480 Q130 460 188 487 Q250 512 328 522", "#767F85", 4, stroke_dasharray="2 9")
    return Drawing(
        "wear",
        ground(560, 912, 520, 26),
        group(
            "translate(70 -400) scale(2.2)",
            shoe.draw(),
            weld,
            path("M352 330 Q352 288 392 278 Q426 290 436 352 Q396 330 352 330Z", LICHEN.light),
            line("M358 330 Q396 316 434 352", LICHEN.dark, 5),
            line("M372 366 Q370 340 384 322 M386 372 Q396 350 398 322", "#33393D", 7),
            rect(376, 300, 30, 34, "#33393D", 8),
            rect(382, 306, 18, 8, "#8E979C", 3),
            label(496, 494, 26, "TS240", "#E3EAC6"),
        ),
    )


def quillon_ts_275() -> Drawing:
    """Pair of coal-grey shoes with lichen cords and heel loops, beads of water."""
    shoe = TrailShoe(
        COAL,
        Tones("#545C61", "#3D4448", "#767F85"),
        "#B9C777",
        band=Tones("#23282B", "#1A1E20", "#3A4045"),
        open_mesh=False,
        loop="#B9C777",
    )
    drops = joined(
        ellipse(x, y, 10, 12, "#BFDDE8") + circle(x - 3, y - 4, 3.4, "#FFFFFF")
        for x, y in (
            (76, 496),
            (116, 470),
            (152, 496),
            (190, 456),
            (222, 486),
            (262, 456),
            (104, 520),
        )
    )
    return Drawing(
        "wear",
        ground(330, 846, 300, 20),
        ground(660, 760, 280, 18),
        group("translate(312 160) scale(1.02)", shoe.draw(), drops),
        group("translate(36 232) scale(1.02)", shoe.draw(), drops),
    )


def quillon_ts_275_detail() -> Drawing:
    """Mid-step in a puddle, water parting round the toe."""
    shoe = TrailShoe(
        COAL,
        Tones("#545C61", "#3D4448", "#767F85"),
        "#B9C777",
        band=Tones("#23282B", "#1A1E20", "#3A4045"),
        open_mesh=False,
        loop="#B9C777",
    )
    splash = (
        "M60 760 Q20 660 70 600 Q84 660 120 690 Q110 600 170 540 Q176 640 220 690 "
        "Q250 640 300 620 Q280 690 320 760Z"
    )
    drops = ((60, 540), (140, 480), (210, 500), (30, 640), (270, 560), (110, 560))
    return Drawing(
        "wear",
        ellipse(480, 800, 460, 92, "#8FB4C4"),
        ellipse(470, 800, 400, 72, "#A9CBD8"),
        line("M200 830 Q470 880 760 826", "#CFE3EA", 9),
        path("M690 440 Q690 240 660 -10 H810 Q816 240 800 520 Q720 540 690 440Z", "#D9A680"),
        path("M750 -10 H810 Q816 240 800 520 L764 510 Q780 240 750 -10Z", "#B98460"),
        path("M682 430 H806 V530 H690Z", "#6A5243"),
        group("translate(180 166) rotate(-5 300 600) scale(1.06)", shoe.draw()),
        two(
            "M130 776 Q300 740 480 770 Q700 800 880 770 L870 860 Q480 900 130 850Z",
            "#A9CBD8",
            ("#BFDDE8", "M130 776 Q300 740 480 770 Q400 800 140 820Z"),
        ),
        group("translate(100 30)", path(splash, "#BFDDE8")),
        group(
            "translate(100 30)",
            path(
                "M90 760 Q60 690 84 650 Q110 700 150 720 Q150 650 176 600 "
                "Q190 680 220 720 Q250 690 276 670 Q268 710 290 760Z",
                "#E1F0F5",
            ),
        ),
        *(path(f"M{x + 100} {y} q14 26 0 38 q-14 -12 0 -38Z", "#A9CBD8") for x, y in drops),
    )


DRAWINGS: dict[str, Draw] = {
    "quillon-ts-240": quillon_ts_240,
    "quillon-ts-240-detail": quillon_ts_240_detail,
    "quillon-ts-275": quillon_ts_275,
    "quillon-ts-275-detail": quillon_ts_275_detail,
}
