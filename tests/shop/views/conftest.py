"""Fixtures of the page tests."""

import io
from collections.abc import Callable

import pytest
from PIL import Image

from shop.models import Product, ProductImage
from shop.services.images import add_image, make_renditions

AddPicture = Callable[..., ProductImage]


@pytest.fixture
def add_picture() -> AddPicture:
    """Return a function that gives a product a picture of one colour, with its renditions."""

    def add(
        product: Product,
        *,
        colour: str = "green",
        size: tuple[int, int] = (700, 868),
        alt: str = "",
        position: int = 0,
    ) -> ProductImage:
        buffer = io.BytesIO()
        Image.new("RGB", size, colour).save(buffer, "PNG")
        image = add_image(
            product=product,
            content=buffer.getvalue(),
            filename=f"{colour}.png",
            alt=alt,
            position=position,
        )
        make_renditions(image=image)
        return image

    return add
