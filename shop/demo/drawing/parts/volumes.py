"""Simple solids, lit from the left."""

from shop.demo.drawing.canvas import two
from shop.demo.drawing.palette import Tones


def cylinder(
    x: float,
    y: float,
    width: float,
    height: float,
    tones: Tones,
    *,
    radius: float = 20,
    lit: float = 0.2,
    shade: float = 0.3,
) -> str:
    """Draw an upright can, post or box with soft corners; lit and shade are parts of its width."""
    r, w, h = radius, width, height
    return two(
        f"M{x} {y + r} q0 -{r} {r} -{r} h{w - 2 * r} q{r} 0 {r} {r} v{h - 2 * r} "
        f"q0 {r} -{r} {r} h-{w - 2 * r} q-{r} 0 -{r} -{r}Z",
        tones.base,
        (tones.light, f"M{x - 9} {y - 9} h{w * lit + 9:.0f} v{h + 18} h-{w * lit + 9:.0f}Z"),
        (tones.dark, f"M{x + w * (1 - shade):.0f} {y - 9} h{w} v{h + 18} h-{w}Z"),
    )


def tapered(
    x: float,
    y: float,
    *,
    top: float,
    bottom: float,
    height: float,
    tones: Tones,
    lit: float = 0.2,
    shade: float = 0.28,
) -> str:
    """Draw a pot, cup or shade around the middle x: as wide as top above and as bottom below."""
    a, b, foot = top / 2, bottom / 2, y + height
    outline = (
        f"M{x - a} {y} H{x + a} L{x + b} {foot - 14} Q{x + b - 2} {foot} {x + b - 18} {foot} "
        f"H{x - b + 18} Q{x - b + 2} {foot} {x - b} {foot - 14}Z"
    )
    left, right = 1 - 2 * lit, 1 - 2 * shade
    return two(
        outline,
        tones.base,
        (
            tones.light,
            (
                f"M{x - a - 9} {y - 9} H{x - a * left} L{x - b * left} {foot + 9} "
                f"H{x - max(a, b) - 9}Z"
            ),
        ),
        (
            tones.dark,
            f"M{x + a * right} {y - 9} H{x + max(a, b) + 9} V{foot + 9} H{x + b * right}Z",
        ),
    )
