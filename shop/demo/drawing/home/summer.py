"""Summer: a green tent in a meadow, a kettle on its fire, a hammock between two trees."""

from shop.demo.drawing.canvas import circle, ellipse, joined, line, path, rect
from shop.demo.drawing.products.camp_furniture_hung import linnhagen_midsummer_hammock
from shop.demo.drawing.products.camp_furniture_wood import ferrywell_bollard_stool
from shop.demo.drawing.products.camp_kitchen_pots import ember_and_tine_billy_kettle
from shop.demo.drawing.products.tents import fellgarth_cairn_2
from shop.demo.drawing.wide import DrawWide, Wide, placed

FLOWERS = (
    (70, 1010),
    (180, 1040),
    (520, 1030),
    (620, 1052),
    (1010, 1046),
    (1180, 1020),
    (1560, 1040),
)


def _grass(y: float, count: int, step: float, fill: str) -> str:
    """Draw tufts along a line."""
    return joined(
        line(
            f"M{x} {y + (i * 37) % 30} q-4 -22 -14 -30 M{x} {y + (i * 37) % 30} q2 -26 10 -36",
            fill,
            6,
        )
        for i, x in enumerate(round(20 + k * step) for k in range(count))
    )


def summer() -> Wide:
    """Return the meadow on a long evening."""
    return Wide(
        rect(0, 0, 1620, 1080, "#F4E3C8"),
        circle(560, 440, 210, "#FBF0D6"),
        circle(560, 440, 120, "#FDF8E8"),
        path("M0 560 C240 440 430 450 640 520 C860 420 1120 420 1620 570 V1080 H0Z", "#C9D3B4"),
        path("M0 660 C300 560 640 590 900 640 C1200 570 1420 590 1620 650 V1080 H0Z", "#AFC097"),
        path("M0 790 C380 720 900 730 1620 780 V1080 H0Z", "#8FAA75"),
        placed(linnhagen_midsummer_hammock, x=1190, y=900, scale=0.9),
        placed(fellgarth_cairn_2, x=450, y=930, scale=0.92),
        path("M0 910 C420 860 1000 880 1620 920 V1080 H0Z", "#7E9C66"),
        ellipse(910, 986, 190, 22, "#22301F", opacity=0.16),
        placed(ember_and_tine_billy_kettle, x=900, y=985, scale=0.4),
        placed(ferrywell_bollard_stool, x=1250, y=1010, scale=0.36),
        _grass(1020, 28, 58, "#6B8A55"),
        *(circle(x, y - 34, 9, "#F6F1DC") + circle(x, y - 34, 4, "#E2B33F") for x, y in FLOWERS),
    )


DRAWINGS: dict[str, DrawWide] = {"home-summer": summer}
