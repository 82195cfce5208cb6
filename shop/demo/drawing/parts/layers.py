"""Near views of knitted tops and leggings: collars, cuffs, feet."""

from shop.demo.drawing.canvas import joined, line, path, rect, two
from shop.demo.drawing.palette import Tones


def zip_collar(tones: Tones) -> str:
    """Draw a stand-up collar that stands open, with its zip half down, around x = 500."""
    return "".join(
        (
            path(
                "M300 300 Q330 130 500 120 Q670 130 700 300 Q600 210 500 206 Q400 210 300 300Z",
                tones.dark,
            ),
            path("M330 290 Q360 176 500 168 Q640 176 670 290 L500 560Z", tones.dark),
            two(
                "M300 300 Q316 170 360 150 Q330 300 500 560 L470 620 Q340 460 300 300Z",
                tones.light,
                (tones.base, "M360 140 Q330 300 500 560 L470 640 Q380 440 340 150Z"),
            ),
            two(
                "M700 300 Q684 170 640 150 Q670 300 500 560 L530 620 Q660 460 700 300Z",
                tones.base,
                (tones.dark, "M690 150 H720 V340 Q660 500 520 640 Q660 420 690 150Z"),
            ),
            line("M352 166 Q330 310 500 566 M648 166 Q670 310 500 566", tones.dark, 18),
            line(
                "M352 166 Q330 310 500 566 M648 166 Q670 310 500 566 V720",
                "#C99A3E",
                7,
                stroke_dasharray="7 7",
            ),
        )
    )


def legging(x: float, tones: Tones, *, foot: float = 690) -> str:
    """Draw the lower half of one leg around x, ending in a ribbed cuff."""
    ribs = joined(
        line(f"M{at} {foot - 60} V{foot + 70}", tones.dark, 6)
        for at in range(int(x) - 64, int(x) + 70, 18)
    )
    return two(
        f"M{x - 112} -10 H{x + 112} L{x + 96} 240 Q{x + 92} 480 {x + 72} {foot - 40} H{x - 72} "
        f"Q{x - 92} 480 {x - 96} 240Z",
        tones.base,
        (tones.light, f"M{x - 130} -20 H{x - 56} L{x - 40} {foot} H{x - 130}Z"),
        (tones.dark, f"M{x + 50} -20 H{x + 130} V{foot} H{x + 34}Z"),
    ) + two(
        f"M{x - 80} {foot - 50} H{x + 80} L{x + 76} {foot + 60} "
        f"Q{x} {foot + 76} {x - 76} {foot + 60}Z",
        tones.light,
        (tones.base, f"M{x - 30} {foot - 70} H{x + 100} V{foot + 90} H{x - 30}Z"),
        ribs,
    )


def socked_foot(x: float, y: float, wool: Tones) -> str:
    """Draw a foot in a sock from the front right, standing at y + 160, below a cuff at y."""
    return (
        two(
            f"M{x - 66} {y} H{x + 66} L{x + 72} {y + 60} Q{x + 180} {y + 84} {x + 186} {y + 130} "
            f"Q{x + 186} {y + 160} {x + 150} {y + 160} H{x - 50} "
            f"Q{x - 78} {y + 160} {x - 76} {y + 120}Z",
            wool.base,
            (wool.light, f"M{x - 90} {y - 9} H{x - 30} L{x - 20} {y + 170} H{x - 90}Z"),
            (wool.dark, f"M{x + 130} {y + 60} H{x + 200} V{y + 170} H{x + 110}Z"),
        )
        + joined(line(f"M{x - 50 + i * 20} {y + 4} v40", wool.dark, 5) for i in range(6))
        + line(f"M{x + 128} {y + 88} Q{x + 112} {y + 120} {x + 122} {y + 156}", wool.dark, 7)
    )


def peg(x: float, y: float, wood: Tones) -> str:
    """Draw a clothes peg that sits on a line at y."""
    return (
        rect(x - 15, y - 34, 30, 104, wood.base, 8)
        + rect(x - 15, y - 34, 12, 104, wood.light, 6)
        + line(f"M{x} {y + 24} v44", wood.dark, 5)
        + line(f"M{x - 17} {y - 2} h34", "#8E979C", 9)
    )
