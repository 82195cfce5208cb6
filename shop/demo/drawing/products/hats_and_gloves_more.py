"""Pile mitts, and a knitted hat in four colours."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, line, path, rect, two
from shop.demo.drawing.palette import Tones, shaded, tones
from shop.demo.drawing.parts.gloves import mitten
from shop.demo.drawing.parts.labels import half_mark, patch
from shop.demo.drawing.parts.midlayer import curls
from shop.demo.drawing.parts.surfaces import lit, stitches
from shop.demo.drawing.scene import Draw, Drawing, ground

OAT = tones("Oat")
NIGHT = Tones("#34393F", "#23272B", "#50575E")
EMBER = Tones("#E07B39", "#C5642A", "#F2995C")
PILE = Tones("#F0E5CF", "#D3C3A2", "#FBF5E6")
NAVY = tones("Navy")
SKIN = Tones("#D9A67E", "#BC8660", "#E9C09C")


def pile_mitt(*, palm: bool = False) -> str:
    """Draw a left pile mitt, 450 wide and 800 high; its palm shows the slit."""
    base, dark, light = OAT
    edge = joined(
        circle(x, 800 + (i % 2) * 10, 24, PILE.base)
        + circle(x - 6, 794 + (i % 2) * 10, 10, PILE.light)
        for i, x in enumerate(range(150, 430, 30))
    )
    slit = ""
    if palm:
        slit = (
            path(
                "M176 400 Q290 370 400 404 Q404 440 396 470 Q290 440 180 470 Q170 440 176 400Z",
                PILE.dark,
            )
            + curls(190, 400, 390, 460, OAT.dark, PILE.light, step=28)
            + path("M170 396 Q290 346 408 396 L406 416 Q290 372 174 420Z", light)
            + line("M172 408 Q290 360 406 408", dark, 6)
        )
    return "".join(
        (
            two(
                "M160 480 C100 470 80 380 40 350 C8 330 -12 360 -4 400 C8 500 80 620 170 640Z",
                base,
                (light, "M-12 400 C0 500 70 620 160 640 L160 600 C80 560 30 480 14 360Z"),
            ),
            two(
                "M140 800 V300 C140 160 200 90 285 90 C370 90 430 160 430 300 V800Z",
                base,
                (light, "M130 800 V300 C140 180 180 120 230 100 C200 200 196 300 196 800Z"),
                (dark, "M356 90 C406 140 440 200 440 300 V810 H356Z"),
            ),
            line("M200 640 Q290 666 380 640", dark, 7),
            stitches("M150 700 Q285 724 424 700", dark),
            slit,
            edge,
            ""
            if palm
            else rect(240, 250, 92, 62, "#F4EAD3", 8)
            + line("M256 296 q15 -32 30 0 q15 -32 30 0", "#8A6A3A", 7),
        )
    )


def skarholt_haar_pile_mitts() -> Drawing:
    """Oat-coloured pile mitts, curly at the cuff, one turned to show its slit."""
    return Drawing(
        "wear",
        ground(500, 862, 350, 22),
        group("translate(960 110) scale(-.9 .9) rotate(-4 284 450)", pile_mitt(palm=True)),
        group("translate(40 110) scale(.9) rotate(-4 284 450)", pile_mitt()),
    )


def skarholt_haar_pile_mitts_detail() -> Drawing:
    """Pile mitt half inside a black overmitt with an orange cuff, fingers out."""
    fingers = joined(
        line(f"M{x} 330 L{x + d} {y}", SKIN.dark, 58)
        + line(f"M{x - 4} 330 L{x + d - 4} {y}", SKIN.base, 46)
        for x, d, y in ((196, -14, 190), (258, -4, 140), (322, 4, 150), (380, 12, 206))
    )
    return Drawing(
        "wear",
        ground(420, 880, 300, 22),
        group(
            "translate(560 90) scale(.94) rotate(14 284 450)",
            mitten(
                NIGHT,
                EMBER,
                badge=patch(240, 420, "SK", ground="#F4EAD3", print_=NIGHT.dark, width=90),
            ),
        ),
        group(
            "translate(150 120) scale(.94) rotate(-6 284 450)",
            two(
                "M140 800 V420 C180 340 400 340 430 420 V800Z",
                OAT.base,
                (OAT.light, "M130 300 H210 V810 H130Z"),
                (OAT.dark, "M356 300 H440 V810 H356Z"),
            ),
            two(
                "M160 480 C100 470 80 380 40 350 C8 330 -12 360 -4 400 C8 500 80 620 170 640Z",
                OAT.base,
                (OAT.light, "M-12 400 C0 500 70 620 160 640 L160 600 C80 560 30 480 14 360Z"),
            ),
            path("M150 420 Q285 330 424 420 L420 450 Q285 380 154 450Z", PILE.dark),
            path("M170 320 Q285 270 410 320 L424 450 H150Z", SKIN.base),
            fingers,
            path("M140 440 Q285 380 430 440 L430 520 Q285 480 140 520Z", OAT.light),
            curls(160, 430, 420, 470, OAT.dark, PILE.light, step=30),
            path("M140 470 Q285 420 430 470 L430 540 Q285 500 140 540Z", OAT.base),
            line("M142 472 Q285 422 428 472", OAT.dark, 7),
            two(
                "M118 640 H452 L470 840 Q285 870 100 840Z",
                EMBER.base,
                (EMBER.dark, "M330 630 H480 V880 H330Z"),
                (EMBER.light, "M90 630 H180 V880 H90Z"),
            ),
            two(
                "M130 590 H440 L446 670 Q285 690 124 670Z",
                NIGHT.base,
                (NIGHT.light, "M110 580 H190 V700 H110Z"),
                (NIGHT.dark, "M350 580 H460 V700 H350Z"),
            ),
            stitches("M112 800 Q285 826 462 800", EMBER.light, 7),
        ),
    )


def knit_hat(hat: Tones, *, cuff: bool = True, scale: float = 1) -> str:
    """Draw a shallow knitted hat around x = 0, its foot at 0: 460 wide, 420 high."""
    base, dark, light = hat
    ribs = joined(
        line(f"M{x * 0.3:.0f} -410 Q{x * 1.04:.0f} -320 {x} -100", dark, 4)
        for x in range(-210, 220, 26)
    )
    turn = joined(line(f"M{x} -120 V0", dark, 5) for x in range(-216, 220, 24))
    shapes = [
        two(
            "M-216 -90 C-230 -280 -140 -410 0 -414 C140 -410 230 -280 216 -90Z"
            if cuff
            else "M-216 0 C-236 -260 -140 -410 0 -414 C140 -410 236 -260 216 0 Q0 26 -216 0Z",
            base,
            (light, "M-240 0 C-240 -280 -140 -410 -20 -414 C-100 -320 -140 -200 -136 20Z"),
            (dark, "M110 -380 C200 -320 240 -200 220 20 H140 C160 -180 150 -290 110 -380Z"),
            ribs
            if cuff
            else ribs
            + line("M-200 -60 V10", dark, 1)
            + joined(line(f"M{x} -110 V20", dark, 4) for x in range(-208, 220, 26)),
        )
    ]
    if cuff:
        shapes.append(
            two(
                "M-220 -124 Q0 -150 220 -124 Q236 -120 236 -100 L230 -20 Q228 -4 212 -2 "
                "Q0 20 -212 -2 Q-228 -4 -230 -20 L-236 -100 Q-236 -120 -220 -124Z",
                light,
                (base, "M-130 -160 H250 V30 H-130Z"),
                (dark, "M146 -160 H250 V30 H146Z"),
                turn,
            )
        )
    return group(f"scale({scale})", *shapes)


def halfpenny_two_ply_hat() -> Drawing:
    """Navy plain knitted hat with a single turn-up and fine ribs."""
    return Drawing(
        "wear",
        ground(500, 808, 300, 24),
        group("translate(500 800)", knit_hat(NAVY, scale=1.28)),
        rect(566, 690, 86, 60, "#F4EAD3", 6),
        half_mark(609, 737, 46, NAVY.base),
    )


def halfpenny_two_ply_hat_detail() -> Drawing:
    """Four hats on coat hooks: navy, brick, bottle green and ecru, its turn-up down."""
    hats = (
        (152, NAVY, True),
        (384, tones("Brick"), True),
        (616, tones("Bottle green"), True),
        (848, tones("Ecru"), False),
    )
    wood = shaded("#B98250")
    return Drawing(
        "wear",
        lit("M30 300 H970 V372 H30Z", wood, (30, 970), light=0.1, dark=0.1),
        line("M30 336 H970", wood.dark, 4),
        *(
            circle(x, 336, 24, "#59646A")
            + line(f"M{x} 336 q0 60 26 60 q24 0 22 -30", "#3A4248", 13)
            + ellipse(x + 10, 690, 100, 12, "#22301F", opacity=0.08)
            + group(f"translate({x} 624)", knit_hat(hat, cuff=cuff, scale=0.49))
            + line(f"M{x - 12} 424 q14 -44 30 0", "#F4EAD3", 8)
            for x, hat, cuff in hats
        ),
    )


DRAWINGS: dict[str, Draw] = {
    "skarholt-haar-pile-mitts": skarholt_haar_pile_mitts,
    "skarholt-haar-pile-mitts-detail": skarholt_haar_pile_mitts_detail,
    "halfpenny-two-ply-hat": halfpenny_two_ply_hat,
    "halfpenny-two-ply-hat-detail": halfpenny_two_ply_hat_detail,
}
