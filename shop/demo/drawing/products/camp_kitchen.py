"""Stoves, pots, pans and mugs for outdoors."""

from shop.demo.drawing.parts.stove import stove_on_canister, windshield
from shop.demo.drawing.scene import Draw, Drawing, ground


def ember_and_tine_kite_85() -> Drawing:
    """Small folding gas stove with three supports on a canister, blue flame lit."""
    return Drawing(
        "camp",
        ground(500, 862, 190, 20),
        stove_on_canister(),
    )


def ember_and_tine_kite_windshield() -> Drawing:
    """Curved titanium windshield collar with slots and blued edge."""
    return Drawing(
        "camp",
        ground(500, 800, 330, 34),
        windshield(),
    )


DRAWINGS: dict[str, Draw] = {
    "ember-and-tine-kite-85": ember_and_tine_kite_85,
    "ember-and-tine-kite-windshield": ember_and_tine_kite_windshield,
}
