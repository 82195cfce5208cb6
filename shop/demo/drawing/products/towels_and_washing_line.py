"""A washing line, and what holes are darned with."""

from shop.demo.drawing.canvas import (
    circle,
    ellipse,
    group,
    label,
    line,
    mirrored,
    path,
    two,
)
from shop.demo.drawing.palette import BEECH, BRASS, CORK, PAPER, Tones, tones
from shop.demo.drawing.parts.washing import sock, stake
from shop.demo.drawing.scene import Draw, Drawing, ground

YELLOW = tones("Yellow")
BILBERRY = tones("Bilberry")
PEAT = tones("Peat")
POST = tones("Slate")


def _twisted(x: float, y: float, to_x: float) -> str:
    """Draw three cords twisted into one, level from x to to_x."""
    turns = "".join(
        f"M{at} {y - 12} Q{at + 16} {y} {at + 8} {y + 13}"
        for at in range(int(x) + 8, int(to_x) - 12, 26)
    )
    return (
        line(f"M{x} {y} H{to_x}", YELLOW.base, 30)
        + line(f"M{x} {y - 8} H{to_x}", YELLOW.light, 7)
        + line(turns, YELLOW.dark, 7)
    )


def _hook(x: float, y: float, scale: float = 1) -> str:
    """Draw a brass hook with its screw; the line enters it from the right at x and y."""
    return group(
        f"translate({x} {y}) scale({scale})",
        line("M-70 0 C-150 10 -170 -70 -110 -78 C-84 -80 -70 -60 -74 -40", BRASS.base, 20),
        line("M-80 8 C-150 14 -168 -60 -116 -72", BRASS.light, 6),
        two(
            "M-76 -25 H10 Q20 -25 20 -16 V16 Q20 25 10 25 H-76Z",
            BRASS.base,
            (BRASS.light, "M-80 -30 H30 V-10 H-80Z"),
            (BRASS.dark, "M-80 10 H30 V30 H-80Z"),
        ),
        circle(-28, 0, 15, BRASS.dark),
        line("M-36 6 L-20 -6", "#F3DDA0", 5),
    )


def ferrywell_deckline() -> Drawing:
    """Signal yellow twisted washing line between two brass hooks, sock and towel corner in it."""
    towel = tones("Slate blue")
    return Drawing(
        "home",
        ground(500, 880, 420, 18, 0.12),
        stake(100, 150, 730, POST, width=70),
        stake(900, 150, 730, POST, width=70),
        circle(100, 330, 46, "none", stroke="#43515C", stroke_width=12),
        circle(900, 330, 46, "none", stroke="#43515C", stroke_width=12),
        two(
            "M560 390 Q640 430 690 420 L800 640 L770 690 L640 800 L506 640 L540 420Z",
            towel.base,
            (towel.light, "M560 390 L500 640 L560 720 L600 500Z"),
            (towel.dark, "M690 410 L800 640 L640 800 L660 560Z"),
            line("M520 650 L650 780 L784 660", "#F4EAD3", 10),
        ),
        path("M560 392 Q560 330 600 300 L624 352 L668 316 Q690 370 688 420 L600 440Z", towel.light),
        path("M624 352 L668 316 Q690 370 688 420 L640 430Z", towel.base),
        sock(336, 404, tones("Madder"), scale=1.15),
        path("M284 420 Q290 340 322 318 L342 352 L368 326 Q392 360 390 420Z", "#F4EAD3"),
        _twisted(190, 386, 810),
        _hook(200, 386),
        mirrored(_hook(200, 386)),
    )


def ferrywell_deckline_detail() -> Drawing:
    """Yellow line coiled beside its pale egg-sized pouch, brass hook with screw seen near."""
    turns = ((400, 600, 240, 150), (400, 600, 190, 112), (400, 600, 138, 76))
    return Drawing(
        "home",
        ground(430, 770, 300, 34),
        *(
            ellipse(x, y + 16, rx, ry, "none", stroke=YELLOW.dark, stroke_width=34)
            + ellipse(x, y, rx, ry, "none", stroke=YELLOW.base, stroke_width=34)
            + ellipse(
                x, y, rx, ry, "none", stroke=YELLOW.dark, stroke_width=24, stroke_dasharray="5 27"
            )
            for x, y, rx, ry in turns
        ),
        line("M636 560 C680 420 560 330 470 310", YELLOW.base, 36),
        line("M636 560 C680 420 560 330 470 310", YELLOW.dark, 26, stroke_dasharray="2 30"),
        group("translate(440 300) rotate(16)", _hook(0, 0, 1.9)),
        ground(780, 858, 130, 16),
        two(
            "M690 700 C690 600 730 540 780 540 C830 540 870 600 870 700 C870 810 840 860 780 860 "
            "C720 860 690 810 690 700Z",
            PAPER.base,
            (PAPER.light, "M680 530 H740 Q716 700 750 870 H680Z"),
            (PAPER.dark, "M816 530 H880 V870 H800 Q850 700 816 530Z"),
        ),
        line("M724 588 Q780 620 836 588", "#A88A54", 9),
        line("M786 604 C800 640 830 640 838 680", "#A88A54", 7),
        label(780, 740, 44, "FW", "#7A6A4C"),
    )


def _mushroom(x: float, y: float, scale: float = 1) -> str:
    """Draw a turned darning mushroom that stands on its stem at x and y."""
    return group(
        f"translate({x} {y}) scale({scale})",
        two(
            "M-30 -190 H30 C24 -120 30 -80 46 -30 Q52 0 24 0 H-24 Q-52 0 -46 -30 "
            "C-30 -80 -24 -120 -30 -190Z",
            BEECH.base,
            (BEECH.light, "M-60 -200 H-10 V10 H-60Z"),
            (BEECH.dark, "M14 -200 H60 V10 H14Z"),
        ),
        line("M-40 -40 Q0 -28 40 -40", BEECH.dark, 5),
        two(
            "M-160 -210 C-160 -330 -70 -370 0 -370 C70 -370 160 -330 160 -210 Q0 -150 -160 -210Z",
            BEECH.base,
            (BEECH.light, "M-170 -200 C-160 -320 -90 -370 -20 -376 C-80 -320 -100 -260 -96 -180Z"),
            (BEECH.dark, "M170 -190 V-300 H100 Q120 -240 90 -170Z"),
        ),
    )


def _yarn_card(x: float, y: float, angle: float, yarn: Tones) -> str:
    """Draw a notched card wound with darning yarn."""
    return group(
        f"translate({x} {y}) rotate({angle})",
        path("M-52 -96 H52 L40 -60 V60 L52 96 H-52 L-40 60 V-60Z", "#E9DCBD"),
        two(
            "M-50 -56 H50 V56 H-50Z",
            yarn.base,
            (yarn.light, "M-50 -60 H-26 V60 H-50Z"),
            (yarn.dark, "M24 -60 H60 V60 H24Z"),
            line("".join(f"M-56 {at} L56 {at + 7}" for at in range(-56, 56, 14)), yarn.dark, 4),
        ),
        line("M-20 -78 H20", "#A88A54", 6),
    )


def morrow_mill_darning_set() -> Drawing:
    """Beech darning mushroom with four cards of yarn and three needles stuck in a cork."""
    cards = ("Bilberry", "Peat", "Lovat green", "Charcoal")
    return Drawing(
        "home",
        ground(500, 868, 390, 24),
        *(
            group(f"translate({x} {y}) scale(1.42)", _yarn_card(0, 0, angle, tones(name)))
            for x, y, angle, name in zip(
                (636, 820, 690, 874), (590, 580, 724, 724), (-9, 5, -4, 9), cards, strict=True
            )
        ),
        _mushroom(258, 860, 1.24),
        *(
            line(f"M{x} 770 L{x + dx} 590", "#8E979C", 9)
            + ellipse(x + dx * 0.9, 608, 3, 12, "#E9EEF0")
            for x, dx in ((486, -30), (520, 4), (552, 34))
        ),
        two(
            "M444 760 H592 L580 850 Q578 864 564 864 H472 Q458 864 456 850Z",
            CORK.base,
            (CORK.light, "M436 750 H480 L486 870 H436Z"),
            (CORK.dark, "M556 750 H600 V870 H550Z"),
            *(
                ellipse(x, y, 8, 4, CORK.dark)
                for x, y in ((500, 800), (530, 830), (494, 840), (540, 790))
            ),
        ),
        ellipse(518, 762, 74, 13, CORK.light),
    )


def morrow_mill_darning_set_detail() -> Drawing:
    """Peat brown sleeve stretched over the mushroom with a half-finished bilberry darn."""
    ribs = "".join(
        f"M{x} 940 Q{500 + (x - 500) * 1.2} 640 {500 + (x - 500) * 0.9} 300"
        for x in range(250, 800, 34)
    )
    warp = "".join(f"M{x} 392 V588" for x in range(408, 600, 19))
    weft = "".join(
        f"M{404 + (i % 2) * 6} {y} H{592 + (i % 2) * 6}" for i, y in enumerate(range(494, 586, 17))
    )
    return Drawing(
        "home",
        two(
            "M236 1000 C250 880 320 800 300 700 C200 660 170 560 180 460 C194 300 340 220 500 220 "
            "C660 220 806 300 820 460 C830 560 800 660 700 700 C680 800 750 880 764 1000Z",
            PEAT.base,
            line(ribs, PEAT.dark, 7),
            (f"{PEAT.light}88", "M170 200 H400 Q260 400 320 720 Q340 840 280 1000 H170Z"),
            (f"{PEAT.dark}AA", "M640 200 H840 V1000 H690 Q640 860 680 700 Q780 440 640 200Z"),
            ("#2F241B55", "M280 690 Q500 780 720 690 L700 760 Q500 830 300 760Z"),
        ),
        two(
            "M424 420 Q500 384 576 424 Q600 500 570 560 Q500 596 430 556 Q404 490 424 420Z",
            BEECH.base,
            (BEECH.light, "M400 380 H470 V600 H400Z"),
        ),
        line(warp, BILBERRY.light, 9),
        line(weft, BILBERRY.base, 11),
        line("M598 494 C660 470 690 500 740 440 C770 400 800 420 812 400", BILBERRY.base, 8),
        group(
            "translate(806 404) rotate(-52)",
            line("M-10 0 H190", "#8E979C", 11),
            line("M-6 -2 H180", "#E4E9EB", 4),
            line("M0 0 H22", BILBERRY.base, 5),
        ),
    )


DRAWINGS: dict[str, Draw] = {
    "ferrywell-deckline": ferrywell_deckline,
    "ferrywell-deckline-detail": ferrywell_deckline_detail,
    "morrow-mill-darning-set": morrow_mill_darning_set,
    "morrow-mill-darning-set-detail": morrow_mill_darning_set_detail,
}
