"""Places where an attribute is right although a check would doubt it, each with its reason."""

from typing import Final

# (slug, attribute): why it is right.
REVIEWED: Final[dict[tuple[str, str], str]] = {
    ("halfpenny-boot-socks", "weight"): "for one pair; the parcel holds three",
    ("pellworth-lock-gate-mug", "dishwasher_safe"): "the lid may, the body, which counts, may not",
    ("pellworth-wharf-food-jar", "dishwasher_safe"): "lid and spoon may, the jar may not",
    ("skarholt-selkie-fleece", "hood"): "the text names the hooded sister",
    ("skarholt-shift-hood", "hood"): "it is a hood, for jackets without one",
    ("tallow-finch-quayside-soap", "weight"): "the soap; the parcel has its paper as well",
    ("thornhythe-sloyd-knife", "weight"): "without the sheath that is sent with it",
}


def allows(slug: str, code: str) -> bool:
    """Tell whether a person has looked at this attribute of this product."""
    return (slug, code) in REVIEWED
