"""Travel bags: duffels and packing cubes."""

from shop.demo.drawing.canvas import ellipse, joined, label, line, rect, two
from shop.demo.drawing.palette import SOOT, Tones
from shop.demo.drawing.parts.labels import CREAM

STITCH = "#E8C77A"


def duffel(
    x: float, y: float, width: float, height: float, tones: Tones, *, daisy_chain: bool = False
) -> str:
    """Draw a duffel lying on its dark base, with two webbing handles and a wrapped grip."""
    base, dark, light = tones
    right, foot, r = x + width, y + height, height * 0.42
    grip = width * 0.24
    zip_line = (
        f"M{x + width * 0.08} {y + height * 0.34} Q{x + width * 0.12} {y + height * 0.16} "
        f"{x + width * 0.24} {y + height * 0.16} H{x + width * 0.76} "
        f"Q{x + width * 0.88} {y + height * 0.16} {x + width * 0.92} {y + height * 0.34}"
    )
    shapes = [
        line(
            f"M{x + width * 0.26} {y + height * 0.35} C{x + width * 0.3} {y - height * 0.42} "
            f"{x + width * 0.7} {y - height * 0.42} {x + width * 0.74} {y + height * 0.35}",
            "#202528",
            24,
        ),
        two(
            f"M{x + r} {y} H{right - r} Q{right} {y} {right} {y + height / 2} "
            f"Q{right} {foot} {right - r * 0.7} {foot} H{x + r * 0.7} "
            f"Q{x} {foot} {x} {y + height / 2} Q{x} {y} {x + r} {y}Z",
            base,
            (light, f"M{x} {y - 9} H{right} V{y + height * 0.2} H{x}Z"),
            (dark, f"M{x + width * 0.82} {y - 9} H{right + 9} V{foot + 9} H{x + width * 0.82}Z"),
            (SOOT.base, f"M{x - 9} {y + height * 0.74} H{right + 9} V{foot + 9} H{x - 9}Z"),
            (
                "#202528",
                (
                    f"M{x + width * 0.82} {y + height * 0.74} H{right + 9} V{foot + 9} "
                    f"H{x + width * 0.82}Z"
                ),
            ),
        ),
        line(zip_line, dark, 11),
        line(zip_line, STITCH, 4, stroke_dasharray="7 7"),
    ]
    for part in (0.26, 0.74):
        at = x + width * part - 17
        shapes.append(rect(at, y + height * 0.1, 34, height * 0.9, "#202528", 4))
        shapes.append(rect(at, y + height * 0.1, 11, height * 0.9, "#3A4248", 4))
    shapes += [
        rect(x + width * 0.5 - grip * 0.42, y - height * 0.29, grip * 0.84, 34, "#E08A3C", 10),
        rect(x + width * 0.5 - grip * 0.42, y - height * 0.29 + 17, grip * 0.84, 17, "#BF6D24", 8),
        ellipse(x + width * 0.925, y + height / 2, width * 0.05, height * 0.2, "#202528"),
        rect(x + width * 0.42, y + height * 0.46, width * 0.16, height * 0.15, CREAM, 8),
        label(x + width / 2, y + height * 0.575, round(height * 0.12), "FW", "#2F5D86"),
    ]
    if daisy_chain:
        shapes.append(_loops(x, y, width, height))
    return "".join(shapes)


def _loops(x: float, y: float, width: float, height: float) -> str:
    """Draw rows of loops on the lid and a handle at either end."""
    right = x + width
    rows = (
        line(
            f"M{x + width * 0.33} {y + height * (0.25 + 0.07 * row)} H{x + width * 0.67}",
            "#202528",
            10,
        )
        + joined(
            rect(
                x + width * (0.36 + 0.06 * i),
                y + height * (0.235 + 0.07 * row),
                8,
                height * 0.03,
                "#E08A3C",
                2,
            )
            for i in range(6)
        )
        for row in (0, 1)
    )
    ends = (
        f"M{x + 6} {y + height * 0.38} q-44 {height * 0.12} 0 {height * 0.26} "
        f"M{right - 6} {y + height * 0.38} q44 {height * 0.12} 0 {height * 0.26}"
    )
    return joined(rows) + line(ends, "#202528", 20)


def packing_cube(
    x: float, y: float, width: float, height: float, tones: Tones, *, mesh: bool = True
) -> str:
    """Draw a packing cube from the front, with a window of mesh or closed."""
    base, dark, light = tones
    w, h = width, height
    shapes = [
        two(
            f"M{x + 24} {y} H{x + w - 24} Q{x + w} {y} {x + w} {y + 24} V{y + h - 24} "
            f"Q{x + w} {y + h} {x + w - 24} {y + h} H{x + 24} Q{x} {y + h} {x} {y + h - 24} "
            f"V{y + 24} Q{x} {y} {x + 24} {y}Z",
            base,
            (light, f"M{x} {y} h{w * 0.12:.0f} v{h} h-{w}Z"),
            (dark, f"M{x + w * 0.88:.0f} {y} h{w} v{h} h-{w}Z"),
        )
    ]
    if mesh:
        threads = (
            line(f"M{x + i} {y} l{h} {h} M{x + i} {y} l-{h} {h}", dark, 3, opacity=0.55)
            for i in range(-int(h), int(w + h), 20)
        )
        window = f"M{x + 44} {y + 36} h{w - 88} v{h - 72} h-{w - 88}Z"
        shapes.append(two(window, "#F4EFDF", *threads))
    shapes.append(line(f"M{x + 22} {y + 20} H{x + w - 22}", STITCH, 6, stroke_dasharray="8 7"))
    return "".join(shapes)
