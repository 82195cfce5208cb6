"""Garden birds, of which each has its own colours."""

from typing import NamedTuple

from shop.demo.drawing.canvas import circle, group, line, path, two


class Plumage(NamedTuple):
    """The colours of a bird; a mark is drawn over its head or breast, facing right."""

    back: str
    breast: str
    wing: str
    head: str
    cheek: str
    beak: str = "#3A3F43"
    mark: str = ""


BLUE_TIT = Plumage(
    "#7E9A58",
    "#F0CF4E",
    "#4F86B8",
    "#F6F4EE",
    "#F6F4EE",
    mark=path("M22 -84 C30 -106 84 -108 92 -76 Q60 -90 22 -84Z", "#4F86B8")
    + line("M30 -58 H100", "#2B3A55", 8)
    + path("M64 -18 Q88 -10 96 -34 Q80 -22 64 -18Z", "#2B3A55"),
)
GREAT_TIT = Plumage(
    "#7A9060",
    "#F0CF4E",
    "#6F8CA3",
    "#2B3036",
    "#F6F4EE",
    mark=path("M74 -22 C70 20 50 44 26 60 L10 58 C40 34 54 0 58 -24Z", "#2B3036"),
)
SPARROW = Plumage(
    "#8A6242",
    "#D9CFBF",
    "#6B4A32",
    "#8A6242",
    "#E6DFD2",
    mark=path("M30 -88 C40 -104 76 -106 90 -82 Q60 -92 30 -88Z", "#8E979C")
    + path("M66 -30 Q88 -28 96 -40 L92 -14 Q74 -6 66 -30Z", "#33393D"),
)
ROBIN = Plumage(
    "#8A7050",
    "#F3EADB",
    "#755C40",
    "#8A7050",
    "#D9682F",
    mark=(
        path("M48 -40 C70 -50 102 -56 98 -30 C98 10 70 34 40 30 C28 10 30 -20 48 -40Z", "#D9682F")
    ),
)
GOLDFINCH = Plumage(
    "#B98A5A",
    "#F1E7D6",
    "#2B3036",
    "#2B3036",
    "#F6F4EE",
    beak="#E3CFA8",
    mark=path("M74 -96 C100 -92 106 -50 92 -28 C76 -36 72 -70 74 -96Z", "#C23B33")
    + path("M-58 20 L14 -4 L20 8 L-50 36Z", "#F2C230"),
)
BLACKBIRD = Plumage("#2F3438", "#3A4045", "#23282B", "#2F3438", "#2F3438", beak="#E8923A")


def bird(
    x: float,
    y: float,
    plumage: Plumage,
    *,
    scale: float = 1,
    angle: float = 0,
    left: bool = False,
    legs: bool = True,
) -> str:
    """Draw a bird that stands on x and y, facing right or left."""
    look = plumage
    body = two(
        "M-84 22 C-70 -44 -10 -84 50 -74 C100 -64 100 20 52 56 C10 78 -56 66 -84 22Z",
        look.back,
        (look.breast, "M110 -70 C70 -20 60 10 -60 46 L0 90 H110Z"),
        ("#00000018", "M110 10 C80 40 20 56 -60 50 L0 90 H110Z"),
    )
    return group(
        f"translate({x} {y}) scale({-scale if left else scale} {scale}) rotate({angle}) "
        "translate(0 -92)",
        line("M6 60 V90 M34 58 V90", "#6B5A48", 8) if legs else "",
        path("M-64 -2 L-178 34 L-170 62 L-60 44Z", look.wing),
        body,
        circle(60, -58, 46, look.head),
        path("M36 -50 C60 -66 90 -62 96 -46 C90 -22 58 -18 40 -28Z", look.cheek),
        path("M-104 34 C-76 -26 -20 -44 30 -16 C24 26 -40 48 -104 34Z", look.wing),
        path("M-104 34 C-60 30 -10 24 30 -16 C24 26 -40 48 -104 34Z", "#00000020"),
        look.mark,
        path("M100 -66 L136 -52 L98 -42Z", look.beak),
        circle(78, -64, 8, "#15191B"),
        circle(75, -67, 3, "#FFFFFF"),
    )


def peeping(x: float, y: float, plumage: Plumage, *, scale: float = 1) -> str:
    """Draw a bird that looks out to the right of a hole at x and y: head and breast."""
    look = plumage
    return group(
        f"translate({x} {y}) scale({scale}) translate(-50 44)",
        path("M4 40 C-10 -30 20 -60 50 -60 C90 -60 110 -10 92 30 C70 56 20 60 4 40Z", look.breast),
        circle(60, -58, 46, look.head),
        path("M36 -50 C60 -66 90 -62 96 -46 C90 -22 58 -18 40 -28Z", look.cheek),
        look.mark,
        path("M100 -66 L136 -52 L98 -42Z", look.beak),
        circle(78, -64, 8, "#15191B"),
        circle(75, -67, 3, "#FFFFFF"),
    )
