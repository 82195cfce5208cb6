"""Synthetic bag and down quilt."""

from shop.demo.drawing.canvas import INK, circle, ellipse, joined, line, path, rect, two
from shop.demo.drawing.palette import Tones, tones
from shop.demo.drawing.parts.labels import patch
from shop.demo.drawing.parts.sleeping_bag import mummy_bag
from shop.demo.drawing.parts.surfaces import lit, stitches
from shop.demo.drawing.scene import Draw, Drawing, ground

HEATHER = tones("Heather")
GREY = Tones("#C3C8CA", "#A1A8AB", "#DDE1E2")
SLATE = tones("Slate grey")
YELLOW = Tones("#F2C438", "#CF9F1E", "#F9DF86")
FOAM = Tones("#7E878C", "#666F74", "#A0A8AC")


def bead(x: float, y: float, r: float) -> str:
    """Draw a drop of water that stands on cloth."""
    return ellipse(x, y, r, r * 0.8, "#DDEEF4", opacity=0.92) + ellipse(
        x - r * 0.3, y - r * 0.3, r * 0.28, r * 0.22, "#FFFFFF"
    )


def skarholt_mizzle_3() -> Drawing:
    """Heather purple mummy bag with a pale grey lining and drops on its shell."""
    beads = (
        (370, 520, 15),
        (450, 610, 11),
        (600, 560, 16),
        (640, 690, 12),
        (380, 700, 13),
        (540, 720, 15),
        (470, 790, 11),
        (600, 450, 12),
        (420, 460, 9),
        (560, 640, 9),
    )
    return Drawing(
        "camp",
        ground(500, 850, 215, 24),
        mummy_bag(HEATHER, GREY, chambers=4),
        *(bead(*at) for at in beads),
        *(
            path(f"M{x} {y} q14 26 0 38 q-14 -12 0 -38Z", "#86AFC4")
            for x, y in ((180, 300), (250, 150), (800, 260), (760, 480), (160, 560), (860, 620))
        ),
    )


def skarholt_mizzle_3_detail() -> Drawing:
    """Zip close up: a dark stiffened strip along the teeth, a large grey puller."""
    teeth = joined(rect(486 + (i % 2) * 16, -10 + i * 26, 24, 15, "#B9C2C6", 4) for i in range(40))
    quilting = joined(
        line(f"M-20 {y} Q200 {y + 50} 380 {y} M640 {y} Q820 {y + 50} 1020 {y}", HEATHER.dark, 11)
        for y in (90, 390, 690, 990)
    )
    swell = joined(
        line(f"M10 {y} Q190 {y + 40} 350 {y} M670 {y} Q820 {y + 40} 1000 {y}", HEATHER.light, 20)
        for y in (140, 440, 740)
    )
    return Drawing(
        "camp",
        rect(0, 0, 1000, 1000, HEATHER.base),
        rect(700, 0, 300, 1000, HEATHER.dark, opacity=0.35),
        rect(0, 0, 130, 1000, HEATHER.light, opacity=0.5),
        quilting,
        swell,
        rect(380, 0, 260, 1000, "#4B3A52"),
        rect(380, 0, 70, 1000, "#5F4A68"),
        rect(580, 0, 60, 1000, "#382B3E"),
        stitches("M398 0 V1000 M622 0 V1000", HEATHER.light, 5),
        rect(474, 0, 64, 1000, "#2B2230"),
        teeth,
        two(
            "M440 330 H572 L590 470 Q590 500 560 500 H452 Q422 500 422 470Z",
            GREY.dark,
            (GREY.base, "M410 320 H520 V510 H410Z"),
            (GREY.light, "M410 320 H456 V510 H410Z"),
        ),
        rect(476, 356, 60, 70, "#59646A", 10),
        line("M506 420 V540", "#59646A", 20),
        lit(
            "M466 540 H546 Q566 544 566 570 V760 Q560 800 506 804 Q452 800 446 760 V570 "
            "Q446 544 466 540Z",
            GREY,
            (446, 566),
        ),
        ellipse(506, 740, 32, 34, "#4B3A52"),
        *(line(f"M476 {y} h60", GREY.dark, 8) for y in (596, 628, 660)),
        *(
            bead(*at)
            for at in (
                (150, 260, 24),
                (260, 560, 18),
                (820, 300, 22),
                (760, 620, 17),
                (110, 830, 16),
                (880, 860, 20),
            )
        ),
        rect(740, 130, 110, 72, "#F4EAD3", 8),
        line("M758 182 q18 -38 36 0 q18 -38 36 0", HEATHER.base, 8),
    )


def foam_mat(x: float, y: float, width: float, height: float) -> str:
    """Draw a ridged mat from above, grey below and yellow on top."""
    ridges = joined(
        line(f"M{x} {at} H{x + width}", YELLOW.dark, 5)
        + line(f"M{x} {at + 9} H{x + width}", YELLOW.light, 7)
        for at in range(int(y) + 16, int(y + height), 32)
    )
    return rect(x + 14, y + 12, width, height, FOAM.dark, 14) + two(
        f"M{x + 14} {y} H{x + width - 14} Q{x + width} {y} {x + width} {y + 14} "
        f"V{y + height - 14} Q{x + width} {y + height} {x + width - 14} {y + height} "
        f"H{x + 14} Q{x} {y + height} {x} {y + height - 14} V{y + 14} Q{x} {y} {x + 14} {y}Z",
        YELLOW.base,
        ridges,
        (FOAM.base, f"M{x + width * 0.82} {y - 9} h{width} v{height + 20} h-{width}Z"),
    )


def baffles(rows: tuple[int, ...], left: int, right: int, thread: str) -> str:
    """Sew the chambers of a quilt."""
    return joined(line(f"M{left} {y} Q500 {y + 26} {right} {y}", thread, 8) for y in rows)


def quillon_tq_5() -> Drawing:
    """Slate grey quilt over a narrow foam mat, its foot drawn into a box."""
    return Drawing(
        "camp",
        ground(505, 872, 300, 24),
        foam_mat(330, 130, 340, 730),
        two(
            "M250 300 Q262 276 300 284 Q400 320 500 316 Q600 320 700 284 Q738 276 750 300 "
            "Q778 480 716 660 Q690 770 640 820 Q500 866 360 820 Q310 770 284 660 "
            "Q222 480 250 300Z",
            SLATE.base,
            (SLATE.light, "M220 260 H330 Q310 500 370 840 H220Z"),
            (SLATE.dark, "M680 260 H790 V860 H600 Q700 560 680 260Z"),
            baffles((400, 490, 580, 670, 750), 220, 780, SLATE.dark),
        ),
        line("M258 300 Q400 334 500 330 Q600 334 742 300", SLATE.light, 14),
        line("M360 812 Q500 858 640 812", INK, 9),
        line("M494 836 q-30 40 -14 60 M506 836 q26 44 30 60", INK, 7),
        rect(484, 828, 32, 26, "#E07B39", 8),
        circle(720, 306, 12, "#E07B39"),
        patch(450, 530, "TQ5", ground="#F4EAD3", print_=SLATE.dark, width=100),
    )


def quillon_tq_5_detail() -> Drawing:
    """Underside of the quilt: grey edges, two thin orange straps, cord at the foot box."""
    inside = Tones("#4E585E", "#3C454A", "#66727A")
    return Drawing(
        "camp",
        ground(505, 892, 290, 22),
        two(
            "M210 130 Q500 170 790 130 Q812 420 740 640 Q710 800 650 860 Q500 910 350 860 "
            "Q290 800 260 640 Q188 420 210 130Z",
            inside.base,
            (inside.light, "M180 110 H330 Q330 500 380 900 H180Z"),
            (inside.dark, "M670 110 H820 V900 H620 Q680 500 670 110Z"),
            baffles((240, 340, 440, 540), 180, 820, inside.dark),
        ),
        two(
            "M206 126 L300 140 Q330 420 380 640 L300 690 L256 640 Q184 420 206 126Z",
            SLATE.light,
            (SLATE.base, "M270 100 H400 V700 H330 Q280 420 270 100Z"),
            *(line(f"M190 {y} L380 {y + 20}", SLATE.dark, 7) for y in (240, 340, 440, 540)),
        ),
        two(
            "M794 126 L700 140 Q670 420 620 640 L700 690 L744 640 Q816 420 794 126Z",
            SLATE.base,
            (SLATE.dark, "M750 100 H830 V700 H700 Q750 420 750 100Z"),
            *(line(f"M810 {y} L620 {y + 20}", SLATE.dark, 7) for y in (240, 340, 440, 540)),
        ),
        two(
            "M262 640 Q380 600 500 604 Q620 600 738 640 Q716 800 650 860 Q500 910 350 860 "
            "Q284 800 262 640Z",
            SLATE.base,
            (SLATE.light, "M250 590 H380 Q360 740 420 900 H250Z"),
            (SLATE.dark, "M640 590 H760 V900 H590 Q650 740 640 590Z"),
            baffles((720, 800), 240, 760, SLATE.dark),
        ),
        line("M266 640 Q380 604 500 608 Q620 604 734 640", INK, 8),
        *(
            line(f"M{a} {y} Q500 {y + 16} {b} {y}", "#E07B39", 16)
            + rect(470, y - 9, 60, 34, INK, 8)
            for a, b, y in ((300, 700, 290), (330, 670, 460))
        ),
        line("M500 610 q-40 60 -20 110 M500 610 q40 50 34 100", INK, 8),
        rect(484, 602, 34, 40, "#E07B39", 8),
    )


DRAWINGS: dict[str, Draw] = {
    "skarholt-mizzle-3": skarholt_mizzle_3,
    "skarholt-mizzle-3-detail": skarholt_mizzle_3_detail,
    "quillon-tq-5": quillon_tq_5,
    "quillon-tq-5-detail": quillon_tq_5_detail,
}
