"""Hammocks between trees."""

from shop.demo.drawing.canvas import INK, circle, joined, line, path, rect, two
from shop.demo.drawing.palette import LEAF, STEEL, tones
from shop.demo.drawing.parts.furniture import crown, hammock, hammock_edge
from shop.demo.drawing.parts.labels import hill_label
from shop.demo.drawing.parts.surfaces import (
    BARK,
    BIRCH,
    lit,
    stitches,
    thread_ring,
    trunk,
)
from shop.demo.drawing.scene import Draw, Drawing, ground

ROWAN = tones("Rowan red")
MOSS = tones("Moss green")
WEB = tones("Charcoal")
CREAM = "#F4EAD3"
COTTON = "#D9CBA9"
STRIPES = (
    (0.1, 16, "#F4EAD3"),
    (0.24, 12, "#D99A2E"),
    (0.4, 24, "#F4EAD3"),
    (0.55, 14, "#D99A2E"),
    (0.69, 24, "#F4EAD3"),
    (0.83, 14, "#D99A2E"),
    (0.95, 14, "#F4EAD3"),
)


def linnhagen_midsummer_hammock() -> Drawing:
    """Wide striped cotton hammock with fringes between two apple trees."""
    cords = joined(
        line(f"M{x} 330 L{to} {y}", COTTON, 5)
        for x, ends in ((176, (240, 274)), (824, (760, 726)))
        for to, y in zip(
            (ends[0], ends[1], *ends, *ends), (390, 396, 404, 412, 426, 436), strict=True
        )
    )
    fringe = joined(
        line(
            f"M{240 + t * 520:.0f} {395 + 4 * t * (1 - t) * 268:.0f} v{62 - (i % 2) * 10}", CREAM, 7
        )
        for i, t in enumerate(k / 30 for k in range(3, 28))
    )
    return Drawing(
        "camp",
        ground(500, 866, 300, 22),
        trunk(120, 88, BARK, top=60),
        trunk(880, 88, BARK, top=60),
        crown((60, 120, 130), (200, 70, 120), (800, 70, 120), (940, 120, 130), fill=LEAF),
        *(
            circle(x, y, 22, "#C8402F") + circle(x - 6, y - 6, 8, "#E06A58")
            for x, y in ((70, 210), (210, 130), (270, 60), (800, 140), (930, 210), (730, 60))
        ),
        line("M100 322 L168 328 M900 322 L832 328", INK, 12),
        thread_ring(168, 330, 14, STEEL, 9),
        thread_ring(832, 330, 14, STEEL, 9),
        cords,
        hammock(ROWAN, left=240, right=760, near=270, far=24, stripes=STRIPES),
        fringe,
    )


def linnhagen_midsummer_hammock_detail() -> Drawing:
    """One end close up: cords gathered in a steel ring, striped cloth and fringe."""
    stripes = joined(
        path(
            f"M{x} 560 C{x - 10} 700 {x + 10} 820 {x - 10} 1000 h{w} C{x + w + 10} 820 "
            f"{x + w - 10} 700 {x + w} 560Z",
            fill,
        )
        for x, w, fill in (
            (150, 50, CREAM),
            (232, 28, "#D99A2E"),
            (330, 80, CREAM),
            (470, 34, "#D99A2E"),
            (560, 78, CREAM),
            (700, 30, "#D99A2E"),
            (770, 60, CREAM),
        )
    )
    return Drawing(
        "camp",
        line("M500 -20 V120", INK, 34),
        *(
            line(f"M500 220 Q{500 + (x - 500) * 0.4:.0f} 380 {x} 600", tone, 13)
            for i, x in enumerate(range(150, 871, 40))
            for tone in (("#E9DDC2", "#CDBE9B")[i % 2],)
        ),
        line("M452 268 H548 M456 286 H544 M460 304 H540", COTTON, 14),
        thread_ring(500, 180, 70, STEEL, 34),
        two(
            "M110 590 Q500 540 890 590 L900 1010 H100Z",
            ROWAN.base,
            stripes,
            ("#FFFFFF33", "M90 540 H220 V1010 H90Z"),
            ("#22301F33", "M720 540 H910 V1010 H780Z"),
            ("#22301F26", "M90 560 Q500 520 910 560 V612 Q500 572 90 612Z"),
        ),
        *(
            circle(x, 594 - (1 - abs(x - 510) / 360) * 26, 13, "#CDBE9B")
            for x in range(150, 871, 40)
        ),
        *(
            line(f"M{112 - i * 0.8} {y} q-30 6 -46 {34 + (i % 2) * 14}", CREAM, 10)
            + circle(96 - i * 0.8, y + 6, 9, COTTON)
            for i, y in enumerate(range(640, 1000, 44))
        ),
        rect(760, 690, 96, 66, CREAM, 8),
        line("M776 714 H840 M776 734 H820", "#8A6A3A", 6),
    )


def mesh(outline: str, fill: str, thread: str) -> str:
    """Draw a see-through net."""
    threads = joined(
        line(f"M{x} 200 l500 500 M{x} 200 l-500 500", thread, 3) for x in range(-300, 1300, 34)
    )
    return f'<g opacity=".55">{two(outline, fill, threads)}</g>'


def fellgarth_rowan_hammock() -> Drawing:
    """Moss green hammock between two birches, a dark net zipped shut over it."""
    return Drawing(
        "camp",
        ground(500, 872, 300, 22),
        trunk(110, 84, BIRCH),
        trunk(890, 84, BIRCH),
        line("M66 380 H156 M66 396 H156 M846 380 H936 M846 396 H936", WEB.base, 15),
        line("M150 388 L300 432 M850 388 L700 432", INK, 8),
        line("M150 378 Q500 170 850 378", "#E8DCC0", 6),
        mesh("M214 414 Q370 286 500 276 Q630 286 786 414 Q500 560 214 414Z", "#1E2A28", "#55645F"),
        hammock(MOSS, left=214, right=786, y=414, near=240, far=34),
        line(hammock_edge(36, left=214, right=786, y=414), INK, 9),
        line(hammock_edge(36, left=214, right=786, y=414), "#E0A34A", 4, stroke_dasharray="8 7"),
        rect(600, 448, 14, 36, "#E0A34A", 5),
        line("M500 276 V486 M380 308 L388 470 M620 308 L612 470", "#2B3836", 4, opacity=0.5),
        hill_label(446, 540, MOSS.base),
    )


def fellgarth_rowan_hammock_detail() -> Drawing:
    """Net rolled back; a pocket with spectacles hangs from the ridge cord."""
    return Drawing(
        "camp",
        trunk(930, 120, BIRCH, foot=1040),
        line("M-20 212 Q500 190 900 150", "#E8DCC0", 12),
        line("M870 140 H990 M870 164 H990", WEB.base, 22),
        two(
            "M-20 560 Q300 560 560 470 Q760 400 880 200 Q820 620 620 800 Q420 960 -20 980Z",
            MOSS.base,
            (
                MOSS.dark,
                "M-20 560 Q300 560 560 470 Q760 400 880 200 Q780 520 520 600 Q260 680 -20 680Z",
            ),
            (
                MOSS.light,
                "M-20 760 Q260 770 480 690 Q640 620 740 500 Q660 700 500 790 Q260 880 -20 880Z",
            ),
        ),
        line("M-20 556 Q300 556 560 466 Q760 396 878 204", "#2B3836", 50),
        line("M-20 546 Q300 546 552 456 Q750 388 868 204", "#465653", 16),
        *(
            line(d, "#E8DCC0", 9) + rect(x - 26, y + 30, 52, 18, "#E0A34A", 9)
            for d, x, y in (
                ("M170 516 q24 40 0 80", 172, 560),
                ("M520 446 q40 30 30 80", 552, 500),
            )
        ),
        line("M330 196 V260 M530 186 V260", "#E8DCC0", 9),
        lit(
            "M290 256 H570 L556 440 Q552 470 520 470 H340 Q308 470 304 440Z",
            MOSS,
            (290, 570),
        ),
        *(
            circle(x, 262, 56, "#CFE3EA", opacity=0.9)
            + circle(x, 262, 56, "none", stroke="#6B4A32", stroke_width=13)
            for x in (366, 496)
        ),
        line("M422 256 q9 -14 18 0 M310 250 l-30 -30 M552 250 l26 -34", "#6B4A32", 12),
        two(
            "M290 300 Q430 336 570 300 L556 440 Q552 470 520 470 H340 Q308 470 304 440Z",
            MOSS.dark,
            (MOSS.base, "M280 280 H480 V480 H280Z"),
        ),
        stitches("M298 322 Q430 356 564 322", MOSS.light, 5),
        hill_label(384, 372, MOSS.base, 92, 60),
    )


DRAWINGS: dict[str, Draw] = {
    "linnhagen-midsummer-hammock": linnhagen_midsummer_hammock,
    "linnhagen-midsummer-hammock-detail": linnhagen_midsummer_hammock_detail,
    "fellgarth-rowan-hammock": fellgarth_rowan_hammock,
    "fellgarth-rowan-hammock-detail": fellgarth_rowan_hammock_detail,
}
