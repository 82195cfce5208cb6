"""Winter hat with flaps."""

from shop.demo.drawing.canvas import INK, circle, line, path, rect, two
from shop.demo.drawing.palette import Tones, tones
from shop.demo.drawing.parts.labels import patch
from shop.demo.drawing.parts.midlayer import curls
from shop.demo.drawing.parts.surfaces import stitches
from shop.demo.drawing.scene import Draw, Drawing, ground

FOG = tones("Fog grey")
ROWAN = tones("Rowan red")
PILE = Tones("#F0E5CF", "#D3C3A2", "#FBF5E6")


def skarholt_gannet_flap_hat() -> Drawing:
    """Fog grey winter hat, a short brim, cream pile flaps hanging, buckle undone."""

    def flap(side: int) -> str:
        s = side
        return "".join(
            (
                two(
                    f"M{500 + s * 250} 470 C{500 + s * 300} 560 {500 + s * 290} 700 "
                    f"{500 + s * 236} 800 Q{500 + s * 200} 830 {500 + s * 170} 790 "
                    f"C{500 + s * 130} 690 {500 + s * 120} 600 {500 + s * 130} 480Z",
                    PILE.base,
                    (PILE.dark, f"M{500 + s * 130} 470 h{s * 50} v400 h-{50}Z"),
                    curls(
                        500 + min(s * 120, s * 300),
                        480,
                        500 + max(s * 120, s * 300),
                        840,
                        PILE.dark,
                        PILE.light,
                    ),
                ),
                line(
                    f"M{500 + s * 250} 480 C{500 + s * 300} 560 {500 + s * 290} 700 "
                    f"{500 + s * 236} 800",
                    FOG.base if s < 0 else FOG.dark,
                    30,
                ),
                line(f"M{500 + s * 204} 812 q{s * 10} 50 {-s * 10} 90", INK, 18),
            )
        )

    return Drawing(
        "wear",
        ground(500, 916, 300, 20),
        flap(-1),
        flap(1),
        rect(278, 892, 52, 34, INK, 8),
        path("M678 892 h48 v14 h10 v12 h-68 v-12 h10Z", INK),
        two(
            "M236 520 C220 300 340 180 500 176 C660 180 780 300 764 520 Q500 470 236 520Z",
            FOG.base,
            (FOG.light, "M200 540 C220 300 340 180 470 176 C390 260 350 380 352 540Z"),
            (FOG.dark, "M620 190 C720 250 780 340 764 540 H650 C670 400 660 280 620 190Z"),
        ),
        line("M500 178 C430 270 420 400 424 500 M500 178 C570 270 580 400 576 500", FOG.dark, 6),
        two(
            "M250 500 Q500 420 750 500 Q770 560 740 584 Q500 520 260 584 Q230 560 250 500Z",
            PILE.base,
            (PILE.dark, "M650 440 H790 V600 H630Z"),
            curls(240, 470, 760, 580, PILE.dark, PILE.light),
        ),
        two(
            "M330 560 Q500 500 670 560 Q690 620 660 640 Q500 590 340 640 Q310 620 330 560Z",
            FOG.base,
            (FOG.light, "M300 500 H400 L390 660 H300Z"),
            (FOG.dark, "M600 500 H700 V660 H610Z"),
        ),
        stitches("M346 620 Q500 570 654 620", FOG.dark),
        patch(456, 320, "SK", ground="#2F4668", print_="#E8DCC0", width=88),
    )


def skarholt_gannet_flap_hat_detail() -> Drawing:
    """In rowan red from the side, both flaps tied up on top, the mesh-lined ear hole."""
    return Drawing(
        "wear",
        ground(500, 850, 320, 22),
        two(
            "M180 720 C160 420 330 250 520 250 C720 256 830 440 812 700 Q820 780 760 800 "
            "H250 Q190 790 180 720Z",
            ROWAN.base,
            (ROWAN.light, "M150 720 C160 420 330 250 500 250 C380 340 320 520 320 820 H180Z"),
            (ROWAN.dark, "M660 270 C780 350 830 500 812 700 V820 H690 C730 600 720 400 660 270Z"),
        ),
        line("M520 252 C440 380 420 560 430 700", ROWAN.dark, 7),
        two(
            "M330 650 C320 430 410 240 520 200 Q570 190 590 230 C660 380 680 540 660 660 "
            "Q500 720 330 650Z",
            PILE.base,
            (PILE.dark, "M600 200 H700 V720 H610 C640 500 640 350 600 200Z"),
            curls(320, 210, 680, 690, PILE.dark, PILE.light),
        ),
        line(
            "M330 650 C320 430 410 240 520 200 Q570 190 590 230 C660 380 680 540 660 660",
            ROWAN.light,
            18,
        ),
        circle(490, 560, 62, ROWAN.dark),
        circle(490, 560, 48, "#3B2320"),
        *(line(f"M{x} 520 V600 M450 {x + 70} H530", "#7A5048", 4) for x in (466, 482, 498, 514)),
        line("M520 210 C470 130 420 160 430 190 C450 220 510 210 540 200", INK, 18),
        line("M540 206 C600 130 650 150 640 186 C620 220 560 214 530 204", INK, 18),
        rect(508, 184, 52, 40, INK, 8),
        two(
            "M176 690 Q490 640 816 690 Q826 790 770 806 H240 Q180 800 176 690Z",
            PILE.base,
            (PILE.light, "M150 640 H320 V820 H150Z"),
            (PILE.dark, "M690 640 H840 V820 H680Z"),
            curls(180, 680, 820, 800, PILE.dark, PILE.light),
        ),
        two(
            "M210 716 Q120 720 60 780 Q50 810 90 820 Q180 812 260 816 L280 730Z",
            ROWAN.light,
            (ROWAN.base, "M50 790 Q160 760 300 780 V840 H50Z"),
        ),
        stitches("M90 800 Q180 784 262 792", ROWAN.dark),
        patch(690, 560, "SK", ground="#2F4668", print_="#E8DCC0", width=80),
    )


DRAWINGS: dict[str, Draw] = {
    "skarholt-gannet-flap-hat": skarholt_gannet_flap_hat,
    "skarholt-gannet-flap-hat-detail": skarholt_gannet_flap_hat_detail,
}
