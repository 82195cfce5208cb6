"""Socks from the left, toes to the left, in a frame 640 wide whose sole lies on y = 600."""

from dataclasses import dataclass

from shop.demo.drawing.canvas import joined, line, path, rect, two
from shop.demo.drawing.palette import Tones


@dataclass(frozen=True)
class Sock:
    """A sock: colours of cloth, heel and cuff, the height of its rim, how deep its cuff is."""

    tones: Tones
    ends: Tones | None = None
    cuff: Tones | None = None
    top: float = 40
    deep: float = 96
    baggy: float = 0
    tab: bool = False
    """A raised tab at the heel instead of a ribbed cuff."""

    @property
    def outline(self) -> str:
        """The outline of the whole sock."""
        t, b = self.top, self.baggy
        rim = f"M{424 - b} {t} H{592 + b}"
        if self.tab:
            rim = f"M412 {t + 24} Q500 {t + 46} 552 {t + 6} Q570 {t - 44} 600 {t - 40}"
        return (
            f"{rim} Q{600 + b} 380 {610 + b * 0.4} 470 Q626 596 520 598 H150 Q44 598 40 524 "
            f"Q44 448 140 436 Q360 414 "
            + (f"412 {t + 24}Z" if self.tab else f"{412 - b} 318 Q{424 - b} 280 {424 - b} {t}Z")
        )

    def draw(self, *overlays: str) -> str:
        """Draw the sock with patterns over it."""
        tones, ends = self.tones, self.ends or self.tones
        t, b = self.top, self.baggy
        heel = "M640 430 L500 470 Q470 530 500 610 H640Z"
        toe = "M156 400 Q190 500 150 620 H20 V400Z"
        return two(
            self.outline,
            tones.base,
            *overlays,
            (
                f"{tones.light}88" if overlays else tones.light,
                (
                    f"M{400 - b} {t - 60} H{466 - b} Q470 300 452 350 Q380 470 140 476 Q90 480 80 "
                    f"540 L30 540 V430 Q360 414 {412 - b} 318Z"
                ),
            ),
            (
                f"{tones.dark}88" if overlays else tones.dark,
                (
                    f"M{548 + b} {t - 60} H700 V620 H20 V572 H520 Q574 560 560 460 Q544 300 "
                    f"{548 + b} 0Z"
                ),
            ),
            (ends.base, heel),
            (ends.dark, "M640 430 L580 448 Q600 560 520 572 L496 600 L500 620 H660Z"),
            (ends.base, toe),
            (ends.light, "M156 400 Q166 450 166 470 Q100 476 84 560 H20 V400Z"),
            (ends.dark, "M150 620 Q160 590 164 572 H60 V640Z"),
            "" if self.tab else self._cuff(),
        ) + (self._tab() if self.tab else "")

    def _cuff(self) -> str:
        """Draw the ribbed cuff."""
        cuff, t, b = self.cuff or self.tones, self.top, self.baggy
        left, width = 414 - b, 190 + 2 * b
        ribs = joined(
            line(f"M{left + 12 + i * 15} {t} V{t + self.deep}", cuff.dark, 5)
            for i in range(int(width / 15))
        )
        return (
            path(f"M{left} {t - 20} h{width} v{self.deep + 20} h{-width}Z", cuff.base)
            + path(f"M{left} {t - 20} h52 v{self.deep + 20} h-52Z", cuff.light)
            + path(f"M{left + width - 54} {t - 20} h60 v{self.deep + 20} h-60Z", cuff.dark)
            + ribs
            + line(f"M{left} {t + self.deep} h{width}", cuff.dark, 7)
            + rect(left, t - 4, width, 12, cuff.light)
        )

    def _tab(self) -> str:
        """Draw the rim and the tab of a short sock."""
        t = self.top
        return line(
            f"M412 {t + 24} Q500 {t + 46} 552 {t + 6} Q570 {t - 44} 600 {t - 40}",
            self.tones.dark,
            12,
        )


def loops(x: int, y: int, to_x: int, to_y: int, thread: str, *, step: int = 22) -> str:
    """Draw the loops of a terry inside over an area; it is laid over a surface."""
    return joined(
        line(
            f"M{at_x + (row % 2) * step / 2} {at_y} q{step * 0.1} {-step * 0.7} {step * 0.4} "
            f"{-step * 0.1} q{step * 0.1} {step * 0.5} {-step * 0.36} {step * 0.2}",
            thread,
            4,
        )
        for row, at_y in enumerate(range(y, to_y, step * 3 // 4))
        for at_x in range(x, to_x, step)
    )


def knit(x: int, y: int, to_x: int, to_y: int, thread: str, *, step: int = 16) -> str:
    """Draw plain stitches over an area; it is laid over a surface."""
    return joined(
        line(f"M{at_x} {at_y} l{step * 0.4} {step * 0.5} l{step * 0.4} {-step * 0.5}", thread, 3)
        for at_y in range(y, to_y, step)
        for at_x in range(x, to_x, step)
    )


def straight_sock(tones: Tones, ends: Tones, length: float = 600, half: float = 62) -> str:
    """Draw a sock pulled straight, its cuff at 0 0 and its toe above."""
    h = half
    return two(
        f"M{-h} 0 Q{-h - 10} {-length * 0.4} {-h} {-length + h} Q{-h} {-length} 0 {-length} "
        f"Q{h} {-length} {h} {-length + h} Q{h + 10} {-length * 0.4} {h} 0Z",
        tones.base,
        knit(round(-h) - 10, round(-length), round(h) + 10, 0, f"{tones.dark}77", step=20),
        (f"{tones.light}99", f"M{-h - 20} 20 V{-length} H{-h * 0.4} V20Z"),
        (f"{tones.dark}99", f"M{h * 0.45} 20 V{-length} H{h + 20} V20Z"),
        (
            ends.base,
            (
                f"M{-h - 20} {-length + 96} Q0 {-length + 130} {h + 20} {-length + 96} "
                f"V{-length - 9} "
                f"H{-h - 20}Z"
            ),
        ),
        (
            ends.light,
            f"M{-h - 20} {-length + 96} L{-h * 0.4} {-length + 110} V{-length - 9} H{-h - 20}Z",
        ),
        (
            ends.dark,
            f"M{h * 0.45} {-length + 110} L{h + 20} {-length + 96} V{-length - 9} H{h * 0.45}Z",
        ),
        (
            ends.base,
            f"M{-h - 20} {-length * 0.6} Q{h * 0.5} {-length * 0.5} {-h - 20} {-length * 0.34}Z",
        ),
    )
