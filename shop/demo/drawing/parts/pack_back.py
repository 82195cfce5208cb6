"""Rucksacks from behind and from within: mesh, back panels, what lies in them."""

from shop.demo.drawing.canvas import INK, circle, ellipse, joined, line, path, rect, two
from shop.demo.drawing.palette import Tones


def mesh(x: int, y: int, to_x: int, to_y: int, thread: str, *, step: int = 22) -> str:
    """Weave a net over an area; it is laid over a surface by `two`."""
    rise = to_y - y
    return joined(
        line(f"M{at} {y} l{rise} {rise} M{at} {y} l{-rise} {rise}", thread, 3, opacity=0.55)
        for at in range(x - rise, to_x + rise, step)
    )


def back_panel(y: float, foot: float, cloth: Tones, *, half: float = 150) -> str:
    """Draw the panel of a pack that lies on the back, in mesh, with its frame round it."""
    a = half
    d = (
        f"M{500 - a} {y + 30} Q500 {y - 30} {500 + a} {y + 30} L{516 + a} {foot - 40} "
        f"Q500 {foot + 30} {484 - a} {foot - 40}Z"
    )
    return two(
        d,
        cloth.base,
        (cloth.light, f"M{470 - a} {y - 40} h{a * 0.55} v{foot - y + 90} h{-a * 0.55}Z"),
        (cloth.dark, f"M{500 + a * 0.55} {y - 40} h{a} v{foot - y + 90} h{-a}Z"),
        mesh(int(480 - a), int(y - 40), int(520 + a), int(foot + 40), cloth.dark),
    ) + line(d, cloth.dark, 12)


def chest_strap(y: float, trim: str) -> str:
    """Draw the strap with a buckle that joins the shoulder straps."""
    return line(f"M372 {y} H628", INK, 14) + rect(472, y - 19, 56, 38, trim, 8)


def roll(x: float, y: float, width: float, height: float, cloth: Tones) -> str:
    """Draw something rolled up that lies across, with its end to the right."""
    r = height / 2
    return (
        two(
            f"M{x + r} {y} H{x + width - r} V{y + height} H{x + r} a{r} {r} 0 0 1 0 {-height}Z",
            cloth.base,
            (cloth.light, f"M{x - 9} {y - 9} h{width + 18} v{height * 0.34} h{-width - 18}Z"),
            (cloth.dark, f"M{x - 9} {y + height * 0.72} h{width + 18} v{height} h{-width}Z"),
        )
        + ellipse(x + width - r, y + r, r * 0.8, r, cloth.dark)
        + ellipse(x + width - r, y + r, r * 0.52, r * 0.64, cloth.base)
        + ellipse(x + width - r, y + r, r * 0.22, r * 0.28, cloth.dark)
    )


def phone(x: float, y: float, width: float, height: float) -> str:
    """Draw a telephone from its back."""
    return (
        rect(x, y, width, height, "#2B3338", 12)
        + rect(x, y, width * 0.3, height, "#465056", 12)
        + circle(x + width * 0.3, y + width * 0.3, width * 0.13, "#8E979C")
    )


def roll_top(cloth: Tones, strap: Tones, *, lining: str) -> str:
    """Draw a waxed roll-top from the front: body, pocket, roll and its leather strap."""
    return "".join(
        (
            two(
                "M300 330 H700 L715 810 Q715 865 660 865 H340 Q285 865 285 810Z",
                cloth.base,
                (cloth.light, "M300 330 H350 L345 865 H285Z"),
                (cloth.dark, "M620 330 H720 V870 H600Z"),
            ),
            two(
                "M330 560 H670 L678 770 Q678 790 655 790 H345 Q322 790 322 770Z",
                cloth.light,
                (cloth.base, "M480 550 H690 V800 H500Z"),
                (cloth.dark, "M320 560 H680 V590 H320Z"),
            ),
            two(
                "M270 230 Q500 205 730 230 Q745 232 742 250 L715 360 Q500 340 285 360 "
                "L258 250 Q255 232 270 230Z",
                cloth.light,
                (cloth.base, "M270 262 Q500 240 735 262 L715 360 Q500 340 285 360Z"),
                (cloth.dark, "M600 200 H760 V370 H580Z"),
            ),
            path("M272 222 Q500 196 728 222 L726 236 Q500 210 274 236Z", lining),
            rect(474, 300, 52, 240, strap.base, 8),
            rect(500, 300, 26, 240, strap.dark, 6),
            rect(456, 430, 88, 64, "#D9B45A", 10),
            rect(474, 446, 52, 32, strap.base, 4),
        )
    )
