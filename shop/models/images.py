"""Product pictures and the smaller copies made of them outside any request."""

from typing import ClassVar

from django.db import models

from shop.models.products import Product


def image_path(image: "ProductImage", filename: str) -> str:
    """Return where a picture is kept: by its content, so that equal files are stored once."""
    suffix = filename.rpartition(".")[2].lower()
    return f"products/{image.sha256[:2]}/{image.sha256}.{suffix}"


class ProductImage(models.Model):
    """A picture of a product, as it was given, less its metadata."""

    product = models.ForeignKey(Product, models.CASCADE, related_name="images")
    file = models.ImageField(
        upload_to=image_path, width_field="width", height_field="height", max_length=200
    )
    sha256 = models.CharField(max_length=64, editable=False, db_index=True)
    alt = models.CharField("alternative text", max_length=500, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    width = models.PositiveIntegerField(default=0, editable=False)
    height = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering: ClassVar = ["product_id", "position", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["product", "sha256"], name="product_image_once")
        ]

    def __str__(self) -> str:
        return self.alt or str(self.file.name)


class ImageRendition(models.Model):
    """A copy of a picture at one width, made by a worker."""

    image = models.ForeignKey(ProductImage, models.CASCADE, related_name="renditions")
    file = models.FileField(max_length=200)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar = ["image_id", "width"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["image", "width"], name="image_rendition_once")
        ]

    def __str__(self) -> str:
        return f"{self.width} x {self.height}"
