"""Rain jackets and coats, hung up and seen from the front or the back."""

from dataclasses import dataclass

from shop.demo.drawing.canvas import INK, circle, joined, line, mirrored, path, rect, two
from shop.demo.drawing.palette import Tones


@dataclass(frozen=True)
class Jacket:
    """The cut of a jacket; its details are methods that are drawn after `cloth`."""

    tones: Tones
    lining: str = INK
    hem: float = 800
    hem_half: float = 190
    shoulder_half: float = 170
    reach: float = 300
    cuff: float = 700
    hood: bool = True

    def cloth(self) -> str:
        """Draw sleeves, body and, if there is one, the hood with its opening."""
        return self._sleeve(lit=True) + self._sleeve(lit=False) + self._body() + self._top()

    def _sleeve(self, *, lit: bool) -> str:
        left, arm, cuff, tones = 500 - self.shoulder_half, self.reach, self.cuff, self.tones
        outline = (
            f"M{left + 24} 352 C{left - 50} 380 {left - 90} 520 {500 - arm} {cuff - 24} "
            f"L{500 - arm + 86} {cuff + 18} C{left - 10} 620 {left + 30} 560 {left + 50} 470Z"
        )
        if lit:
            edge = (
                f"M{left + 24} 352 C{left - 50} 380 {left - 90} 520 {500 - arm} {cuff - 24} "
                f"L{500 - arm + 26} {cuff - 6} C{left - 40} 560 {left - 20} 440 {left + 60} 380Z"
            )
            return two(outline, tones.base, (tones.light, edge))
        edge = (
            f"M{left + 24} 352 C{left - 50} 380 {left - 60} 480 {left - 70} 540 L{left + 20} 520Z"
        )
        return mirrored(two(outline, tones.dark, (tones.base, edge)))

    def _body(self) -> str:
        left, right = 500 - self.shoulder_half, 500 + self.shoulder_half
        hem, half, tones = self.hem, self.hem_half, self.tones
        return two(
            f"M{left} 380 Q{left + 40} 335 420 318 H580 Q{right - 40} 335 {right} 380 "
            f"L{500 + half} {hem} Q500 {hem + 26} {500 - half} {hem}Z",
            tones.base,
            (
                tones.light,
                (
                    f"M{left} 380 Q{left + 40} 335 420 318 L450 330 C400 420 {560 - half} 600 "
                    f"{564 - half} {hem + 30} H{490 - half}Z"
                ),
            ),
            (
                tones.dark,
                (
                    f"M560 318 H{right} L{520 + half} {hem + 30} H{410 + half} "
                    f"C{440 + half} 600 {right - 70} 450 560 318Z"
                ),
            ),
        )

    def _top(self) -> str:
        tones = self.tones
        if not self.hood:
            collar = "M412 330 Q400 262 432 244 H568 Q600 262 588 330 Q500 366 412 330Z"
            return two(
                collar,
                tones.base,
                (tones.light, "M400 240 H450 L440 370 H400Z"),
                (tones.dark, "M556 240 H600 V370 H540Z"),
            ) + path("M432 244 H568 Q500 284 432 244Z", self.lining)
        return two(
            "M372 330 C350 200 420 120 500 118 C580 120 650 200 628 330 "
            "Q560 372 500 376 Q440 372 372 330Z",
            tones.base,
            (tones.light, "M372 330 C350 200 420 120 500 118 C430 150 400 240 412 352Z"),
            (tones.dark, "M500 118 C580 120 650 200 628 330 L575 360 C610 240 580 150 500 118Z"),
        ) + two(
            "M418 320 C410 230 450 180 500 178 C550 180 590 230 582 320 "
            "Q540 352 500 354 Q460 352 418 320Z",
            self.lining,
            ("#00000022", "M500 178 C550 180 590 230 582 320 Q540 352 500 354Z"),
        )

    def front_zip(self, fill: str) -> str:
        """Draw the zip from the collar to the hem."""
        return line(f"M500 356 V{self.hem + 8}", fill, 9)

    def poppers(self, fill: str, heights: tuple[int, ...], *, flap: bool = False) -> str:
        """Draw buttons or poppers down the front, on a storm flap if it has one."""
        band = rect(478, 392, 44, self.hem - 410, self.tones.dark, 8) if flap else ""
        return band + joined(circle(500, y, 11 if flap else 14, fill) for y in heights)

    def brim(self) -> str:
        """Draw a stiff brim over the opening of the hood."""
        return path(
            "M392 232 Q500 150 608 232 Q620 252 600 254 Q500 205 400 254 Q380 252 392 232Z",
            self.tones.light,
        )

    def flap_pockets(self, y: float, *, width: float = 120, height: float = 84) -> str:
        """Draw a patch pocket with a flap on either side, for a hand or a sandwich."""
        tones = self.tones
        left, right = 440 - width, 560
        return joined(
            two(
                f"M{x} {y} h{width} v{height - 14} q-{width / 2} 22 -{width} 0Z",
                flap,
                (pouch, f"M{x} {y + height * 0.42} h{width} v{height} h-{width}Z"),
            )
            for x, flap, pouch in ((left, tones.light, tones.base), (right, tones.base, tones.dark))
        )

    def slant_zips(self, y: float, fill: str, length: float = 110) -> str:
        """Draw the slanting zips of two hand or chest pockets."""
        return line(f"M400 {y} l24 {length} M600 {y} l-24 {length}", fill, 12)

    def cuffs(self, fill: str, width: float = 12) -> str:
        """Draw the tabs or bands at the wrists."""
        x, y = 500 - self.reach + 36, self.cuff - 12
        return line(f"M{x - 26} {y - 6} l68 32", fill, width) + line(
            f"M{1026 - x} {y - 6} l-68 32", fill, width
        )

    def reflectors(self) -> str:
        """Draw grey bands that shine back, along the sleeves."""
        a, b = 500 - self.shoulder_half, 500 - self.reach
        return joined(
            line(
                f"M{500 + side * (500 - a - 22)} 372 C{500 + side * (500 - a + 30)} 430 "
                f"{500 + side * (500 - b - 62)} 560 {500 + side * (500 - b - 32)} "
                f"{self.cuff - 22}",
                "#E9EEF0",
                10,
            )
            for side in (-1, 1)
        )
