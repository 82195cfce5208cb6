"""What is padded with wadding: the Lull, to be worn over everything."""

from shop.demo.drawing.canvas import ellipse, joined, line, mirrored, path, rect, two
from shop.demo.drawing.palette import tones
from shop.demo.drawing.parts.dyes import SKIN
from shop.demo.drawing.parts.labels import hill_label
from shop.demo.drawing.parts.midlayer import Midlayer
from shop.demo.drawing.parts.panel import flipped, panel
from shop.demo.drawing.scene import Draw, Drawing, ground

STORM = tones("Storm blue")
ROWAN = tones("Rowan red")


def _diamonds(stroke: str, step: int = 92) -> str:
    """Quilt diamonds over everything."""
    return joined(
        line(f"M{x} 100 L{x + 800} 900 M{x + 800} 100 L{x} 900", stroke, 5)
        for x in range(-700 - 700 % step, 1000, step)
    )


def fellgarth_lull_padded() -> Drawing:
    """Storm blue padded jacket, roomy, with diamonds and a hood."""
    coat = Midlayer(STORM, hem=836, half=216)
    quilt = _diamonds(STORM.dark)
    return Drawing(
        "wear",
        ground(500, 892, 280, 20),
        coat.arms(quilt),
        coat.body(quilt),
        coat.cuffs("#22303E", 16),
        coat.hood("#22303E", "#F2D16B", roomy=26),
        line("M500 160 V106 M446 176 Q440 140 452 112 M554 176 Q560 140 548 112", STORM.dark, 5),
        coat.hand_pockets("#F2D16B", 590),
        coat.front_zip("#F2D16B", 322),
        rect(491, 752, 18, 46, "#F2D16B", 7),
        hill_label(546, 424, STORM.base, 84, 54),
    )


def fellgarth_lull_padded_detail() -> Drawing:
    """Rowan red, worn over a shell and a helmet, a bottle in the pocket inside."""
    red = ROWAN
    quilt = _diamonds(red.dark, 118)
    shell = tones("Moss")
    left: list[tuple[float, float]] = [(400, 440), (250, 500), (190, 700), (170, 1010)]
    inner: list[tuple[float, float]] = [(440, 440), (420, 560), (416, 760), (430, 1010)]
    helmet = two(
        "M372 250 C380 140 440 106 500 106 C560 106 620 140 628 250 Q500 214 372 250Z",
        "#EDAE3B",
        ("#F6C766", "M372 250 C380 140 440 106 500 106 C440 140 424 190 420 240Z"),
        ("#CF9024", "M560 110 C610 140 624 200 628 250 L580 236 Q590 170 560 110Z"),
    )
    hood = two(
        "M366 470 C300 380 300 110 500 84 C700 110 700 380 634 470 Q560 500 500 502 "
        "Q440 500 366 470Z M404 300 C404 430 440 470 500 474 C560 470 596 430 596 300 "
        "C600 190 560 150 500 146 "
        "C440 150 400 190 404 300Z",
        red.base,
        quilt,
    ).replace("<path d=", '<path fill-rule="evenodd" clip-rule="evenodd" d=')
    return Drawing(
        "wear",
        path("M430 380 H570 V1000 H430Z", shell.base),
        path("M500 440 H570 V1000 H500Z", shell.dark),
        ellipse(500, 300, 92, 124, SKIN.base),
        path("M540 190 Q592 230 592 300 Q590 400 500 424 Q560 380 540 190Z", SKIN.dark),
        helmet,
        line("M408 250 Q430 400 500 430 Q570 400 592 250", "#33393D", 8),
        hood,
        path("M420 450 Q500 520 580 450 L590 520 Q500 560 410 520Z", shell.light),
        line("M500 536 V1000", shell.dark, 8),
        panel(left, inner, red, quilt, lit=0.25, shade=0.85),
        panel(flipped(inner), flipped(left), red, _diamonds("#7A2718", 118), lit=0.1, shade=0.5),
        line("M440 450 Q418 560 416 760 L430 1010", "#F2D16B", 9, stroke_dasharray="8 7"),
        line("M560 450 Q582 560 584 760 L570 1010", "#F2D16B", 9, stroke_dasharray="8 7"),
        rect(452, 626, 76, 60, "#33393D", 12),
        rect(440, 676, 100, 200, "#8FBBCB", 22),
        rect(440, 676, 30, 200, "#C3E0EA", 14),
        two(
            "M416 760 Q490 740 566 762 L572 960 H428Z",
            "#7A2E21",
            ("#5F2117", "M510 740 H580 V960 H520Z"),
        ),
        line("M418 762 Q490 742 566 764", "#F2D16B", 7),
        hill_label(640, 600, red.base, 90, 58),
        mirrored(line("M262 700 Q290 860 286 1000", red.dark, 6)),
        line("M262 700 Q290 860 286 1000", red.dark, 6),
    )


DRAWINGS: dict[str, Draw] = {
    "fellgarth-lull-padded": fellgarth_lull_padded,
    "fellgarth-lull-padded-detail": fellgarth_lull_padded_detail,
}
