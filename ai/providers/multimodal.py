"""Embedders that understand pictures too."""

from abc import abstractmethod
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ai.providers.base import Embedder, Vectors

# Red, green and blue, 0 to 255; shape (height, width, 3), upright.
Pixels = npt.NDArray[np.uint8]


class MultimodalEmbedder(Embedder):
    """Turns texts and pictures into unit vectors of one space, as CLIP does.

    Radford et al., Learning Transferable Visual Models From Natural Language Supervision, 2021.
    Product vectors stay those of their documents: a picture is compared with what is said of a
    product, so nothing is embedded twice and no other space is needed.
    """

    def embed_pictures(self, pictures: Sequence[Pixels]) -> Vectors:
        """Return unit vectors of shape (len(pictures), dimensions), in the order of the pictures.

        The model scales and crops them as it needs. Raises what `embed_documents` raises.
        """
        if not pictures:
            return np.empty((0, self.dimensions), np.float32)
        return self._checked(self._embed_pictures(pictures), len(pictures))

    @abstractmethod
    def _embed_pictures(self, pictures: Sequence[Pixels]) -> Vectors:
        """Return one vector a picture."""
