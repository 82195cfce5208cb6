"""Searching by a picture, with a small embedder that knows colours by name."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import numpy as np
import pytest
from PIL import Image

from ai.exceptions import NoLiveSpace, PicturesNotUnderstood, ProviderRefused
from ai.indexing.spaces import ensure_default_space
from ai.models import EmbeddingSpace
from ai.providers.base import Vectors
from ai.providers.embedders.hashing import HashingEmbedder
from ai.providers.multimodal import MultimodalEmbedder, Pixels
from ai.search.by_picture import LONGEST_SIDE, match_picture, read_pixels
from shop.exceptions import InvalidImage
from shop.models import Product
from tests.ai.search.conftest import make_searchable
from tests.factories.shop import ProductFactory

pytestmark = pytest.mark.django_db
COLOURS = ("red", "green", "blue")


class NamesColours(HashingEmbedder, MultimodalEmbedder):
    """Hashes words, and takes a picture for the name of its strongest colour."""

    def _embed_pictures(self, pictures: Sequence[Pixels]) -> Vectors:
        names = [COLOURS[int(each.mean(axis=(0, 1)).argmax())] for each in pictures]
        return self._embed(names)


class Forgetful(NamesColours):
    """Returns fewer vectors than it was given pictures."""

    def _embed_pictures(self, pictures: Sequence[Pixels]) -> Vectors:
        return super()._embed_pictures(pictures)[:0]


def picture(colour: str, size: tuple[int, int] = (40, 30), file_format: str = "PNG") -> bytes:
    file = BytesIO()
    Image.new("RGB", size, colour).save(file, file_format)
    return file.getvalue()


def use(settings: Any, embedder: type[HashingEmbedder]) -> None:
    backend = f"{embedder.__module__}.{embedder.__qualname__}"
    settings.AI_PROVIDERS = {**settings.AI_PROVIDERS, "embedder": {"BACKEND": backend}}


@pytest.fixture
def kettles(settings: Any) -> list[Product]:
    use(settings, NamesColours)
    ensure_default_space()
    made = [ProductFactory.create(title=f"Kettle in {colour}", brand=None) for colour in COLOURS]
    make_searchable(*made)
    return made


@pytest.mark.parametrize("place", range(3))
def test_the_product_of_the_pictures_colour_comes_first(kettles: list[Product], place: int) -> None:
    found = match_picture(picture(COLOURS[place]), Product.objects.published())
    assert len(found) == 3
    assert found[0][0] == kettles[place].pk
    assert found[0][1] > found[1][1]


def test_filters_and_the_limit_hold(kettles: list[Product]) -> None:
    others = Product.objects.published().exclude(pk=kettles[0].pk)
    found = match_picture(picture("red"), others, is_filtered=True)
    assert {id_ for id_, _ in found} == {kettles[1].pk, kettles[2].pk}
    assert len(match_picture(picture("red"), Product.objects.published(), limit=1)) == 1


def test_a_model_of_texts_says_that_it_reads_no_pictures() -> None:
    ensure_default_space()
    with pytest.raises(PicturesNotUnderstood, match="reads texts only"):
        match_picture(picture("red"), Product.objects.published())


def test_without_a_live_space_there_is_nothing_to_compare_with(kettles: list[Product]) -> None:
    EmbeddingSpace.objects.update(status=EmbeddingSpace.Status.RETIRED)
    with pytest.raises(NoLiveSpace):
        match_picture(picture("red"), Product.objects.published())


@pytest.mark.parametrize("content", [b"", b"no picture", picture("red")[:60]])
def test_what_is_no_picture_is_refused(kettles: list[Product], content: bytes) -> None:
    with pytest.raises(InvalidImage):
        match_picture(content, Product.objects.published())


def test_an_embedder_that_loses_a_picture_is_refused() -> None:
    with pytest.raises(ProviderRefused, match="shape"):
        Forgetful().embed_pictures([read_pixels(picture("red"))])
    assert NamesColours().embed_pictures([]).shape == (0, 256)


def test_pixels_are_upright_and_no_larger_than_a_model_looks_at() -> None:
    file = BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees
    Image.new("RGB", (2000, 1000), "blue").save(file, "JPEG", exif=exif)
    pixels = read_pixels(file.getvalue())
    assert pixels.shape == (LONGEST_SIDE, LONGEST_SIDE // 2, 3)
    assert pixels.dtype == np.uint8
