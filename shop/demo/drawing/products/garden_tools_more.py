"""Anvil secateurs, and a holster to carry secateurs in."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, line, path, rect, two
from shop.demo.drawing.palette import BRASS, STEEL, Tones, shaded, tones
from shop.demo.drawing.parts.labels import patch
from shop.demo.drawing.parts.surfaces import lit, rod, stitches, topped
from shop.demo.drawing.scene import Draw, Drawing, ground

BLUE = tones("Slate blue")
RED = tones("Red")
TAN = tones("Tan")
RUST = tones("Rust")
COPPER = Tones("#B8734A", "#8A4F2E", "#D79A70")
CANE = shaded("#A58A5C")
GLOVE = shaded("#8A7A52")
DENIM = tones("Denim")


def anvil_secateurs(*, opened: float = 16) -> str:
    """Draw anvil secateurs around their pivot at 0 0: a straight blade above a brass bed."""
    upper = "".join(
        (
            two(
                "M20 -30 L14 -250 Q-6 -280 -30 -250 L-44 -30Z",
                STEEL.base,
                (STEEL.light, "M-60 -290 H-14 V0 H-60Z"),
                (STEEL.dark, "M6 -290 H40 V0 H6Z"),
            ),
            two(
                "M-34 -20 C-60 80 -112 160 -104 300 C-102 344 -60 346 -52 310 C-46 220 10 120 "
                "36 30Z",
                BLUE.base,
                (
                    BLUE.light,
                    (
                        "M-34 -20 C-60 80 -112 160 -104 300 C-104 330 -90 334 -84 334 "
                        "C-88 220 -40 90 -8 -20Z"
                    ),
                ),
            ),
        )
    )
    lower = "".join(
        (
            path("M10 -20 L-26 -240 L-60 -246 L-66 -20Z", STEEL.dark),
            lit("M-78 -262 H-18 V-90 H-78Z", BRASS, (-78, -18)),
            *(line(f"M-74 {y} h52", BRASS.dark, 4) for y in (-220, -180, -140)),
            two(
                "M34 -20 C60 80 112 160 104 300 C102 344 60 346 52 310 C46 220 -10 120 -36 30Z",
                BLUE.dark,
                (BLUE.base, "M34 -20 C60 80 104 160 88 322 Q60 336 52 310 C46 220 -10 120 -36 30Z"),
            ),
        )
    )
    return "".join(
        (
            group(f"rotate({-opened})", lower),
            line("M-50 100 C-20 80 20 120 50 100 M-54 122 C-20 104 20 144 54 122", "#59646A", 8),
            group(f"rotate({opened})", upper),
            rect(-16, -14, 32, 92, "#59646A", 14, transform="rotate(18)"),
            circle(0, 0, 32, "#59646A"),
            circle(0, 0, 19, STEEL.dark),
            path("M0 -13 l11 6 v13 l-11 6 l-11 -6 v-13Z", STEEL.light),
        )
    )


def thornhythe_anvil_secateurs_20() -> Drawing:
    """Blue-handled anvil secateurs, half open, beside a bundle of dry canes."""
    canes = joined(
        rod(f"M{x} 850 Q{x + d} 560 {x + d * 2} {y}", tone, 24)
        for x, d, y, tone in (
            (700, -6, 210, CANE),
            (740, 8, 250, shaded("#8F7448")),
            (780, 4, 180, CANE),
            (818, 12, 230, shaded("#B89C6E")),
            (724, 18, 300, shaded("#9C7F52")),
        )
    )
    return Drawing(
        "garden",
        ground(390, 868, 230, 20),
        ground(770, 862, 110, 14),
        canes,
        *(
            path(f"M{x} {y} l-16 -10 l10 18Z", CANE.dark)
            for x, y in ((706, 400), (786, 340), (830, 460), (742, 560), (780, 700))
        ),
        rod("M676 620 Q770 650 846 616", shaded("#6E9A52"), 20),
        rod("M676 644 Q770 674 846 640", shaded("#6E9A52"), 20),
        line("M680 630 q-40 40 -20 70 M676 640 q-60 10 -70 40", "#557C3C", 10),
        group("translate(390 470) rotate(-6) scale(1.2)", anvil_secateurs(opened=18)),
    )


def thornhythe_anvil_secateurs_20_detail() -> Drawing:
    """Straight blade meets the brass anvil through a grey dead twig."""
    twig = shaded("#9C968A")
    return Drawing(
        "garden",
        rod("M610 470 L900 60", twig, 120),
        line("M660 360 L830 110 M640 430 L760 260", twig.dark, 7),
        rod("M780 230 L900 270", twig, 34),
        topped("M120 640 H880 Q900 640 900 664 V740 Q900 762 870 762 H120Z", BRASS, (640, 762)),
        *(line(f"M{x} 648 V676", BRASS.dark, 8) for x in range(160, 880, 56)),
        topped("M60 750 H920 Q950 754 950 790 Q940 836 880 842 H60Z", STEEL, (750, 842)),
        *(circle(x, 706, 24, BRASS.dark) for x in (230, 790)),
        line("M216 712 L244 700 M776 700 L804 712", "#6B4A12", 8),
        two(
            "M60 330 H850 Q910 336 920 400 V470 L900 610 H120 L60 540Z",
            STEEL.base,
            (STEEL.light, "M40 320 H940 V390 H40Z"),
            (STEEL.dark, "M40 556 H940 V620 H40Z"),
        ),
        line("M80 552 H904", "#E4E9EB", 6),
        patch(700, 420, "TH", ground="#F4EAD3", print_=BLUE.dark, width=110),
        rod("M440 640 L220 960", twig, 130),
        line("M400 640 L190 940 M470 690 L290 950", twig.dark, 7),
        ellipse(470, 596, 76, 62, twig.dark, transform="rotate(-34 470 596)"),
        ellipse(472, 592, 66, 52, "#D9CBA9", transform="rotate(-34 472 592)"),
        ellipse(472, 592, 38, 29, "#B9A67C", transform="rotate(-34 472 592)"),
        ellipse(472, 592, 18, 13, "#8E7A52", transform="rotate(-34 472 592)"),
        *(
            path(f"M{x} {y} l18 -8 l-4 16Z", "#D9CBA9")
            for x, y in ((560, 880), (620, 900), (520, 920), (600, 940))
        ),
    )


def holster(*, loop: bool = True) -> str:
    """Draw the drop-shaped holster around x = 0, its mouth at 0: 300 wide, 520 high."""
    rivets = joined(
        circle(s * x, y, 14, COPPER.dark) + circle(s * x - 2, y - 2, 10, COPPER.light)
        for s in (-1, 1)
        for x, y in ((110, 230), (88, 300), (64, 370), (40, 430))
    )
    return "".join(
        (
            lit(
                "M-60 -150 H60 Q76 -150 76 -130 V60 H-76 V-130 Q-76 -150 -60 -150Z",
                TAN,
                (-76, 76),
                (TAN.dark, "M-46 -110 H46 V-70 H-46Z"),
            )
            if loop
            else "",
            two(
                "M-150 0 Q0 70 150 0 C170 150 120 330 46 500 Q0 540 -46 500 C-120 330 -170 150 "
                "-150 0Z",
                TAN.base,
                (TAN.light, "M-180 -10 H-90 C-100 160 -70 340 -20 540 H-180Z"),
                (TAN.dark, "M180 -10 H84 C100 160 70 340 20 540 H180Z"),
            ),
            stitches(
                "M-130 30 C-146 160 -100 320 -38 470 M130 30 C146 160 100 320 38 470", "#F4EAD3", 6
            ),
            line("M-148 6 Q0 74 148 6", TAN.dark, 12),
            rivets,
            circle(0, 470, 15, "#4E3524"),
            rect(-46, 130, 92, 64, TAN.dark, 10),
            line("M-26 178 q13 -34 26 0 q13 -34 26 0", TAN.light, 7),
        )
    )


def handles(tone: Tones, scale: float = 1) -> str:
    """Draw the two handles of secateurs that stick out upwards from 0 0."""
    return group(
        f"scale({scale})",
        two(
            "M-10 60 C-20 -60 -90 -130 -86 -270 C-82 -310 -44 -310 -38 -276 C-30 -180 30 -90 "
            "40 60Z",
            tone.base,
            (tone.light, "M-10 60 C-20 -60 -90 -130 -86 -270 L-70 -280 C-66 -160 10 -60 14 60Z"),
        ),
        two(
            "M10 60 C20 -60 90 -130 86 -270 C82 -310 44 -310 38 -276 C30 -180 -30 -90 -40 60Z",
            tone.dark,
            (tone.base, "M10 60 C20 -60 80 -130 72 -280 L44 -290 C34 -180 -30 -90 -40 60Z"),
        ),
        line("M-34 -60 C-10 -80 10 -40 34 -60", "#59646A", 8),
    )


def thornhythe_holster() -> Drawing:
    """Tan leather holster with copper rivets, a belt loop, red handles out of its top."""
    return Drawing(
        "garden",
        ground(500, 890, 180, 18),
        group(
            "translate(500 366)",
            lit(
                "M-60 -150 H60 Q76 -150 76 -130 V60 H-76 V-130 Q-76 -150 -60 -150Z",
                TAN,
                (-76, 76),
                (TAN.dark, "M-46 -116 H46 V-76 H-46Z"),
            ),
            handles(RED),
            holster(loop=False),
        ),
    )


def thornhythe_holster_detail() -> Drawing:
    """Holster on a belt over blue overalls; a glove drops blue-handled secateurs in."""
    return Drawing(
        "garden",
        two(
            "M-20 -20 H600 Q700 480 660 1020 H-20Z",
            DENIM.base,
            (DENIM.light, "M-20 -30 H160 V1020 H-20Z"),
            (DENIM.dark, "M520 -30 H720 V1020 H480 Q560 500 520 100Z"),
        ),
        stitches("M120 500 Q140 760 110 1000 M560 500 Q590 700 570 1000", DENIM.light, 6),
        two(
            "M40 620 H230 V800 Q136 840 40 800Z",
            DENIM.dark,
            stitches("M56 640 H216", DENIM.light, 6),
        ),
        two(
            "M-20 330 Q320 380 664 320 L672 440 Q320 500 -20 450Z",
            "#5A3D28",
            ("#6B4A32", "M-20 320 H680 V376 Q320 420 -20 380Z"),
        ),
        stitches("M-20 348 Q320 398 660 338 M-20 432 Q320 482 664 424", "#A97C56", 5),
        rect(60, 340, 120, 110, BRASS.base, 12),
        rect(86, 366, 68, 58, "#5A3D28", 6),
        group("translate(420 470) scale(.92)", holster()),
        group(
            "translate(460 330) rotate(10)",
            path("M-14 40 L0 190 L20 40Z", STEEL.base),
            path("M4 40 L0 190 L20 40Z", STEEL.dark),
            circle(0, 30, 26, "#59646A"),
            handles(BLUE, 0.86),
        ),
        group(
            "translate(500 150) rotate(-18)",
            two(
                "M60 -110 H560 V110 H60Z",
                RUST.base,
                (RUST.light, "M60 -120 H560 V-50 H60Z"),
                (RUST.dark, "M60 50 H560 V120 H60Z"),
            ),
            two("M120 -120 H220 V124 H120Z", "#C9B48A", ("#A48F64", "M120 40 H220 V130 H120Z")),
            two(
                "M-20 -60 Q40 -120 150 -104 V110 Q60 130 -20 100Z",
                GLOVE.base,
                (GLOVE.light, "M-30 -120 H160 V-60 H-30Z"),
                (GLOVE.dark, "M-30 60 H160 V130 H-30Z"),
            ),
            *(
                line(f"M40 {y} H-{60 + i * 4}", tone, 54)
                for i, (y, tone) in enumerate(
                    ((86, GLOVE.dark), (34, GLOVE.base), (-18, GLOVE.base))
                )
            ),
            line("M60 -70 Q0 -120 -60 -96", GLOVE.light, 56),
        ),
    )


DRAWINGS: dict[str, Draw] = {
    "thornhythe-anvil-secateurs-20": thornhythe_anvil_secateurs_20,
    "thornhythe-anvil-secateurs-20-detail": thornhythe_anvil_secateurs_20_detail,
    "thornhythe-holster": thornhythe_holster,
    "thornhythe-holster-detail": thornhythe_holster_detail,
}
