"""Tents: domes with one or more doors, guy lines, pockets, pegs."""

from collections.abc import Iterable
from dataclasses import dataclass

from shop.demo.drawing.canvas import joined, line, path, rect, two
from shop.demo.drawing.palette import Tones

CREAM = "#E8DCC0"
INSIDE = Tones("#2E3B33", "#232D27", "#3D4C42")


def rolled_door(fly: Tones, x: float, *, top: float, foot: float, tied: float = 690) -> str:
    """Draw the rolled-up cloth beside a door, held by its toggle."""
    return two(
        f"M{x - 28} {tied} C{x + 2} {tied - 10} {x + 17} {top + 10} {x + 16} {tied + 50} "
        f"L{x + 16} {foot - 9} C{x} {foot + 1} {x - 20} {foot - 1} {x - 24} {foot - 9}Z",
        fly.light,
        (fly.base, f"M{x - 2} {top} H{x + 40} V{foot + 15} H{x - 2}Z"),
    ) + line(f"M{x - 28} {tied + 48} H{x + 20}", CREAM, 7)


def doorway(x: float, half: float, *, top: float, foot: float) -> str:
    """Draw an open door: a dark arch with the groundsheet in front."""
    mid = top + (foot - top) * 0.5
    arch = (
        f"M{x - half} {foot} C{x - half + 10} {mid} {x - half * 0.5} {top + 25} {x} {top} "
        f"C{x + half * 0.5} {top + 25} {x + half - 10} {mid} {x + half} {foot}"
    )
    return two(
        f"{arch}Z",
        INSIDE.base,
        (
            "#E9D9B4",
            (
                f"M{x - half} {foot + 1} C{x - half + 20} {foot - 26} {x + half - 20} {foot - 26} "
                f"{x + half} {foot + 1}Z"
            ),
        ),
        (
            INSIDE.light,
            (
                f"M{x - half} {foot} C{x - half + 10} {mid} {x - half * 0.5} {top + 25} {x} {top} "
                f"L{x - half * 0.24} {foot}Z"
            ),
        ),
    )


def guy_lines(ends: Iterable[tuple[float, float, float, float]], cord: str = CREAM) -> str:
    """Draw cords from the tent to the ground."""
    return joined(line(f"M{a} {b} L{c} {d}", cord, 5) for a, b, c, d in ends)


@dataclass(frozen=True)
class Dome:
    """A dome tent in the middle of the picture, pitched on two crossing poles."""

    fly: Tones
    width: float
    height: float
    foot: float = 802
    middle: float = 504
    trim: str = "#D98E3B"

    @property
    def top(self) -> float:
        """Return the height of the ridge."""
        return self.foot - self.height

    def cloth(self) -> str:
        """Draw the fly with its lit and its shaded side."""
        x, half, top, foot = self.middle, self.width / 2, self.top, self.foot
        knee, hip = foot - self.height * 0.56, half * 0.48
        left = f"C{x - half * 0.87} {knee} {x - hip} {top} {x} {top}"
        seam = f"C{x - half * 0.33} {top + 70} {x - half * 0.62} {top + 270} {self.seam(-1)} {foot}"
        return two(
            f"M{x - half} {foot} {left} C{x + hip} {top} {x + half * 0.87} {knee} "
            f"{x + half} {foot}Z",
            self.fly.base,
            (
                self.fly.dark,
                (
                    f"M{x} {top - 9} C{x + half * 0.36} {top + 100} {x + half * 0.6} {top + 270} "
                    f"{self.seam(1)} {foot + 9} H{x + half + 20} V{top - 9}Z"
                ),
            ),
            (self.fly.light, f"M{x} {top} {seam} V{foot + 9} H{x - half - 20} V{top}Z"),
        )

    def seam(self, side: int) -> float:
        """Return where a pole meets the ground, left (-1) or right (1)."""
        return round(self.middle + side * self.width / 2 * 0.63)

    def poles(self) -> str:
        """Draw the sleeves of the poles, the hood of the vent and the pegs."""
        x, half, top, foot = self.middle, self.width / 2, self.top, self.foot
        sleeves = "".join(
            f"M{x} {top} C{x + side * half * 0.33} {top + 70} {x + side * half * 0.62} "
            f"{top + 270} {self.seam(side)} {foot} "
            for side in (-1, 1)
        )
        vent = (
            f"M{x - 50} {top + 22} Q{x} {top - 12} {x + 50} {top + 22} L{x + 35} {top + 42} "
            f"Q{x} {top + 20} {x - 35} {top + 42}Z"
        )
        return (
            line(sleeves, self.trim, 9)
            + path(vent, self.fly.dark)
            + rect(x - half - 15, foot - 10, 30, 22, self.trim, 6)
            + rect(x + half - 15, foot - 10, 30, 22, self.trim, 6)
        )


def family_dome(fly: Tones) -> str:
    """Draw a big dome with windows, a cream porch door and a flag on its top."""
    return "".join(
        (
            line("M140 560 L25 830 M860 560 L975 830", "#F6F0E0", 5),
            two(
                "M85 815 C95 560 160 300 470 285 C760 275 890 520 915 815Z",
                fly.base,
                (fly.light, "M85 815 C95 560 160 300 470 285 C330 380 280 600 275 815Z"),
                (fly.dark, "M640 270 C720 400 745 620 748 830 H930 V270Z"),
            ),
            two(
                "M315 815 C318 620 370 450 480 420 C600 445 668 620 676 815Z",
                "#F6E7C8",
                ("#E6D1A6", "M520 400 C600 445 668 620 676 830 H560 Z"),
            ),
            two(
                "M395 815 C400 690 430 590 488 565 C550 590 585 690 592 815Z",
                "#4A3A34",
                ("#5E4A41", "M395 815 C400 690 430 590 488 565 L470 815Z"),
            ),
            two(
                "M580 660 C612 650 640 680 638 730 L636 800 C616 812 590 808 588 798Z",
                "#FFF6DF",
                ("#E6D1A6", "M614 600 H660 V830 H614Z"),
            ),
            line("M584 730 H640", fly.dark, 8),
            two(
                (
                    "M148 650 C160 590 175 545 205 510 Q222 492 240 510 Q252 530 "
                    "240 560 C230 595 226 620 224 650 Q186 660 148 650Z"
                ),
                "#BFE0E8",
                ("#98C6D2", "M200 490 L270 490 L250 665 L186 665Z"),
            ),
            line("M160 588 Q198 596 234 584 M212 512 Q194 580 188 654", "#F6E7C8", 6),
            two(
                (
                    "M782 650 C780 610 772 575 758 540 Q750 512 768 500 Q788 495 "
                    "804 520 C828 560 842 600 850 650 Q818 660 782 650Z"
                ),
                "#98C6D2",
                ("#7FB2C0", "M800 490 H870 V665 H822Z"),
            ),
            line("M770 584 Q802 592 834 582 M782 512 Q812 580 818 654", "#F6E7C8", 6),
            line(
                "M470 285 C330 380 280 600 275 815 M470 285 C650 330 745 600 748 815", "#F6E7C8", 10
            ),
            line("M470 285 V240", "#F6E7C8", 8),
            path("M470 236 L560 258 L470 284Z", "#3F7F93"),
        )
    )
