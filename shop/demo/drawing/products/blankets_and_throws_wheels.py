"""Blankets for a cargo bike, a wheelchair and a pram."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, line, path, rect, two
from shop.demo.drawing.palette import OAK, Tones, tones
from shop.demo.drawing.scene import Draw, Drawing, ground

YELLOW = tones("Yellow")
NAVY = tones("Navy")
OCHRE = tones("Ochre")
SKIN = Tones("#B98560", "#966748", "#D3A27D")


def _wheel(x: float, y: float, radius: float) -> str:
    """Draw a wheel with its spokes."""
    spokes = "".join(f"M{x - radius} {y} L{x + radius} {y}" for _ in range(1))
    turned = joined(
        group(f"rotate({a} {x} {y})", line(spokes, "#9AA5AB", 4)) for a in (0, 30, 60, 90, 120, 150)
    )
    return joined(
        (
            circle(x, y, radius, "none", stroke="#2B3136", stroke_width=24),
            circle(x, y, radius - 17, "none", stroke="#98A3A9", stroke_width=8),
            turned,
            circle(x, y, 18, "#59646A"),
        )
    )


def _duck(x: float, y: float, scale: float = 1) -> str:
    """Print a duck on fleece."""
    return group(
        f"translate({x} {y}) scale({scale})",
        path(
            "M-34 6 C-20 30 24 30 34 4 C40 -12 22 -14 14 -10 C18 -34 -10 -36 -12 -16 "
            "C-12 -4 -20 0 -34 6Z",
            "#F6F4EE",
        ),
        path("M18 -26 l18 6 l-16 8Z", "#E8823A"),
        circle(6, -24, 3.5, "#27343B"),
    )


def okapi_lane_school_run_blanket() -> Drawing:
    """Yellow waterproof blanket over the box of a cargo bike, duck fleece turned back."""
    frame = "M590 700 L760 742 M590 700 L690 420 M760 742 L690 470 L560 640"
    return Drawing(
        "home",
        ground(490, 876, 420, 22),
        _wheel(150, 760, 96),
        _wheel(800, 742, 118),
        line("M150 760 L250 690 H590", "#3A6153", 26),
        line(frame, "#3A6153", 24),
        line("M800 742 L706 500", "#3A6153", 20),
        line("M684 410 L650 330 L590 316", "#59646A", 16),
        line("M606 316 H560", "#2B3136", 24),
        path("M650 470 Q720 440 790 466 Q780 500 720 500 Q670 496 650 470Z", "#2B3136"),
        circle(600, 716, 44, "#59646A"),
        line("M600 716 L636 770 h36", "#2B3136", 12),
        two(
            "M176 440 H580 L560 720 H216Z",
            OAK.base,
            (OAK.light, "M160 430 H260 L280 730 H160Z"),
            (OAK.dark, "M500 430 H590 V730 H490Z"),
            line("M190 540 H574 M200 630 H568", OAK.dark, 6),
        ),
        two(
            "M150 420 Q180 320 380 316 Q580 318 604 420 L614 590 Q500 626 380 608 Q260 626 140 "
            "590Z",
            YELLOW.base,
            (YELLOW.light, "M130 300 H250 Q210 460 230 640 H130Z"),
            (YELLOW.dark, "M520 300 H630 V640 H530 Q560 440 520 300Z"),
            (f"{YELLOW.dark}66", "M350 320 Q380 460 360 620 h36 Q410 460 350 320Z"),
        ),
        line("M146 566 Q260 600 380 582 Q500 600 610 566", "#DDE3E6", 24),
        line("M146 566 Q260 600 380 582 Q500 600 610 566", "#FFFFFF", 8, stroke_dasharray="20 16"),
        two(
            "M404 322 Q580 310 604 420 L610 500 Q500 470 404 322Z",
            "#6FA8CF",
            ("#5A93BC", "M404 322 Q520 470 610 500 V520 Q480 480 380 330Z"),
            _duck(500, 374, 0.8),
            _duck(572, 430, 0.8),
            _duck(560, 352, 0.7),
        ),
        line("M404 322 Q500 470 610 500", "#DDE3E6", 14),
        *(
            line(f"M{x} 590 V664", "#2B3136", 14)
            + line(f"M{x} 664 q0 24 20 20 q10 -6 4 -18", "#8E979C", 9)
            for x in (200, 330, 450, 560)
        ),
        rect(250, 470, 110, 70, YELLOW.dark, 10),
        line("M258 482 H352", "#8A6A10", 6),
    )


def okapi_lane_school_run_blanket_detail() -> Drawing:
    """Navy blanket over the knees of a person in a wheelchair, straps hooked to the frame."""
    jumper = tones("Rust")
    return Drawing(
        "home",
        ground(500, 890, 340, 20),
        line("M330 250 V560 M670 250 V560", "#8E979C", 22),
        line("M300 246 H340 M660 246 H700", "#2B3136", 26),
        rect(350, 280, 300, 300, "#43515C", 20),
        *(
            ellipse(x, 660, 40, 214, "#2B3136")
            + ellipse(x, 660, 22, 186, "#98A3A9")
            + ellipse(x, 660, 13, 168, "#59646A")
            for x in (190, 810)
        ),
        circle(500, 168, 92, "#D9D5CC"),
        two(
            "M424 160 Q424 108 500 106 Q576 108 576 160 Q580 256 500 262 Q420 256 424 160Z",
            SKIN.base,
            (SKIN.dark, "M536 100 H590 V270 H520 Q560 190 536 100Z"),
        ),
        path(
            "M416 176 Q420 90 500 88 Q580 90 584 176 Q566 122 500 128 Q434 122 416 176Z", "#C6C1B6"
        ),
        rect(466, 246, 68, 50, SKIN.dark, 14),
        two(
            "M372 320 Q400 280 466 276 Q500 306 534 276 Q600 280 628 320 L640 600 H360Z",
            jumper.base,
            (jumper.light, "M350 270 H430 Q410 440 430 610 H350Z"),
            (jumper.dark, "M570 270 H650 V610 H580 Q600 440 570 270Z"),
        ),
        line("M250 520 H330 M670 520 H750", "#2B3136", 30),
        *(rect(x, 826, 90, 44, "#2B3136", 16) for x in (376, 534)),
        two(
            "M296 536 Q500 500 704 536 L744 816 Q620 850 500 838 Q380 850 256 816Z",
            NAVY.base,
            (NAVY.light, "M240 510 H372 Q340 660 350 850 H240Z"),
            (NAVY.dark, "M636 510 H760 V850 H650 Q660 660 636 510Z"),
            (f"{NAVY.dark}88", "M488 690 Q500 760 492 850 h30 Q520 760 506 690Z"),
        ),
        line("M258 796 Q380 832 500 818 Q620 832 742 796", "#DDE3E6", 22),
        line("M258 796 Q380 832 500 818 Q620 832 742 796", "#FFFFFF", 8, stroke_dasharray="18 15"),
        line("M386 340 Q300 460 330 540 Q360 590 440 610", jumper.base, 66),
        line("M380 340 Q290 460 318 540", jumper.light, 16),
        line("M614 340 Q700 460 670 540 Q640 590 560 610", jumper.dark, 66),
        path("M398 566 Q500 546 602 566 L596 700 Q500 716 404 700Z", NAVY.dark),
        line("M398 568 Q430 590 430 690 M602 568 Q570 590 570 690", "#DDE3E6", 10),
        *(
            line(f"M{x} 620 L{x + dx} 640", "#15191B", 16)
            + circle(x + dx, 640, 17, "none", stroke="#C9D0D4", stroke_width=9)
            for x, dx in ((284, -66), (716, 66))
        ),
        *(
            line(f"M{x} 750 L{x + dx} 764", "#15191B", 16)
            + circle(x + dx, 764, 17, "none", stroke="#C9D0D4", stroke_width=9)
            for x, dx in ((268, -52), (732, 52))
        ),
    )


def morrow_mill_cradle_blanket_detail() -> Drawing:
    """Ochre moss-stitch blanket laid over the edge of a pram."""
    pram = tones("Navy")
    dots = joined(
        line(
            f"M{230 + (row % 2) * 14} {y} H700", OCHRE.dark, 9, stroke_dasharray="1 27", opacity=0.7
        )
        for row, y in enumerate(range(430, 760, 18))
    )
    lit = joined(
        line(f"M{226 + (row % 2) * 14} {y - 6} H700", OCHRE.light, 8, stroke_dasharray="1 27")
        for row, y in enumerate(range(430, 760, 18))
    )
    return Drawing(
        "home",
        ground(490, 884, 340, 22),
        line("M330 690 Q480 780 640 690 M360 730 L300 790 M620 730 L680 790", "#8E979C", 18),
        _wheel(300, 790, 76),
        _wheel(690, 790, 76),
        line("M230 470 C120 440 90 360 110 300", "#8E979C", 20),
        line("M84 300 H150", "#6B4A32", 28),
        path("M560 470 Q560 190 800 200 Q880 300 850 470Z", pram.dark),
        two(
            "M520 470 Q520 160 800 196 Q640 280 850 470Z",
            pram.base,
            (pram.light, "M510 180 H620 Q570 300 580 480 H510Z"),
        ),
        line("M560 460 Q570 270 760 206 M640 462 Q640 330 790 232", pram.dark, 8),
        two(
            "M220 470 H860 Q870 640 740 700 Q540 750 340 700 Q210 640 220 470Z",
            pram.base,
            (pram.light, "M210 460 H330 Q310 600 390 740 H210Z"),
            (pram.dark, "M740 460 H880 V740 H660 Q760 620 740 460Z"),
        ),
        rect(206, 452, 664, 34, "#DDE3E6", 16),
        two(
            "M236 436 Q400 400 600 432 Q640 440 636 480 L628 706 Q540 734 440 712 Q340 740 262 "
            "700 Q226 560 236 436Z",
            OCHRE.base,
            dots,
            lit,
            (f"{OCHRE.light}66", "M220 400 H330 Q300 560 330 760 H220Z"),
            (f"{OCHRE.dark}77", "M560 400 H650 V760 H570Z"),
        ),
        rect(540, 640, 62, 46, "#F4EAD3", 6),
        line("M552 672 q10 -22 20 0 q10 -22 20 0", "#6B4A32", 5),
    )


DRAWINGS: dict[str, Draw] = {
    "okapi-lane-school-run-blanket": okapi_lane_school_run_blanket,
    "okapi-lane-school-run-blanket-detail": okapi_lane_school_run_blanket_detail,
    "morrow-mill-cradle-blanket-detail": morrow_mill_cradle_blanket_detail,
}
