"""The second views of knives and tools: shut, fanned out, at work."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, label, line, path, rect, two
from shop.demo.drawing.palette import ASH, BEECH, BLADE, WALNUT, Tones, tones
from shop.demo.drawing.parts.knife import closed_knife, hook_knife
from shop.demo.drawing.scene import Draw, Drawing, ground

GREY = Tones("#8C979E", "#69747B", "#B3BDC3")
EMBER = tones("Ember red")
STONE_FINE = Tones("#A9B2B7", "#8A959B", "#C6CDD1")
STONE_COARSE = Tones("#B9654A", "#954B33", "#CE8468")


def _coil(x: float, y: float) -> str:
    """Draw a coil of rope lying on the ground."""
    rings = (
        ellipse(x, y - i * 18, 190, 66, "none", stroke=fill, stroke_width=30)
        for i, fill in enumerate(("#B9A46F", "#D9C79A", "#B9A46F", "#D9C79A"))
    )
    wrap = (line(f"M{at} {y - 90} q14 60 0 150", "#C9B582", 30) for at in (x - 30, x + 6))
    return joined(
        (
            *rings,
            *wrap,
            line(
                f"M{x + 180} {y} C{x + 250} {y + 30} {x + 270} {y + 60} {x + 350} {y + 50}",
                "#D9C79A",
                26,
            ),
        )
    )


def thornhythe_ferry_lock_detail() -> Drawing:
    """Draw the walnut knife folded shut beside a coil of rope, its locking bar on the spine."""
    return Drawing(
        "camp",
        ground(420, 660, 300, 30),
        _coil(380, 620),
        ground(520, 868, 320, 20),
        group(
            "translate(210 800) scale(1.2)",
            closed_knife(WALNUT),
            path("M196 52 L300 44 L304 66 L204 74Z", "#59646A"),
            line("M206 58 L292 51", "#8E979E", 6),
        ),
    )


def thornhythe_hook_knife_detail() -> Drawing:
    """Draw the left-handed and the right-handed version, mirrored."""
    knife = group("translate(-90 220) rotate(-50 300 500) scale(.9)", hook_knife())
    return Drawing(
        "camp",
        ground(240, 880, 160, 14),
        ground(760, 880, 160, 14),
        group("translate(110 60)", knife),
        group("translate(890 60) scale(-1 1)", knife),
        *(
            circle(x, 900, 40, "#F4EAD3") + label(x, 916, 44, letter, "#6B4A32")
            for x, letter in ((330, "L"), (670, "R"))
        ),
    )


def _fanned(angle: float, *shapes: str) -> str:
    return group(f"translate(500 620) rotate({angle})", *shapes)


def quillon_mt_8_detail() -> Drawing:
    """Draw all eight tools fanned out of the handle."""
    steel, dark = BLADE.base, BLADE.dark
    shank = rect(-17, -300, 34, 300, steel, 6) + rect(5, -300, 12, 300, dark, 4)
    thin = rect(-12, -320, 24, 320, steel, 6) + rect(3, -320, 9, 320, dark, 4)
    return Drawing(
        "camp",
        ground(500, 872, 200, 18),
        _fanned(-84, shank, path("M-17 -300 H17 L24 -344 H-24Z", steel)),
        _fanned(-60, thin, path("M-12 -320 H12 L8 -360 H-8Z", dark)),
        _fanned(
            -37,
            rect(-26, -350, 52, 350, steel, 10),
            *(line(f"M-18 {y} l36 -14", dark, 5) for y in range(-330, -90, 18)),
        ),
        _fanned(
            -12,
            line("M-26 0 L20 -170", dark, 34),
            line("M26 0 L-16 -170", steel, 34),
            path("M-30 -180 Q-54 -300 -88 -400 Q-20 -330 14 -176Z", steel),
            path("M34 -180 Q58 -300 84 -404 Q20 -330 -6 -176Z", dark),
            circle(2, -174, 18, GREY.dark),
        ),
        _fanned(
            16,
            line("M-8 0 L-22 -330 M8 0 L22 -330", steel, 17),
            line("M-22 -330 L-6 -350 M22 -330 L6 -350", dark, 15),
        ),
        _fanned(
            40,
            shank,
            two(
                "M-44 -290 Q-50 -380 10 -380 Q60 -372 56 -320 L20 -326 Q10 -350 -10 -340 V-290Z",
                steel,
                (dark, "M10 -390 H70 V-280 H10Z"),
            ),
        ),
        _fanned(62, line("M0 0 V-280 Q0 -350 54 -342 Q88 -330 74 -290", steel, 26)),
        _fanned(
            84,
            rect(-22, -260, 44, 260, steel, 8),
            rect(4, -260, 18, 260, dark, 6),
            circle(0, -282, 34, GREY.dark),
            path("M0 -306 l20 12 v24 l-20 12 l-20 -12 v-24Z", "#3A4248"),
        ),
        two(
            "M420 560 H580 Q610 560 610 600 V830 Q610 872 570 "
            "872 H430 Q390 872 390 830 V600 Q390 560 420 560Z",
            GREY.base,
            (GREY.light, "M380 550 H440 V880 H380Z"),
            (GREY.dark, "M556 550 H620 V880 H556Z"),
        ),
        circle(500, 620, 32, GREY.dark),
        line("M482 620 H518", "#DDE4E8", 8),
        rect(480, 690, 40, 80, "#E8682F", 10),
        label(500, 840, 46, "8", "#F4EAD3"),
    )


def ember_and_tine_folding_saw_detail() -> Drawing:
    """Draw the saw folded into its handle, a lanyard through the hole, cut branches beside it."""
    ends = (
        (
            ellipse(x, y, r, r * 0.92, "#8A5F3D")
            + ellipse(x, y, r * 0.84, r * 0.77, "#E6CFA0")
            + ellipse(x, y, r * 0.5, r * 0.46, "#D9BB84")
            + ellipse(x, y, r * 0.18, r * 0.16, "#C4A06A")
        )
        for x, y, r in (
            (300, 400, 96),
            (480, 392, 110),
            (672, 402, 90),
            (390, 250, 88),
            (572, 244, 94),
        )
    )
    teeth = "M0 0 " + "l10 20 l10 -20 " * 21
    return Drawing(
        "camp",
        ground(480, 494, 330, 22),
        *ends,
        ground(520, 846, 380, 26),
        group(
            "translate(260 742) rotate(-3)",
            path(f"{teeth}Z", BLADE.dark),
            rect(-10, -26, 450, 28, BLADE.base),
        ),
        two(
            "M150 700 Q150 640 220 640 H800 Q880 640 880 700 "
            "Q880 752 800 752 H740 L250 764 Q150 764 150 700Z",
            EMBER.base,
            (EMBER.light, "M140 630 H890 V668 H140Z"),
            (EMBER.dark, "M140 728 H890 V780 H140Z"),
        ),
        *(line(f"M{x} 664 v66", "#23282B", 12, opacity=0.55) for x in range(330, 640, 52)),
        circle(812, 696, 30, "#8E979C"),
        circle(812, 696, 12, "#59646A"),
        circle(206, 700, 20, "#B9CAB4"),
        line("M206 700 C120 640 60 760 110 820 C150 860 230 850 250 880", "#3F7F93", 14),
        circle(252, 880, 16, "#2F6172"),
    )


def thornhythe_two_step_stone_detail() -> Drawing:
    """Draw a beech-handled knife drawn along the fine face of the wet stone."""
    return Drawing(
        "camp",
        ground(500, 846, 420, 28),
        two(
            "M60 700 H940 L916 826 Q912 846 886 846 H114 Q88 846 84 826Z",
            BEECH.base,
            (BEECH.light, "M50 690 H190 L210 850 H80Z"),
            (BEECH.dark, "M810 690 H950 V850 H790Z"),
        ),
        rect(40, 676, 920, 42, BEECH.light, 10),
        two(
            "M130 600 H870 V682 H130Z",
            STONE_COARSE.base,
            (STONE_COARSE.light, "M120 590 H240 V690 H120Z"),
            (STONE_COARSE.dark, "M770 590 H880 V690 H770Z"),
        ),
        two(
            "M130 500 L220 430 H780 L870 500 V610 H130Z",
            STONE_FINE.base,
            (STONE_FINE.light, "M130 500 L220 430 H780 L870 500Z"),
            (STONE_FINE.dark, "M770 500 H880 V610 H770Z"),
        ),
        ellipse(330, 468, 90, 13, "#8FC4DA", opacity=0.8),
        ellipse(650, 476, 60, 9, "#8FC4DA", opacity=0.8),
        line("M250 500 v50 M700 500 v70", "#6FA9C4", 8),
        group(
            "translate(250 462) rotate(-24)",
            two(
                "M0 -6 C120 -30 300 -56 420 -56 L430 0 C300 10 120 14 0 -6Z",
                BLADE.base,
                (BLADE.light, "M0 -6 C120 -30 300 -56 420 -56 L424 -34 C300 -34 120 -16 0 -6Z"),
                (BLADE.dark, "M0 -6 C120 4 300 0 430 -10 V20 H0Z"),
            ),
            two(
                "M416 -62 H640 Q720 -56 726 -16 Q720 26 640 30 L420 12Z",
                BEECH.base,
                (BEECH.light, "M410 -70 H740 V-36 H410Z"),
                (BEECH.dark, "M410 6 H740 V40 H410Z"),
            ),
            *(circle(x, -20, 10, "#C99A3E") for x in (470, 560, 650)),
        ),
        line("M330 330 q70 -70 150 -40 l-30 -22 M480 290 l-34 18", "#F4F8F9", 11, opacity=0.9),
    )


def _cutlery_roll(x: float, y: float, cloth: Tones) -> str:
    """Draw a canvas roll, buttoned, lying."""
    return group(
        f"translate({x} {y})",
        ground(250, 176, 270, 16),
        two(
            "M30 0 H480 Q530 0 530 85 Q530 170 480 170 H30 Q0 170 0 85 Q0 0 30 0Z",
            cloth.base,
            (cloth.light, "M-9 -9 H540 V40 H-9Z"),
            (cloth.dark, "M-9 124 H540 V180 H-9Z"),
        ),
        line("M40 62 H440", "#F4EAD3", 5, stroke_dasharray="16 11"),
        ellipse(488, 85, 40, 85, cloth.dark),
        ellipse(488, 85, 30, 68, cloth.light),
        ellipse(488, 85, 20, 48, cloth.dark),
        *(ellipse(488, at, 12, 9, BLADE.light) for at in (64, 86, 108)),
        two(
            "M210 -6 H270 V120 Q240 150 210 120Z",
            cloth.light,
            (cloth.base, "M246 -9 H280 V150 H246Z"),
        ),
        circle(240, 104, 20, ASH.base),
        circle(234, 104, 4, "#8A6A3A"),
        circle(246, 104, 4, "#8A6A3A"),
    )


def halfpenny_spork_knife_set_detail() -> Drawing:
    """Draw the roll buttoned up, in sand and in indigo, one on the other."""
    return Drawing(
        "camp",
        _cutlery_roll(210, 640, tones("Indigo")),
        _cutlery_roll(260, 450, tones("Sand")),
    )


DRAWINGS: dict[str, Draw] = {
    "thornhythe-ferry-lock-detail": thornhythe_ferry_lock_detail,
    "thornhythe-hook-knife-detail": thornhythe_hook_knife_detail,
    "quillon-mt-8-detail": quillon_mt_8_detail,
    "ember-and-tine-folding-saw-detail": ember_and_tine_folding_saw_detail,
    "thornhythe-two-step-stone-detail": thornhythe_two_step_stone_detail,
    "halfpenny-spork-knife-set-detail": halfpenny_spork_knife_set_detail,
}
