"""Picture files: checked before they are decoded, turned upright, rid of everything but pixels."""

import contextlib
import io
import struct
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from PIL import Image, ImageCms, ImageOps

from shop.exceptions import InvalidImage

# Bytes. Cameras make files of up to 20 MB; more is no picture for a shop's page.
MAX_BYTES: Final = 20 * 2**20
FORMATS: Final = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
_QUALITY: Final = 92
# WebP's `method` trades time for bytes: 2 takes a third of the default's time, for 3 % more bytes.
WEBP_METHOD: Final = 2
_WEBP_HEADER: Final = 30
_WIDER_THAN_8_BITS: Final = frozenset({"I", "I;16", "I;16B", "F"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanPicture:
    """A picture as it is stored: its bytes, file ending, and size in pixels."""

    content: bytes
    suffix: str
    width: int
    height: int


def open_picture(content: bytes) -> Image.Image:
    """Return the picture, not decoded yet; raises InvalidImage.

    Only the header has been read, so a small file that unpacks to gigabytes is refused here.
    """
    limit: int = settings.SHOP["IMAGE_MAX_PIXELS"]
    if len(content) > MAX_BYTES:
        raise InvalidImage(f"The picture has more than {MAX_BYTES // 2**20} MB.")
    # Pillow makes room for a whole WebP canvas on opening: its size must be known before.
    _check_pixels(*_webp_canvas(content), limit)
    try:
        image = Image.open(io.BytesIO(content), formats=tuple(FORMATS))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise InvalidImage(f"The picture has more than {limit / 1e6:.0f} megapixels.") from error
    except (OSError, ValueError, SyntaxError, struct.error, EOFError) as error:
        raise InvalidImage("The file is no JPEG, PNG or WebP picture.") from error
    _check_pixels(*image.size, limit)
    return image


def clean_picture(content: bytes) -> CleanPicture:
    """Return the picture drawn anew from its pixels; raises InvalidImage.

    Place, camera and thumbnail (EXIF, XMP) go, and so does anything hidden before or behind the
    picture in the file. Its orientation is applied, its colours become sRGB; of an animation the
    first frame stays.
    """
    image = open_picture(content)
    suffix = FORMATS[str(image.format)]
    try:
        upright = _to_srgb(ImageOps.exif_transpose(image))
        drawn = io.BytesIO()
        if suffix == "jpg":
            upright.convert("RGB").save(drawn, "JPEG", quality=_QUALITY, optimize=True)
        elif suffix == "png":
            upright.save(drawn, "PNG")
        else:
            upright.save(drawn, "WEBP", quality=_QUALITY, method=WEBP_METHOD)
    except (OSError, ValueError, SyntaxError, struct.error, EOFError) as error:
        raise InvalidImage("The picture is damaged: it cannot be decoded.") from error
    return CleanPicture(
        content=drawn.getvalue(), suffix=suffix, width=upright.width, height=upright.height
    )


def _to_srgb(image: Image.Image) -> Image.Image:
    """Return a new picture in RGB(A) without any metadata."""
    profile = image.info.get("icc_profile")
    if profile and image.mode in {"RGB", "CMYK"}:
        # A broken profile says nothing about the colours: they stay as they are.
        with contextlib.suppress(ImageCms.PyCMSError):
            converted = ImageCms.profileToProfile(
                image,
                ImageCms.ImageCmsProfile(io.BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode="RGB",
            )
            image = converted or image
    if image.mode in _WIDER_THAN_8_BITS:
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    has_alpha = image.has_transparency_data
    plain = image.convert("RGBA" if has_alpha else "RGB")
    plain.info = {}
    return plain


def _check_pixels(width: int, height: int, limit: int) -> None:
    if width * height > limit:
        raise InvalidImage(
            f"The picture has {width} x {height} pixels; {limit / 1e6:.0f} megapixels are allowed."
        )


def _webp_canvas(content: bytes) -> tuple[int, int]:
    """Return the canvas of an extended WebP file; (0, 0) for any other file.

    The simple forms hold one frame, whose size Pillow checks like any other's.
    """
    head = content[:_WEBP_HEADER]
    if len(head) < _WEBP_HEADER or head[:4] != b"RIFF" or head[8:12] != b"WEBP":
        return 0, 0
    if head[12:16] == b"VP8X":
        width = int.from_bytes(head[24:27], "little") + 1
        height = int.from_bytes(head[27:30], "little") + 1
        return width, height
    if head[12:16] == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1
    width = int.from_bytes(head[26:28], "little") & 0x3FFF
    return width, int.from_bytes(head[28:30], "little") & 0x3FFF
