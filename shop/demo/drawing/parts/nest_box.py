"""Nest boxes of oak and the plates that guard their holes."""

from shop.demo.drawing.canvas import circle, ellipse, joined, line, path, rect, two
from shop.demo.drawing.palette import BRASS, OAK, STEEL, Tones

HOLE = "#2B211A"
SILVERED = Tones("#A9A69C", "#87847A", "#C6C3BA")


def grain(x: float, y: float, width: float, height: float, wood: Tones) -> str:
    """Draw the grain of a board."""
    runs = "".join(
        f"M{x + width * at} {y + 8} Q{x + width * (at + bend)} {y + height * 0.5} "
        f"{x + width * at} {y + height - 8}"
        for at, bend in ((0.16, 0.04), (0.38, -0.03), (0.6, 0.05), (0.84, -0.04))
    )
    return line(runs, wood.dark, 4, opacity=0.55)


def batten(x: float, y: float, height: float, wood: Tones) -> str:
    """Draw the batten behind a box with its two nails, around the middle x."""
    return joined(
        (
            rect(x - 40, y, 80, height, wood.dark, 6),
            rect(x - 40, y, 26, height, wood.base, 6),
            *(circle(x, at, 9, STEEL.light) for at in (y + 34, y + height - 30)),
        )
    )


def box_body(x: float, y: float, width: float, height: float, wood: Tones) -> str:
    """Draw the front and the side of a box from its front's upper left corner, without roof."""
    side = width * 0.22
    return joined(
        (
            path(
                f"M{x + width} {y} l{side} -{side * 0.5} v{height - side * 0.2} "
                f"L{x + width} {y + height}Z",
                wood.dark,
            ),
            two(
                f"M{x} {y} h{width} v{height} h-{width}Z",
                wood.base,
                (wood.light, f"M{x} {y} h{width * 0.16} v{height} h-{width}Z"),
                (f"{wood.dark}88", f"M{x + width * 0.84} {y} h{width} v{height} h-{width}Z"),
                grain(x, y, width, height, wood),
            ),
        )
    )


def roof(x: float, y: float, width: float, wood: Tones) -> str:
    """Draw the sloping roof; x and y are its front's lower left corner."""
    side = width * 0.24
    return joined(
        (
            path(f"M{x} {y} l{side} -{side * 1.2} h{width} L{x + width} {y}Z", wood.light),
            path(
                f"M{x + width * 0.6} {y} l{side} -{side * 1.2} h{width * 0.4} L{x + width} {y}Z",
                wood.base,
            ),
            path(f"M{x + width} {y} l{side} -{side * 1.2} v32 L{x + width} {y + 34}Z", wood.dark),
            rect(x, y, width, 34, wood.base, 3),
            rect(x, y, width * 0.3, 34, wood.light, 3),
            line(f"M{x + 4} {y + 32} H{x + width - 4}", wood.dark, 5),
        )
    )


def hole(x: float, y: float, radius: float, *, rim: str = OAK.dark) -> str:
    """Drill the entrance."""
    return circle(x, y, radius + 5, rim) + circle(x + 2, y + 3, radius, HOLE)


def brass_screw(x: float, y: float) -> str:
    """Draw the brass screw that opens the front."""
    return circle(x, y, 13, BRASS.base) + line(f"M{x - 7} {y + 4} L{x + 7} {y - 4}", BRASS.dark, 4)


def plate(x: float, y: float, side: float, radius: float, *, on_board: bool = False) -> str:
    """Draw a square steel plate with its hole at x and y; lying loose on a board or screwed on."""
    h = side / 2
    places = [(x + sx * h * 0.78, y + sy * h * 0.78) for sx in (-1, 1) for sy in (-1, 1)]
    return joined(
        (
            two(
                f"M{x - h + 10} {y - h} H{x + h - 10} q10 0 10 10 V{y + h - 10} q0 10 -10 10 "
                f"H{x - h + 10} q-10 0 -10 -10 V{y - h + 10} q0 -10 10 -10Z",
                STEEL.base,
                (STEEL.light, f"M{x - h} {y - h} h{side * 0.62} L{x - h * 0.4} {y + h} H{x - h}Z"),
                (STEEL.dark, f"M{x + h} {y - h * 0.2} V{y + h} H{x + h * 0.2}Z"),
            ),
            circle(x, y, radius + side * 0.022, "#F4F7F8"),
            circle(x, y, radius, "#A8713F" if on_board else HOLE),
            *(circle(a, b, side * 0.035, OAK.dark) for a, b in places),
            *(
                line(f"M{a - side * 0.018} {b} h{side * 0.036}", "#3E2A1C", side * 0.012)
                for a, b in places
                if not on_board
            ),
        )
    )


def moss_nest(x: float, y: float, width: float) -> str:
    """Draw a nest of moss with three eggs, its foot at y."""
    w = width / 2
    tufts = "".join(
        f"M{x - w + i * width / 12} {y} q{6 - (i % 3) * 8} -40 {(i % 4) * 6 - 8} -84"
        for i in range(13)
    )
    return joined(
        (
            path(
                f"M{x - w} {y} Q{x - w - 6} {y - 90} {x - w * 0.5} {y - 96} "
                f"Q{x} {y - 70} {x + w * 0.5} {y - 96} Q{x + w + 6} {y - 90} {x + w} {y}Z",
                "#6E8B45",
            ),
            line(tufts, "#577036", 7),
            ellipse(x, y - 86, w * 0.56, 26, "#8A6A4A"),
            *(ellipse(x + dx, y - 90, 21, 16, "#F3EEE2") for dx in (-34, 4, 38)),
            path(
                f"M{x - w * 0.6} {y - 78} Q{x} {y - 52} {x + w * 0.6} {y - 78} "
                f"Q{x} {y - 34} {x - w * 0.6} {y - 78}Z",
                "#8CA85C",
            ),
        )
    )
