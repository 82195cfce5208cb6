"""Low shoes, trail shoes, rubber boots and clogs, in the frame of `footwear`."""

from dataclasses import dataclass

from shop.demo.drawing.canvas import circle, joined, line, path, rect, two
from shop.demo.drawing.palette import BRASS, CORK, RUBBER, Tones

LOW = (
    "M606 548 Q620 470 600 350 Q540 320 452 376 Q420 392 384 372 Q330 368 250 420 "
    "C180 440 80 440 42 490 Q22 520 30 550Z"
)


def low_shoe(tones: Tones, *, lace: str = "#4A2A22", sole: Tones = RUBBER) -> str:
    """Draw a plain leather shoe with five pairs of eyelets and a thin sole."""
    rungs = []
    for i in range(5):
        x, y = 264 + i * 30, 428 - i * 13
        rungs.append(line(f"M{x - 14} {y - 22} L{x + 26} {y + 10}", lace, 9))
        rungs.append(circle(x + 28, y + 12, 8, BRASS.base) + circle(x + 28, y + 12, 3, "#3A2A1E"))
    return joined(
        (
            path("M30 546 H612 L614 580 Q612 592 596 592 H460 V584 H80 Q34 580 30 546Z", sole.base),
            path("M460 566 H614 V580 Q612 592 596 592 H460Z", sole.dark),
            rect(26, 540, 590, 16, "#B9906A", 8),
            line("M36 548 H606", "#F0E0BE", 5, stroke_dasharray="8 7"),
            path("M452 376 Q530 322 600 350 Q560 392 470 396Z", "#3A2420"),
            path("M384 376 Q360 330 392 316 Q430 312 452 376Z", tones.light),
            two(
                LOW,
                tones.base,
                (
                    tones.light,
                    (
                        "M384 372 Q330 368 250 420 C180 440 80 440 42 490 L52 512 Q120 466 250 456 "
                        "Q340 440 400 382Z"
                    ),
                ),
                (tones.dark, "M600 350 Q620 470 606 548 H530 Q560 450 520 350Z"),
                (f"{tones.dark}66", "M20 520 Q300 496 620 520 V560 H20Z"),
            ),
            path(
                "M250 420 Q330 368 384 372 Q420 392 452 376 L440 430 Q360 436 300 474 "
                "Q262 470 250 420Z",
                tones.dark,
                opacity=0.6,
            ),
            line("M250 424 Q270 470 300 474 Q360 436 442 430", tones.dark, 5),
            line("M512 380 Q500 470 530 546", tones.dark, 5),
            line("M524 384 Q512 470 542 546", tones.light, 3, stroke_dasharray="7 6"),
            *rungs,
            line("M398 372 q-46 -44 -66 -18 q10 34 66 18 q34 -54 62 -32 q-4 36 -62 32", lace, 9),
            line("M452 380 Q530 330 602 356", tones.light, 12),
        )
    )


@dataclass(frozen=True)
class TrailShoe:
    """A running shoe: colour of the mesh, of the sole, of the band round the toe."""

    tones: Tones
    accent: Tones
    cord: str
    band: Tones | None = None
    open_mesh: bool = True
    loop: str | None = None

    def draw(self) -> str:
        """Draw the shoe."""
        tones = self.tones
        upper = (
            "M608 520 Q630 420 600 326 Q560 312 536 330 Q500 396 440 372 Q410 340 372 330 "
            "Q350 340 330 372 C270 430 120 430 50 486 Q24 510 34 540Z"
        )
        holes = joined(
            circle(x + (y // 18 % 2) * 11, y, 4.4, tones.dark)
            for y in range(340, 530, 18)
            for x in range(60, 600, 22)
        )
        fine = joined(line(f"M{x} 300 l-60 260", f"{tones.dark}88", 3) for x in range(60, 700, 20))
        lugs = joined(path(f"M{x} 574 h30 l-7 26 h-16Z", RUBBER.dark) for x in range(50, 600, 42))
        band = (
            path(
                "M22 548 Q10 500 66 474 Q130 452 190 480 Q250 506 330 516 L330 548Z",
                self.band.base,
            )
            + path("M190 480 Q250 506 330 516 L330 548 H220 Q220 510 190 480Z", self.band.dark)
            if self.band
            else ""
        )
        loop = self.loop or self.accent.base
        return joined(
            (
                lugs,
                line("M600 340 Q650 300 640 372 Q636 400 612 404", loop, 14),
                path("M536 330 Q560 312 600 326 Q590 366 540 384 Q480 400 440 372Z", "#2A3034"),
                two(
                    upper,
                    tones.base,
                    (
                        tones.light,
                        (
                            "M372 330 Q350 340 330 372 C270 430 120 430 50 486 L60 506 "
                            "C150 450 300 460 380 380Z"
                        ),
                    ),
                    (tones.dark, "M600 326 Q630 420 608 520 H536 Q566 420 548 330Z"),
                    holes if self.open_mesh else fine,
                    band,
                ),
                path("M372 330 Q352 286 392 276 Q430 288 444 372 L410 378Z", tones.light),
                path(
                    "M336 366 Q380 360 446 376 L430 430 Q340 420 268 458 L240 428Z",
                    self.accent.base,
                ),
                path("M400 368 L446 376 L430 430 L398 426Z", self.accent.dark),
                line("M262 430 L300 446 M296 410 L334 430 M330 386 L368 416", self.cord, 8),
                line("M300 410 L294 446 M332 388 L330 430 M366 366 L366 414", self.cord, 8),
                line("M370 372 Q366 330 390 310 M384 376 Q396 350 394 310", self.cord, 7),
                rect(374, 292, 34, 32, "#33393D", 8),
                line("M448 480 Q520 440 600 456", self.accent.base, 14),
                line("M470 512 Q530 480 606 490", self.accent.base, 9),
                line("M538 336 Q500 400 442 376", tones.dark, 12),
                two(
                    "M20 536 Q200 512 330 528 Q480 534 622 506 Q632 550 612 578 H60 Q24 "
                    "570 20 536Z",
                    "#E9E6DA",
                    ("#C9C5B4", "M10 562 Q300 548 640 556 V590 H10Z"),
                ),
                path("M18 562 Q300 572 622 560 L614 582 H60 Q26 580 18 562Z", RUBBER.base),
            )
        )


def rubber_boot(
    tones: Tones,
    *,
    top: float = 20,
    half: float = 118,
    sole: Tones = RUBBER,
    inside: str = "#2A2522",
) -> str:
    """Draw a plain rubber boot with a step on its heel; top is the height of its rim."""
    x, front = 510, 510 - half
    return joined(
        (
            path("M26 552 H606 L602 594 H470 L452 580 H70 Q32 580 26 552Z", sole.base),
            joined(path(f"M{k} 574 h24 v20 h-24Z", sole.dark) for k in range(60, 430, 44)),
            two(
                f"M{front} {top} Q{x - half * 0.4} {top + 20} {x + half - 8} {top} "
                f"L616 400 Q598 440 604 480 L626 516 Q632 540 610 552 H34 Q14 470 90 440 "
                f"C200 420 330 400 {front + 10} 330Z",
                tones.base,
                (
                    tones.light,
                    (
                        f"M{front - 9} {top} h56 L{front + 70} 350 C{front + 30} 420 240 "
                        f"440 120 466 "
                        f"Q60 480 50 520 L20 520 Q14 460 90 440 C200 420 330 400 {front + 10} 330Z"
                    ),
                ),
                (
                    tones.dark,
                    f"M{x + half - 66} {top - 9} h80 L640 560 H520 Q560 420 {x + 56} 300Z",
                ),
                (tones.dark, "M20 540 Q50 470 130 470 Q170 500 160 560 H20Z"),
                line("M150 470 Q176 500 164 548", tones.light, 5),
            ),
            path(
                f"M{front} {top} Q{x - half * 0.3} {top - 26} {x + half - 8} {top} "
                f"Q{x - half * 0.3} {top + 26} {front} {top}Z",
                inside,
            ),
            line(
                f"M{front} {top} Q{x - half * 0.3} {top + 28} {x + half - 8} {top}", tones.light, 13
            ),
            line("M604 484 L630 516", tones.light, 9),
            rect(20, 538, 600, 18, tones.dark, 9),
            line("M476 300 Q470 420 520 520", tones.dark, 5),
        )
    )


def clog(tones: Tones, *, loop: str = "#8E979C") -> str:
    """Draw a foam clog, closed at the toe and open at the heel, with a loop behind."""
    return joined(
        (
            line("M606 486 Q652 440 640 500 Q634 524 610 526", loop, 15),
            path("M330 470 Q450 430 610 470 L604 520 H330Z", tones.dark),
            two(
                "M24 560 C10 460 120 350 260 330 Q340 320 376 352 Q400 420 440 462 Q520 "
                "490 616 470 "
                "Q632 540 610 580 Q590 600 540 600 H90 Q34 600 24 560Z",
                tones.base,
                (
                    tones.light,
                    (
                        "M24 560 C10 460 120 350 260 330 Q340 320 376 352 L360 374 Q300 "
                        "350 240 376 "
                        "C150 410 70 480 70 560Z"
                    ),
                ),
                (tones.dark, "M616 470 Q632 540 610 580 L600 610 H420 Q560 580 560 480Z"),
                (f"{tones.dark}88", "M10 556 H640 V610 H10Z"),
            ),
            line("M376 352 Q400 424 444 464 Q520 492 612 474", tones.light, 11),
            line("M90 520 Q250 500 420 510", tones.dark, 6),
            joined(line(f"M{k} 586 h18", tones.dark, 8) for k in range(80, 580, 40)),
        )
    )


def footbed(x: float, y: float, width: float, length: float) -> str:
    """Draw a cork footbed from above, its heel down."""
    w = width / 2
    return two(
        f"M{x} {y} C{x + w * 1.2} {y} {x + w} {y + length * 0.4} {x + w * 0.72} {y + length * 0.6} "
        f"Q{x + w} {y + length} {x} {y + length} Q{x - w} {y + length} {x - w * 0.72} "
        f"{y + length * 0.6} C{x - w} {y + length * 0.4} {x - w * 1.2} {y} {x} {y}Z",
        CORK.base,
        (CORK.dark, f"M{x + w * 0.3} {y} h{w} v{length} h{-w}Z"),
        *(
            circle(x + dx * w, y + dy * length, 5, CORK.dark)
            for dx, dy in (
                (-0.4, 0.2),
                (0, 0.3),
                (-0.3, 0.5),
                (0.1, 0.7),
                (-0.2, 0.85),
                (0.2, 0.12),
            )
        ),
    )
