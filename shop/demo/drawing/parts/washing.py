"""Towels that hang, lie folded or rolled, and what they are washed with."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, line, path, rect, two
from shop.demo.drawing.palette import PAPER, SOOT, STEEL, Tones
from shop.demo.drawing.parts.labels import CREAM


def wells(x: int, y: int, to_x: int, to_y: int, tones: Tones, *, step: int = 26) -> str:
    """Weave the square wells of a waffle over an area: each is dark above and lit below."""
    size = round(step * 0.56)
    places = [(at, row) for row in range(y, to_y, step) for at in range(x, to_x, step)]
    lit = "".join(f"M{at} {row + 5} h{size} v{size} h-{size}Z" for at, row in places)
    deep = "".join(f"M{at} {row} h{size} v{size} h-{size}Z" for at, row in places)
    return path(lit, tones.light) + path(deep, tones.dark, opacity=0.62)


def loops(x: int, y: int, to_x: int, to_y: int, tones: Tones, *, step: int = 24) -> str:
    """Scatter the loops of terry over an area, row by row."""
    rows = range(y, to_y, step)
    dark = "".join(f"M{x + (i % 2) * 13} {at} H{to_x}" for i, at in enumerate(rows))
    light = "".join(f"M{x + 5 + (i % 2) * 13} {at - 6} H{to_x}" for i, at in enumerate(rows))
    return line(dark, tones.dark, 9, stroke_dasharray="1 25", opacity=0.6) + line(
        light, tones.light, 8, stroke_dasharray="1 25"
    )


def hanging(
    x: float,
    y: float,
    width: float,
    height: float,
    tones: Tones,
    *,
    shoulder: float = 0.16,
    pattern: str = "",
) -> str:
    """Draw a cloth that hangs from its middle x at y and falls in folds from there."""
    w, low, foot = width / 2, y + height * shoulder, y + height
    outline = (
        f"M{x - 16} {y} H{x + 16} C{x + w * 0.3} {y + 10} {x + w * 0.86} {low - 24} "
        f"{x + w * 0.94} {low + 20} L{x + w} {foot - 14} Q{x + w * 0.8} {foot + 16} "
        f"{x + w * 0.56} {foot - 8} Q{x + w * 0.3} {foot - 22} {x + w * 0.08} {foot + 6} "
        f"Q{x - w * 0.2} {foot + 22} {x - w * 0.44} {foot - 6} "
        f"Q{x - w * 0.74} {foot - 24} {x - w} {foot + 4} L{x - w * 0.94} {low + 20} "
        f"C{x - w * 0.86} {low - 24} {x - w * 0.3} {y + 10} {x - 16} {y}Z"
    )
    light, dark = f"{tones.light}AA", f"{tones.dark}99"
    return two(
        outline,
        tones.base,
        pattern,
        (
            light,
            (
                f"M{x - 20} {y - 9} C{x - w * 0.6} {low} {x - w * 0.7} {foot} {x - w * 0.66} "
                f"{foot + 30} H{x - w - 30} V{y - 9}Z"
            ),
        ),
        (dark, f"M{x - 6} {y + 20} Q{x - w * 0.4} {low + 60} {x - w * 0.36} {foot + 30} h-44Z"),
        (light, f"M{x + 2} {y + 30} Q{x + w * 0.06} {low + 80} {x - w * 0.04} {foot + 30} h60Z"),
        (dark, f"M{x + 4} {y + 20} Q{x + w * 0.4} {low + 60} {x + w * 0.36} {foot + 30} h54Z"),
        (
            dark,
            (
                f"M{x + 16} {y - 9} Q{x + w * 0.74} {low} {x + w * 0.76} {foot + 30} "
                f"H{x + w + 40} V{y - 9}Z"
            ),
        ),
    )


def roll_end(x: float, y: float, radius: float, tones: Tones) -> str:
    """Draw the end of a rolled towel, wound from the middle."""
    r = radius
    turns = (
        f"M{x} {y} a{r * 0.14} {r * 0.14} 0 0 1 {r * 0.26} 0 a{r * 0.26} {r * 0.26} 0 0 1 "
        f"-{r * 0.52} 0 a{r * 0.4} {r * 0.4} 0 0 1 {r * 0.8} 0 a{r * 0.53} {r * 0.53} 0 0 1 "
        f"-{r * 1.06} 0 a{r * 0.66} {r * 0.66} 0 0 1 {r * 1.32} 0 a{r * 0.78} {r * 0.78} 0 0 1 "
        f"-{r * 1.56} 0"
    )
    ring = f"M{x - r} {y} a{r} {r} 0 0 1 {2 * r} 0 a{r} {r} 0 0 1 -{2 * r} 0Z"
    return two(
        ring,
        tones.base,
        (
            tones.light,
            f"M{x - r} {y - r} H{x - r * 0.5} Q{x - r * 0.9} {y} {x - r * 0.5} {y + r} H{x - r}Z",
        ),
        (
            tones.dark,
            f"M{x + r} {y - r} H{x + r * 0.5} Q{x + r} {y} {x + r * 0.3} {y + r} H{x + r}Z",
        ),
        circle(x, y, r * 0.86, tones.base),
    ) + line(turns, tones.dark, r * 0.08)


def rolled(
    x: float, y: float, width: float, height: float, tones: Tones, *, pattern: str = ""
) -> str:
    """Draw a cloth rolled up and standing, its upper end wound."""
    top = width * 0.17
    body = (
        f"M{x} {y} V{y + height} Q{x + width / 2} {y + height + top * 1.6} "
        f"{x + width} {y + height} V{y}Z"
    )
    middle = x + width / 2
    return "".join(
        (
            two(
                body,
                tones.base,
                pattern,
                (tones.light, f"M{x} {y} h{width * 0.2} v{height + 60} H{x}Z"),
                (
                    tones.dark,
                    f"M{x + width * 0.72} {y} h{width} v{height + 60} H{x + width * 0.72}Z",
                ),
            ),
            ellipse(middle, y, width / 2, top, tones.light),
            *(
                ellipse(
                    middle,
                    y,
                    width * part,
                    top * 2 * part,
                    "none",
                    stroke=tones.dark,
                    stroke_width=6,
                )
                for part in (0.4, 0.28, 0.16, 0.06)
            ),
        )
    )


def snap_loop(x: float, y: float, length: float) -> str:
    """Draw a webbing loop with its snap, hanging from x and y."""
    return line(
        f"M{x - 10} {y + length} V{y + 14} a10 14 0 0 1 20 0 V{y + length}", "#3A4248", 13
    ) + joined(
        (
            circle(x, y + length - 14, 17, STEEL.dark),
            circle(x - 3, y + length - 17, 10, STEEL.light),
        )
    )


def soap_bar(tones: Tones, *, stamp: str = "", specks: str = "") -> str:
    """Draw a rectangular bar that lies with its top to the viewer, 420 wide around 0 0."""
    return "".join(
        (
            two(
                "M-210 30 Q-214 10 -196 4 H190 Q214 10 214 30 V92 Q212 120 186 122 H-184 "
                "Q-210 120 -210 92Z",
                tones.base,
                (tones.dark, "M70 0 H230 V140 H70Z"),
                specks,
            ),
            two(
                "M-150 -128 H150 Q170 -128 178 -112 L212 10 Q214 40 190 40 H-188 "
                "Q-214 40 -210 10 L-178 -112 Q-170 -128 -150 -128Z",
                tones.light,
                (tones.base, "M60 -140 H230 V60 H120Z"),
                specks,
            ),
            line("M-140 -104 H140 L176 14 H-176Z", tones.base, 7),
            stamp,
        )
    )


def foam(*bubbles: tuple[float, float, float]) -> str:
    """Draw lather: of each bubble the place and the radius."""
    return joined(
        circle(x, y, r, "#FFFFFF", opacity=0.92)
        + circle(x + r * 0.22, y + r * 0.22, r * 0.62, "#DCE9EE", opacity=0.8)
        + circle(x - r * 0.3, y - r * 0.35, r * 0.2, "#FFFFFF")
        for x, y, r in bubbles
    )


def flip_cap_bottle(liquid: Tones, *, mark: str = "", flat: bool = False) -> str:
    """Draw a clear bottle of liquid with a black flip cap; its foot is 0 0, its height 560.

    The mark is drawn on its label, around 0 -190.
    """
    w = 172 if flat else 134
    body = (
        f"M-62 -440 H62 C70 -404 {w} -400 {w} -330 V-36 Q{w} 0 {w - 34} 0 H{34 - w} "
        f"Q-{w} 0 -{w} -36 V-330 C-{w} -400 -70 -404 -62 -440Z"
    )
    return "".join(
        (
            two(
                body,
                "#DCEAEE",
                (liquid.base, f"M-{w} -376 Q0 -360 {w} -376 V10 H-{w}Z"),
                (liquid.light, f"M-{w} -450 H{60 - w} Q{40 - w} -200 {60 - w} 10 H-{w}Z"),
                (liquid.dark, f"M{w - 44} -376 H{w + 9} V10 H{w - 44}Z"),
                ("#FFFFFF66", f"M-{w} -450 H{30 - w} V10 H-{w}Z"),
            ),
            rect(-66, -456, 132, 26, SOOT.dark, 8),
            two(
                "M-80 -560 H80 Q90 -560 90 -548 V-452 H-90 V-548 Q-90 -560 -80 -560Z",
                SOOT.base,
                (SOOT.light, "M-100 -570 H-54 V-440 H-100Z"),
                (SOOT.dark, "M46 -570 H100 V-440 H46Z"),
                line("M-100 -506 H100", "#1A1E20", 6),
            ),
            rect(-w + 30, -300, 2 * w - 60, 226, CREAM, 8),
            rect(w - 66, -300, 36, 226, PAPER.dark, 8),
            mark,
        )
    )


def basin(x: float, y: float, *, water: str = "#A9CBD8", inside: str = "") -> str:
    """Draw a zinc basin with water, 640 wide, its rim at y; what lies inside is cut off below."""
    return "".join(
        (
            line(f"M{x - 330} {y + 44} q-44 4 -40 60 q4 40 54 36", STEEL.dark, 16),
            line(f"M{x + 330} {y + 44} q44 4 40 60 q-4 40 -54 36", STEEL.dark, 16),
            two(
                f"M{x - 340} {y} L{x - 270} {y + 230} Q{x} {y + 290} {x + 270} {y + 230} "
                f"L{x + 340} {y}Z",
                STEEL.base,
                (STEEL.light, f"M{x - 350} {y - 9} H{x - 220} L{x - 180} {y + 300} H{x - 350}Z"),
                (STEEL.dark, f"M{x + 200} {y - 9} H{x + 350} V{y + 300} H{x + 150}Z"),
                line(f"M{x - 330} {y + 150} Q{x} {y + 210} {x + 330} {y + 150}", STEEL.dark, 6),
            ),
            ellipse(x, y, 342, 66, STEEL.light),
            ellipse(x, y + 4, 318, 54, STEEL.dark),
            two(
                f"M{x - 306} {y + 12} A306 46 0 0 1 {x + 306} {y + 12} "
                f"A306 46 0 0 1 {x - 306} {y + 12}Z",
                water,
                inside,
            ),
        )
    )


def hand(sleeve: Tones, *, skin: Tones) -> str:
    """Draw a hand that comes from the right and grips what is at 0 0; its fingers lie in front."""
    fingers = (
        line(f"M60 {y} H{-46 - bend}", tone, 42)
        for y, bend, tone in (
            (102, 0, skin.dark),
            (66, 16, skin.base),
            (27, 20, skin.base),
            (-12, 6, skin.light),
        )
    )
    return "".join(
        (
            two(
                "M150 -60 H520 V150 H150 Q130 44 150 -60Z",
                sleeve.base,
                (sleeve.light, "M120 -70 H540 V-20 H120Z"),
                (sleeve.dark, "M120 90 H540 V160 H120Z"),
            ),
            two(
                "M30 -36 Q60 -56 180 -42 V130 Q80 146 34 124Z",
                skin.base,
                (skin.dark, "M30 96 H190 V150 H30Z"),
            ),
            *fingers,
            line("M100 -30 Q40 -60 -10 -56", skin.light, 40),
        )
    )


def stake(x: float, y: float, height: float, wood: Tones, *, width: float = 60) -> str:
    """Draw an upright wooden post from y down."""
    return rect(x - width / 2, y, width, height, wood.base, 10) + joined(
        (
            rect(x - width / 2, y, width * 0.3, height, wood.light, 8),
            rect(x + width * 0.2, y, width * 0.3, height, wood.dark, 8),
        )
    )


def sock(x: float, y: float, tones: Tones, *, scale: float = 1, angle: float = 0) -> str:
    """Draw a sock that hangs from its cuff at x and y."""
    return group(
        f"translate({x} {y}) rotate({angle}) scale({scale})",
        two(
            "M-50 0 H50 V150 Q52 186 90 204 Q150 226 146 262 Q140 296 84 292 "
            "Q-10 288 -40 236 Q-54 204 -50 150Z",
            tones.base,
            (tones.light, "M-60 -9 H-20 V190 Q-10 260 60 310 H-60Z"),
            (tones.dark, "M24 -9 H60 V150 Q60 190 100 210 L90 230 Q24 200 24 150Z"),
            (CREAM, "M-60 -9 H60 V42 H-60Z"),
            (tones.dark, "M104 190 H160 V310 H80 Q124 260 104 190Z"),
        ),
        line("M-34 6 V36 M-14 6 V36 M6 6 V36 M26 6 V36", "#D9CBA9", 5),
    )
