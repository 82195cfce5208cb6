"""Flasks, travel mugs and bottles."""

from shop.demo.drawing.canvas import circle, joined, label, line, path, rect, two
from shop.demo.drawing.palette import STEEL, Tones


def harbour_flask_top() -> str:
    """Draw the steel cup on top of the Harbour Flask."""
    return joined(
        (
            two(
                "M405 110 H575 Q600 110 600 138 V262 H380 V138 Q380 110 405 110Z",
                STEEL.base,
                (STEEL.light, "M380 100 H425 V270 H380Z"),
                (STEEL.dark, "M535 100 H610 V270 H535Z"),
            ),
        )
    )


def harbour_flask_body(colour: Tones) -> str:
    """Draw the Harbour Flask below its cup; it stands at y = 855."""
    return joined(
        (
            rect(370, 255, 240, 24, STEEL.dark, 8),
            rect(370, 255, 160, 24, STEEL.base, 8),
            two(
                (
                    "M385 279 H595 Q600 330 640 370 Q660 395 660 430 V815 Q660 855 "
                    "620 855 H360 Q320 855 320 815 V430 Q320 395 340 370 Q380 330 "
                    "385 279Z"
                ),
                colour.base,
                (
                    colour.light,
                    ("M320 420 Q320 395 340 370 Q380 330 385 279 H430 Q425 350 395 385 V860 H320Z"),
                ),
                (
                    colour.dark,
                    (
                        "M560 279 H600 Q600 330 640 370 Q660 395 660 430 V860 H580 V420 "
                        "Q580 380 560 279Z"
                    ),
                ),
            ),
            path("M320 806 H660 V815 Q660 855 620 855 H360 Q320 855 320 815Z", "#B98A5A"),
            path("M580 806 H660 V815 Q660 855 620 855 H580Z", "#96693D"),
            line("M490 500 V640 M440 560 H540 M430 600 C440 650 540 650 550 600", "#EBF1F4", 12),
            circle(490, 484, 17, "#00000000", stroke="#EBF1F4", stroke_width=11),
            rect(350, 420, 14, 300, colour.light, 7),
        )
    )


def gate_lid() -> str:
    """Draw the lid of the Lock Gate mugs with its button and its lock."""
    return joined(
        (
            two(
                "M395 190 H605 Q630 190 632 220 L640 330 H360 L368 220 Q370 190 395 190Z",
                "#33393D",
                ("#4B5257", "M360 180 H420 L415 340 H350Z"),
                ("#23282B", "M560 180 H650 V340 H560Z"),
            ),
            two(
                "M420 150 H540 Q560 150 560 172 V192 H400 V172 Q400 150 420 150Z",
                "#4B5257",
                ("#33393D", "M490 140 H570 V200 H490Z"),
            ),
            rect(575, 225, 34, 70, "#E2A33B", 10),
            rect(470, 240, 70, 36, "#23282B", 12),
            rect(505, 244, 32, 28, "#E9EEF0", 10),
        )
    )


def gate_mug_body(colour: Tones) -> str:
    """Draw the travel mug below its lid; it stands at y = 858."""
    return joined(
        (
            two(
                "M352 330 H648 L625 815 Q622 858 580 858 H420 Q378 858 375 815Z",
                colour.base,
                (colour.light, "M352 330 H415 L430 858 H378Z"),
                (colour.dark, "M580 330 H650 L625 860 H555Z"),
            ),
            path("M352 330 H648 L646 366 H354Z", STEEL.base),
            path("M580 330 H648 L646 366 H578Z", STEEL.dark),
            path("M368 700 H632 L626 790 H373Z", colour.dark, opacity=0.55),
            line(
                ("M440 610 V480 M560 610 V480 M430 520 H570 M430 580 H570 M440 480 L560 580"),
                "#F4EAD3",
                9,
            ),
            rect(398, 400, 13, 250, colour.light, 6),
        )
    )


def tin_bottle(colour: Tones) -> str:
    """Draw the single-walled steel bottle; it stands at y = 860."""
    return joined(
        (
            line("M440 190 C430 90 570 90 560 190", "#2B2F31", 26),
            two(
                "M430 180 H570 Q585 180 585 198 V262 H415 V198 Q415 180 430 180Z",
                "#3A4044",
                ("#545B60", "M415 170 H450 V270 H415Z"),
                ("#262A2D", "M545 170 H590 V270 H545Z"),
            ),
            rect(425, 262, 150, 34, STEEL.base),
            rect(530, 262, 45, 34, STEEL.dark),
            two(
                (
                    "M425 292 H575 C580 350 650 360 652 440 V815 Q652 860 608 860 "
                    "H392 Q348 860 348 815 V440 C350 360 420 350 425 292Z"
                ),
                colour.base,
                (
                    colour.light,
                    (
                        "M425 292 H455 C450 370 405 380 405 450 V860 H348 "
                        "V440 C350 360 420 350 425 292Z"
                    ),
                ),
                (
                    colour.dark,
                    (
                        "M548 292 H575 C580 350 650 360 652 440 V860 H585 "
                        "V450 C585 390 550 370 548 292Z"
                    ),
                ),
            ),
            path("M348 822 H652 Q650 860 608 860 H392 Q350 860 348 822Z", STEEL.base),
            path("M585 822 H652 Q650 860 608 860 H585Z", STEEL.dark),
            circle(500, 600, 64, "#F4EAD3"),
            label(500, 628, 80, "½", colour.dark),
            rect(366, 450, 13, 290, colour.light, 6),
        )
    )
