"""Pictures in the sizes that were made of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django import template
from django.core.files.storage import default_storage
from django.utils.html import format_html
from django.utils.safestring import SafeString

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
# What is said of the first picture seen, of those beside it and of those further down.
LOADING = {"first": ' fetchpriority="high"', "soon": "", "lazy": ' loading="lazy"'}
# Written here and not in a template: a list draws four dozen.
_IMG = (
    '<img{css} src="{src}"{srcset} width="{width}" height="{height}" alt="{alt}"{loading}'
    ' decoding="async">'
)


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


@lru_cache(maxsize=65_536)
def file_url(name: str) -> str:
    """Return a stored picture's address: what is under a name never changes, nor does where it is.

    A storage whose addresses expire cannot be used with this.
    """
    return default_storage.url(name)


def picture_of(
    image: ProductImage | HomePicture, *, alt: str = "", fallback_width: int = 800
) -> Picture:
    """Return the picture with its renditions; before they are made, the original alone."""
    copies: Iterable[ImageRendition | HomeRendition] = image.renditions.all()
    renditions = sorted(copies, key=lambda rendition: rendition.width)
    fitting = [each for each in renditions if each.width <= fallback_width]
    chosen = (fitting or renditions)[-1] if renditions else None
    return Picture(
        src=file_url(str((chosen or image).file)),
        srcset=", ".join(f"{file_url(str(each.file))} {each.width}w" for each in renditions),
        width=image.width,
        height=image.height,
        alt=image.alt or alt,
    )


@register.simple_tag
def picture(
    image: ProductImage | HomePicture | Picture,
    *,
    sizes: str = "100vw",
    alt: str = "",
    load: str = "lazy",
    css: str = "",
) -> SafeString:
    """Draw a picture; `alt` stands in for one that the picture lacks.

    `load` is `first` for the largest thing seen first, `soon` for what stands beside it, or `lazy`.
    """
    found = image if isinstance(image, Picture) else picture_of(image, alt=alt)
    return format_html(
        _IMG.replace("{loading}", LOADING[load]),
        css=format_html(' class="{}"', css) if css else "",
        src=found.src,
        srcset=format_html(' srcset="{}" sizes="{}"', found.srcset, sizes) if found.srcset else "",
        width=found.width,
        height=found.height,
        alt=found.alt,
    )
