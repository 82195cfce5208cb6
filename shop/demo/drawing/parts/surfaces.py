"""Surfaces and solids of any outline, lit from the left: cloth, tubes, trees, cords."""

from shop.demo.drawing.canvas import Overlay, group, joined, line, path, two
from shop.demo.drawing.palette import Tones

BARK = Tones("#8A6B50", "#6B5039", "#A98869")
BIRCH = Tones("#EDE9DC", "#C9C4B4", "#FAF8F0")


def lit(
    outline: str,
    tones: Tones,
    span: tuple[float, float],
    *overlays: Overlay,
    light: float = 0.18,
    dark: float = 0.26,
) -> str:
    """Fill an outline that spans from one x to another, lit at its left, shaded at its right."""
    left, right = span
    width = right - left
    return two(
        outline,
        tones.base,
        (tones.light, f"M{left - 40} -999 H{left + width * light:.0f} V1999 H{left - 40}Z"),
        (
            tones.dark,
            f"M{right - width * dark:.0f} -999 H{right + 40} V1999 H{right - width * dark:.0f}Z",
        ),
        *overlays,
    )


def topped(
    outline: str,
    tones: Tones,
    span: tuple[float, float],
    *overlays: Overlay,
    light: float = 0.22,
    dark: float = 0.3,
) -> str:
    """Fill an outline that spans from one y to another, lit from above: things that lie."""
    top, foot = span
    height = foot - top
    return two(
        outline,
        tones.base,
        (tones.light, f"M-999 {top - 40} H1999 V{top + height * light:.0f} H-999Z"),
        (tones.dark, f"M-999 {foot - height * dark:.0f} H1999 V{foot + 40} H-999Z"),
        *overlays,
    )


def rod(d: str, tones: Tones, width: float = 16) -> str:
    """Draw a tube along a path: shaded below, with a lit line along its upper left."""
    shift = round(width * 0.14, 1)
    return line(d, tones.dark, width) + group(
        f"translate(-{shift} -{shift})",
        line(d, tones.base, round(width * 0.66, 1)),
        line(d, tones.light, round(width * 0.26, 1)),
    )


def stitches(d: str, thread: str, width: float = 4) -> str:
    """Sew a seam along a path."""
    return line(d, thread, width, stroke_dasharray="12 9")


def trunk(x: float, width: float, bark: Tones, *, top: float = 0, foot: float = 860) -> str:
    """Draw the stem of a tree from above the picture to the ground; a birch has its dark marks."""
    half = width / 2
    outline = (
        f"M{x - half} {top} L{x - half + 4} {foot - 90} Q{x - half} {foot - 20} {x - half - 34} "
        f"{foot} H{x + half + 34} Q{x + half} {foot - 20} {x + half - 4} {foot - 90} "
        f"L{x + half} {top}Z"
    )
    marks = [(-0.4, 70, 0.5), (0.1, 190, 0.4), (-0.3, 330, 0.3), (-0.1, 480, 0.5), (0, 640, 0.4)]
    if bark == BIRCH:
        laid = joined(
            path(
                f"M{x + a * width} {top + y} q{width * b / 2} -14 {width * b} 0 "
                f"q-{width * b / 2} 16 -{width * b} 0Z",
                "#4B4A44",
            )
            for a, y, b in marks
        )
    else:
        laid = joined(
            line(f"M{x + a * width} {top + y} q8 50 -4 110", bark.dark, 7) for a, y, _ in marks
        )
    return lit(outline, bark, (x - half, x + half), laid)


def thread_ring(x: float, y: float, radius: float, tones: Tones, width: float = 12) -> str:
    """Draw a ring of wire."""
    r = radius
    return rod(f"M{x - r} {y} a{r} {r} 0 1 1 {2 * r} 0 a{r} {r} 0 1 1 -{2 * r} 0", tones, width)
