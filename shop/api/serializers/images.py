"""Pictures and their smaller copies."""

from rest_framework import serializers

from shop.api.fields import FileUrlField
from shop.models import ImageRendition, ProductImage


class RenditionSerializer(serializers.ModelSerializer[ImageRendition]):
    """A copy of a picture at one width."""

    url = FileUrlField(source="file", read_only=True)

    class Meta:
        model = ImageRendition
        fields = ("url", "width", "height")


class ImageSerializer(serializers.ModelSerializer[ProductImage]):
    """A picture with its copies, smallest first."""

    url = FileUrlField(source="file", read_only=True)
    renditions = RenditionSerializer(many=True, read_only=True)

    class Meta:
        model = ProductImage
        fields = ("id", "url", "alt", "width", "height", "renditions")
