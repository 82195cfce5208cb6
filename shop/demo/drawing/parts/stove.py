"""Stoves and what stands on them."""

from shop.demo.drawing.canvas import (
    INK,
    circle,
    ellipse,
    group,
    label,
    line,
    path,
    rect,
    two,
)
from shop.demo.drawing.palette import STEEL, Tones


def stove_on_canister() -> str:
    """Draw the open stove, lit, on its canister; the canister stands at y = 858."""
    return "".join(
        (
            path(
                (
                    "M500 190 C555 260 575 300 560 350 Q545 395 500 395 Q455 395 "
                    "440 350 C425 300 455 265 500 190Z"
                ),
                "#4C93C8",
                opacity=0.85,
            ),
            path(
                (
                    "M500 270 C528 310 535 330 528 360 Q518 385 500 385 Q482 385 "
                    "472 360 C465 330 475 305 500 270Z"
                ),
                "#BFE3F5",
            ),
            path(
                (
                    "M420 320 C440 350 440 375 432 400 H408 C398 375 402 350 420 "
                    "320Z M580 320 C560 350 560 375 568 400 H592 C602 375 598 350 "
                    "580 320Z"
                ),
                "#4C93C8",
                opacity=0.85,
            ),
            line("M440 470 L290 440 L262 350 M560 470 L710 440 L738 350", STEEL.dark, 22),
            line("M262 350 L330 362 M738 350 L670 362", STEEL.base, 20),
            line("M500 470 V330", STEEL.dark, 18),
            two(
                "M400 395 H600 L580 450 H420Z", STEEL.base, (STEEL.dark, "M505 390 H610 V455 H505Z")
            ),
            rect(386, 384, 228, 26, STEEL.light, 12),
            *(circle(x, 397, 6, INK) for x in range(412, 600, 22)),
            two("M455 448 H545 V560 H455Z", "#D8A84A", ("#B68730", "M505 440 H550 V565 H505Z")),
            line("M545 512 H650", STEEL.dark, 14),
            line("M650 480 q40 32 0 64 q-14 -32 0 -64Z", "#C8513C", 14),
            rect(380, 470, 75, 44, INK, 10),
            rect(362, 482, 24, 20, "#C8513C", 5),
            two("M430 556 H570 V600 H430Z", STEEL.dark, ("#79848B", "M505 550 H575 V605 H505Z")),
            two(
                (
                    "M400 600 Q500 585 600 600 Q690 620 690 690 V820 Q690 858 650 "
                    "858 H350 Q310 858 310 820 V690 Q310 620 400 600Z"
                ),
                "#5E7F52",
                ("#4A6841", "M560 590 Q640 640 640 860 H700 V600Z"),
                ("#7A9A6B", "M345 640 Q370 620 400 610 Q375 680 375 850 H340 Q325 750 345 640Z"),
            ),
            path("M310 715 H690 V775 H310Z", "#F1E6CF"),
            label(500, 762, 42, "EN 417", "#4A6841", letter_spacing=4),
        )
    )


def windshield() -> str:
    """Draw the open collar that stands around a burner."""
    return "".join(
        (
            two(
                "M190 420 Q500 320 810 420 V700 Q500 600 190 700Z",
                STEEL.dark,
                ("#79848B", "M190 420 Q350 370 500 372 V660 Q340 650 190 700Z"),
            ),
            *(rect(x, 455, 16, 110, "#5E6A70", 8) for x in (330, 492, 654)),
            two(
                (
                    "M150 430 C150 520 330 580 500 580 C670 580 850 520 850 430 "
                    "V690 C850 770 670 822 500 822 C330 822 150 770 150 690Z"
                ),
                STEEL.base,
                (
                    STEEL.light,
                    "M150 430 C150 520 250 560 330 572 L320 830 C220 800 150 770 150 690Z",
                ),
                (STEEL.dark, "M660 560 C760 540 850 500 850 430 V700 C820 780 740 800 650 815Z"),
                (
                    "#7D93C9",
                    (
                        "M150 430 C150 520 330 580 500 580 C670 580 850 520 850 430 "
                        "V462 C850 552 670 612 500 612 C330 612 150 552 150 462Z"
                    ),
                ),
                (
                    "#B58CC0",
                    (
                        "M150 462 C150 552 330 612 500 612 C670 612 850 552 850 462 "
                        "V484 C850 574 670 634 500 634 C330 634 150 574 150 484Z"
                    ),
                ),
                (
                    "#E2B57A",
                    (
                        "M150 484 C150 574 330 634 500 634 C670 634 850 574 850 484 "
                        "V498 C850 588 670 648 500 648 C330 648 150 588 150 498Z"
                    ),
                ),
            ),
            *(
                path(f"M{x} {y} h26 v84 q-13 14 -26 0Z", "#59656B")
                for x, y in ((235, 640), (487, 680), (739, 640))
            ),
            *(
                circle(x, y, 13, "#59656B")
                for x, y in ((335, 745), (400, 757), (600, 757), (665, 745), (285, 728), (715, 728))
            ),
            line("M188 420 Q500 322 812 420", STEEL.light, 8),
        )
    )


def camp_kettle(metal: Tones) -> str:
    """Draw a squat kettle with its handle up; its foot is at y = 740."""
    return "".join(
        (
            line("M270 470 C250 130 750 130 730 470", "#5E6A70", 18),
            rect(430, 202, 140, 34, "#8A5F3D", 16),
            rect(430, 219, 140, 17, "#6F4A2E", 10),
            two(
                "M700 520 L820 430 L868 462 L725 640Z",
                metal.base,
                (metal.dark, "M868 462 L725 640 L715 580 L842 446Z"),
            ),
            two(
                (
                    "M235 500 Q235 430 320 420 H680 Q765 430 765 500 L745 700 Q740 "
                    "740 695 740 H305 Q260 740 255 700Z"
                ),
                metal.base,
                (
                    metal.light,
                    "M235 500 Q235 430 320 420 H370 Q320 460 325 740 H290 Q255 740 255 700Z",
                ),
                (metal.dark, "M600 410 H790 V750 H610 Q650 560 600 410Z"),
                ("#8C6B3F", "M240 670 Q500 720 760 670 V750 H240Z"),
                ("#4A4038", "M240 706 Q500 745 760 706 V760 H240Z"),
            ),
            two(
                "M330 424 Q500 350 670 424 Q500 448 330 424Z",
                metal.light,
                (metal.dark, "M530 370 H680 V450 H530Z"),
            ),
            rect(476, 352, 48, 36, "#8A5F3D", 12),
            line("M520 372 q70 20 110 0 q50 -20 74 70", "#6B767C", 6, stroke_dasharray="2 11"),
            circle(270, 480, 17, "#5E6A70"),
            circle(730, 480, 17, "#5E6A70"),
        )
    )


def pan_from_above() -> str:
    """Draw an empty frying pan, without its handle, around 400 580."""
    return "".join(
        (
            ellipse(400, 590, 320, 240, "#2B3742"),
            ellipse(400, 570, 320, 240, "#43566A"),
            two(
                "M80 570 a320 240 0 0 1 640 0 a320 240 0 0 1 -640 0Z",
                "#43566A",
                ("#55708A", "M80 570 a320 240 0 0 1 320 -240 C260 400 170 500 150 690Z"),
            ),
            ellipse(400, 585, 262, 190, "#2E3B47"),
            two(
                "M138 585 a262 190 0 0 1 524 0 a262 190 0 0 1 -524 0Z",
                "#33424F",
                ("#3F5263", "M138 585 a262 190 0 0 1 262 -190 C330 440 230 560 220 730Z"),
            ),
        )
    )


def pan_handle() -> str:
    """Draw the handle of the pan, up to the right."""
    return "".join(
        (
            group(
                "rotate(-24 400 560) translate(-10 40)",
                two(
                    "M650 470 H930 Q965 470 965 505 Q965 540 930 540 H650Z",
                    "#3B4A58",
                    ("#2B3742", "M640 505 H970 V550 H640Z"),
                ),
                ellipse(920, 505, 18, 12, "#DFE8DC"),
                rect(640, 462, 70, 86, "#6B767C", 12),
                rect(640, 505, 70, 43, "#525D63", 10),
            ),
        )
    )


def enamel_mug(coat: Tones, *, full: bool = True) -> str:
    """Draw an enamel mug with a chip at its foot; it stands at y = 838."""
    return "".join(
        (
            line("M690 500 C850 470 860 740 690 720", coat.base, 48),
            line("M690 744 C800 752 845 690 838 620", coat.dark, 12),
            two(
                "M250 430 H710 V790 Q710 838 660 838 H300 Q250 838 250 790Z",
                coat.base,
                (coat.dark, "M570 420 H720 V850 H570Z"),
                (coat.light, "M250 420 H318 V850 H250Z"),
            ),
            ellipse(480, 430, 230, 52, "#23282B"),
            ellipse(480, 430, 214, 42, "#F6F3EA"),
            ellipse(480, 444, 190, 30, "#6B4226" if full else "#E2DDCD"),
            ellipse(450, 440, 120, 16, "#84563A" if full else "#EEEADD"),
            *(
                circle(x, y, r, c)
                for x, y, r, c in (
                    (330, 690, 6, coat.light),
                    (410, 610, 5, coat.light),
                    (520, 740, 6, coat.light),
                    (610, 620, 5, coat.light),
                    (380, 780, 5, coat.light),
                    (640, 760, 6, coat.light),
                )
            ),
            path("M268 826 q16 -18 34 -6 q10 14 -4 18 q-24 2 -30 -12Z", "#23282B"),
        )
    )
