"""Trousers and shorts, seen from the front or from behind, around x = 500."""

from dataclasses import dataclass

from shop.demo.drawing.canvas import circle, line, mirrored, path, rect, two
from shop.demo.drawing.palette import Tones
from shop.demo.drawing.parts.labels import patch
from shop.demo.drawing.parts.panel import Edge, across, band, between, flipped, panel


@dataclass(frozen=True)
class Trousers:
    """The cut: where waist, crotch and hem are, and how wide from the middle they reach."""

    tones: Tones
    waist: float = 130
    crotch: float = 400
    hem: float = 862
    hip: float = 172
    foot: float = 186
    gap: float = 34
    knee: float = 0
    """By how much the leg is slimmer at the knee."""

    @property
    def leg(self) -> tuple[Edge, Edge]:
        """The outer and the inner edge of the left leg, from the waist to the hem."""
        middle = (self.crotch + self.hem) / 2
        return (
            [
                (500 - self.hip + 18, self.waist + 20),
                (500 - self.hip - 14, self.crotch - 40),
                (500 - (self.hip + self.foot) / 2 - 8 + self.knee, middle),
                (500 - self.foot, self.hem),
            ],
            [
                (500, self.waist + 20),
                (500, self.crotch),
                (500 - self.gap * 0.6 - self.knee * 0.6, middle),
                (500 - self.gap, self.hem),
            ],
        )

    @property
    def right_leg(self) -> tuple[Edge, Edge]:
        """The inner and the outer edge of the right leg."""
        outer, inner = self.leg
        return flipped(inner), flipped(outer)

    def legs(self, *overlays: str) -> str:
        """Draw both legs, with patterns over them."""
        tones = self.tones
        return panel(
            *self.right_leg, Tones(tones.base, tones.dark, tones.base), *overlays, shade=0.56
        ) + panel(*self.leg, tones, *overlays, lit=0.26, shade=0.82)

    def band(self, *, deep: float = 50, rise: float = 0, tones: Tones | None = None) -> str:
        """Draw the waistband; rise lifts its middle, as behind on a bicycle."""
        cloth, top = tones or self.tones, self.waist
        left, right = 500 - self.hip + 12, 500 + self.hip - 12
        return two(
            f"M{left} {top} Q500 {top - 2 * rise} {right} {top} L{right + 8} {top + deep} "
            f"Q500 {top + deep - 2 * rise + 8} {left - 8} {top + deep}Z",
            cloth.base,
            (cloth.light, f"M{left - 20} {top - 90} h110 v200 h-110Z"),
            (cloth.dark, f"M{right - 90} {top - 90} h130 v200 h-130Z"),
        )

    def loops(self) -> str:
        """Draw belt loops over the waistband."""
        loop = rect(500 - self.hip + 58, self.waist - 8, 20, 66, self.tones.dark, 5)
        near = rect(446, self.waist - 8, 20, 66, self.tones.dark, 5)
        return loop + near + mirrored(loop, near)

    def inside(self, fill: str, *, dip: float = 22) -> str:
        """Draw the far side of the waistband, seen over its near edge."""
        left, right = 500 - self.hip + 12, 500 + self.hip - 12
        top = self.waist
        return path(
            f"M{left} {top} Q500 {top - dip} {right} {top} Q500 {top + dip} {left} {top}Z", fill
        )

    def fly(self, button: str, *, deep: float = 120) -> str:
        """Draw the fly and its button."""
        top = self.waist
        return (
            line(f"M500 {top + 52} V{self.crotch - 4}", self.tones.dark, 6)
            + line(
                f"M536 {top + 52} V{top + deep} Q534 {top + deep + 40} 502 {top + deep + 60}",
                self.tones.dark,
                5,
                stroke_dasharray="11 8",
            )
            + circle(500, top + 26, 14, button)
            + circle(496, top + 22, 4, "#FFFFFF88")
        )

    def hand_pockets(self, fill: str, width: float = 7) -> str:
        """Draw the slanting openings of two pockets in front."""
        top = self.waist + 56
        x = 500 - self.hip
        slit = line(f"M{x + 74} {top} Q{x + 62} {top + 70} {x} {top + 106}", fill, width)
        return slit + mirrored(slit)

    def back_pockets(self, *, flap: bool, y: float = 0) -> str:
        """Draw two pockets behind, with a flap if they have one."""
        top = self.waist + 96 + y
        tones = self.tones
        pocket = two(
            f"M{500 - self.hip + 36} {top} h100 v84 l-50 22 l-50 -22Z",
            tones.light,
            (tones.base, f"M{500 - self.hip + 70} {top - 9} h100 v140 h-100Z"),
        )
        lid = (
            path(
                f"M{500 - self.hip + 30} {top - 8} h112 v32 l-56 16 l-56 -16Z",
                tones.dark,
            )
            + circle(500 - self.hip + 86, top + 14, 7, tones.light)
            if flap
            else ""
        )
        return pocket + lid + mirrored(pocket, lid)

    def yoke(self) -> str:
        """Draw the seams behind: the middle and the yoke."""
        top = self.waist + 52
        x = 500 - self.hip + 6
        seam = f"M{x} {top + 16} Q440 {top + 30} 500 {top + 56}"
        return line(f"M500 {top} V{self.crotch}", self.tones.dark, 6) + (
            line(seam, self.tones.dark, 5) + mirrored(line(seam, self.tones.dark, 5))
        )

    def double_knees(self, start: float = 0.5, end: float = 0.76) -> str:
        """Draw a second layer over both knees, open at its top."""
        shapes = []
        for edges, fill in ((self.leg, self.tones.light), (self.right_leg, self.tones.base)):
            a, b = between(*edges, 0.05), between(*edges, 0.95)
            shapes.append(path(band(a, b, start, end, 6), fill, opacity=0.85))
            shapes.append(line(across(a, b, start, 6), self.tones.dark, 9))
            shapes.append(
                line(across(a, b, start + 0.02, 6), self.tones.dark, 4, stroke_dasharray="10 8")
            )
            shapes.append(
                line(across(a, b, end - 0.015, 6), self.tones.dark, 4, stroke_dasharray="10 8")
            )
            shapes.append(line(across(a, b, end, 6), self.tones.dark, 5))
        return "".join(shapes)

    def hems(self, fill: str, *, at: float = 0.965, width: float = 4) -> str:
        """Draw a line of stitches along both hems."""
        return "".join(self.stitches(fill, right=right, at=at, width=width) for right in (0, 1))

    def stitches(self, fill: str, *, right: bool | int, at: float = 0.965, width: float = 4) -> str:
        """Draw a line of stitches along the hem of the leg on the left or the right."""
        edges = self.right_leg if right else self.leg
        return line(across(*edges, at, 3), fill, width, stroke_dasharray="11 8")

    def turn_ups(self, tones: Tones, pattern: str = "", *, deep: float = 0.12) -> str:
        """Draw both hems turned up, so that the inside shows."""
        return "".join(self.turn_up(tones, pattern, right=right, deep=deep) for right in (0, 1))

    def turn_up(
        self, tones: Tones, pattern: str = "", *, right: bool | int, deep: float = 0.12
    ) -> str:
        """Draw one hem turned up."""
        edges = self.right_leg if right else self.leg
        a, b = between(*edges, -0.05), between(*edges, 1.05)
        return two(
            band(a, b, 1 - deep, 1.0, 5),
            tones.base,
            pattern,
            (f"{tones.light}66", band(a, between(a, b, 0.22), 0.7, 1.0, 5)),
            (f"{tones.dark}77", band(between(a, b, 0.7), b, 0.7, 1.0, 5)),
        )


def initials(x: float, y: float) -> str:
    """Sew a leather-brown patch with two initials on a waistband."""
    return patch(x, y, "D&amp;D", ground="#E8D9B8", print_="#5D422C", width=82)
