"""Wide inflatable mat."""

from shop.demo.drawing.canvas import INK, circle, ellipse, group, joined, line, path, rect, two
from shop.demo.drawing.palette import shaded, tones
from shop.demo.drawing.parts.labels import patch
from shop.demo.drawing.parts.surfaces import lit
from shop.demo.drawing.scene import Draw, Drawing, ground

ICE = tones("Ice blue")


def wide_mat(width: float, height: float, ribs: int) -> str:
    """Draw an inflated mat from above, around x = 0, from 0 down."""
    w = width / 2
    step = width / ribs
    laid = joined(
        line(f"M{-w + step * i:.0f} 40 V{height - 40}", ICE.dark, 9)
        + line(f"M{-w + step * i + step * 0.3:.0f} 60 V{height - 60}", ICE.light, 15)
        for i in range(1, ribs)
    )
    return two(
        f"M{-w + 60} 0 H{w - 60} Q{w} 0 {w} 60 V{height - 60} Q{w} {height} {w - 60} {height} "
        f"H{60 - w} Q{-w} {height} {-w} {height - 60} V60 Q{-w} 0 {60 - w} 0Z",
        ICE.base,
        laid,
        (ICE.light, f"M{-w - 9} -9 h34 v{height + 20} h-34Z"),
        (ICE.dark, f"M{w - 40} -9 h60 v{height + 20} h-60Z"),
    )


def skarholt_tern_wide_mat() -> Drawing:
    """Broad ice blue mat with lengthwise ribs, flat beside its grey pump sack."""
    sack = shaded("#8C959A")
    return Drawing(
        "camp",
        ground(430, 862, 320, 26),
        ground(820, 862, 110, 16),
        group(
            "translate(410 130) rotate(3)",
            wide_mat(520, 720, 7),
            circle(-196, 64, 30, "#3E6474"),
            circle(-196, 64, 18, "#E9F3F6"),
            circle(-196, 64, 8, "#3E6474"),
            path("M-40 600 q38 -52 92 -40 q-36 12 -42 40 q40 6 62 34 q-66 22 -112 -34Z", "#F4F8F9"),
            *(rect(x, y, 34, 24, INK, 6) for x in (-278, 244) for y in (200, 500)),
        ),
        lit(
            "M740 520 H900 Q930 690 908 840 Q906 862 880 862 H764 Q738 862 734 840 "
            "Q712 690 740 520Z",
            sack,
            (722, 920),
        ),
        rect(732, 496, 176, 34, sack.dark, 10),
        line("M740 512 H900", INK, 6),
        line("M770 600 Q760 720 780 820 M860 600 Q870 700 850 800", sack.dark, 7),
        circle(820, 800, 26, "#3E6474"),
        circle(820, 800, 13, "#14252C"),
        patch(780, 640, "SK", ground="#2F4668", print_="#E8DCC0", width=80),
    )


def skarholt_tern_wide_mat_detail() -> Drawing:
    """Two ice blue mats of different width buckled together, from the foot end."""

    def end(x: float, width: float, ribs: int) -> str:
        step = width / ribs
        tubes = joined(
            two(
                f"M{x + i * step:.0f} 700 V330 H{x + (i + 1) * step:.0f} V700 "
                f"a{step / 2} 74 0 0 1 -{step} 0Z",
                ICE.base,
                (
                    ICE.light,
                    f"M{x + i * step - 4:.0f} 300 h{step * 0.3:.0f} v500 h-{step * 0.3:.0f}Z",
                ),
                (ICE.dark, f"M{x + (i + 0.75) * step:.0f} 300 h{step} v500 h-{step}Z"),
            )
            for i in range(ribs)
        )
        ends = joined(
            ellipse(x + (i + 0.5) * step, 706, step * 0.46, 64, ICE.light)
            + ellipse(x + (i + 0.5) * step + 5, 712, step * 0.36, 50, ICE.base)
            for i in range(ribs)
        )
        return tubes + ends

    return Drawing(
        "camp",
        ground(500, 786, 470, 28),
        end(56, 490, 7),
        end(566, 378, 5),
        *(
            rect(510, y, 92, 26, INK, 8)
            + rect(536, y - 8, 40, 42, "#E07B39", 8)
            + rect(552, y - 8, 8, 42, "#BF5F22")
            for y in (420, 580)
        ),
        circle(120, 400, 26, "#3E6474"),
        circle(120, 400, 14, "#E9F3F6"),
        line("M60 860 H540 M570 860 H940", "#6F8A70", 5),
        *(line(f"M{x} 846 v28", "#6F8A70", 5) for x in (60, 540, 570, 940)),
        rect(250, 838, 90, 44, "#F4EAD3", 8),
        rect(700, 838, 90, 44, "#F4EAD3", 8),
        line("M268 860 h54", ICE.dark, 8),
        line("M724 860 h42", ICE.dark, 8),
    )


DRAWINGS: dict[str, Draw] = {
    "skarholt-tern-wide-mat": skarholt_tern_wide_mat,
    "skarholt-tern-wide-mat-detail": skarholt_tern_wide_mat_detail,
}
