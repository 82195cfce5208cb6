"""Camp chairs, hammocks, and what they hang from."""

from collections.abc import Iterable

from shop.demo.drawing.canvas import INK, joined, label, line, path, rect, two
from shop.demo.drawing.palette import RUBBER, STEEL, Tones
from shop.demo.drawing.parts.surfaces import lit, rod, thread_ring

SLING = (
    "M326 196 Q500 262 692 186 C730 300 716 400 742 500 Q752 560 700 600 Q470 690 232 585 "
    "Q216 570 230 548 C296 480 318 330 326 196Z"
)


def sling(cloth: Tones, mark: str) -> str:
    """Draw the cloth of a chair that hangs on four tips, seen from the front left."""
    return "".join(
        (
            two(
                SLING,
                cloth.base,
                (cloth.light, "M200 150 H372 C366 320 350 420 306 470 L200 620Z"),
                (cloth.dark, "M600 150 H780 V640 L716 470 C640 420 640 300 600 150Z"),
                (
                    cloth.light,
                    "M296 440 C420 560 640 540 736 440 L760 620 L480 720 L200 620Z",
                ),
                (cloth.base, "M480 530 C600 536 690 500 736 440 L760 620 L560 690Z"),
            ),
            line("M296 446 C420 566 640 546 732 446", cloth.dark, 7),
            line("M345 232 Q500 290 676 224", cloth.dark, 5, stroke_dasharray="12 9"),
            line("M252 566 Q470 650 690 580", cloth.dark, 5, stroke_dasharray="12 9"),
            path("M322 190 L392 214 L336 290 L316 280Z", cloth.dark),
            path("M694 184 L634 208 L690 284 L716 276Z", cloth.dark),
            path("M226 556 Q240 534 262 514 L306 606 L238 588Q220 576 226 556Z", cloth.dark),
            path("M742 516 Q752 560 700 600 L640 620 L714 508Z", cloth.dark),
            rect(446, 316, 124, 52, "#F4EAD3", 8),
            label(508, 354, 32, mark, cloth.dark),
        )
    )


def sling_legs(hub: float, foot: float, *, width: float = 17) -> str:
    """Draw four splayed legs from the hub to the ground and the struts up to the seat."""
    far = foot - 46
    return "".join(
        (
            rod(f"M460 {hub} L372 {far} M540 {hub} L652 {far}", STEEL, width),
            rod(f"M450 {hub} L236 {hub - 150} M550 {hub} L712 {hub - 140}", STEEL, width),
            rod(f"M448 {hub + 6} L258 {foot} M552 {hub + 6} L726 {foot + 6}", STEEL, width),
            lit(
                f"M430 {hub - 22} H570 Q584 {hub} 570 {hub + 30} H430 Q416 {hub} 430 {hub - 22}Z",
                RUBBER,
                (420, 580),
            ),
            *(
                line(f"M{x} {y - 5} v9", INK, width + 4)
                for x, y in ((258, foot), (726, foot + 6), (372, far), (652, far))
            ),
        )
    )


def hook(x: float, y: float, *, scale: float = 1) -> str:
    """Draw an open steel hook that hangs from x and y."""
    s = scale
    return rod(
        f"M{x} {y} v{40 * s} c{4 * s} {36 * s} {62 * s} {30 * s} {62 * s} {92 * s} "
        f"c0 {74 * s} -{122 * s} {74 * s} -{122 * s} {4 * s}",
        STEEL,
        22 * s,
    ) + thread_ring(x, y - 22 * s, 24 * s, STEEL, 16 * s)


def hammock_edge(depth: float, *, left: float = 285, right: float = 715, y: float = 395) -> str:
    """Return the curve of a cloth that hangs between two points, depth below them."""
    return f"M{left} {y} Q{(left + right) / 2} {y + 2 * depth} {right} {y}"


def hammock(
    cloth: Tones,
    *,
    left: float = 285,
    right: float = 715,
    y: float = 395,
    near: float = 320,
    far: float = 70,
    stripes: Iterable[tuple[float, float, str]] = (),
) -> str:
    """Draw a hammock seen from its side: near and far are how deep its two edges hang.

    Of each stripe there are the place across the cloth from 0 to 1, the width and the colour.
    """
    middle = (left + right) / 2
    outline = (
        f"M{left} {y} Q{middle} {y + 2 * far} {right} {y} Q{middle} {y + 2 * near} {left} {y}Z"
    )
    laid = joined(
        line(hammock_edge(far + (near - far) * t, left=left, right=right, y=y), fill, width)
        for t, width, fill in stripes
    )
    span = right - left
    shades = path(
        f"M{left} {y} Q{middle} {y + 2 * far} {right} {y} Q{middle} {y + far * 2 + 70} {left} {y}Z",
        "#22301F",
        opacity=0.28,
    ) + path(
        f"M{right} {y} Q{right - span * 0.1} {y + near} {middle + span * 0.06} {y + near + 40} "
        f"H{right + 40}Z",
        "#22301F",
        opacity=0.14,
    )
    lighter = path(
        f"M{left} {y} Q{left + span * 0.12} {y + near} {middle - span * 0.1} {y + near + 40} "
        f"H{left - 40}Z",
        "#FFFFFF",
        opacity=0.16,
    )
    return two(outline, cloth.base, laid, lighter, shades)


def crown(*leaves: tuple[float, float, float], fill: Tones) -> str:
    """Draw the foliage of a tree: of each clump the place and the radius."""
    return joined(
        path(
            f"M{x - r} {y} a{r} {r * 0.8} 0 1 1 {2 * r} 0 a{r} {r * 0.8} 0 1 1 -{2 * r} 0Z",
            fill.dark,
        )
        for x, y, r in leaves
    ) + joined(
        path(
            f"M{x - r * 1.05} {y - r * 0.2} a{r * 0.85} {r * 0.62} 0 1 1 {1.7 * r} 0 "
            f"a{r * 0.85} {r * 0.62} 0 1 1 -{1.7 * r} 0Z",
            fill.base,
        )
        for x, y, r in leaves
    )
