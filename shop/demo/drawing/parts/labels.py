"""The small labels that makers sew and print on their things."""

from shop.demo.drawing.canvas import label, line, path, rect

CREAM = "#F4EAD3"


def sewn_label(x: float, y: float, width: float = 84, height: float = 56) -> str:
    """Draw a cream label with a wave of thread on it."""
    w, h = width / 84, height / 56
    wave = f"M{x + 14 * w} {y + 42 * h} q{14 * w} {-30 * h} {28 * w} 0 q{14 * w} {-30 * h} {28 * w}"
    return rect(x, y, width, height, CREAM, 8) + line(f"{wave} 0", "#6B4A32", 7 * min(w, h))


def hill_label(x: float, y: float, hill: str, width: float = 100, height: float = 66) -> str:
    """Draw a cream label with two hills in the colour of the thing."""
    w, h = width / 100, height / 66
    hills = (
        f"M{x + 20 * w} {y + 50 * h} q{20 * w} {-46 * h} {40 * w} {-28 * h} "
        f"q{14 * w} {-14 * h} {24 * w} {28 * h}Z"
    )
    return rect(x, y, width, height, CREAM, 8) + path(hills, hill)


def patch(x: float, y: float, text: str, *, ground: str, print_: str, width: float = 84) -> str:
    """Draw a small patch with two or three letters."""
    height = width * 0.66
    return rect(x, y, width, height, ground, 8) + label(
        x + width / 2, y + height * 0.7, round(width * 0.36), text, print_
    )


def half_mark(x: float, y: float, size: float, fill: str) -> str:
    """Print the half that Halfpenny puts on everything."""
    return label(x, y, size, "½", fill)
