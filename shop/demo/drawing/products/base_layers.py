"""Wool and other things worn next to the skin."""

from collections.abc import Iterator

from shop.demo.drawing.canvas import circle, group, joined, label, line, mirrored, path, rect, two
from shop.demo.drawing.palette import Tones, tones
from shop.demo.drawing.parts.cloth import folded
from shop.demo.drawing.parts.knit import BODY, SHORT_SLEEVE, top
from shop.demo.drawing.parts.labels import sewn_label
from shop.demo.drawing.scene import Draw, Drawing, ground

BILBERRY = tones("Bilberry")
PEAT = tones("Peat")
LOVAT = tones("Lovat green")
OAT = tones("Oat")
RUST = tones("Rust")
MIST = tones("Mist")
COAL = tones("Coal")
NET = Tones("#C9B48C", "#8A744A", "#E9DDC2")
YOKE = Tones("#EFE5CE", "#D9CBA9", "#F6EFDD")


def wave_label(x: float, y: float) -> str:
    """Sew on the mill's label with its wave."""
    return sewn_label(x, y, 64, 44)


def _ankle(x: int) -> str:
    """Draw the ribbed cuff of one leg."""
    ribs = (line(f"M{at} 780 V880", PEAT.dark, 3) for at in range(x + 8, x + 132, 14))
    return two(
        f"M{x} 790 h132 l-6 76 q-60 10 -120 0Z",
        PEAT.light,
        (PEAT.base, f"M{x + 40} 780 h120 v100 h-120Z"),
        *ribs,
    )


def _mesh_vest() -> Iterator[str]:
    """Draw a T-shirt of string net with plain shoulders."""
    net = joined(
        line(f"M{x} 200 L{x + 700} 900 M{x + 700} 200 L{x} 900", NET.light, 9)
        for x in range(-500, 800, 44)
    )
    sleeve = two(SHORT_SLEEVE, NET.base, net) + line("M152 498 L264 546", NET.light, 16)
    yield sleeve + mirrored(sleeve)
    yield two(BODY, NET.base, net, ("#8A744A44", "M640 220 H740 V870 H632 Q668 560 640 220Z"))
    yield two(
        BODY,
        "none",
        (YOKE.base, "M270 200 H730 V350 Q500 420 270 350Z"),
        (YOKE.dark, "M630 200 H730 V350 Q690 366 640 376Z"),
    )
    shoulder = "M262 250 L372 232 L320 400 L206 420 Q230 300 262 250Z"
    yield path(shoulder, YOKE.base) + mirrored(path(shoulder, YOKE.dark))
    yield path("M372 232 Q500 300 628 232 Q560 214 500 214 Q440 214 372 232Z", "#B29E78")
    yield line("M368 236 Q500 312 632 236", YOKE.light, 20)
    yield line("M280 836 Q500 862 720 836", YOKE.base, 20)
    yield rect(566, 320, 64, 40, "#33454F", 6) + label(598, 349, 26, "SK", YOKE.base)


def _striped_top() -> str:
    """Draw the child's top with its oat stripes and poppers on one shoulder."""
    bands = (
        path(f"M0 {y} Q500 {y + 26} 1000 {y} V{y + 36} Q500 {y + 62} 0 {y + 36}Z", "#E6D8BC")
        for y in range(330, 820, 84)
    )
    shade = path("M640 220 H740 V870 H632 Q668 560 640 220Z", "#1D2444", opacity=0.25)
    return (
        top(BILBERRY, pattern=joined((*bands, shade)))
        + circle(356, 262, 10, "#E6D8BC")
        + circle(326, 276, 10, "#E6D8BC")
    )


def _leggings() -> str:
    """Draw the child's leggings, around 0 0."""
    base, dark, light = BILBERRY
    return joined(
        (
            two(
                "M0 0 H230 L250 200 L226 470 H136 L118 200 H112 L94 470 H4 L-20 200Z",
                base,
                (light, "M0 0 H44 L26 200 L40 470 H0 L-20 200Z"),
                (dark, "M196 0 H260 V470 H192 L214 200Z"),
                (dark, "M112 200 L94 470 H74 L94 200Z"),
            ),
            rect(-6, -18, 242, 38, "#E6D8BC", 8),
            *(
                two(
                    f"M{x} 440 h94 l-4 64 q-43 8 -86 0Z",
                    "#E6D8BC",
                    ("#C9B993", f"M{x + 60} 430 h60 v90 h-60Z"),
                )
                for x in (2, 134)
            ),
        )
    )


def morrow_mill_reed_crew() -> Drawing:
    """Bilberry blue long-sleeved merino top with a round neck."""
    return Drawing("wear", ground(500, 884, 270, 20), top(BILBERRY), wave_label(560, 770))


def morrow_mill_reed_zip() -> Drawing:
    """Lovat green merino top with a stand-up collar and half zip."""
    return Drawing(
        "wear",
        ground(500, 884, 270, 20),
        top(LOVAT, neck="zip"),
        wave_label(560, 770),
        line("M150 800 q-30 20 -14 -30 M850 800 q30 20 14 -30", "#55643F", 9),
    )


def morrow_mill_reed_leggings() -> Drawing:
    """Peat brown merino leggings with ribbed cuffs."""
    return Drawing(
        "wear",
        ground(500, 882, 220, 18),
        two(
            ("M330 190 H670 L700 480 L660 800 H540 L512 470 H488 L460 800 H340 L300 480Z"),
            PEAT.base,
            (PEAT.light, "M330 190 H396 L366 480 L384 800 H340 L300 480Z"),
            (PEAT.dark, "M620 190 H710 V800 H610 L640 480Z"),
            (PEAT.light, "M512 470 L540 800 H566 L540 470Z"),
            (PEAT.dark, "M488 470 L460 800 H430 L458 470Z"),
        ),
        path("M500 330 L540 470 H460Z", PEAT.dark, opacity=0.6),
        rect(322, 160, 356, 58, PEAT.light, 10),
        rect(560, 160, 118, 58, PEAT.base, 10),
        line("M340 190 H660", PEAT.dark, 4, stroke_dasharray="10 8"),
        *(_ankle(x) for x in (334, 534)),
        wave_label(590, 250),
    )


def morrow_mill_sedge_tee() -> Drawing:
    """Oat-coloured merino T-shirt with a straight cut."""
    return Drawing(
        "wear",
        ground(500, 884, 240, 18),
        top(OAT, sleeves="short", inside="#B29E78"),
        wave_label(560, 770),
    )


def skarholt_undertow_mesh() -> Drawing:
    """Natural wool mesh shirt with solid shoulders."""
    return Drawing("wear", ground(500, 888, 240, 18), *_mesh_vest())


def quillon_wt_120() -> Drawing:
    """Pale grey raglan T-shirt of thin wool and lyocell."""
    return Drawing(
        "wear",
        ground(500, 884, 240, 18),
        top(MIST, sleeves="short", raglan=True, inside="#93A2A5"),
        label(626, 800, 26, "120", "#7F9093"),
        line("M330 560 q40 60 10 180 M660 600 q-30 70 -10 160", "#B5C0C2", 8),
    )


def halfpenny_thermal_vest() -> Drawing:
    """Black sleeveless thermal vest with a brushed inside."""
    return Drawing(
        "wear",
        ground(500, 884, 240, 18),
        path("M392 224 Q400 300 500 306 Q600 300 608 224 L640 236 V420 H360 V236Z", "#8A8F94"),
        *(
            circle(x, y, 5, "#A5AAAF")
            for x, y in ((430, 280), (470, 296), (530, 296), (570, 280), (500, 316))
        ),
        top(COAL, sleeves="none"),
        rect(470, 780, 60, 40, "#E6DFCF", 6),
        label(500, 811, 30, "½", "#34393F"),
    )


def morrow_mill_small_reed_set() -> Drawing:
    """Child's striped bilberry and oat top and leggings side by side."""
    return Drawing(
        "wear",
        ground(370, 800, 220, 18),
        ground(770, 846, 140, 14),
        group("translate(60 130) scale(.62 .76)", _striped_top()),
        group("translate(660 330)", _leggings()),
        rect(384, 716, 40, 28, "#F4EAD3", 5),
    )


def morrow_mill_reed_crew_detail() -> Drawing:
    """Back of the round-necked merino top in peat brown."""
    return Drawing("wear", ground(500, 884, 270, 20), top(PEAT, neck="back"))


def morrow_mill_sedge_tee_detail() -> Drawing:
    """Three folded T-shirts in oat, bilberry and rust."""
    return Drawing(
        "wear",
        ground(500, 852, 310, 24),
        folded(220, 690, 560, 150, RUST, layers=2),
        folded(230, 540, 545, 150, BILBERRY, layers=2),
        folded(222, 390, 555, 150, OAT, layers=2),
        path("M380 392 Q500 452 640 392 Q560 376 500 376 Q440 376 380 392Z", "#B29E78"),
        line("M372 396 Q500 470 648 396", "#F0E6D0", 18),
        rect(600, 470, 70, 46, "#F4EAD3", 6),
        line("M612 504 q12 -26 24 0 q12 -26 24 0", "#6B4A32", 6),
        rect(620, 620, 60, 40, "#F4EAD3", 6),
        rect(610, 770, 60, 40, "#F4EAD3", 6),
    )


DRAWINGS: dict[str, Draw] = {
    "morrow-mill-reed-crew": morrow_mill_reed_crew,
    "morrow-mill-reed-zip": morrow_mill_reed_zip,
    "morrow-mill-reed-leggings": morrow_mill_reed_leggings,
    "morrow-mill-sedge-tee": morrow_mill_sedge_tee,
    "skarholt-undertow-mesh": skarholt_undertow_mesh,
    "quillon-wt-120": quillon_wt_120,
    "halfpenny-thermal-vest": halfpenny_thermal_vest,
    "morrow-mill-small-reed-set": morrow_mill_small_reed_set,
    "morrow-mill-reed-crew-detail": morrow_mill_reed_crew_detail,
    "morrow-mill-sedge-tee-detail": morrow_mill_sedge_tee_detail,
}
