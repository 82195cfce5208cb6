"""Things that shine: headlamps, camp lanterns, strings of lights."""

from shop.demo.drawing.canvas import circle, ellipse, label, line, path, rect, two
from shop.demo.drawing.palette import BRASS, Tones, shaded, tones
from shop.demo.drawing.parts.labels import CREAM
from shop.demo.drawing.parts.volumes import cylinder


def headband(strap: str, inside: str) -> str:
    """Draw the elastic band of a headlamp; the lamp is drawn over the middle of it."""
    return two(
        "M150 470 V400 C150 300 330 240 500 240 C670 240 850 300 850 400 V470 "
        "C850 370 670 310 500 310 C330 310 150 370 150 470Z",
        inside,
    ) + two(
        "M150 400 C150 500 330 560 500 560 C670 560 850 500 850 400 V480 "
        "C850 590 670 650 500 650 C330 650 150 590 150 480Z",
        strap,
        ("#FFFFFF44", "M140 380 H210 V700 H140Z"),
        (inside, "M700 380 H860 V700 H700Z"),
    )


def glow(x: float, y: float, radius: float) -> str:
    """Draw the warm light around a lamp; it comes before the lamp."""
    return circle(x, y, radius, "#FFF3C4", opacity=0.35) + circle(
        x, y, radius * 0.72, "#FFF3C4", opacity=0.45
    )


def string_of_lights(
    x: float, y: float, to_x: float, to_y: float, *, sag: float, bulbs: int
) -> str:
    """Hang a cord of small bulbs between two points."""
    middle = (x + to_x) / 2
    shapes = [line(f"M{x} {y} Q{middle} {y + sag} {to_x} {to_y}", "#6B5A3C", 6)]
    for i in range(bulbs):
        t = (i + 0.5) / bulbs
        before, between, after = (1 - t) ** 2, 2 * t * (1 - t), t * t
        at = round(before * x + between * middle + after * to_x)
        down = round(before * y + between * (y + sag) + after * to_y)
        shapes += [
            circle(at, down + 14, 46, "#FFE9A3", opacity=0.35),
            circle(at, down + 14, 26, "#FFE9A3", opacity=0.6),
            ellipse(at, down + 14, 11, 15, "#FFF9DF"),
            rect(at - 6, down - 6, 12, 12, "#A67A28", 3),
        ]
    return "".join(shapes)


SHADE = Tones("#FFF4CF", "#F3DFA4", "#FFFDF2")
DIMMED = Tones("#F9E6B4", "#E6CC8A", "#FFF4CF")


def camp_lantern(body: Tones, *, shade: Tones = SHADE) -> str:
    """Draw a lantern with a milky shade, a brass dimming ring and a hook; it stands at y = 852."""
    return "".join(
        (
            line("M420 250 C420 130 580 130 580 250", "#4B5257", 18),
            two(
                "M390 250 H610 Q640 250 640 285 V320 H360 V285 Q360 250 390 250Z",
                body.base,
                (body.light, "M360 240 H420 V330 H360Z"),
                (body.dark, "M570 240 H650 V330 H570Z"),
            ),
            two(
                "M350 320 H650 Q676 480 650 640 H350 Q324 480 350 320Z",
                shade.base,
                (shade.light, "M350 320 H430 Q400 480 430 640 H350 Q324 480 350 320Z"),
                (shade.dark, "M600 320 H660 Q690 480 650 640 H600 Q630 480 600 320Z"),
            ),
            *_knurled_ring(340, 640, 320, 50),
            two(
                "M335 690 H665 L680 820 Q680 852 645 852 H355 Q320 852 320 820Z",
                body.base,
                (body.light, "M320 690 H395 L385 860 H310Z"),
                (body.dark, "M590 690 H690 V860 H600Z"),
            ),
            rect(452, 746, 96, 58, CREAM, 10),
            line("M470 786 L500 760 L530 786", body.dark, 8),
        )
    )


def mini_lantern(body: Tones, loop: str, shine: str) -> str:
    """Draw a small round lantern with a silicone loop; it stands at y = 822."""
    return "".join(
        (
            line("M392 430 C360 210 640 210 608 430", loop, 30),
            line("M408 430 C385 240 615 240 592 430", shine, 8),
            two(
                "M330 520 C330 400 420 380 500 380 C580 380 670 400 670 520 V650 H330Z",
                SHADE.base,
                (SHADE.light, "M330 520 C330 420 390 385 450 382 C400 450 395 560 400 650 H330Z"),
                (SHADE.dark, "M600 400 C660 430 670 480 670 520 V650 H620 Q640 500 600 400Z"),
            ),
            *_knurled_ring(318, 640, 364, 44),
            two(
                "M322 684 H678 L664 790 Q660 822 625 822 H375 Q340 822 336 790Z",
                body.base,
                (body.light, "M320 680 H400 L410 830 H330Z"),
                (body.dark, "M590 680 H690 V830 H590Z"),
            ),
            circle(500, 752, 22, body.dark),
            circle(500, 752, 11, CREAM),
        )
    )


def _knurled_ring(x: float, y: float, width: float, height: float) -> tuple[str, ...]:
    """Draw a brass ring with grooves for the fingers."""
    count = round(width / 25)
    return (
        rect(x, y, width, height, BRASS.base, 12),
        rect(x + width - 104, y, 104, height, "#A67A28", 12),
        *(rect(x + 20 + i * 24.5, y + 6, 6, height - 12, "#A67A28", 3) for i in range(count - 1)),
    )


def tent_at_night() -> str:
    """Draw the inside of a lit green tent, for the `night` backdrop."""
    return "".join(
        (
            path("M500 130 L80 880 H920Z", "#4E7A56"),
            path("M500 130 L80 880 H330Z", "#5F8E67"),
            path("M500 130 L640 880 H920Z", "#3C6145"),
            path("M500 200 L300 880 H700Z", "#F6E2A2", opacity=0.9),
            path("M500 200 L300 880 H400Z", "#FCF0C6", opacity=0.9),
        )
    )


def round_headlamp(case: Tones, *, lens: str = "#F7E9A8") -> str:
    """Draw a headlamp with one round lens and a band with a stripe."""
    return "".join(
        (
            headband("#E6D9BE", "#C9B891"),
            line("M152 442 C160 545 330 603 500 604 C670 603 840 545 848 442", "#D9653B", 14),
            cylinder(
                352,
                408,
                296,
                196,
                Tones(case.dark, shaded(case.dark).dark, case.base),
                radius=44,
                lit=0.15,
                shade=0.2,
            ),
            rect(372, 628, 256, 22, case.dark, 10),
            two(
                (
                    "M346 470 Q346 400 420 396 H580 Q654 400 654 470 V690 Q654 740 "
                    "600 742 H400 Q346 740 346 690Z"
                ),
                case.base,
                (case.light, "M340 390 H400 V750 H340Z"),
                (case.dark, "M588 390 H660 V750 H588Z"),
            ),
            circle(500, 560, 112, case.dark),
            circle(500, 560, 92, lens),
            circle(500, 560, 92, "#FFF6CF", opacity=0.6),
            circle(475, 535, 42, "#FFFDF0"),
            circle(560, 600, 12, "#C8443A"),
            rect(440, 372, 120, 34, "#E08A3C", 14),
            *(rect(450 + i * 17, 372, 6, 34, "#BF6D24") for i in range(6)),
            rect(458, 694, 84, 24, case.dark, 10),
            label(500, 713, 20, "350", "#E6D9BE"),
        )
    )


def cell_18650() -> str:
    """Draw a wrapped rechargeable cell, 140 wide, from 310 252."""
    return "".join(
        (
            rect(355, 252, 50, 30, "#C9CFD2", 8),
            cylinder(310, 276, 140, 566, Tones("#77838A", "#59646A", "#A4AEB3"), radius=18),
            rect(310, 370, 140, 300, tones("Petrol").base),
            rect(310, 370, 30, 300, tones("Petrol").light),
            rect(408, 370, 42, 300, tones("Petrol").dark),
            label(380, 540, 44, "3400", "#F4EAD3", transform="rotate(-90 380 520)"),
            rect(310, 690, 140, 12, "#E08A3C"),
            circle(424, 720, 9, "#6FCB7B"),
        )
    )
