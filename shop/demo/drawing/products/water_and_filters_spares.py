"""Spare fibres and what rinses them."""

from shop.demo.drawing.canvas import INK, circle, ellipse, group, joined, line, path, rect, two
from shop.demo.drawing.palette import GLASS, STEEL, Tones, tones
from shop.demo.drawing.parts.labels import patch
from shop.demo.drawing.parts.surfaces import lit, topped
from shop.demo.drawing.parts.water import (
    BLUE,
    FIBRE,
    WATER,
    rill,
)
from shop.demo.drawing.scene import Draw, Drawing, ground

NAVY = tones("Navy")
MURK = Tones("#B79A6B", "#937847", "#CDB58C")


def cartridge() -> str:
    """Draw the white bundle of fibres around x = 0: 220 wide, 480 high."""
    loops = joined(
        line(f"M{x} 30 V-30 q0 -34 18 -34 q18 0 18 34 V30", tone, 12)
        for x, tone in zip(range(-92, 70, 25), (FIBRE.base, FIBRE.dark) * 4, strict=False)
    )
    return "".join(
        (
            loops,
            lit("M-110 20 H110 V470 Q110 490 90 490 H-90 Q-110 490 -110 470Z", FIBRE, (-110, 110)),
            rect(-122, 14, 244, 44, FIBRE.dark, 10),
            rect(-122, 14, 170, 44, FIBRE.base, 10),
            *(
                rect(x, 100 + row * 72, 30, 46, FIBRE.dark, 12)
                for x in (-74, -16, 42)
                for row in range(4)
            ),
            rect(-122, 410, 244, 40, FIBRE.dark, 8),
            rect(-122, 410, 150, 40, FIBRE.base, 8),
            line("M-80 432 h60 M-10 432 h30", "#6B757A", 7),
        )
    )


def stillbeck_rill_cartridge() -> Drawing:
    """White cartridge upright, loops of fibres at its open top."""
    return Drawing(
        "camp",
        ground(500, 862, 190, 20),
        group("translate(500 250) scale(1.24)", cartridge()),
    )


def stillbeck_rill_cartridge_detail() -> Drawing:
    """Cartridge half pushed into a clear housing, the screw cap beside it."""
    return Drawing(
        "camp",
        ground(430, 866, 230, 22),
        ground(800, 866, 130, 16),
        group("translate(430 140) scale(1.1)", cartridge()),
        two(
            "M280 440 H580 V820 Q580 862 540 862 H320 Q280 862 280 820Z",
            f"{GLASS.base}AA",
            ("#FFFFFF88", "M270 430 H330 V870 H270Z"),
            (f"{GLASS.dark}BB", "M510 430 H590 V870 H510Z"),
            line("M352 700 H508", GLASS.dark, 5),
        ),
        lit("M262 430 H598 V510 H262Z", BLUE, (262, 598)),
        *(line(f"M{x} 444 V498", BLUE.dark, 7) for x in range(284, 590, 34)),
        lit("M690 760 H910 V850 Q910 866 894 866 H706 Q690 866 690 850Z", BLUE, (690, 910)),
        *(line(f"M{x} 780 V850", BLUE.dark, 7) for x in range(714, 900, 30)),
        ellipse(800, 760, 110, 26, BLUE.light),
        ellipse(800, 760, 84, 17, BLUE.dark),
    )


def syringe(*, drawn: float = 160, water: Tones = WATER) -> str:
    """Draw a syringe that lies with its nozzle to the left: its barrel is 430 long."""
    return "".join(
        (
            rect(430, -26, 60 + drawn, 52, FIBRE.base, 4),
            rect(430, 0, 60 + drawn, 26, FIBRE.dark, 4),
            rect(480 + drawn, -86, 26, 172, FIBRE.dark, 12),
            rect(480 + drawn, -86, 14, 172, FIBRE.base, 10),
            rect(-74, -16, 84, 32, GLASS.dark, 8),
            topped(
                "M0 -66 H440 V66 H0 Q-16 66 -16 50 V-50 Q-16 -66 0 -66Z",
                GLASS,
                (-66, 66),
                (f"{water.base}CC", f"M-16 -50 H{300 - drawn * 0.4} V50 H-16Z"),
            ),
            rect(300 - drawn * 0.4, -60, 44, 120, INK, 10),
            *(
                line(f"M{x} -66 v{34 if i % 2 else 52}", NAVY.base, 6)
                for i, x in enumerate(range(40, 400, 44))
            ),
            rect(424, -104, 26, 208, GLASS.dark, 12),
            rect(424, -104, 12, 208, GLASS.light, 8),
            line("M10 -46 H410", "#FFFFFF", 9, opacity=0.8),
        )
    )


def mesh_disc(x: float, y: float, r: float) -> str:
    """Draw a round steel mesh."""
    ring = f"M{x - r} {y} a{r} {r * 0.62} 0 1 1 {2 * r} 0 a{r} {r * 0.62} 0 1 1 -{2 * r} 0Z"
    threads = joined(
        line(f"M{x + i} {y - r} V{y + r} M{x - r} {y + i} H{x + r}", STEEL.dark, 3)
        for i in range(-int(r), int(r), 11)
    )
    return two(ring, STEEL.light, threads) + path(ring, "none", stroke=STEEL.dark, stroke_width=8)


def coupling() -> str:
    """Draw a blue coupling around 0 0."""
    return "".join(
        (
            rect(-30, -120, 60, 90, BLUE.light, 10),
            lit("M-70 -40 H70 V50 Q70 62 58 62 H-58 Q-70 62 -70 50Z", BLUE, (-70, 70)),
            *(line(f"M{x} -26 V46", BLUE.dark, 6) for x in (-46, -20, 6, 32)),
            ellipse(0, -120, 30, 10, BLUE.dark),
        )
    )


def stillbeck_backwash_kit() -> Drawing:
    """Clear syringe, a blue coupling and five mesh discs on a cotton bag."""
    cotton = tones("Natural")
    return Drawing(
        "camp",
        ground(500, 850, 410, 28),
        two(
            "M120 300 Q110 280 140 276 H850 Q884 280 880 310 L900 800 Q900 850 850 852 H150 "
            "Q100 850 104 800Z",
            cotton.base,
            (cotton.light, "M90 260 H210 L190 870 H90Z"),
            (cotton.dark, "M800 260 H920 V870 H830Z"),
        ),
        rect(120, 300, 764, 46, cotton.dark, 10),
        line("M130 322 H870", "#8A6A3A", 8),
        line("M850 322 q90 20 70 110 q-10 40 10 70", "#8A6A3A", 9),
        group("translate(220 470) rotate(-4)", syringe(drawn=90)),
        group("translate(240 720)", coupling()),
        *(
            mesh_disc(x, y, 58)
            for x, y in ((420, 660), (560, 640), (700, 660), (490, 768), (640, 772))
        ),
        patch(766, 760, "SB", ground="#F4EAD3", print_=BLUE.dark, width=80),
    )


def stillbeck_backwash_kit_detail() -> Drawing:
    """Syringe on a clear filter drives brown water out of its far end."""
    cloud = (
        (150, 640, 70),
        (90, 720, 60),
        (190, 740, 84),
        (110, 820, 80),
        (230, 840, 70),
        (60, 620, 40),
        (230, 620, 40),
    )
    return Drawing(
        "camp",
        ground(170, 912, 170, 18),
        *(circle(x, y, r, MURK.base) for x, y, r in cloud),
        *(circle(x - 12, y - 12, r * 0.55, MURK.light, opacity=0.7) for x, y, r in cloud),
        *(circle(x, y, 8, MURK.dark) for x, y in ((130, 690), (180, 790), (90, 800), (220, 700))),
        group(
            "translate(90 -30) rotate(-28 500 500)",
            line("M150 520 H90", MURK.base, 44),
            group("translate(500 520) rotate(90) scale(1.05)", rill()),
            rect(498, 478, 90, 84, BLUE.base, 10),
            rect(498, 520, 90, 42, BLUE.dark, 10),
            group("translate(640 520) scale(.94 1.05)", syringe(drawn=40)),
        ),
    )


DRAWINGS: dict[str, Draw] = {
    "stillbeck-rill-cartridge": stillbeck_rill_cartridge,
    "stillbeck-rill-cartridge-detail": stillbeck_rill_cartridge_detail,
    "stillbeck-backwash-kit": stillbeck_backwash_kit,
    "stillbeck-backwash-kit-detail": stillbeck_backwash_kit_detail,
}
