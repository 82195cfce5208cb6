"""Products that look like a picture: the place where a model that understands pictures fits in."""

import numpy as np
from PIL import ImageOps

from ai.exceptions import PicturesNotUnderstood
from ai.indexing.spaces import get_live_space
from ai.providers.multimodal import MultimodalEmbedder, Pixels
from ai.providers.registry import get_embedder
from ai.search.dense import match_meaning
from ai.search.query_vector import QueryVector
from shop.exceptions import InvalidImage
from shop.models.products import ProductQuerySet
from shop.services.picture_files import open_picture

# Pixels of the longer side: more than any of these models looks at.
LONGEST_SIDE = 1024
# As many as a page shows.
MOST = 24


def match_picture(
    content: bytes, products: ProductQuerySet, *, is_filtered: bool = False, limit: int = MOST
) -> list[tuple[int, float]]:
    """Return (product id, cosine) of the products nearest to a picture file, nearest first.

    Always as many as asked for: texts and pictures that belong together have lower cosines than
    texts have, differently in each model, so there is no floor below which nothing is alike. Raises
    InvalidImage, NoLiveSpace, PicturesNotUnderstood or a ProviderError.
    """
    space = get_live_space()
    embedder = get_embedder(space.provider)
    if not isinstance(embedder, MultimodalEmbedder):
        raise PicturesNotUnderstood(
            f"The model of this shop's search ({space.model_id}) reads texts only."
        )
    vector = embedder.embed_pictures([read_pixels(content)])[0]
    query = QueryVector(space=space, vector=vector, background=0.0)
    return match_meaning(query, products, is_filtered=is_filtered, limit=limit, floor=-1.0)


def read_pixels(content: bytes) -> Pixels:
    """Return a picture file as pixels, upright, at most LONGEST_SIDE; raises InvalidImage."""
    image = open_picture(content)
    try:
        upright = ImageOps.exif_transpose(image).convert("RGB")
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise InvalidImage("The picture is damaged: it cannot be decoded.") from error
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return np.asarray(upright, dtype=np.uint8)
