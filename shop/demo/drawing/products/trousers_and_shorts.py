"""The long Carters of Dray & Daughter."""

from shop.demo.drawing.canvas import circle, joined, line, mirrored, path, rect, two
from shop.demo.drawing.palette import Tones
from shop.demo.drawing.parts.dyes import BARK
from shop.demo.drawing.parts.hand import finger
from shop.demo.drawing.parts.panel import Edge, across, between, panel
from shop.demo.drawing.parts.trousers import Trousers, initials
from shop.demo.drawing.scene import Draw, Drawing, ground

THREAD = "#C79C63"
BRASS = "#D9AE55"
FLANNEL = Tones("#B8402F", "#8F2C20", "#D2664F")


def _check(x: int, y: int, to_x: int, to_y: int, step: int = 44) -> str:
    """Weave the red and cream check of the flannel."""
    return joined(
        (
            *(
                path(f"M{k} {y} V{to_y} h{step // 2} V{y}Z", "#F3E6CC", opacity=0.62)
                for k in range(x, to_x, step)
            ),
            *(
                path(f"M{x} {k} H{to_x} v{step // 2} H{x}Z", "#F3E6CC", opacity=0.62)
                for k in range(y, to_y, step)
            ),
        )
    )


def _long(cut: Trousers) -> tuple[str, ...]:
    """Draw what both long Carters have in front."""
    stitch = line("M322 210 Q326 330 312 420", THREAD, 4, stroke_dasharray="10 8")
    return (
        cut.inside(cut.tones.dark),
        cut.legs(),
        cut.band(),
        cut.loops(),
        cut.fly(BRASS),
        cut.hand_pockets(THREAD, 6),
        stitch,
        mirrored(stitch),
        cut.double_knees(),
        line("M470 420 L500 372 L530 420", cut.tones.dark, 5),
        # flaps of the back pockets that stand out behind, and the long pocket on the thigh
        path("M322 232 l-40 14 q-12 40 6 62 l34 -6Z", cut.tones.light),
        path("M678 232 l40 14 q12 40 -6 62 l-34 -6Z", cut.tones.dark),
        two(
            "M622 366 L700 352 L710 500 L634 508Z",
            cut.tones.base,
            (cut.tones.dark, "M672 340 H730 V520 H680Z"),
        ),
        line("M622 368 L700 354 M660 364 L670 502", THREAD, 5, stroke_dasharray="10 8"),
        rect(650, 318, 14, 62, "#D9AE55", 4),
        path("M640 374 L684 366 L686 384 L642 392Z", cut.tones.base),
    )


def dray_and_daughter_carter() -> Drawing:
    """Bark brown work trousers with double knees, standing by themselves."""
    cut = Trousers(BARK)
    return Drawing(
        "wear",
        ground(500, 872, 240, 20),
        *_long(cut),
        cut.hems(THREAD),
        initials(352, 142),
    )


def dray_and_daughter_carter_detail() -> Drawing:
    """One double knee, its top edge held open."""
    left: Edge = [(210, -10), (226, 320), (206, 700), (220, 1010)]
    right: Edge = [(790, -10), (780, 320), (800, 700), (790, 1010)]
    a, b = between(left, right, 0.06), between(left, right, 0.94)
    return Drawing(
        "wear",
        panel(left, right, BARK, lit=0.18, shade=0.8),
        line("M262 0 Q276 330 256 1000 M740 0 Q730 330 748 1000", BARK.dark, 5),
        path("M268 356 Q500 262 734 356 L720 420 Q500 480 280 420Z", "#2E2017"),
        path("M284 386 Q500 300 716 386 Q500 420 284 386Z", "#453123"),
        two(
            "M262 356 Q330 380 372 470 Q500 540 628 470 Q670 380 740 356 L756 820 Q500 "
            "850 246 820Z",
            BARK.base,
            (BARK.light, "M262 356 Q330 380 372 470 L392 484 Q360 660 372 850 H230Z"),
            (BARK.dark, "M740 356 Q670 380 640 466 Q670 640 660 850 H770Z"),
        ),
        line("M264 360 Q330 384 372 474 Q500 544 628 474 Q670 384 738 360", BARK.light, 12),
        line(
            "M272 388 Q324 410 360 490 Q500 572 640 490 Q676 410 730 388",
            THREAD,
            6,
            stroke_dasharray="16 11",
        ),
        line("M276 400 L266 800 M728 400 L738 800", THREAD, 6, stroke_dasharray="16 11"),
        line(across(a, b, 0.79, 14), THREAD, 6, stroke_dasharray="16 11"),
        line(across(a, b, 0.81, 14), THREAD, 6, stroke_dasharray="16 11"),
        *(line(f"M{x} {y} l16 -6", "#E8C37A", 10) for x, y in ((262, 366), (724, 360))),
        line("M450 640 Q500 660 560 642 M430 700 Q500 724 580 702", BARK.dark, 6),
        # two fingers that hold the edge
        finger(440, 486),
        finger(512, 496),
    )


def dray_and_daughter_carter_winter() -> Drawing:
    """Bark brown trousers, hems turned up over checked flannel."""
    cut = Trousers(BARK, hip=180, foot=196)
    return Drawing(
        "wear",
        ground(500, 880, 250, 20),
        *_long(cut),
        cut.turn_ups(FLANNEL, _check(290, 740, 720, 900), deep=0.15),
        initials(352, 142),
    )


def dray_and_daughter_carter_winter_detail() -> Drawing:
    """Unbuttoned and folded open: checked flannel within, brass button and fly."""
    base, dark, light = BARK
    check = _check(180, 120, 830, 1000, 56)
    return Drawing(
        "wear",
        two(
            "M180 1000 Q176 560 250 250 Q500 170 750 250 Q824 560 820 1000Z",
            base,
            (light, "M180 1000 Q176 560 250 250 L330 230 Q270 560 280 1000Z"),
            (dark, "M750 250 Q824 560 820 1000 H716 Q730 560 680 230Z"),
        ),
        two(
            "M262 236 Q500 160 738 236 L690 380 Q560 620 510 800 H490 Q440 620 310 380Z",
            FLANNEL.base,
            check,
            ("#00000026", "M262 236 Q500 160 738 236 L730 262 Q500 190 270 262Z"),
            ("#00000022", "M620 190 H760 L500 820 Q560 500 620 190Z"),
        ),
        # the back of the waistband, within
        two(
            "M250 180 Q500 110 750 180 L742 250 Q500 184 258 250Z",
            dark,
            (base, "M240 100 H380 V300 H240Z"),
        ),
        rect(452, 160, 96, 60, "#F4EAD3", 8),
        line("M468 182 h64 M468 200 h44", "#8A6A3A", 6),
        # the two fronts, folded outwards
        two(
            "M250 180 L180 230 Q120 330 170 470 Q330 470 490 800 Q460 560 320 380 Z",
            FLANNEL.light,
            _check(100, 170, 520, 820, 56),
            (f"{FLANNEL.dark}55", "M250 180 L320 380 Q460 560 490 800 L430 640 Q320 440 230 330Z"),
        ),
        two(
            "M750 180 L820 230 Q880 330 830 470 Q670 470 510 800 Q540 560 680 380Z",
            FLANNEL.base,
            _check(480, 170, 900, 820, 56),
            (f"{FLANNEL.dark}66", "M820 230 Q880 330 830 470 Q760 470 700 520 Q800 400 820 230Z"),
        ),
        line("M490 800 Q330 470 170 470", dark, 20),
        line("M510 800 Q670 470 830 470", dark, 20),
        line("M468 742 Q340 500 190 488", BRASS, 8, stroke_dasharray="8 8"),
        line("M532 742 Q660 500 810 488", BRASS, 8, stroke_dasharray="8 8"),
        circle(812, 300, 40, "#B98A34"),
        circle(808, 296, 34, BRASS),
        circle(798, 286, 12, "#F0D58A"),
        line("M176 300 l46 -18", dark, 16),
        line("M500 806 V1000", dark, 8),
        line("M540 790 V880 Q536 930 506 960", THREAD, 6, stroke_dasharray="16 11"),
    )


DRAWINGS: dict[str, Draw] = {
    "dray-and-daughter-carter": dray_and_daughter_carter,
    "dray-and-daughter-carter-detail": dray_and_daughter_carter_detail,
    "dray-and-daughter-carter-winter": dray_and_daughter_carter_winter,
    "dray-and-daughter-carter-winter-detail": dray_and_daughter_carter_winter_detail,
}
