"""Boots and shoes from the left, toes to the left, in a frame 640 wide that stands on y = 600."""

from dataclasses import dataclass

from shop.demo.drawing.canvas import circle, group, joined, line, path, rect, two
from shop.demo.drawing.palette import BRASS, RUBBER, Tones
from shop.demo.drawing.parts.panel import Edge, across, between, panel
from shop.demo.drawing.scene import ground

HOOKS = range(4)
"""The rows of a boot that have hooks, from above; the others have eyelets."""


def lugged_sole(tones: Tones, *, welt: str = "", lug: float = 26, heel: float = 10) -> str:
    """Draw a thick sole with lugs, a step at its heel and the stitches of a welt."""
    lugs = joined(
        path(f"M{x} 566 h34 l-5 {lug} h-24Z", tones.dark) for x in range(38, 410, 47)
    ) + joined(path(f"M{x} 566 h36 l-4 {lug + 2} h-28Z", tones.dark) for x in range(450, 610, 46))
    body = two(
        f"M16 548 Q14 528 34 526 H606 Q618 528 616 548 L612 582 H444 L424 {582 - heel} "
        f"H70 Q30 574 16 548Z",
        tones.base,
        (tones.light, "M0 520 H640 V538 H0Z"),
    )
    stitches = (
        rect(22, 520, 590, 14, tones.light, 7)
        + line("M32 527 H604", welt, 6, stroke_dasharray="9 8")
        if welt
        else ""
    )
    return lugs + body + stitches


@dataclass(frozen=True)
class Boot:
    """A laced leather boot: broad or slim in the toe, its lace and its lining."""

    tones: Tones
    broad: bool = True
    lace: str = "#5A3B25"
    tip: str | None = None
    lining: str = "#C9A77C"
    sole: Tones = RUBBER
    worn: bool = False
    """Without the opening at the top, for a boot that a leg or a gaiter stands in."""

    @property
    def upper(self) -> str:
        """The outline of the leather."""
        toe = (
            "C200 344 56 340 22 430 Q2 484 20 540"
            if self.broad
            else "C196 412 110 440 46 494 Q24 514 28 540"
        )
        return (
            "M600 540 Q622 470 598 400 Q582 320 604 74 Q510 40 404 70 "
            f"Q396 190 340 290 Q310 340 236 366 {toe}Z"
        )

    def draw(self) -> str:
        """Draw the whole boot."""
        tones = self.tones
        collar = (
            ""
            if self.worn
            else two(
                "M404 70 Q410 40 504 34 Q598 40 604 74 Q510 100 404 70Z",
                self.lining,
                ("#00000033", "M520 30 H610 V100 H540Z"),
            )
            + path("M398 72 Q372 30 404 8 Q440 -2 458 14 L464 76 Q430 84 398 72Z", tones.light)
        )
        return (
            lugged_sole(self.sole, welt="#E3CFA4")
            + collar
            + two(
                self.upper,
                tones.base,
                (
                    tones.light,
                    (
                        "M404 70 Q396 190 340 290 Q310 340 236 366 Q80 320 0 450 L40 492 "
                        "Q130 416 262 404 Q370 370 420 270 Q446 190 452 60Z"
                    ),
                ),
                (
                    tones.dark,
                    (
                        "M604 74 Q582 320 598 400 Q622 470 600 540 H520 Q560 470 540 400 "
                        "Q520 250 548 60Z"
                    ),
                ),
                (f"{tones.dark}77", "M20 500 Q300 470 610 500 V560 H10Z"),
            )
            + self._facing()
            + line("M404 72 Q510 102 604 76", tones.light, 16)
            + line("M408 84 Q510 114 602 88", tones.dark, 4, stroke_dasharray="9 7")
            + line("M590 120 Q576 320 592 400 Q612 460 598 530", tones.dark, 5)
        )

    def _facing(self) -> str:
        """Draw the strip that carries hooks and eyelets, and the lace."""
        front: Edge = [(402, 92), (390, 190), (340, 290), (290, 345), (232, 372)]
        rear: Edge = [(446, 96), (436, 210), (384, 322), (330, 384), (262, 420)]
        shapes = [panel(front, rear, self.tones, lit=0.3, shade=0.75)]
        shapes.append(line(across(rear, rear, 0), self.tones.dark, 1))
        for i in range(8):
            part = 0.04 + i * 0.128
            rung = between(front, rear, 0.62)
            outer = between(front, rear, -0.12)
            shapes.append(line(across(outer, rung, part), self.lace, 10))
        dots = between(front, rear, 0.66)
        for i in range(8):
            part = 0.04 + i * 0.128
            d = across(dots, dots, part).split()
            x, y = float(d[0][1:]), float(d[1])
            if i in HOOKS:
                shapes.append(rect(x - 5, y - 9, 24, 18, BRASS.dark, 6))
                shapes.append(rect(x - 5, y - 9, 20, 12, BRASS.light, 5))
            else:
                shapes.append(circle(x + 4, y, 9, BRASS.base) + circle(x + 4, y, 4, "#3A2A1E"))
        if not self.worn:
            shapes.append(line("M400 96 Q350 60 352 108 Q366 132 400 100", self.lace, 9))
            shapes.append(line("M400 98 Q356 130 366 178 M402 100 Q386 140 404 176", self.lace, 9))
            if self.tip:
                shapes.append(line("M364 164 l3 18 M402 166 l4 16", self.tip, 11))
        return joined(shapes)


def boot_front(tones: Tones, x: float, y: float, half: float, *, lace: str = "#5A3B25") -> str:
    """Draw a boot from the front; half of its width at the ball; it stands on y."""
    h = half
    shaft = h * 0.62 + 20
    toe = two(
        f"M{-shaft} -250 Q{-h} -220 {-h} -90 Q{-h} -34 {-h + 16} -30 H{h - 16} "
        f"Q{h} -34 {h} -90 Q{h} -220 {shaft} -250Z",
        tones.base,
        (tones.light, f"M{-h - 9} -270 H{-h * 0.45} Q{-h * 0.8} -120 {-h * 0.5} -20 H{-h - 9}Z"),
        (tones.dark, f"M{h + 9} -270 H{h * 0.4} Q{h * 0.76} -120 {h * 0.5} -20 H{h + 9}Z"),
    )
    tube = two(
        f"M{-shaft} -560 Q0 -590 {shaft} -560 L{shaft + 4} -230 Q0 -140 {-shaft - 4} -230Z",
        tones.base,
        (tones.light, f"M{-shaft - 9} -600 h{shaft * 0.5} v420 h{-shaft * 0.6}Z"),
        (tones.dark, f"M{shaft * 0.5} -600 H{shaft + 12} V-180 H{shaft * 0.5}Z"),
    )
    rungs = joined(
        line(f"M-34 {k} L34 {k + 26} M34 {k} L-34 {k + 26}", lace, 9) for k in range(-520, -220, 40)
    )
    hooks = joined(
        circle(side * 40, k, 9, BRASS.base) for k in range(-520, -200, 40) for side in (-1, 1)
    )
    return group(
        f"translate({x} {y})",
        rect(-h - 8, -46, 2 * h + 16, 46, RUBBER.base, 12),
        joined(
            rect(k - 14, -16, 28, 18, RUBBER.dark, 4)
            for k in range(round(-h + 20), round(h - 4), 42)
        ),
        rect(-h - 8, -50, 2 * h + 16, 14, RUBBER.light, 7),
        line(f"M{-h} -43 H{h}", "#E3CFA4", 5, stroke_dasharray="8 7"),
        path(f"M{-shaft} -562 Q0 -540 {shaft} -562 Q0 -600 {-shaft} -562Z", "#8F6E48"),
        path("M-44 -600 Q0 -622 44 -600 L40 -300 Q0 -240 -40 -300Z", tones.light),
        toe,
        tube,
        path("M-30 -566 H30 L36 -250 Q0 -190 -36 -250Z", tones.dark),
        rungs,
        hooks,
        line("M0 -524 q-66 -30 -74 14 q20 30 74 -14 q66 -30 74 14 q-20 30 -74 -14", lace, 9),
        line("M0 -524 q-30 40 -22 84 M0 -524 q30 40 22 84", lace, 9),
    )


def pair_of(
    one: str,
    *,
    scale: float,
    x: float,
    y: float,
    dx: float = 150,
    dy: float = -56,
    slim: float = 1,
) -> str:
    """Put a boot and, behind it and to its right, its counterpart on the ground at y."""
    wide, foot = scale * slim, y - 600 * scale
    return joined(
        (
            ground(x + dx + 330 * wide, y + dy - 2, round(310 * wide), 18, 0.12),
            group(f"translate({x + dx} {foot + dy}) scale({wide:.3f} {scale})", one),
            group(f"translate({x} {foot}) scale({wide:.3f} {scale})", one),
        )
    )


def screw(x: float, y: float, r: float = 11) -> str:
    """Draw a brass screw with its slot."""
    return (
        circle(x, y, r, BRASS.dark)
        + circle(x - r * 0.1, y - r * 0.1, r * 0.84, BRASS.base)
        + line(f"M{x - r * 0.55} {y + r * 0.3} L{x + r * 0.4} {y - r * 0.5}", "#6B4E12", r * 0.26)
    )
