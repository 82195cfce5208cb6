"""Rain jackets from behind, worn, folded: what the second views of them share."""

from shop.demo.drawing.canvas import circle, joined, line, path, two
from shop.demo.drawing.palette import Tones
from shop.demo.drawing.parts.jacket import Jacket


def hood_behind(tones: Tones) -> str:
    """Draw a hood that is seen from behind, with its middle seam, in front of `Jacket.cloth`."""
    outline = (
        "M372 330 C350 200 420 120 500 118 C580 120 650 200 628 330 Q560 372 500 376 "
        "Q440 372 372 330Z"
    )
    return two(
        outline,
        tones.base,
        (tones.light, "M360 340 C350 200 420 110 500 112 C430 150 404 240 430 370 L360 350Z"),
        (tones.dark, "M500 112 C590 120 660 200 640 350 L560 370 C600 240 570 150 500 112Z"),
    ) + line("M500 120 Q484 240 500 374", tones.dark, 6)


def back_vent(jacket: Jacket, y: float) -> str:
    """Draw the flap across the shoulders below which a coat lets air out."""
    tones, half = jacket.tones, jacket.shoulder_half
    return two(
        f"M{500 - half} 380 Q{540 - half} 335 420 318 H580 Q{460 + half} 335 {500 + half} 380 "
        f"L{514 + half} {y} Q500 {y + 44} {486 - half} {y}Z",
        tones.base,
        (tones.light, f"M{480 - half} 300 H420 Q380 420 400 {y + 60} H{460 - half}Z"),
        (tones.dark, f"M580 300 H{530 + half} V{y + 60} H600 Q620 420 580 300Z"),
    ) + line(f"M{490 - half} {y + 8} Q500 {y + 52} {510 + half} {y + 8}", tones.dark, 12)


def snaps_between(points: tuple[tuple[float, float], ...], fill: str, radius: float = 13) -> str:
    """Draw open snaps, each with its socket."""
    return joined(
        circle(x, y, radius, fill) + circle(x, y, radius * 0.4, "#FFFFFF", opacity=0.6)
        for x, y in points
    )


def curly_edge(x: float, y: float, to_x: float, fill: str, *, step: float = 26) -> str:
    """Draw the edge of fleece that looks out of a pocket."""
    count = round((to_x - x) / step)
    return path(
        f"M{x} {y} " + f"q{step / 2} -{step} {step} 0 " * count + f"v{step} H{x}Z",
        fill,
    )
