"""Winter boots, and rubber boots for children."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, line, mirrored, path, two
from shop.demo.drawing.palette import BRASS, Tones, tones
from shop.demo.drawing.parts.dyes import DUCK_YELLOW
from shop.demo.drawing.parts.footwear import lugged_sole, pair_of
from shop.demo.drawing.parts.shoes import rubber_boot
from shop.demo.drawing.scene import Draw, Drawing, ground

TAR = tones("Tar black")
SHAFT = Tones("#5A4032", "#3F2C22", "#7A5A48")
FELT = Tones("#A6AAA6", "#858A86", "#C6C9C5")
JELLY = tones("Jelly red")
SNOW = "M0 800 Q220 764 470 792 Q720 816 1000 776 V1000 H0Z"


def _felt_inner() -> str:
    """Draw the separate felt boot in the frame of a boot."""
    fuzz = joined(
        line(f"M{x + (y // 40 % 2) * 20} {y} q8 -9 16 0", FELT.dark, 4)
        for y in range(60, 580, 40)
        for x in range(60, 600, 42)
    )
    return joined(
        (
            two(
                "M400 30 Q500 10 592 30 Q590 300 596 400 Q616 500 600 560 Q590 590 540 590 H120 "
                "Q56 590 56 530 Q70 430 240 400 Q372 370 390 250Z",
                FELT.base,
                (
                    FELT.light,
                    (
                        "M400 30 H452 L446 280 Q420 420 240 446 Q120 460 90 590 H40 Q50 430 240 "
                        "400 Q372 370 390 250Z"
                    ),
                ),
                (FELT.dark, "M592 30 Q590 300 596 400 Q616 500 600 590 H520 Q556 480 536 380 V20Z"),
                fuzz,
            ),
            ellipse(496, 30, 96, 20, "#6B6F6B"),
            line("M596 44 V580", "#5F6460", 6, stroke_dasharray="14 10"),
            line("M60 546 Q300 566 606 546", "#5F6460", 6, stroke_dasharray="14 10"),
            line("M590 36 q40 -40 40 20 q-4 40 -38 36", "#5A4032", 12),
        )
    )


def _rime(*, felt: bool = True) -> str:
    """Draw the winter boot: rubber foot, leather shaft, a rim of felt."""
    rungs = []
    for i in range(7):
        x, y = 398 - i * i * 2.6, 96 + i * 44
        rungs.append(line(f"M{x - 12} {y} L{x + 58} {y + 18}", "#2A211C", 10))
        rungs.append(circle(x + 60, y + 18, 9, BRASS.base))
    rim = (
        two(
            "M390 40 Q500 0 612 40 V90 H390Z",
            FELT.base,
            (FELT.light, "M380 10 H450 V90 H380Z"),
            (FELT.dark, "M560 10 H620 V90 H560Z"),
        )
        + ellipse(500, 36, 100, 18, "#6B6F6B")
        if felt
        else ellipse(500, 72, 106, 22, "#241A15")
    )
    return joined(
        (
            lugged_sole(TAR, heel=14),
            rim,
            two(
                "M394 72 Q500 100 610 72 L604 430 H250 Q330 400 380 290Z",
                SHAFT.base,
                (SHAFT.light, "M394 72 L446 86 L436 300 Q400 420 330 440 H250 Q330 400 380 290Z"),
                (SHAFT.dark, "M610 72 L604 430 H520 L540 84Z"),
            ),
            line("M394 74 Q500 102 610 74", SHAFT.light, 14),
            line("M404 120 Q400 260 350 350", SHAFT.dark, 6),
            two(
                "M18 546 C10 470 60 420 170 408 Q260 400 320 372 Q460 430 606 380 Q622 "
                "470 618 546Z",
                TAR.base,
                (
                    TAR.light,
                    (
                        "M18 546 C10 470 60 420 170 408 Q260 400 320 372 L350 388 "
                        "Q280 440 180 446 Q80 460 60 546Z"
                    ),
                ),
                (TAR.dark, "M606 380 Q622 470 618 546 H520 Q556 470 536 400Z"),
                (TAR.dark, "M10 500 Q40 480 130 486 Q180 510 176 560 H10Z"),
            ),
            line("M322 376 Q460 432 604 386", TAR.light, 9),
            line("M322 392 Q460 448 606 402", "#C79C63", 5, stroke_dasharray="11 9"),
            *rungs,
            line(
                "M392 92 q-60 -30 -62 8 q14 26 62 -4 q-40 40 -24 90 M392 96 q-8 40 6 84",
                "#2A211C",
                9,
            ),
            line("M366 174 l4 24 M398 172 l2 24", "#D5402F", 12),
        )
    )


def skarholt_rime_boot() -> Drawing:
    """Pair of winter boots with felt rims, in snow."""
    return Drawing(
        "wear",
        path(SNOW, "#FBFCFD"),
        ground(490, 846, 350, 20, 0.12),
        pair_of(_rime(), scale=1.04, x=110, y=858, dx=150, dy=-52),
        path("M0 900 Q120 820 260 842 Q470 862 620 838 Q780 800 1000 856 V1000 H0Z", "#EAF0F4"),
        *(
            circle(x, y, 10, "#FFFFFF")
            for x, y in ((130, 240), (230, 420), (330, 150), (930, 330), (90, 600))
        ),
    )


def skarholt_rime_boot_detail() -> Drawing:
    """One winter boot with its felt inner boot beside it."""
    return Drawing(
        "wear",
        ground(310, 840, 250, 20),
        ground(720, 850, 240, 20),
        group("translate(20 316) scale(.88)", _rime(felt=False)),
        group("translate(454 366) scale(.81)", _felt_inner()),
    )


def _splash_boot(cloth: Tones) -> str:
    """Draw a child's rubber boot with a handle, a doubled toe cap and a reflecting heel."""
    return joined(
        (
            rubber_boot(cloth, top=170, half=128),
            path("M384 192 Q500 214 632 174 L634 236 Q500 268 386 250Z", cloth.light),
            ellipse(506, 222, 52, 23, "#3A2E12" if cloth is DUCK_YELLOW else "#5D1A24"),
            line("M454 226 Q506 250 558 222", cloth.dark, 7),
            line("M40 522 Q60 456 160 452", cloth.light, 12),
            line("M506 486 Q556 470 598 474", "#DDE3E6", 30),
            line("M508 478 Q556 462 598 466", "#FFFFFF", 7),
        )
    )


def okapi_lane_small_splash() -> Drawing:
    """Pair of duck-yellow children's rubber boots."""
    return Drawing(
        "wear",
        ground(490, 846, 350, 24),
        pair_of(_splash_boot(DUCK_YELLOW), scale=1.1, x=80, y=840, dx=170, dy=-58),
    )


def okapi_lane_small_splash_detail() -> Drawing:
    """Two jelly-red boots from above; half an okapi in each."""
    base, dark, light = JELLY

    def boot() -> str:
        return joined(
            (
                two(
                    "M180 880 Q150 700 190 560 Q170 420 240 330 Q320 250 400 330 Q470 420 456 560 "
                    "Q490 700 460 880 Q320 930 180 880Z",
                    base,
                    (
                        light,
                        (
                            "M180 880 Q150 700 190 560 Q170 420 240 330 L270 320 Q220 440 240 560 "
                            "Q200 720 230 900Z"
                        ),
                    ),
                    (
                        dark,
                        (
                            "M400 330 Q470 420 456 560 Q490 700 460 880 L400 900 Q430 700 400 560 "
                            "Q420 420 360 300Z"
                        ),
                    ),
                ),
                line("M196 420 Q320 380 446 424", dark, 9),
                ellipse(320, 700, 158, 176, light),
                ellipse(320, 704, 138, 156, "#F4EAD3"),
            )
        )

    # half an okapi: the front half in the left boot, the hind half in the right one
    brown, stripe = "#6B3F2A", "#F7F0E0"
    front = joined(
        (
            path(
                "M458 690 Q400 640 340 664 L300 590 Q290 560 262 566 L222 600 Q214 620 236 628 "
                "L270 632 L292 740 L298 826 H334 L340 744 Q400 756 458 744Z",
                brown,
            ),
            path("M262 566 L254 530 L284 556Z", brown),
            path("M222 600 Q214 620 236 628 L252 630 L250 592Z", "#C9B79A"),
            circle(262, 594, 6, "#1E1512"),
            line("M296 772 H336 M297 790 H335 M298 808 H334", stripe, 7),
        )
    )
    hind = joined(
        (
            path(
                "M542 690 Q640 650 712 676 Q760 690 752 740 L744 826 H708 L704 742 Q640 756 "
                "542 744Z",
                brown,
            ),
            line(
                "M700 690 L750 716 M694 712 L752 740 M700 738 L748 764 M706 762 L748 788 "
                "M708 786 L746 810",
                stripe,
                8,
            ),
            line("M748 690 Q784 720 772 770", brown, 9),
        )
    )
    return Drawing(
        "wear",
        ground(330, 908, 180, 16),
        ground(670, 908, 180, 16),
        group("translate(10 -30)", boot()),
        mirrored(group("translate(10 -30)", boot())),
        two(
            "M192 674 a138 156 0 0 1 276 0 a138 156 0 0 1 -276 0Z",
            "#F4EAD3",
            group("translate(0 -20)", front),
            ("#00000012", "M192 520 H260 V830 H192Z"),
        ),
        two(
            "M532 674 a138 156 0 0 1 276 0 a138 156 0 0 1 -276 0Z",
            "#F4EAD3",
            group("translate(0 -20)", hind),
            ("#00000012", "M532 520 H600 V830 H532Z"),
        ),
        *(
            path(f"M{x} 808 q10 -26 18 0 q8 -20 16 0Z", "#6E9A52")
            for x in (376, 414, 568, 612, 656)
        ),
    )


DRAWINGS: dict[str, Draw] = {
    "skarholt-rime-boot": skarholt_rime_boot,
    "skarholt-rime-boot-detail": skarholt_rime_boot_detail,
    "okapi-lane-small-splash": okapi_lane_small_splash,
    "okapi-lane-small-splash-detail": okapi_lane_small_splash_detail,
}
