"""The pictures of a product, in the order they are shown."""

from shop.models import Product, ProductImage
from shop.views.detail.choices import Choices


def order_pictures(product: Product, choices: Choices) -> list[ProductImage]:
    """Return the pictures, that of a variant asked for by address first: it is seen first."""
    images = list(product.images.all())
    wanted = choices.variant.image_id if choices.variant and choices.is_explicit else None
    return sorted(images, key=lambda image: image.pk != wanted)
