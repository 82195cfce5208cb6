"""Slim candles, and second views of the other candles and the holder."""

from shop.demo.drawing.canvas import (
    circle,
    ellipse,
    faded,
    group,
    joined,
    label,
    line,
    path,
    rect,
    two,
)
from shop.demo.drawing.palette import CARD, GLASS, Tones, tones
from shop.demo.drawing.parts.candlelight import (
    brass_candlestick,
)
from shop.demo.drawing.parts.flame import IVORY, WICK, flame, taper, wick
from shop.demo.drawing.scene import Draw, Drawing, ground

INK = tones("Ink")
TAR = tones("Tar black")
BLACK = Tones("#33383B", "#1F2326", "#565E63")


def tallow_finch_slim_candles() -> Drawing:
    """Four pairs of slim ivory candles joined by their wicks, laid across an open card box."""
    rows = ((512, 0), (566, 14), (620, -10), (674, 6))
    return Drawing(
        "home",
        ground(510, 866, 400, 24),
        path("M190 470 L150 300 H850 L810 470Z", CARD.light),
        path("M150 300 H850 L846 318 H154Z", CARD.base),
        label(500, 410, 56, "4 × 2", "#8A6844"),
        path("M190 470 H810 L870 720 H130Z", "#8A6844"),
        *(
            joined(
                (
                    line(
                        f"M{110 + dx} {y} C{40 + dx} {y - 4} {40 + dx} {y + 36} {112 + dx} "
                        f"{y + 28}",
                        "#C9B48C",
                        6,
                    ),
                    group(f"translate({110 + dx} {y}) rotate(-90)", taper(0, 0, 800, width=27)),
                    group(
                        f"translate({114 + dx} {y + 28}) rotate(-91)", taper(0, 0, 790, width=27)
                    ),
                )
            )
            for y, dx in rows
        ),
        two(
            "M116 716 H884 L866 860 H134Z",
            CARD.base,
            (CARD.light, "M100 700 H290 L294 870 H100Z"),
            (CARD.dark, "M740 700 H900 V870 H730Z"),
        ),
        rect(390, 742, 220, 92, "#F4EAD3", 8),
        label(500, 788, 32, "SLIM 20", "#6B4A32"),
        line("M430 812 H570", "#8A6A3A", 6),
    )


def tallow_finch_slim_candles_detail() -> Drawing:
    """Lit slim candle in ink blue-black standing in a narrow brass candlestick."""
    return Drawing(
        "home",
        ground(500, 868, 190, 18),
        taper(500, 200, 350, INK, width=46),
        wick(500, 200, 32),
        flame(500, 160, 1.0),
        brass_candlestick(500, 534),
    )


def tallow_finch_pillar_40_detail() -> Drawing:
    """Top of a burning pillar candle, melted right to its rim, with one run down its side."""
    return Drawing(
        "home",
        two(
            "M190 460 V1000 H810 V460Z",
            IVORY.base,
            (IVORY.light, "M180 440 H330 V1000 H180Z"),
            (IVORY.dark, "M640 440 H820 V1000 H640Z"),
        ),
        ellipse(500, 460, 310, 92, IVORY.light),
        ellipse(500, 464, 284, 78, "#E3CB8C"),
        ellipse(500, 472, 272, 66, "#F3DC9E"),
        path("M330 452 Q430 418 560 424 Q440 440 360 476Z", "#FFF4D2"),
        path("M600 528 q60 -6 96 -24 q10 100 4 214 q-16 40 -44 4 q-10 -110 -56 -194Z", IVORY.light),
        path("M668 520 q24 -6 28 -16 q10 100 4 214 q-8 20 -20 16 q10 -110 -12 -214Z", IVORY.dark),
        line("M500 480 C498 440 506 420 500 392", WICK, 16),
        flame(500, 372, 1.9),
    )


def tallow_finch_net_loft_candle_detail() -> Drawing:
    """Black stoneware jar with its lid on, a wisp of smoke, and a washed one as a mug of tea."""
    return Drawing(
        "home",
        ground(330, 856, 250, 20),
        ground(740, 858, 180, 18),
        two(
            "M140 440 H520 L506 800 Q490 852 330 852 Q170 852 154 800Z",
            TAR.base,
            (TAR.light, "M130 430 H222 L230 860 H140Z"),
            (TAR.dark, "M440 430 H530 V860 H430Z"),
            ("#7A6A50", "M140 800 Q330 850 520 800 V860 H140Z"),
        ),
        rect(226, 590, 210, 130, "#E6D8B8", 8),
        label(331, 646, 36, "NET LOFT", "#34383B"),
        line("M260 680 q18 -20 36 0 t36 0 t36 0 t36 0", "#8A6A3A", 6),
        two(
            "M122 400 Q124 372 160 368 H500 Q536 372 538 400 V440 Q330 470 122 440Z",
            TAR.light,
            (TAR.base, "M240 360 H550 V470 H230Z"),
            (TAR.dark, "M450 360 H550 V470 H450Z"),
        ),
        two(
            "M290 368 Q284 316 330 314 Q376 316 370 368Z",
            TAR.base,
            (TAR.light, "M280 300 H316 V370 H280Z"),
        ),
        line(
            "M530 372 C580 320 510 270 556 210 C590 160 540 130 560 90", "#B9C2C6", 11, opacity=0.8
        ),
        two(
            "M600 600 H880 L868 812 Q850 854 740 854 Q630 854 612 812Z",
            TAR.base,
            (TAR.light, "M590 590 H664 L670 860 H600Z"),
            (TAR.dark, "M820 590 H890 V860 H812Z"),
            ("#7A6A50", "M600 816 Q740 856 880 816 V860 H600Z"),
        ),
        ellipse(740, 600, 140, 30, TAR.light),
        ellipse(740, 603, 122, 22, "#B5702F"),
        line("M710 550 q-20 -28 4 -56 M766 550 q-20 -28 4 -56", "#FFFFFF", 9, opacity=0.85),
    )


def ember_and_tine_anvil_holder_detail() -> Drawing:
    """Anvil holder from above: its hammered dish, empty socket, finger ring and old wax."""
    dents = joined(
        ellipse(
            430 + (i * 89) % 320 - 160,
            520 + (i * 61) % 320 - 160,
            17,
            12,
            BLACK.light if i % 2 else BLACK.dark,
            opacity=0.6,
        )
        for i in range(34)
    )
    return Drawing(
        "home",
        ground(470, 870, 330, 34),
        line("M690 420 C860 300 980 430 880 540 C830 590 770 580 730 560", BLACK.dark, 56),
        line("M690 410 C856 292 966 420 872 526 C826 574 770 566 730 548", BLACK.base, 48),
        line("M700 396 C840 304 930 400 870 490", BLACK.light, 10),
        circle(438, 528, 336, BLACK.dark),
        circle(430, 518, 334, BLACK.base),
        two(
            "M96 518 a334 334 0 0 1 668 0 a334 334 0 0 1 -668 0Z",
            BLACK.base,
            (BLACK.light, "M60 160 H380 Q170 320 180 860 H60Z"),
        ),
        circle(430, 518, 284, BLACK.dark),
        circle(434, 524, 276, "#2B2F32"),
        dents,
        path(
            "M470 610 Q560 590 600 650 Q610 720 540 730 Q500 700 490 670 Q460 650 470 610Z",
            IVORY.base,
        ),
        path("M480 622 Q540 606 570 640 Q520 640 496 664Z", IVORY.light),
        circle(430, 518, 118, BLACK.light),
        circle(436, 524, 112, BLACK.base),
        circle(432, 520, 82, "#15181A"),
        path("M352 500 a82 82 0 0 1 120 -50 q-70 10 -90 90Z", "#2B2F32"),
        label(430, 300, 34, "22", BLACK.light),
    )


def halfpenny_tea_lights_50_detail() -> Drawing:
    """Open refill box of white tea lights in rows, one glass cup with its tin disc beside."""
    lights = joined(
        joined(
            (
                ellipse(x + 4, y + 5, 34, 24, "#A8987C"),
                ellipse(x, y, 34, 24, "#FBF8F0"),
                ellipse(x, y, 24, 16, "#EDE7D8"),
                line(f"M{x} {y} v-16", WICK, 5),
            )
        )
        for row, y in enumerate((392, 448, 504, 560))
        for x in range(196 - row * 6, 830, 78)
    )
    return Drawing(
        "home",
        ground(500, 866, 400, 26),
        group(
            "translate(0 72)",
            path("M130 350 L80 220 H870 L860 350Z", CARD.light),
            path("M150 340 H850 L890 600 H100Z", "#8A6844"),
            lights,
            two(
                "M84 590 H906 L880 760 H110Z",
                CARD.base,
                (CARD.light, "M80 580 H270 L274 770 H100Z"),
                (CARD.dark, "M760 580 H910 V770 H750Z"),
            ),
            rect(300, 616, 200, 110, "#F4EAD3", 10),
            label(400, 676, 52, "50", "#8A6A3A"),
            label(400, 714, 30, "½", "#8A6A3A"),
        ),
        ellipse(724, 862, 110, 14, "#22301F", opacity=0.2),
        faded(
            0.8,
            two(
                "M606 690 H834 L818 846 Q720 874 622 846Z",
                GLASS.base,
                ("#FFFFFF", "M596 680 H650 L656 860 H600Z"),
                (GLASS.dark, "M780 680 H844 V860 H776Z"),
            ),
        ),
        ellipse(720, 690, 114, 22, "none", stroke="#B8D3DC", stroke_width=8),
        ellipse(490, 846, 38, 14, "#8E979C"),
        ellipse(486, 842, 38, 14, "#D6DDE1"),
        circle(486, 841, 5, "#8E979C"),
    )


DRAWINGS: dict[str, Draw] = {
    "tallow-finch-slim-candles": tallow_finch_slim_candles,
    "tallow-finch-slim-candles-detail": tallow_finch_slim_candles_detail,
    "tallow-finch-pillar-40-detail": tallow_finch_pillar_40_detail,
    "tallow-finch-net-loft-candle-detail": tallow_finch_net_loft_candle_detail,
    "ember-and-tine-anvil-holder-detail": ember_and_tine_anvil_holder_detail,
    "halfpenny-tea-lights-50-detail": halfpenny_tea_lights_50_detail,
}
