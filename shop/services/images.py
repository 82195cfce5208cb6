"""Pictures: stored once by content, with smaller copies made outside any request."""

import hashlib
import io
from collections.abc import Container
from dataclasses import dataclass
from typing import Any, Final

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from PIL import Image

from shop.exceptions import InvalidImage
from shop.models import HomePicture, HomeRendition, ImageRendition, Product, ProductImage
from shop.services.picture_files import (
    FORMATS,
    WEBP_METHOD,
    CleanPicture,
    clean_picture,
    open_picture,
)

# Pixels: a thumbnail, a card on a phone, a card on a sharp screen, the product page, enlarged.
RENDITION_WIDTHS: Final = (160, 320, 640, 960, 1600)
# Of a picture that spans the page: a phone, a sharp phone, a desk, a sharp or a wide desk.
HOME_WIDTHS: Final = (480, 800, 1200, 1600)
# WebP quality at which product photos show no artefacts at these sizes. AVIF was measured beside
# it: a tenth to a quarter fewer bytes for 5 to 20 times the time (docs/howto/measure.md).
RENDITION_QUALITY: Final = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPicture:
    """A picture in the media folder; the sha256 is that of the bytes that were given."""

    sha256: str
    name: str
    width: int
    height: int


def picture_sha256(content: bytes) -> str:
    """Return the hash by which equal files are known."""
    return hashlib.sha256(content).hexdigest()


def store_picture(*, content: bytes, known: Container[str] = frozenset()) -> StoredPicture:
    """Keep a picture, cleaned, under the hash of what was given; raises InvalidImage.

    The same bytes are stored once: the second time only the stored file's header is read. `known`
    are the hashes of files that hold pixels only, as somebody made sure of: those are kept as they
    are, for drawing them anew costs a twentieth of a second and some of their quality.
    """
    sha256 = picture_sha256(content)
    for suffix in FORMATS.values():
        name = _name(sha256, suffix)
        if default_storage.exists(name):
            with default_storage.open(name) as file, Image.open(file) as image:
                return StoredPicture(
                    sha256=sha256, name=name, width=image.width, height=image.height
                )
    picture = _as_it_is(content) if sha256 in known else clean_picture(content)
    name = default_storage.save(_name(sha256, picture.suffix), ContentFile(picture.content))
    return StoredPicture(sha256=sha256, name=name, width=picture.width, height=picture.height)


def _as_it_is(content: bytes) -> CleanPicture:
    image = open_picture(content)
    return CleanPicture(
        content=content, suffix=FORMATS[str(image.format)], width=image.width, height=image.height
    )


def check_picture(*, content: bytes) -> StoredPicture:
    """Return what `store_picture` would, storing nothing; raises InvalidImage."""
    image = open_picture(content)
    sha256 = picture_sha256(content)
    suffix = FORMATS[str(image.format)]
    return StoredPicture(
        sha256=sha256, name=_name(sha256, suffix), width=image.width, height=image.height
    )


def add_image(
    *, product: Product, content: bytes, filename: str, alt: str = "", position: int = 0
) -> ProductImage:
    """Give a product a picture; the same bytes a second time only change its words and place.

    Raises InvalidImage, naming the file.
    """
    try:
        stored = store_picture(content=content)
    except InvalidImage as error:
        raise InvalidImage(f"{filename}: {error}") from error
    image, _ = ProductImage.objects.update_or_create(
        product=product,
        sha256=stored.sha256,
        defaults={"alt": alt, "position": position},
        create_defaults={
            "file": stored.name,
            "alt": alt,
            "position": position,
            "width": stored.width,
            "height": stored.height,
        },
    )
    return image


def make_renditions(*, image: ProductImage | HomePicture) -> int:
    """Make a picture's smaller copies and return how many were new; raises InvalidImage.

    A picture is never enlarged: one narrower than the smallest width gets one copy of its own.
    """
    have = set(image.renditions.values_list("width", flat=True))
    wanted = [width for width in _widths(image) if width not in have]
    if not wanted:
        return 0
    try:
        with image.file.open("rb") as file:
            original = open_picture(file.read())
            original.load()
    except OSError as error:
        raise InvalidImage(f"{image.file.name} cannot be read.") from error
    stem = str(image.file.name).rpartition(".")[0]
    made = [_draw_smaller(original, stem, width) for width in wanted]
    with transaction.atomic():
        if isinstance(image, HomePicture):
            of_home = [HomeRendition(image=image, **copy) for copy in made]
            return len(HomeRendition.objects.bulk_create(of_home, ignore_conflicts=True))
        of_product = [ImageRendition(image=image, **copy) for copy in made]
        return len(ImageRendition.objects.bulk_create(of_product, ignore_conflicts=True))


def _draw_smaller(original: Image.Image, stem: str, width: int) -> dict[str, Any]:
    """Return the file of a copy and its size, as the fields of a rendition."""
    height = max(1, round(original.height * width / original.width))
    name = f"{stem}-{width}.webp"
    # Pictures with the same bytes share their copies, as they share their file.
    if not default_storage.exists(name):
        small = original.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)
        drawn = io.BytesIO()
        small.save(drawn, "WEBP", quality=RENDITION_QUALITY, method=WEBP_METHOD)
        name = default_storage.save(name, ContentFile(drawn.getvalue()))
    return {"file": name, "width": width, "height": height}


def _widths(image: ProductImage | HomePicture) -> tuple[int, ...]:
    sizes = HOME_WIDTHS if isinstance(image, HomePicture) else RENDITION_WIDTHS
    return tuple(size for size in sizes if size <= image.width) or (max(image.width, 1),)


def _name(sha256: str, suffix: str) -> str:
    return f"products/{sha256[:2]}/{sha256}.{suffix}"
