"""Thin down jackets, and gilets."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, label, line, path, rect, two
from shop.demo.drawing.palette import Tones, tones
from shop.demo.drawing.parts.dyes import HAM, SHINE
from shop.demo.drawing.parts.labels import patch
from shop.demo.drawing.parts.midlayer import Midlayer
from shop.demo.drawing.parts.panel import Edge, flipped, panel, quilted
from shop.demo.drawing.scene import Draw, Drawing, ground

GRAPHITE = tones("Graphite")
LICHEN = tones("Lichen")
NAVY = tones("Navy")
MARIGOLD = tones("Marigold")
SHIRT = Tones("#DCE4E6", "#B9C5C9", "#EEF2F3")


def _d240(down: Tones, *, sleeves: bool = True) -> Midlayer:
    return Midlayer(
        down, hem=790, half=168, slim=14, bands=15, sleeve_bands=14, bulge=3, sleeves=sleeves
    )


def quillon_d240() -> Drawing:
    """Graphite down jacket with narrow quilting and a low collar."""
    coat = _d240(GRAPHITE)
    return Drawing(
        "wear",
        ground(500, 880, 240, 20),
        group(
            "translate(-55 -66) scale(1.11)",
            coat.cloth(),
            coat.collar("#2C3236", height=58, bands=2),
            coat.cuffs("#2C3236", 9),
            coat.hand_pockets("#B7C56A", 590, 96),
            coat.front_zip("#B7C56A", 300),
            label(572, 452, 34, "D240", "#DCE3C8"),
        ),
        # a feather that has left
        path("M690 230 q26 -44 60 -50 q-8 40 -44 62Z", "#DDE1E0"),
        line("M684 246 L736 192", "#A9B1B3", 4),
    )


def _grapefruit(x: float, y: float, r: float) -> str:
    return joined(
        (
            two(
                f"M{x - r} {y} a{r} {r} 0 0 1 {2 * r} 0 a{r} {r} 0 0 1 {-2 * r} 0Z",
                "#F0A24C",
                (
                    "#F8C37E",
                    f"M{x - r} {y - r} h{r * 0.8} q{-r * 0.6} {r} {-r * 0.1} {2 * r} h{-r}Z",
                ),
                (
                    "#D98532",
                    (
                        f"M{x + r * 0.3} {y - r} H{x + r} V{y + r} H{x} "
                        f"Q{x + r} {y} {x + r * 0.3} {y - r}Z"
                    ),
                ),
            ),
            circle(x - r * 0.1, y - r * 0.86, 9, "#8A6A3A"),
            *(
                circle(x + r * dx, y + r * dy, 4, "#D98532")
                for dx, dy in ((-0.4, -0.2), (-0.1, 0.2), (-0.5, 0.3), (0.2, -0.4), (0, 0.6))
            ),
        )
    )


def quillon_d240_detail() -> Drawing:
    """Lichen, half stuffed into its pocket, beside a grapefruit."""
    base, dark, light = LICHEN
    body: tuple[Edge, Edge] = (
        [(250, 320), (206, 420), (216, 520), (270, 640)],
        [(520, 270), (600, 380), (594, 500), (540, 640)],
    )
    arm: tuple[Edge, Edge] = (
        [(490, 270), (600, 300), (660, 400), (664, 520)],
        [(470, 380), (540, 400), (578, 460), (580, 534)],
    )
    return Drawing(
        "wear",
        ground(410, 838, 270, 22),
        ground(768, 838, 110, 12),
        quilted(*arm, Tones(base, dark, base), 7, 5),
        quilted(*body, LICHEN, 9, 6),
        path("M340 282 Q400 236 470 264 L480 320 Q400 300 350 332Z", dark),
        line("M366 300 L420 560", "#E3EAC6", 6, stroke_dasharray="6 7"),
        two(
            "M236 560 Q400 640 582 556 Q650 700 612 800 Q560 850 410 848 Q250 850 206 796 "
            "Q176 690 236 560Z",
            base,
            (light, "M236 560 L300 590 Q240 700 290 850 H190 Q160 690 236 560Z"),
            (dark, "M582 556 Q650 700 612 800 L560 850 H480 Q580 720 520 580Z"),
            line("M330 606 Q320 700 340 760 M470 610 Q490 700 460 790", dark, 7),
        ),
        line("M236 562 Q400 646 582 558", dark, 20),
        line("M236 562 Q400 646 582 558", "#E3EAC6", 6, stroke_dasharray="7 7"),
        rect(566, 550, 22, 54, "#E3EAC6", 8),
        label(400, 760, 56, "D240", "#E3EAC6"),
        _grapefruit(768, 738, 100),
    )


def quillon_d165() -> Drawing:
    """Graphite down gilet with bound armholes."""
    coat = _d240(GRAPHITE, sleeves=False)
    return Drawing(
        "wear",
        ground(500, 880, 220, 20),
        group(
            "translate(-55 -66) scale(1.11)",
            coat.cloth(),
            coat.armholes("#B7C56A", 13),
            coat.collar("#2C3236", height=58, bands=2),
            line("M338 786 H662", "#2C3236", 9),
            coat.hand_pockets("#B7C56A", 590, 96),
            coat.front_zip("#B7C56A", 300),
            rect(491, 740, 18, 46, "#B7C56A", 7),
            label(576, 452, 32, "D165", "#DCE3C8"),
        ),
    )


def quillon_d165_detail() -> Drawing:
    """Worn over a pale shirt, seen from the side, unzipped from below."""
    base, dark, _ = SHIRT
    gilet: tuple[Edge, Edge] = (
        [(420, 300), (338, 360), (300, 480), (296, 620), (330, 790)],
        [(600, 300), (690, 370), (720, 480), (704, 620), (696, 790)],
    )
    shirt: tuple[Edge, Edge] = (
        [(400, 300), (330, 420), (306, 640), (290, 880)],
        [(600, 300), (690, 400), (690, 640), (690, 880)],
    )
    arm: tuple[Edge, Edge] = (
        [(490, 400), (452, 500), (452, 620), (470, 720), (440, 850)],
        [(590, 390), (616, 500), (600, 640), (574, 740), (528, 870)],
    )
    return Drawing(
        "wear",
        ground(500, 912, 240, 18),
        path(
            "M460 130 C540 120 590 170 582 240 L590 320 H430 L436 270 Q404 262 412 232 "
            "L400 216 L414 196 Q412 140 460 130Z",
            "#C8946D",
        ),
        path(
            "M452 118 C560 96 620 170 588 262 Q556 244 548 200 Q500 190 414 186 Q412 130 452 118Z",
            "#5B4636",
        ),
        panel(*shirt, SHIRT, lit=0.16, shade=0.8),
        quilted(*gilet, GRAPHITE, 15, 3, 4),
        # open from below: the shirt shows
        two("M288 640 Q330 700 372 880 H270Z", base, (dark, "M340 620 H380 V880 H352Z")),
        line("M352 342 Q302 480 304 640 Q346 720 372 800", "#B7C56A", 8, stroke_dasharray="8 7"),
        rect(296, 624, 20, 46, "#B7C56A", 7),
        panel([(432, 252), (414, 318)], [(596, 252), (608, 318)], GRAPHITE, lit=0.2, shade=0.7),
        ellipse(540, 440, 84, 108, "#2C3236"),
        panel(*arm, SHIRT, lit=0.24, shade=0.7),
        line("M496 412 Q540 340 600 404 Q636 470 610 540", "#B7C56A", 13),
        rect(430, 838, 106, 40, dark, 8, transform="rotate(8 480 850)"),
        path("M436 872 Q428 930 470 940 Q520 940 522 884Z", "#C8946D"),
        line("M636 600 l20 92", "#B7C56A", 8),
    )


def _third_gear(cloth: Tones) -> Midlayer:
    return Midlayer(cloth, hem=770, half=180, bands=10, bulge=3, sleeves=False)


def okapi_lane_third_gear() -> Drawing:
    """Navy gilet with piping across the yoke, ham-pink within, longer behind."""
    coat = _third_gear(NAVY)
    return Drawing(
        "wear",
        ground(500, 888, 230, 20),
        path("M326 740 H674 L676 812 Q500 852 324 812Z", HAM.dark),
        path("M326 790 Q500 836 674 790 L676 814 Q500 854 324 814Z", NAVY.dark),
        coat.cloth(),
        coat.armholes("#1A2D45", 14),
        coat.collar(HAM.base, height=84),
        path("M432 262 H568 L500 470Z", HAM.base),
        path("M500 262 H568 L500 470Z", HAM.dark),
        rect(474, 286, 52, 34, "#F4EAD3", 5),
        path("M426 250 L500 470 L462 420 L402 330Z", NAVY.light),
        path("M574 250 L500 470 L538 420 L598 330Z", NAVY.base),
        line("M500 468 V776", NAVY.dark, 18),
        line("M500 468 V776", SHINE, 6, stroke_dasharray="5 7"),
        rect(491, 462, 18, 46, HAM.base, 7),
        line("M368 440 Q430 470 490 474 M632 440 Q570 470 510 474", SHINE, 13),
        coat.hand_pockets(SHINE, 610, 92),
        patch(560, 520, "OK", ground="#F4EAD3", print_="#2E4A6B", width=66),
        rect(672, 730, 22, 44, SHINE, 5),
    )


def okapi_lane_third_gear_detail() -> Drawing:
    """Marigold, from behind, with the key pocket and a rear lamp."""
    base, dark, light = MARIGOLD
    coat = Midlayer(MARIGOLD, hem=780, half=180, sleeves=False)
    jersey = joined(line(f"M{x} 440 V880", "#00000010", 4) for x in range(300, 710, 14))
    return Drawing(
        "wear",
        ground(500, 916, 230, 20),
        two(
            "M322 740 H678 L684 842 Q500 898 316 842Z",
            base,
            (light, "M300 740 H384 V890 H300Z"),
            (dark, "M600 740 H700 V890 H590Z"),
            jersey,
        ),
        coat.body(jersey),
        quilted(
            [(428, 322), (362, 346), (366, 420), (358, 440)],
            flipped([(428, 322), (362, 346), (366, 420), (358, 440)]),
            MARIGOLD,
            3,
            2,
        ),
        coat.armholes(dark, 14),
        coat.nape(height=80),
        line("M362 442 Q500 482 638 442", SHINE, 15),
        line("M320 838 Q500 892 680 838", dark, 8),
        rect(560, 640, 108, 110, dark, 12),
        rect(560, 644, 100, 104, base, 12),
        line("M566 666 H654", dark, 14),
        line("M568 666 H652", SHINE, 5, stroke_dasharray="5 6"),
        rect(568, 662, 12, 36, SHINE, 5),
        # the lamp on its tab, at the left hip
        rect(338, 700, 26, 76, SHINE, 6),
        rect(324, 742, 54, 78, "#33393D", 16),
        circle(351, 780, 19, "#D8352A"),
        circle(345, 774, 7, "#F6A49C"),
        ellipse(351, 780, 44, 44, "#E8584A", opacity=0.22),
    )


DRAWINGS: dict[str, Draw] = {
    "quillon-d240": quillon_d240,
    "quillon-d240-detail": quillon_d240_detail,
    "quillon-d165": quillon_d165,
    "quillon-d165-detail": quillon_d165_detail,
    "okapi-lane-third-gear": okapi_lane_third_gear,
    "okapi-lane-third-gear-detail": okapi_lane_third_gear_detail,
}
