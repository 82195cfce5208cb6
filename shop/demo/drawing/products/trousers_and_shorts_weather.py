"""Trousers against rain and cold."""

from shop.demo.drawing.canvas import circle, group, joined, line, mirrored, path, rect, two
from shop.demo.drawing.palette import LEATHER, SOOT, Tones, tones
from shop.demo.drawing.parts.footwear import Boot
from shop.demo.drawing.parts.labels import hill_label, patch
from shop.demo.drawing.parts.panel import Edge, across, between, panel
from shop.demo.drawing.parts.trousers import Trousers
from shop.demo.drawing.scene import Draw, Drawing, ground


def fellgarth_gale_overtrousers() -> Drawing:
    """Soot black waterproofs, one leg zipped open to the thigh."""
    cut = Trousers(SOOT, hip=176, foot=176, gap=40)
    edge = cut.leg[0]
    open_leg = two(
        "M300 470 Q268 640 236 856 Q300 880 376 866 L400 600Z",
        "#6B757B",
        ("#59646A", "M330 500 L380 870 H330Z"),
    )
    gathers = joined(
        line(f"M{x} 138 v36", "#23282B", 6) for x in (*range(360, 460, 22), *range(550, 660, 22))
    )
    return Drawing(
        "wear",
        ground(480, 880, 260, 20),
        cut.inside("#15191B"),
        panel(*cut.right_leg, Tones(SOOT.base, SOOT.dark, SOOT.base), shade=0.56),
        open_leg,
        panel(
            [(346, 150), (314, 360), (324, 470), (380, 640), (392, 862)],
            [(500, 150), (500, 400), (488, 520), (476, 640), (460, 862)],
            SOOT,
        ),
        cut.band(deep=58),
        gathers,
        line("M480 178 Q450 230 470 286 M520 178 Q548 224 532 276", "#F2D16B", 7),
        line("M346 190 Q310 330 324 470 Q378 620 392 856", "#F2D16B", 8, stroke_dasharray="8 7"),
        line("M300 476 Q268 640 238 850", "#F2D16B", 8, stroke_dasharray="8 7"),
        rect(306, 454, 22, 48, "#F2D16B", 7),
        rect(336, 200, 20, 44, "#F2D16B", 7),
        mirrored(
            line(
                f"M{edge[0][0] + 2} 190 Q{edge[1][0] + 4} 300 {edge[1][0] + 6} 400 "
                f"Q{edge[2][0]} 640 {edge[3][0] + 6} 856",
                "#F2D16B",
                8,
                stroke_dasharray="8 7",
            )
        ),
        rect(664, 204, 20, 44, "#F2D16B", 7),
        rect(672, 780, 20, 44, "#F2D16B", 7),
        path("M552 720 Q600 740 610 866 H545Z", "#5B6266"),
        path("M450 720 Q420 750 414 866 H462Z", "#5B6266"),
        rect(600, 826, 78, 26, "#15191B", 6),
        line("M500 186 V396", "#23282B", 6),
        hill_label(390, 250, "#3A4045", 76, 50),
    )


def fellgarth_gale_overtrousers_detail() -> Drawing:
    """Boot on its way through the open side zip."""
    leg: tuple[Edge, Edge] = (
        [(330, -10), (322, 300), (300, 560), (262, 800)],
        [(690, -10), (704, 300), (730, 560), (744, 800)],
    )
    return Drawing(
        "wear",
        ground(470, 808, 330, 22),
        panel(*leg, SOOT, lit=0.16, shade=0.78),
        two(
            "M470 90 Q380 420 340 800 H620 Q560 420 470 90Z",
            "#1B1F22",
            ("#59646A", "M470 90 Q380 420 340 800 H372 Q410 420 470 90Z"),
        ),
        panel(
            [(440, 330), (430, 460), (426, 620)],
            [(540, 330), (560, 460), (574, 620)],
            tones("Oat"),
        ),
        group("translate(184 430) scale(.62)", Boot(LEATHER, worn=True).draw()),
        two(
            "M470 90 Q566 420 628 806 L744 800 Q738 500 690 100Z",
            SOOT.base,
            (SOOT.dark, "M640 90 H760 V810 H690Z"),
            ("#5B6266", "M610 640 Q700 610 760 640 V820 H630Z"),
            ("#4B5257", "M690 600 H760 V820 H700Z"),
        ),
        line("M470 96 Q380 420 340 800", "#F2D16B", 12, stroke_dasharray="12 9"),
        line("M470 96 Q566 420 626 800", "#F2D16B", 12, stroke_dasharray="12 9"),
        rect(456, 60, 30, 74, "#F2D16B", 10),
        line("M618 646 Q690 622 734 640", "#23282B", 5, stroke_dasharray="12 9"),
        hill_label(590, 240, "#3A4045", 92, 60),
    )


def skarholt_leeward() -> Drawing:
    """Soot black winter trousers with thigh vents, braces buttons and hooks at the hem."""
    cut = Trousers(SOOT, hip=174, foot=156, gap=36)
    smooth = Tones("#454C51", "#343A3E", "#5A6267")
    vents = line("M398 420 L408 560", "#15191B", 17) + line(
        "M398 420 L408 560", "#C9D0D4", 5, stroke_dasharray="5 7"
    )
    pulls = rect(389, 414, 18, 38, "#D8352A", 6)
    hooks = line("M404 862 v14 q0 14 14 14 q14 0 14 -14", "#C3CBCF", 8)
    fronts = (
        path(
            "M384 240 Q372 400 384 560 Q378 720 372 850 H440 Q462 640 470 430 L480 240Z",
            smooth.base,
        ),
    )
    return Drawing(
        "wear",
        ground(500, 894, 230, 18),
        cut.inside("#6B757B"),
        cut.legs(),
        *fronts,
        mirrored(*fronts),
        mirrored(
            path("M440 240 H480 L470 430 Q462 640 440 850 H412 Q440 600 440 240Z", smooth.dark)
        ),
        cut.band(deep=56),
        cut.fly("#8E979C"),
        cut.hand_pockets("#C9D0D4", 6),
        vents,
        mirrored(vents),
        pulls,
        mirrored(pulls),
        *(circle(x, 150, 11, "#C3CBCF") for x in (372, 420, 580, 628)),
        *(circle(x, 150, 4, "#59646A") for x in (372, 420, 580, 628)),
        cut.hems("#6B757B", at=0.97),
        hooks,
        mirrored(hooks),
        patch(566, 210, "SK", ground="#F4EAD3", print_="#33393D", width=62),
    )


def skarholt_leeward_detail() -> Drawing:
    """Hem over a snowy boot: lace hook, inner cuff, fuzzy inside turned out."""
    leg: tuple[Edge, Edge] = (
        [(330, -10), (326, 200), (316, 360), (300, 500)],
        [(680, -10), (690, 200), (706, 360), (730, 480)],
    )
    fuzz = Tones("#A9B0B4", "#858E93", "#C6CCCF")
    tufts = joined(
        line(f"M{x + (y // 26 % 2) * 13} {y} q7 -14 15 0", fuzz.dark, 5)
        for y in range(390, 580, 26)
        for x in range(470, 780, 28)
    )
    flakes = ((120, 160), (220, 330), (860, 200), (800, 420), (130, 520), (900, 60), (250, 80))
    a, b = between(*leg, 0.02), between(*leg, 0.98)
    return Drawing(
        "wear",
        path("M0 760 Q200 720 420 750 Q700 780 1000 730 V1000 H0Z", "#F3F6F8"),
        group("translate(110 290) scale(.8)", Boot(LEATHER).draw()),
        panel(
            [(396, 470), (392, 540), (400, 600)],
            [(660, 470), (668, 540), (660, 596)],
            Tones("#4B5257", "#33393D", "#676E75"),
            *(line(f"M{x} 460 V620", "#23282B", 5) for x in range(406, 670, 22)),
        ),
        panel(*leg, SOOT, lit=0.18, shade=0.78),
        line(across(a, b, 0.92, 10), "#6B757B", 5, stroke_dasharray="12 9"),
        two(
            "M470 508 Q600 520 730 480 L752 400 Q640 350 520 404Z",
            fuzz.base,
            tufts,
            (f"{fuzz.dark}88", "M690 380 H770 V520 H680Z"),
        ),
        line("M470 508 Q500 450 522 402 Q640 350 752 398", "#23282B", 9),
        line("M350 496 v44 q0 30 28 30 q28 0 24 -30", "#C3CBCF", 15),
        rect(326, 470, 48, 40, "#23282B", 8),
        path("M176 690 Q250 650 330 672 Q400 640 430 690 Q300 730 176 716Z", "#F3F6F8"),
        path("M0 800 Q100 748 240 776 Q420 750 600 780 Q800 800 1000 766 V1000 H0Z", "#E2E9EE"),
        *(circle(x, y, 12, "#FFFFFF") for x, y in flakes),
    )


DRAWINGS: dict[str, Draw] = {
    "fellgarth-gale-overtrousers": fellgarth_gale_overtrousers,
    "fellgarth-gale-overtrousers-detail": fellgarth_gale_overtrousers_detail,
    "skarholt-leeward": skarholt_leeward,
    "skarholt-leeward-detail": skarholt_leeward_detail,
}
