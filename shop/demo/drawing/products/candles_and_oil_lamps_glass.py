"""A globe, a windlight, and second views of lamp and chimney."""

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
from shop.demo.drawing.palette import BRASS, CARD, GLASS, Tones, tones
from shop.demo.drawing.parts.candlelight import (
    globe,
    open_lantern,
    rolled_wick,
)
from shop.demo.drawing.parts.flame import WICK, chimney, flame, pillar
from shop.demo.drawing.parts.washing import hand
from shop.demo.drawing.scene import Draw, Drawing, ground

ZINC = tones("Zinc")
SKIN = Tones("#D29B76", "#AE7853", "#E4B693")
SLEEVE = tones("Navy")


def tallow_finch_storm_globe() -> Drawing:
    """Round clear lantern globe with two flat cotton wicks rolled beside it."""
    return Drawing(
        "home",
        ground(500, 862, 350, 22),
        globe(360, 530, 2.2),
        rolled_wick(734, 792, 68),
        rolled_wick(862, 808, 52),
    )


def tallow_finch_storm_globe_detail() -> Drawing:
    """Hand lifting the new globe into a red storm lantern, wire guard tilted back."""
    return Drawing(
        "home",
        ground(500, 882, 220, 18),
        open_lantern(tones("Signal red")),
        globe(540, 470, 1.06),
        group("translate(684 460) scale(.86)", hand(SLEEVE, skin=SKIN)),
    )


def _foot(x: float, y: float, width: float) -> str:
    """Draw the galvanised foot of the windlight with its ring of air gaps; its top is at y."""
    w = width / 2
    return joined(
        (
            two(
                f"M{x - w} {y} H{x + w} L{x + w * 1.12} {y + width * 0.24} "
                f"Q{x} {y + width * 0.34} {x - w * 1.12} {y + width * 0.24}Z",
                ZINC.base,
                (
                    ZINC.light,
                    (f"M{x - w * 1.2} {y - 9} H{x - w * 0.5} V{y + width * 0.4} H{x - w * 1.2}Z"),
                ),
                (
                    ZINC.dark,
                    (f"M{x + w * 0.5} {y - 9} H{x + w * 1.2} V{y + width * 0.4} H{x + w * 0.56}Z"),
                ),
            ),
            *(
                ellipse(
                    x + w * at,
                    y + width * 0.2 - abs(at) * width * 0.04,
                    width * 0.05 * (1 - abs(at) * 0.4),
                    width * 0.034,
                    "#3E484D",
                )
                for at in (-0.84, -0.56, -0.28, 0, 0.28, 0.56, 0.84)
            ),
            ellipse(x, y, w, width * 0.1, ZINC.light),
            ellipse(x, y, w * 0.86, width * 0.08, ZINC.dark),
        )
    )


def tallow_finch_pillar_windlight() -> Drawing:
    """Glass cylinder on a galvanised foot with air gaps, a pillar candle inside, at dusk."""
    return Drawing(
        "night",
        circle(500, 400, 330, "#F5C66A", opacity=0.07),
        circle(500, 400, 230, "#F5C66A", opacity=0.1),
        rect(0, 820, 1000, 180, "#5A4230"),
        rect(0, 820, 1000, 22, "#7A5C42"),
        line("M0 900 H1000 M0 962 H1000", "#46331F", 6),
        ellipse(500, 860, 300, 24, "#1A120B", opacity=0.5),
        _foot(500, 750, 380),
        faded(
            0.3,
            two(
                "M330 150 H670 V750 Q500 792 330 750Z",
                GLASS.base,
                ("#FFFFFF", "M330 150 H386 V790 H330Z"),
                (GLASS.dark, "M610 150 H670 V790 H610Z"),
            ),
        ),
        pillar(420, 450, 160, 290),
        line("M362 200 V690", "#FFFFFF", 12, opacity=0.75),
        line("M644 260 V640", "#FFFFFF", 6, opacity=0.5),
        ellipse(500, 150, 170, 30, "none", stroke="#C9DFE8", stroke_width=9),
    )


def tallow_finch_pillar_windlight_detail() -> Drawing:
    """Foot of the windlight with its ring of air gaps, the glass lifted away, the candle free."""
    return Drawing(
        "home",
        ground(420, 862, 330, 24),
        _foot(400, 700, 560),
        pillar(290, 400, 220, 290),
        group(
            "translate(820 430) rotate(7)",
            faded(
                0.85,
                two(
                    "M-110 -300 H110 V300 Q0 330 -110 300Z",
                    "#CFE3EA",
                    ("#E9F4F8", "M-120 -310 H-56 V330 H-120Z"),
                    (GLASS.dark, "M64 -310 H120 V330 H64Z"),
                ),
            ),
            line("M-84 -250 V240", "#FFFFFF", 12),
            ellipse(0, -300, 110, 24, "#E9F4F8"),
            ellipse(0, -300, 92, 16, "#B8D3DC"),
        ),
    )


def tallow_finch_smokehouse_lamp_detail() -> Drawing:
    """Brass burner of the lamp seen near, its flat wick, the knurled wheel and half a flame."""
    return Drawing(
        "home",
        circle(500, 330, 330, "#FFE9A8", opacity=0.25),
        two(
            "M300 800 C120 830 60 940 70 1000 H930 C940 940 880 830 700 800Z",
            "#CFE3EA",
            ("#E9B95A", "M60 910 H940 V1000 H60Z"),
            ("#FFFFFF88", "M60 790 H330 Q180 880 190 1000 H60Z"),
            ("#9FBFCB66", "M700 790 H940 V1000 H760Z"),
        ),
        ellipse(500, 912, 400, 26, "#F3D28A"),
        rect(462, 800, 76, 200, "#F4EAD3"),
        line(
            "".join(f"M466 {y} L500 {y + 12} L534 {y}" for y in range(820, 990, 26)), "#D9CBA9", 6
        ),
        two(
            "M290 690 H710 Q730 690 730 716 V790 Q730 812 706 812 H294 Q270 812 270 790 V716 "
            "Q270 690 290 690Z",
            BRASS.base,
            (BRASS.light, "M260 680 H380 V820 H260Z"),
            (BRASS.dark, "M620 680 H740 V820 H620Z"),
        ),
        line("".join(f"M{x} 722 V784" for x in range(296, 720, 26)), BRASS.dark, 8),
        line("M720 640 H850", BRASS.dark, 22),
        circle(880, 640, 66, BRASS.dark),
        circle(874, 634, 60, BRASS.base),
        *(
            group(f"rotate({a} 874 634)", line("M874 578 V592", BRASS.dark, 9))
            for a in range(0, 360, 24)
        ),
        circle(874, 634, 24, BRASS.light),
        two(
            "M330 470 H670 L720 690 H280Z",
            BRASS.base,
            (BRASS.light, "M270 460 H420 L400 700 H270Z"),
            (BRASS.dark, "M590 460 H730 V700 H620Z"),
            *(circle(x, y, 15, BRASS.dark) for y in (560, 630) for x in range(330, 700, 56)),
        ),
        two("M370 470 Q500 330 630 470Z", BRASS.light, (BRASS.base, "M500 330 H640 V480 H500Z")),
        rect(424, 400, 152, 22, "#5A3A1E", 8),
        rect(440, 386, 120, 26, "#F4EAD3", 3),
        rect(440, 386, 120, 9, WICK, 3),
        flame(500, 366, 1.7),
        line(
            "M318 470 C316 330 300 200 316 60 M682 470 C684 330 700 200 684 60",
            "#B8D3DC",
            12,
            opacity=0.9,
        ),
        line("M344 440 C342 320 330 220 342 110", "#FFFFFF", 12, opacity=0.9),
    )


def tallow_finch_spare_chimney_detail() -> Drawing:
    """Chimney lying packed in paper wool in its open card box, three rolled wicks in front."""
    wool = "".join(
        f"M{170 + (i * 71) % 600} {470 + (i * 43) % 140} q{30 - (i % 3) * 20} -{24 + i % 20} 60 "
        f"{(i % 5) * 8 - 16}"
        for i in range(56)
    )
    return Drawing(
        "home",
        ground(500, 866, 420, 24),
        path("M110 420 L60 300 H830 L890 420Z", CARD.light),
        path("M110 420 H890 V640 H110Z", "#8A6844"),
        path("M120 480 Q300 420 500 450 Q700 420 880 480 V640 H120Z", "#E9DFC6"),
        line(wool, "#CFC09C", 8),
        group(
            "translate(780 500) rotate(90)", chimney(0, 0, 540, 190, glass="#B9D8E3", opacity=0.95)
        ),
        line(wool, "#F4ECD8", 6, opacity=0.55),
        two(
            "M90 600 H910 L890 850 H110Z",
            CARD.base,
            (CARD.light, "M80 590 H260 L264 860 H100Z"),
            (CARD.dark, "M760 590 H920 V860 H750Z"),
        ),
        rect(370, 660, 240, 130, "#F4EAD3", 10),
        label(490, 712, 36, "52 mm", "#6B4A32"),
        line("M420 748 H560", "#8A6A3A", 7),
        rolled_wick(200, 830, 44),
        rolled_wick(690, 836, 44),
        rolled_wick(820, 832, 44),
    )


DRAWINGS: dict[str, Draw] = {
    "tallow-finch-storm-globe": tallow_finch_storm_globe,
    "tallow-finch-storm-globe-detail": tallow_finch_storm_globe_detail,
    "tallow-finch-pillar-windlight": tallow_finch_pillar_windlight,
    "tallow-finch-pillar-windlight-detail": tallow_finch_pillar_windlight_detail,
    "tallow-finch-smokehouse-lamp-detail": tallow_finch_smokehouse_lamp_detail,
    "tallow-finch-spare-chimney-detail": tallow_finch_spare_chimney_detail,
}
