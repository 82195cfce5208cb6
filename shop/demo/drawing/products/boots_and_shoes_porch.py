"""What stands in the porch: wellingtons and clogs."""

from shop.demo.drawing.canvas import circle, group, joined, line, path, rect, two
from shop.demo.drawing.palette import CORK, STEEL, tones
from shop.demo.drawing.parts.labels import half_mark, patch
from shop.demo.drawing.parts.shoes import clog, rubber_boot
from shop.demo.drawing.scene import Draw, Drawing, ground

LICHEN = tones("Lichen")
BOTTLE = tones("Bottle green")
BRICK = tones("Brick")
CHARCOAL = tones("Charcoal")


def halfpenny_byre_wellington() -> Drawing:
    """Pair of plain bottle-green rubber boots, knee-high."""
    boot = rubber_boot(BOTTLE, top=-150, half=112)
    return Drawing(
        "wear",
        ground(480, 876, 340, 24),
        group("translate(300 300) scale(.93)", boot),
        group("translate(130 316) scale(.93)", boot),
        group("translate(130 316) scale(.93)", half_mark(520, -60, 44, "#E6DFCF")),
    )


def halfpenny_byre_wellington_detail() -> Drawing:
    """Muddy boot levered off by the heel of the other, on a doormat."""
    boot = rubber_boot(BOTTLE, top=-90, half=112)
    mud = (
        path(
            "M26 552 H610 L632 520 Q600 470 560 500 Q520 450 470 500 Q420 470 380 506 Q300 460 "
            "240 500 Q170 440 130 480 Q60 450 22 520Z",
            "#6A5243",
        )
        + path("M420 552 H614 L632 520 Q600 470 560 500 Q520 450 470 500Z", "#4D3A2E")
        + joined(
            circle(x, y, r, "#6A5243")
            for x, y, r in ((440, 420, 12), (500, 380, 9), (300, 440, 10), (560, 430, 14))
        )
    )
    bristles = joined(line(f"M{x} 858 v-14", "#8A6238", 6) for x in range(70, 940, 17))
    return Drawing(
        "wear",
        path("M30 850 H970 L990 906 H10Z", CORK.dark),
        bristles,
        path("M30 852 H970 L978 876 H22Z", CORK.base),
        group("translate(440 392) scale(.78)", boot, mud),
        group("translate(70 392) rotate(-17 20 460) scale(.78)", boot, mud),
        line("M330 842 q60 -6 116 -30 M360 820 q40 -6 76 -22", "#4D3A2E", 7),
    )


def halfpenny_hut_clogs() -> Drawing:
    """Pair of brick-red foam clogs with a loop behind."""
    one = clog(BRICK)
    return Drawing(
        "wear",
        ground(480, 812, 360, 24),
        group("translate(250 120) scale(1.02)", one),
        group("translate(80 198) scale(1.02)", one, half_mark(200, 470, 64, "#F1E7D0")),
    )


def halfpenny_hut_clogs_detail() -> Drawing:
    """Charcoal clogs on a carabiner at the side of a rucksack."""
    pack = LICHEN
    one = clog(CHARCOAL)
    return Drawing(
        "wear",
        ground(450, 908, 330, 24),
        two(
            "M130 900 Q90 560 130 300 Q170 110 340 100 Q520 100 560 300 Q600 560 570 900Z",
            pack.base,
            (
                pack.light,
                ("M130 900 Q90 560 130 300 Q170 110 340 100 Q240 200 220 420 Q200 680 230 910Z"),
            ),
            (pack.dark, "M470 150 Q540 220 560 300 Q600 560 570 900 H460 Q500 560 470 150Z"),
        ),
        two(
            "M160 250 Q200 60 350 70 Q500 70 540 250 Q350 320 160 250Z",
            pack.base,
            (pack.light, "M160 250 Q200 60 350 70 Q250 130 240 276Z"),
            (pack.dark, "M450 90 Q520 150 540 250 L450 278 Q480 170 450 90Z"),
        ),
        rect(330, 250, 36, 150, "#33393D", 6),
        rect(316, 350, 64, 44, "#59646A", 8),
        two(
            "M190 560 Q350 530 510 560 V800 Q350 850 190 800Z",
            pack.base,
            (pack.light, "M190 540 H260 V850 H190Z"),
            (pack.dark, "M430 540 H520 V850 H430Z"),
        ),
        line("M190 566 Q350 536 510 566", pack.dark, 9),
        patch(308, 640, "QX", ground="#F4EAD3", print_="#6F7C43", width=90),
        line("M540 330 H640", "#33393D", 26),
        group("translate(770 380) rotate(-100) scale(.72) translate(-636 -490)", one),
        group("translate(710 384) rotate(-82) scale(.72) translate(-636 -490)", one),
        line(
            "M640 330 Q640 286 690 286 H740 Q790 290 786 340 Q780 384 730 384 H680 Q640 376 640 "
            "330Z",
            "#E8823A",
            17,
        ),
        line("M654 312 L690 290", STEEL.base, 15),
    )


DRAWINGS: dict[str, Draw] = {
    "halfpenny-byre-wellington": halfpenny_byre_wellington,
    "halfpenny-byre-wellington-detail": halfpenny_byre_wellington_detail,
    "halfpenny-hut-clogs": halfpenny_hut_clogs,
    "halfpenny-hut-clogs-detail": halfpenny_hut_clogs_detail,
}
