"""Pictures in the sizes that were made of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import template

from shop.models import HomePicture, HomeRendition, ImageRendition, ProductImage

register = template.Library()


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What an `img` element needs: addresses by width, and the size that reserves its place."""

    src: str
    srcset: str
    width: int
    height: int
    alt: str


# Width by height up to which a picture stands upright, and from which it lies.
UPRIGHT, LYING = 0.9, 1.15


@register.filter
def shape(image: ProductImage | HomePicture) -> str:
    """Return `upright`, `square` or `wide`, for a frame that fits without cutting."""
    ratio = image.width / (image.height or 1)
    if ratio < UPRIGHT:
        return "upright"
    return "wide" if ratio > LYING else "square"


@dataclass(frozen=True, slots=True, kw_only=True)
class Enlarged:
    """The largest copy of a picture, and its size in pixels."""

    src: str
    width: int
    height: int


@register.filter
def enlarged(image: ProductImage) -> Enlarged:
    """Return the largest rendition; before any is made, the original."""
    renditions = sorted(image.renditions.all(), key=lambda each: each.width)
    if not renditions:
        return Enlarged(src=image.file.url, width=image.width, height=image.height)
    largest = renditions[-1]
    return Enlarged(src=largest.file.url, width=largest.width, height=largest.height)


def picture_of(
    image: ProductImage | HomePicture, *, alt: str = "", fallback_width: int = 800
) -> Picture:
    """Return the picture with its renditions; before they are made, the original alone."""
    copies: Iterable[ImageRendition | HomeRendition] = image.renditions.all()
    renditions = sorted(copies, key=lambda rendition: rendition.width)
    fitting = [each for each in renditions if each.width <= fallback_width]
    chosen = (fitting or renditions)[-1] if renditions else None
    return Picture(
        src=(chosen or image).file.url,
        srcset=", ".join(f"{each.file.url} {each.width}w" for each in renditions),
        width=image.width,
        height=image.height,
        alt=image.alt or alt,
    )


@register.inclusion_tag("components/picture.html")
def picture(
    image: ProductImage | HomePicture,
    *,
    sizes: str = "100vw",
    alt: str = "",
    load: str = "lazy",
    css: str = "",
) -> dict[str, Any]:
    """Render a picture; `alt` stands in for one that the picture lacks.

    `load` is `first` for the largest thing seen first, `soon` for what stands beside it, or `lazy`.
    """
    return {
        "picture": picture_of(image, alt=alt),
        "sizes": sizes,
        "load": load,
        "css": css,
    }
