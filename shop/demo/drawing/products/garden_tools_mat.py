"""Foam mat to kneel on."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, line, path, rect, two
from shop.demo.drawing.palette import STEEL, shaded, tones
from shop.demo.drawing.parts.garden import leaf, trowel
from shop.demo.drawing.parts.labels import half_mark
from shop.demo.drawing.parts.surfaces import lit, rod
from shop.demo.drawing.scene import Draw, Drawing

MOSS = tones("Moss")
RUST = tones("Rust")


def halfpenny_kneeling_mat() -> Drawing:
    """Moss-green foam mat with a hand-hole, lying on soil beside a trowel."""
    top = (
        "M-290 -200 H290 Q330 -200 330 -160 V160 Q330 200 290 200 H-290 Q-330 200 -330 160 "
        "V-160 Q-330 -200 -290 -200Z"
    )
    slab = "".join(
        (
            *(
                group(f"translate({i * 3.8} {i * 11})", path(top, MOSS.dark))
                for i in range(8, 0, -1)
            ),
            two(
                top,
                MOSS.base,
                (MOSS.light, "M-340 -210 H-200 V210 H-340Z"),
                (MOSS.dark, "M270 -210 H340 V210 H270Z"),
            ),
            rect(218, -76, 66, 152, MOSS.dark, 33),
            rect(228, -62, 56, 138, "#6B4F38", 28),
            *(
                circle(x, y, 6, MOSS.dark)
                for x, y in ((-120, -90), (0, 40), (90, -120), (-60, 120), (140, 100), (-180, 30))
            ),
            rect(-290, 96, 110, 78, "#F4EAD3", 8),
            half_mark(-235, 156, 60, MOSS.base),
        )
    )
    return Drawing(
        "garden",
        path("M-20 720 Q200 676 480 690 Q800 670 1020 716 V1010 H-20Z", "#8A6A4D"),
        path("M-20 850 Q400 800 1020 850 V1010 H-20Z", "#7D5F44"),
        *(
            circle(x, y, 9, "#5E4530")
            for x, y in ((60, 780), (130, 930), (700, 960), (900, 900), (950, 800), (560, 720))
        ),
        *(
            line(f"M{x} 700 q-4 -60 0 -110", "#557C3C", 10)
            + leaf(x, 640, -30)
            + leaf(x, 610, -150)
            + leaf(x, 596, -70, scale=0.8)
            for x in (150, 330, 510)
        ),
        group("translate(560 300) rotate(8 400 400) scale(.62)", trowel()),
        path("M800 800 Q850 716 930 790 Q940 806 900 806Z", "#7D5F44"),
        ellipse(450, 926, 400, 20, "#3A2A1C", opacity=0.35),
        group("translate(420 790) skewX(-30) scale(1 .5)", slab),
    )


def halfpenny_kneeling_mat_detail() -> Drawing:
    """Rust mat hanging by its hole from a nail on a shed wall, ribbed underside showing."""
    wood = shaded("#9A8468")
    boards = joined(
        lit(f"M{x} -20 h158 v1040 h-158Z", wood, (x, x + 158), light=0.1, dark=0.12)
        + line(f"M{x + 60} 120 q14 200 -4 380 M{x + 100} 560 q-12 160 6 300", wood.dark, 5)
        for x in range(-20, 1000, 166)
    )
    ribs = joined(
        line(f"M330 {y} H690", RUST.dark, 13) + line(f"M330 {y - 10} H690", RUST.light, 6)
        for y in range(360, 850, 40)
    )
    return Drawing(
        "garden",
        rect(0, 0, 1000, 1000, wood.dark),
        boards,
        path(
            "M340 210 H700 Q736 214 736 250 V880 Q736 914 700 916 H360 Q340 560 340 210Z",
            "#4E3F2E",
            opacity=0.35,
        ),
        two(
            "M340 180 H670 Q710 184 710 224 V840 Q710 882 670 886 H340 Q300 882 300 840 V224 "
            "Q300 184 340 180Z",
            RUST.base,
            ribs,
            ("#FFFFFF22", "M290 170 H360 V900 H290Z"),
            ("#3A160C44", "M640 170 H720 V900 H640Z"),
        ),
        line(
            "M340 192 H670 Q698 196 698 224 V840 Q698 870 670 874 H340 Q312 870 312 840 V224 "
            "Q312 196 340 192Z",
            RUST.dark,
            6,
        ),
        rect(412, 224, 186, 72, RUST.dark, 36),
        rect(418, 236, 174, 56, wood.dark, 28),
        rod("M505 214 V246", STEEL, 18),
        ellipse(505, 210, 26, 16, STEEL.base),
        ellipse(503, 207, 18, 10, STEEL.light),
        rect(450, 800, 110, 64, "#F4EAD3", 8),
        half_mark(505, 850, 48, RUST.base),
    )


DRAWINGS: dict[str, Draw] = {
    "halfpenny-kneeling-mat": halfpenny_kneeling_mat,
    "halfpenny-kneeling-mat-detail": halfpenny_kneeling_mat_detail,
}
