"""Sleeping bags, hung up by the hood."""

from shop.demo.drawing.canvas import INK, circle, group, line, path, rect, two
from shop.demo.drawing.palette import Tones

BODY = (
    "M500 150 C610 150 672 215 690 300 C730 330 745 420 735 520 C722 650 665 780 640 835 "
    "Q500 865 360 835 C335 780 278 650 265 520 C255 420 270 330 310 300 C328 215 390 150 500 150Z"
)
OPENING = (
    "M500 200 C585 200 628 255 630 320 C632 385 570 425 500 425 "
    "C430 425 368 385 370 320 C372 255 415 200 500 200Z"
)


def mummy_bag(
    shell: Tones, lining: Tones, *, draught_collar: bool = False, chambers: int = 6
) -> str:
    """Draw a mummy bag with its zip closed: more chambers look flatter, fewer look puffier."""
    step = 450 / chambers
    baffles = (
        line(f"M255 {425 + step * i:.0f} q245 42 490 0", shell.dark, 7) for i in range(chambers)
    )
    collar = two(
        "M372 335 C400 300 600 300 628 335 C640 375 590 432 500 432 C410 432 360 375 372 335Z",
        shell.light,
        (
            shell.base,
            "M372 372 C420 340 580 340 628 372 C640 400 590 440 500 440 C410 440 360 400 372 372Z",
        ),
    )
    hem = path(
        "M384 372 C430 345 570 345 616 372 C600 405 555 425 500 425 C445 425 400 405 384 372Z",
        shell.dark,
    )
    return group(
        "translate(80 0) scale(.84 1)",
        two(
            BODY,
            shell.base,
            (
                shell.light,
                (
                    "M310 300 C270 330 255 420 265 520 C278 650 335 780 360 835 "
                    "L400 845 C350 700 320 500 360 330Z"
                ),
            ),
            (shell.dark, "M640 300 C690 480 680 690 600 860 H780 V250Z"),
            *baffles,
        ),
        two(
            OPENING,
            lining.base,
            (
                lining.dark,
                (
                    "M500 200 C585 200 628 255 630 320 C632 385 570 425 500 425 "
                    "C570 380 570 260 500 200Z"
                ),
            ),
        ),
        collar if draught_collar else hem,
        line("M410 425 C380 560 400 700 425 838", lining.base, 9),
        rect(402, 470, 20, 46, lining.dark, 8),
        line("M560 424 q34 20 26 62", "#E8DCC0", 6),
        circle(586, 492, 11, INK),
        rect(520, 760, 84, 46, "#F4EAD3", 6),
        line("M534 776 H590 M534 790 H574", shell.dark, 5),
    )


def stuff_sack(cloth: Tones, end: Tones, *, strap: str = "#E8DCC0") -> str:
    """Draw a packed bag 220 long and 120 high, lying, its round end to the right."""
    return (
        two(
            "M0 30 Q0 0 25 0 H190 Q225 0 225 60 Q225 120 190 120 H25 Q0 120 0 90Z",
            cloth.base,
            (cloth.dark, "M0 70 H230 V130 H0Z"),
            (cloth.light, "M0 0 H230 V22 H0Z"),
        )
        + f"{_round_end(end)}{line('M70 0 V120', strap, 9)}"
    )


def _round_end(end: Tones) -> str:
    outline = "M200 2 a24 58 0 0 1 0 116 a24 58 0 0 1 0 -116Z"
    return two(outline, end.base, (end.dark, "M200 0 H230 V120 H200Z"))
