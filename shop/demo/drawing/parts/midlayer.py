"""Fleeces, padded and down jackets and gilets, seen from the front or the back."""

from collections.abc import Sequence
from dataclasses import dataclass

from shop.demo.drawing.canvas import circle, joined, line, mirrored, path, rect, two
from shop.demo.drawing.palette import Tones
from shop.demo.drawing.parts.panel import Edge, Point, flipped, panel, quilted, ribs


@dataclass(frozen=True)
class Midlayer:
    """The cut of a jacket; bands above 0 quilt it, a bulge makes the bands stand out."""

    tones: Tones
    hem: float = 806
    half: float = 186
    slim: float = 0
    bands: int = 0
    sleeve_bands: int = 0
    bulge: float = 0
    sleeves: bool = True

    @property
    def left(self) -> Edge:
        """The left edge of the body, from the neck to the hem."""
        waist = self.half - self.slim
        if not self.sleeves:
            return [
                (428, 322),
                (362, 344),
                (366, 420),
                (500 - self.half + 8, 500),
                (500 - waist, 650),
                (500 - self.half, self.hem),
            ]
        return [
            (428, 322),
            (346, 354),
            (500 - self.half + 8, 450),
            (500 - waist, 620),
            (500 - self.half, self.hem),
        ]

    @property
    def sleeve(self) -> tuple[Edge, Edge]:
        """The outer and the inner edge of the left sleeve, from shoulder to wrist."""
        out = self.half - 186
        return (
            [(392, 334), (298 - out, 392), (242 - out, 540), (206 - out, 716)],
            [(440, 400), (356, 520), (330 - out, 620), (292 - out, 742)],
        )

    def cloth(self, *overlays: str) -> str:
        """Draw sleeves and body, with patterns over the body."""
        return (self.arms() if self.sleeves else "") + self.body(*overlays)

    def arms(self, *overlays: str) -> str:
        """Draw both sleeves."""
        outer, inner = self.sleeve
        dim = Tones(self.tones.base, self.tones.dark, self.tones.base)
        right = flipped(inner), flipped(outer)
        if not self.sleeve_bands:
            return panel(outer, inner, self.tones, *overlays, shade=0.8) + panel(
                *right, dim, *overlays, shade=0.5
            )
        return quilted(
            outer, inner, self.tones, self.sleeve_bands, self.bulge, 5, *overlays
        ) + quilted(*right, dim, self.sleeve_bands, self.bulge, 5, *overlays)

    def body(self, *overlays: str) -> str:
        """Draw the body without sleeves."""
        right = flipped(self.left)
        if self.bands:
            return quilted(self.left, right, self.tones, self.bands, self.bulge * 0.8, 9, *overlays)
        return panel(self.left, right, self.tones, *overlays, lit=0.17, shade=0.78)

    def collar(self, inside: str, *, height: float = 84, bands: int = 0) -> str:
        """Draw a stand-up collar, quilted if it has bands."""
        top = 334 - height
        left: Edge = [(426, top), (414, top + height * 0.55), (410, 336)]
        right = flipped(left)
        cloth = (
            quilted(left, right, self.tones, bands, self.bulge * 0.5, 10)
            if bands
            else panel(left, right, self.tones, lit=0.16, shade=0.78)
        )
        return (
            cloth
            + path("M410 334 Q500 372 590 334 Q500 352 410 334Z", self.tones.dark)
            + path(f"M426 {top} Q500 {top - 18} 574 {top} Q500 {top + 34} 426 {top}Z", inside)
        )

    def nape(self, *, height: float = 84, bands: int = 0) -> str:
        """Draw a stand-up collar from behind."""
        top = 334 - height
        left: Edge = [(426, top), (414, top + height * 0.55), (410, 336)]
        right = flipped(left)
        if bands:
            return quilted(left, right, self.tones, bands, self.bulge * 0.5, -6)
        return panel(left, right, self.tones, lit=0.16, shade=0.78)

    def hood(self, inside: str, trim: str = "", *, roomy: float = 0) -> str:
        """Draw a hood that is up, with its trim along the edge round the face."""
        r = roomy
        shell = (
            f"M404 346 C{372 - r} {280 - r} {372 - r} {136 - r} 500 {132 - r} "
            f"C{628 + r} {136 - r} {628 + r} {280 - r} 596 346 Q500 384 404 346Z"
        )
        face = "M440 312 C418 250 440 190 500 188 C560 190 582 250 560 312 Q500 342 440 312Z"
        return (
            two(
                shell,
                self.tones.base,
                (
                    self.tones.light,
                    (
                        f"M404 346 C{372 - r} {280 - r} {372 - r} {136 - r} 500 {132 - r} "
                        f"C{436 - r} {170 - r} 410 250 430 356Z"
                    ),
                ),
                (
                    self.tones.dark,
                    (
                        f"M500 {132 - r} C{628 + r} {136 - r} {628 + r} {280 - r} 596 346 "
                        f"L560 362 C{600 + r} 250 {574 + r / 2} {160 - r} 500 {132 - r}Z"
                    ),
                ),
            )
            + path(face, inside)
            + path("M500 188 C560 190 582 250 560 312 Q530 328 500 327Z", "#00000022")
            + (line(face, trim, 12) if trim else "")
        )

    def front_zip(self, fill: str, top: float = 300, *, pull: str | None = None) -> str:
        """Draw the zip from the chin to the hem, its slider at the top."""
        foot = self.hem + 4
        return (
            line(f"M500 {top} V{foot}", self.tones.dark, 18)
            + line(f"M500 {top} V{foot}", fill, 6, stroke_dasharray="5 7")
            + rect(491, top - 4, 18, 46, pull or fill, 7)
        )

    def hand_pockets(self, fill: str, y: float = 600, length: float = 118) -> str:
        """Draw two slanting pockets with zips and pulls."""
        slot = line(f"M394 {y} l-26 {length}", self.tones.dark, 18) + line(
            f"M394 {y} l-26 {length}", fill, 5, stroke_dasharray="5 6"
        )
        pull = rect(387, y - 4, 14, 34, fill, 6)
        return slot + mirrored(slot) + pull + mirrored(pull)

    def ribbing(self, *, deep: float = 46) -> str:
        """Draw knitted cuffs and a knitted hem."""
        outer, inner = self.sleeve
        shapes = []
        for a, b in ((outer, inner), (flipped(inner), flipped(outer))):
            cuff_a: Edge = [(a[-1][0] - 2, a[-1][1] - 6), (a[-1][0] - 8, a[-1][1] + deep)]
            cuff_b: Edge = [(b[-1][0] + 2, b[-1][1] - 6), (b[-1][0] - 2, b[-1][1] + deep)]
            shapes.append(panel(cuff_a, cuff_b, self.tones, ribs(cuff_a, cuff_b, "#00000022", 8)))
        hem_a: Edge = [(500 - self.half - 2, self.hem - 12), (500 - self.half + 12, self.hem + 44)]
        hem_b = flipped(hem_a)
        shapes.append(panel(hem_a, hem_b, self.tones, ribs(hem_a, hem_b, "#00000022", 28)))
        return joined(shapes)

    def cuffs(self, fill: str, width: float = 14) -> str:
        """Draw the binding at the wrists and the hem."""
        (ax, ay), (bx, by) = self.sleeve[0][-1], self.sleeve[1][-1]
        wrist = line(f"M{ax + 4} {ay - 6} L{bx - 4} {by - 6}", fill, width)
        hem = line(f"M{506 - self.half} {self.hem - 6} H{494 + self.half}", fill, width)
        return wrist + mirrored(wrist) + hem

    def armholes(self, fill: str, width: float = 14) -> str:
        """Draw the elastic that binds the armholes of a gilet."""
        edge = f"M362 344 Q380 430 {500 - self.half + 8} 500"
        return line(edge, fill, width) + mirrored(line(edge, fill, width))


def snaps(points: Sequence[Point], fill: str, radius: float = 9) -> str:
    """Press on a row of small snaps."""
    return joined(
        circle(x, y, radius, fill) + circle(x - 2, y - 2, radius * 0.4, "#FFFFFF88")
        for x, y in points
    )


def curls(  # noqa: PLR0917 -- an area and two threads, as for `herringbone`
    x: int, y: int, to_x: int, to_y: int, dark: str, light: str, *, step: int = 34
) -> str:
    """Tease up the curls of a pile over an area; it is laid over a surface."""
    marks = []
    for row, at_y in enumerate(range(y, to_y, step * 3 // 4)):
        for column, at_x in enumerate(range(x + (row % 2) * step // 2, to_x, step)):
            turn = (row * 7 + column * 5) % 4
            r = step * 0.26
            swirl = (
                f"q{r} {-r * 1.6} {2 * r} 0 q{r * 0.2} {r} {-r} {r * 0.9}",
                f"q{r * 1.5} {-r} {r * 1.2} {r} q{-r} {r} {-r * 1.4} {-r * 0.2}",
                f"q{-r} {-r * 1.6} {-2 * r} 0 q{-r * 0.2} {r} {r} {r * 0.9}",
                f"q{r} {r * 1.6} {2 * r} 0 q{r * 0.2} {-r} {-r} {-r * 0.9}",
            )[turn]
            marks.append(line(f"M{at_x} {at_y} {swirl}", light if turn == 1 else dark, 4))
    return joined(marks)
