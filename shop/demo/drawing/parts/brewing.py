"""Kettles and teapots, whole and in pieces, and a coffee mill."""

from shop.demo.drawing.canvas import circle, group, joined, line, path, rect, two
from shop.demo.drawing.palette import Tones

CLAY = "#5A4A42"
CLAY_DARK = "#49392F"


def heron_base(enamel: Tones) -> str:
    """Draw the base of the gooseneck kettle with its dial and display."""
    return joined(
        (
            two(
                "M335 790 H700 Q725 790 725 812 V832 H310 V812 Q310 790 335 790Z",
                enamel.light,
                (enamel.dark, "M540 780 H740 V840 H540Z"),
            ),
            circle(640, 812, 9, "#E8C77A"),
            rect(380, 804, 80, 16, "#1A1E20", 5),
        )
    )


def heron_kettle(enamel: Tones) -> str:
    """Draw the gooseneck kettle without its base; it stands at y = 790."""
    return joined(
        (
            line("M395 720 C255 700 250 560 235 470 C225 410 205 390 165 385", enamel.base, 40),
            line("M395 735 C250 715 238 570 222 480 C214 430 195 402 165 398", enamel.dark, 10),
            two(
                "M405 470 H655 L705 790 H345Z",
                enamel.base,
                (enamel.dark, "M560 460 L600 800 H720 L660 460Z"),
                (enamel.light, "M405 470 H450 L400 790 H345Z"),
            ),
            rect(395, 448, 270, 28, enamel.light, 12),
            two(
                "M425 448 Q530 395 640 448Z", enamel.base, (enamel.dark, "M540 390 H660 V460 H540Z")
            ),
            rect(505, 388, 52, 36, "#C99A66", 12),
            rect(531, 388, 26, 36, "#A97C4B", 10),
            line("M655 500 H740", enamel.base, 26),
            two(
                (
                    "M720 488 H778 Q800 488 800 512 L780 735 Q776 762 752 760 Q730 "
                    "758 732 735 L742 530 H720Z"
                ),
                "#C99A66",
                ("#A97C4B", "M770 480 H810 V780 H755Z"),
            ),
        )
    )


def mallard_kettle(enamel: Tones) -> str:
    """Draw the round stovetop kettle with its arched handle and whistle."""
    return joined(
        (
            line("M300 520 C270 250 420 190 505 190 C600 190 745 250 712 520", "#3A3F42", 26),
            two(
                ("M395 176 Q505 150 615 176 Q640 190 615 212 Q505 190 395 212 Q370 190 395 176Z"),
                "#B98250",
                ("#99683A", "M395 198 Q505 176 615 198 V220 H395Z"),
            ),
            two(
                "M700 560 C770 540 800 450 850 395 L905 432 C870 520 850 650 735 690Z",
                enamel.base,
                (
                    enamel.dark,
                    "M905 432 C870 520 850 650 735 690 L720 640 C800 610 840 510 870 415Z",
                ),
            ),
            group(
                "translate(880 405) rotate(38)",
                rect(-38, -26, 76, 52, "#3A3F42", 14),
                rect(-38, 0, 76, 26, "#2B2F31", 12),
                circle(0, -34, 16, "#E8B84A"),
            ),
            two(
                (
                    "M215 700 C205 520 330 420 505 420 C680 420 805 520 795 700 "
                    "C790 780 740 828 690 828 H320 C270 828 220 780 215 700Z"
                ),
                enamel.base,
                (enamel.dark, "M215 720 C400 800 640 790 800 600 V840 H215Z"),
                (
                    enamel.light,
                    (
                        "M250 640 C255 540 330 470 420 455 C340 510 300 590 300 680 "
                        "C300 720 250 720 250 640Z"
                    ),
                ),
            ),
            two(
                "M355 452 Q505 395 655 452 Q505 478 355 452Z",
                enamel.light,
                (enamel.dark, "M520 390 H680 V480 H520Z"),
            ),
            circle(505, 395, 34, "#B98250"),
            path("M505 361 a34 34 0 0 1 0 68Z", "#99683A"),
            circle(318, 515, 15, "#3A3F42"),
            circle(694, 515, 15, "#3A3F42"),
        )
    )


def teapot_ends(glaze: Tones) -> str:
    """Draw the handle and the spout of the teapot."""
    return joined(
        (
            line("M720 545 C880 520 900 730 735 740", glaze.base, 46),
            line("M735 757 C850 745 880 690 868 640", glaze.dark, 12),
            two(
                "M300 560 C220 560 205 470 130 430 L110 462 C150 520 165 690 310 715Z",
                glaze.base,
                (
                    glaze.dark,
                    "M110 462 C150 520 165 690 310 715 L310 680 C200 650 170 520 122 445Z",
                ),
            ),
            path("M130 430 L110 462 L100 450 Q112 428 130 430Z", CLAY),
        )
    )


def teapot_body(glaze: Tones) -> str:
    """Draw the belly of the teapot on its dark clay foot."""
    return joined(
        (
            two(
                (
                    "M265 640 C265 500 370 440 505 440 C640 440 750 500 750 640 "
                    "C750 760 680 832 600 832 H410 C330 832 265 760 265 640Z"
                ),
                glaze.base,
                (CLAY, "M250 770 Q500 800 760 765 V850 H250Z"),
                (CLAY_DARK, "M540 780 Q660 780 760 765 V850 H540Z"),
                (glaze.dark, "M640 440 C720 520 700 700 620 783 Q700 780 760 765 V440Z"),
                (
                    glaze.light,
                    (
                        "M300 640 C300 560 350 500 415 480 C370 540 350 600 352 680 "
                        "C350 730 302 720 300 640Z"
                    ),
                ),
            ),
            line("M292 776 Q500 802 722 771", "#C8D3DA", 6, opacity=0.7),
        )
    )


def teapot_lid(glaze: Tones) -> str:
    """Draw the lid of the teapot with its clay knob."""
    return joined(
        (
            two(
                "M375 462 Q505 385 640 462 Q505 492 375 462Z",
                glaze.light,
                (glaze.dark, "M525 380 H660 V500 H525Z"),
            ),
            line("M372 464 Q505 496 642 464", CLAY, 9),
            circle(507, 390, 30, CLAY),
            path("M507 360 a30 30 0 0 1 0 60Z", CLAY_DARK),
        )
    )
