"""Pictures: what is no picture is refused before it is decoded; what is kept is pixels only."""

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw

from shop import tasks
from shop.exceptions import InvalidImage
from shop.models import ImageRendition, ProductImage
from shop.services import images as images_module
from shop.services import picture_files
from shop.services.images import add_image, make_renditions, picture_sha256, store_picture
from shop.services.picture_files import clean_picture, open_picture
from tests.factories.shop import ProductFactory


@pytest.fixture(autouse=True)
def empty_media(settings: Any, tmp_path: Path) -> None:
    """Start with no pictures: one that is there already is not decoded again."""
    settings.MEDIA_ROOT = tmp_path / "media"


PAYLOAD = b"<script>alert(document.domain)</script>"


def picture(form: str = "JPEG", size: tuple[int, int] = (700, 868), **options: Any) -> bytes:
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 2, size[1] // 2), fill="red")
    file = io.BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def png_chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_bomb(side: int) -> bytes:
    """Return a valid PNG of a few kilobytes that unpacks to side * side pixels."""
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    packer = zlib.compressobj(9)
    row = b"\0" * (side // 8 + 1)
    body = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    chunks = (png_chunk(b"IHDR", header), png_chunk(b"IDAT", body), png_chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def webp_bomb() -> bytes:
    """Return a small picture whose header claims the largest canvas that WebP knows."""
    body = b"VP8X" + struct.pack("<I", 10) + b"\x12\0\0\0" + b"\xfe\x3f\0" + b"\xfe\x3f\0"
    body += b"ANIM" + struct.pack("<I", 6) + b"\0" * 6
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_a_png_bomb_is_refused_before_it_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = png_bomb(12_000)
    assert len(bomb) < 50_000

    def decode(*args: object, **kwargs: object) -> None:
        pytest.fail("the bomb was decoded")

    monkeypatch.setattr(Image.Image, "load", decode)
    with pytest.raises(InvalidImage, match="12000 x 12000 pixels; 40 megapixels are allowed"):
        clean_picture(bomb)


def test_the_pixel_cap_is_what_refuses(settings: Any) -> None:
    """Negative control: with the cap out of the way the same file is a picture."""
    bomb = png_bomb(7_000)
    with pytest.raises(InvalidImage):
        open_picture(bomb)
    settings.SHOP = {**settings.SHOP, "IMAGE_MAX_PIXELS": 7_000**2}
    assert open_picture(bomb).size == (7_000, 7_000)


def test_a_webp_canvas_is_measured_before_room_is_made_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def make_room(*args: object, **kwargs: object) -> None:
        pytest.fail("the decoder was called")

    monkeypatch.setattr(Image, "open", make_room)
    with pytest.raises(InvalidImage, match="16383 x 16383"):
        open_picture(webp_bomb())


@pytest.mark.parametrize("lossless", [True, False])
def test_the_size_in_a_webp_header_is_the_pictures(lossless: bool) -> None:
    content = picture("WEBP", (321, 123), lossless=lossless)
    assert picture_files._webp_canvas(content) == (321, 123)
    image = Image.new("RGBA", (321, 123), (255, 0, 0, 100))
    file = io.BytesIO()
    image.save(file, "WEBP", lossless=lossless)
    assert file.getvalue()[12:16] in {b"VP8X", b"VP8L"}
    assert picture_files._webp_canvas(file.getvalue()) == (321, 123)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no picture",
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><svg>&e;</svg>',
        b"GIF89a" + b"\0" * 50,
        b"%PDF-1.7",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n",
        b"BM" + b"\0" * 60,
        b"II*\0" + b"\0" * 60,
        PAYLOAD + picture(),
        b"\x89PNG\r\n\x1a\n" + b"\0" * 30,
        b"RIFF\x20\0\0\0WEBPVP8 " + b"\0" * 20,
    ],
)
def test_what_is_no_jpeg_png_or_webp_is_refused(content: bytes) -> None:
    with pytest.raises(InvalidImage):
        clean_picture(content)


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_half_a_picture_is_refused(form: str) -> None:
    content = picture(form)
    with pytest.raises(InvalidImage, match="damaged"):
        clean_picture(content[: len(content) // 2])


def test_a_file_above_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_files, "MAX_BYTES", 100)
    with pytest.raises(InvalidImage, match="more than"):
        open_picture(picture())


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_nothing_hidden_behind_a_picture_stays(form: str) -> None:
    polyglot = picture(form) + PAYLOAD + b"PK\x05\x06" + b"\0" * 18
    assert PAYLOAD in polyglot
    clean = clean_picture(polyglot)
    assert PAYLOAD not in clean.content
    assert b"PK\x05\x06" not in clean.content
    assert (clean.width, clean.height) == (700, 868)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_place_and_camera_are_taken_out_and_the_picture_is_turned_upright(form: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010F] = "Secret camera"
    exif.get_ifd(0x8825)[1] = "N"
    given = picture(form, (60, 40), exif=exif)
    assert b"Secret camera" in given

    clean = clean_picture(given)
    assert b"Secret camera" not in clean.content
    with Image.open(io.BytesIO(clean.content)) as image:
        assert dict(image.getexif()) == {}
        assert not set(image.info) & {"exif", "xmp", "icc_profile", "comment"}
        assert image.size == (40, 60)
        # What was at the top left is at the top right.
        red, green, _ = image.convert("RGB").getpixel((35, 5))  # type: ignore[misc]
        assert red > 200 > green


def test_words_in_a_png_are_taken_out() -> None:
    from PIL.PngImagePlugin import PngInfo

    words = PngInfo()
    words.add_text("Comment", "meet me at noon")
    given = picture("PNG", pnginfo=words)
    assert b"meet me at noon" in given
    assert b"meet me at noon" not in clean_picture(given).content


def test_transparency_stays() -> None:
    file = io.BytesIO()
    Image.new("RGBA", (30, 30), (255, 0, 0, 0)).save(file, "PNG")
    with Image.open(io.BytesIO(clean_picture(file.getvalue()).content)) as image:
        assert image.mode == "RGBA"
        assert image.getpixel((5, 5))[3] == 0  # type: ignore[index]


def test_the_same_bytes_are_stored_once(settings: Any) -> None:
    first = store_picture(content=picture())
    again = store_picture(content=picture())
    assert first == again
    assert len(list((Path(settings.MEDIA_ROOT) / first.name).parent.iterdir())) == 1


def test_a_known_picture_is_kept_as_it_is(settings: Any) -> None:
    given = picture("WEBP", quality=60)
    stored = store_picture(content=given, known={picture_sha256(given)})
    assert (Path(settings.MEDIA_ROOT) / stored.name).read_bytes() == given
    assert (stored.width, stored.height) == (700, 868)


def test_one_byte_more_and_a_picture_is_not_known(settings: Any) -> None:
    """Negative control: bytes that nobody vouched for are drawn anew, whatever they begin with."""
    given = picture("WEBP", quality=60)
    stored = store_picture(content=given + PAYLOAD, known={picture_sha256(given)})
    kept = (Path(settings.MEDIA_ROOT) / stored.name).read_bytes()
    assert PAYLOAD not in kept
    assert kept != given


def test_a_known_file_above_the_cap_is_refused(settings: Any) -> None:
    settings.SHOP = {**settings.SHOP, "IMAGE_MAX_PIXELS": 1_000}
    given = picture("WEBP")
    with pytest.raises(InvalidImage, match="700 x 868"):
        store_picture(content=given, known={picture_sha256(given)})


@pytest.mark.django_db
def test_a_picture_is_added_once_and_its_words_may_change() -> None:
    product = ProductFactory()
    one = add_image(product=product, content=picture(), filename="a.jpg", alt="A", position=1)
    two = add_image(product=product, content=picture(), filename="b.jpg", alt="B", position=2)
    assert one.pk == two.pk
    image = ProductImage.objects.get()
    assert (image.alt, image.position, image.width, image.height) == ("B", 2, 700, 868)
    # Another product has its own row and shares the file.
    other = add_image(product=ProductFactory(), content=picture(), filename="c.jpg")
    assert other.pk != one.pk
    assert other.file.name == image.file.name


@pytest.mark.django_db
def test_a_bad_picture_adds_nothing_and_names_the_file() -> None:
    with pytest.raises(InvalidImage, match=r"^a\.svg: "):
        add_image(product=ProductFactory(), content=b"<svg/>", filename="a.svg")
    assert not ProductImage.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("size", "widths"),
    [
        ((1200, 600), [160, 320, 640, 960]),
        ((1700, 200), [160, 320, 640, 960, 1600]),
        ((700, 868), [160, 320, 640]),
        ((160, 10), [160]),
        ((90, 200), [90]),
    ],
)
def test_smaller_copies_are_made_and_none_is_larger(
    size: tuple[int, int], widths: list[int]
) -> None:
    image = add_image(product=ProductFactory(), content=picture("PNG", size), filename="a.png")
    assert make_renditions(image=image) == len(widths)
    assert make_renditions(image=image) == 0
    copies = list(ImageRendition.objects.order_by("width"))
    assert [copy.width for copy in copies] == widths
    for copy in copies:
        with copy.file.open("rb") as file, Image.open(file) as opened:
            assert opened.format == "WEBP"
            assert opened.size == (copy.width, copy.height)
            assert abs(copy.width / copy.height - size[0] / size[1]) < 0.05 * size[0] / size[1]


@pytest.mark.django_db
def test_the_sweep_makes_what_is_missing_and_a_lost_file_holds_nobody_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    product = ProductFactory()
    contents = [picture("PNG", (200, 100 + n)) for n in range(3)]
    images = [add_image(product=product, content=c, filename="a.png") for c in contents]
    images[1].file.storage.delete(str(images[1].file.name))
    tasks.make_missing_renditions()
    done = set(ImageRendition.objects.values_list("image_id", flat=True))
    assert done == {images[0].pk, images[2].pk}


@pytest.mark.django_db
def test_the_sweep_goes_on_where_its_time_was_up(monkeypatch: pytest.MonkeyPatch) -> None:
    product = ProductFactory()
    for n in range(3):
        add_image(product=product, content=picture("PNG", (200, 100 + n)), filename="a.png")
    monkeypatch.setattr(tasks, "RENDITIONS_CHUNK_S", 0.0)
    asked: list[int] = []
    monkeypatch.setattr(tasks.make_missing_renditions, "delay", asked.append)
    tasks.make_missing_renditions()
    assert asked == [0]
    monkeypatch.setattr(tasks, "RENDITIONS_CHUNK_S", 40.0)
    tasks.make_missing_renditions(*asked)
    assert ImageRendition.objects.values("image_id").distinct().count() == 3
    assert len(asked) == 1


@pytest.mark.django_db
def test_two_sweeps_do_not_draw_the_same_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    add_image(product=ProductFactory(), content=picture(), filename="a.jpg")
    calls: list[int] = []

    def draw(*, image: ProductImage) -> int:
        calls.append(image.pk)
        tasks.make_missing_renditions()  # another sweep comes while this one draws
        return images_module.make_renditions(image=image)

    monkeypatch.setattr(tasks, "make_renditions", draw)
    tasks.make_missing_renditions()
    assert len(calls) == 1
