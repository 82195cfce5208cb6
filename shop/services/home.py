"""Pictures of the front page: through the same checks as those of products."""

from collections.abc import Container

from shop.exceptions import InvalidImage
from shop.models import HomePicture
from shop.services.images import store_picture


def keep_home_picture(
    *, content: bytes, filename: str, known: Container[str] = frozenset()
) -> HomePicture:
    """Return the stored picture of these bytes, which is kept once; raises InvalidImage.

    The error names the file; `known` are hashes of files that hold pixels only.
    """
    try:
        stored = store_picture(content=content, known=known)
    except InvalidImage as error:
        raise InvalidImage(f"{filename}: {error}") from error
    picture, _ = HomePicture.objects.get_or_create(
        sha256=stored.sha256,
        defaults={"file": stored.name, "width": stored.width, "height": stored.height},
    )
    return picture
