"""Tops worn next to the skin: crew, zip neck, T-shirt, vest, front or back."""

from shop.demo.drawing.canvas import line, mirrored, path, rect, two
from shop.demo.drawing.palette import Tones
from shop.demo.drawing.parts.labels import CREAM

BODY = "M372 232 Q500 300 628 232 L704 268 L716 470 L724 840 Q500 868 276 840 L284 470 L296 268Z"
VEST = (
    "M392 224 Q400 330 500 338 Q600 330 608 224 L668 240 Q650 380 716 470 L724 840 "
    "Q500 868 276 840 L284 470 Q350 380 332 240Z"
)
SHORT_SLEEVE = "M300 262 C250 276 226 310 206 360 L150 500 L262 548 L310 430Z"


def _long_sleeve(tones: Tones, *, lit: bool) -> str:
    base, dark, light = tones
    edge = "M300 262 C240 280 214 330 204 400 L150 760 L178 766 L232 420 Q250 320 320 290Z"
    return two(
        "M300 262 C240 280 214 330 204 400 L150 760 L232 778 L300 480Z",
        base,
        (light if lit else dark, edge),
    ) + two(
        "M150 742 L236 760 L226 818 L142 800Z",
        light if lit else base,
        (dark, "M196 740 H240 V830 H190Z"),
    )


def _short_sleeve(tones: Tones, *, lit: bool) -> str:
    base, dark, light = tones
    edge = "M300 262 C250 276 226 310 206 360 L150 500 L186 516 L250 350 Q270 310 330 290Z"
    return two(SHORT_SLEEVE, base, (light if lit else dark, edge)) + line(
        "M160 490 L264 534", dark, 4
    )


def _crew(tones: Tones, inside: str) -> str:
    return "".join(
        (
            path("M372 232 Q500 300 628 232 Q560 214 500 214 Q440 214 372 232Z", inside),
            line("M368 236 Q500 312 632 236", tones.light, 22),
            line("M372 246 Q500 326 628 246", tones.dark, 4),
        )
    )


def _zip_neck(tones: Tones) -> str:
    base, dark, light = tones
    return "".join(
        (
            two(
                "M390 140 Q500 116 610 140 L626 250 Q500 310 374 250Z",
                base,
                (light, "M370 110 H430 L424 300 H370Z"),
                (dark, "M570 110 H640 V310 H570Z"),
            ),
            path("M390 140 Q500 116 610 140 Q500 176 390 140Z", dark),
            line("M500 158 V470", dark, 20),
            line("M500 158 V470", "#C99A3E", 7, stroke_dasharray="7 7"),
            rect(489, 236, 22, 44, "#E2B04A", 6),
        )
    )


def _nape(tones: Tones) -> str:
    return "".join(
        (
            path("M372 232 Q500 258 628 232 Q560 214 500 214 Q440 214 372 232Z", tones.dark),
            line("M368 236 Q500 268 632 236", tones.light, 20),
            line("M330 268 Q500 330 670 268", tones.dark, 5),
            rect(476, 262, 48, 30, CREAM, 5),
        )
    )


def top(
    tones: Tones,
    *,
    sleeves: str = "long",
    neck: str = "crew",
    raglan: bool = False,
    pattern: str = "",
    inside: str | None = None,
) -> str:
    """Draw a top; sleeves are long, short or none, the neck is crew, zip or back.

    The pattern is drawn over its body; inside is the colour that is seen within the neck.
    """
    base, dark, light = tones
    sleeve = {"long": _long_sleeve, "short": _short_sleeve}.get(sleeves)
    shapes = [sleeve(tones, lit=True), mirrored(sleeve(tones, lit=False))] if sleeve else []
    shapes.append(
        two(
            BODY if sleeve else VEST,
            base,
            (light, "M276 220 H372 Q330 300 346 480 L340 870 H270Z"),
            (dark, "M640 220 H740 V870 H632 Q668 560 640 220Z"),
            pattern,
        )
    )
    if raglan:
        shapes.append(line("M384 244 L286 500 M616 244 L714 500", dark, 5))
    if not sleeve:
        shapes.append(line("M394 228 Q402 334 500 344 Q598 334 606 228", light, 14))
        shapes.append(line("M332 244 Q350 380 286 468 M668 244 Q650 380 714 468", light, 10))
    elif neck == "zip":
        shapes.append(_zip_neck(tones))
    elif neck == "back":
        shapes.append(_nape(tones))
    else:
        shapes.append(_crew(tones, inside or dark))
    shapes.append(line("M278 816 Q500 844 722 816", dark, 4))
    return "".join(shapes)
