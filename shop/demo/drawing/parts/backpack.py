"""Rucksacks: body, lid, pockets, straps and what hangs on them."""

from dataclasses import dataclass

from shop.demo.drawing.canvas import INK, joined, line, mirrored, path, rect, two
from shop.demo.drawing.palette import Tones, shaded


def grab_loop(y: float = 200, fill: str = INK) -> str:
    """Draw the loop that the pack hangs by; it comes before the pack."""
    return line(f"M440 {y} c0 -70 120 -70 120 0", fill, 20)


@dataclass(frozen=True)
class Pack:
    """A rucksack seen from the front, standing; draw `body` first, then what it has."""

    tones: Tones
    trim: str = "#E6A23C"
    foot: float = 865
    height: float = 670
    top_half: float = 200
    foot_half: float = 235

    @property
    def top(self) -> float:
        """Return the height of the top edge."""
        return self.foot - self.height

    def body(self) -> str:
        """Draw the sack."""
        a, b, top, foot, tones = self.top_half, self.foot_half, self.top, self.foot, self.tones
        return two(
            f"M{500 - a} {top + 135} Q{510 - a} {top + 5} 500 {top} Q{490 + a} {top + 5} "
            f"{500 + a} {top + 135} L{500 + b} {foot - 65} Q{500 + b} {foot} {435 + b} {foot} "
            f"H{565 - b} Q{500 - b} {foot} {500 - b} {foot - 65}Z",
            tones.base,
            (
                tones.light,
                (
                    f"M{500 - a} {top + 135} Q{510 - a} {top + 35} {570 - a} {top + 10} "
                    f"L{580 - b} {foot} H{490 - b} V{foot - 65}Z"
                ),
            ),
            (
                tones.dark,
                (
                    f"M{440 + a} {top + 5} Q{490 + a} {top + 45} {500 + a} {top + 135} "
                    f"L{510 + b} {foot - 65} V{foot} H{375 + b} Q{425 + b} {foot - 365} "
                    f"{440 + a} {top + 5}Z"
                ),
            ),
        )

    def front_pocket(self, y: float, height: float) -> str:
        """Draw a zipped pocket on the front."""
        tones, foot = self.tones, y + height
        return (
            two(
                f"M330 {y} Q500 {y - 30} 670 {y} L690 {foot - 30} Q690 {foot} 660 {foot} "
                f"H340 Q310 {foot} 310 {foot - 30}Z",
                tones.light,
                (tones.base, f"M500 {y - 25} Q610 {y - 20} 670 {y} L700 {foot} H560Z"),
                (
                    tones.dark,
                    f"M320 {y} Q500 {y - 30} 680 {y} L682 {y + 40} Q500 {y + 12} 318 {y + 40}Z",
                ),
            )
            + line(f"M345 {y + 28} Q500 {y + 2} 655 {y + 28}", self.trim, 8)
            + rect(642, y + 20, 16, 44, self.trim, 6)
        )

    def lid(self, *, buckles: bool = True) -> str:
        """Draw a lid that closes with two straps."""
        tones, top = self.tones, self.top
        lid = two(
            f"M285 {top + 135} Q280 {top - 5} 500 {top - 17} Q720 {top - 5} 715 {top + 135} "
            f"Q715 {top + 205} 690 {top + 225} Q500 {top + 265} 310 {top + 225} "
            f"Q285 {top + 205} 285 {top + 135}Z",
            tones.dark,
            (
                tones.base,
                (
                    f"M285 {top + 135} Q280 {top - 5} 500 "
                    f"{top - 17} Q600 {top - 10} 650 {top + 20} "
                    f"Q600 {top + 145} 560 {top + 247} Q400 {top + 245} 310 {top + 225} "
                    f"Q285 {top + 205} 285 {top + 135}Z"
                ),
            ),
            (
                tones.light,
                (
                    f"M290 {top + 135} Q285 {top + 35} 360 "
                    f"{top + 5} Q330 {top + 105} 345 {top + 233} "
                    f"L310 {top + 225} Q285 {top + 205} 290 {top + 135}Z"
                ),
            ),
        ) + line(f"M330 {top + 135} Q500 {top + 165} 670 {top + 135}", tones.dark, 7)
        return lid + (self.buckled_straps(top + 235) if buckles else "")

    def buckled_straps(self, y: float) -> str:
        """Draw two short straps with buckles below a lid."""
        return (
            line(f"M410 {y} v110 M590 {y} v110", INK, 16)
            + rect(392, y + 40, 36, 34, self.trim, 6)
            + rect(572, y + 40, 36, 34, self.trim, 6)
        )

    def arched_zip(self, y: float = 400) -> str:
        """Draw the zip of a pack without a lid, round its top."""
        a = self.top_half - 45
        return line(
            f"M{500 - a} {y} Q{500 - a} {self.top + 60} 500 {self.top + 56} "
            f"Q{500 + a} {self.top + 60} {500 + a} {y}",
            self.tones.dark,
            13,
        ) + rect(490 + a, y - 20, 18, 52, self.trim, 7)

    def side_pockets(self, y: float = 620, *, mesh: str | None = None) -> str:
        """Draw a stretch pocket on either side."""
        fill = mesh or shaded(self.tones.dark).dark
        b = self.foot_half + 40
        return "".join(
            path(
                f"M{500 - side * b} {y} q{-side * 8} -40 {side * 64} -50 v170 h{-side * 40} "
                f"q{-side * 24} 0 {-side * 24} -40Z",
                fill,
            )
            for side in (1, -1)
        )

    def hip_belt(self, y: float = 690) -> str:
        """Draw the padded wings of a hip belt, hanging to both sides."""
        tones = self.tones
        under = shaded(tones.dark).dark
        wings = (
            two(
                f"M262 {y} Q200 {y - 10} 170 {y + 30} L120 {y + 90} L140 {y + 110} "
                f"L210 {y + 80} L275 {y + 90}Z",
                tones.dark,
                (under, f"M120 {y + 90} L140 {y + 110} L210 {y + 80} L275 {y + 90} V{y + 50}Z"),
            ),
            rect(100, y + 88, 40, 30, INK, 6),
        )
        return joined(wings) + mirrored(*wings)


def shoulder_straps(tones: Tones, *, top: float = 240, foot: float = 690, trim: str = INK) -> str:
    """Draw the padded straps of a pack that is seen from behind."""
    return "".join(
        two(
            f"M{500 - side * 70} {top} C{500 - side * 150} "
            f"{top + 40} {500 - side * 160} {top + 250} "
            f"{500 - side * 120} {foot} L{500 - side * 66} {foot} C{500 - side * 96} {top + 260} "
            f"{500 - side * 84} {top + 90} {500 - side * 28} {top + 14}Z",
            tones.base,
            (
                tones.light if side > 0 else tones.dark,
                (
                    f"M{500 - side * 70} {top} C{500 - side * 150} {top + 40} {500 - side * 160} "
                    f"{top + 250} {500 - side * 120} {foot} L{500 - side * 100} {foot} "
                    f"C{500 - side * 136} {top + 250} {500 - side * 128} "
                    f"{top + 60} {500 - side * 50} {top}Z"
                ),
            ),
        )
        + line(f"M{500 - side * 92} {foot} L{500 - side * 150} {foot + 120}", trim, 15)
        + rect(500 - side * 100 - 20, foot + 16, 40, 26, trim, 6)
        for side in (1, -1)
    )
