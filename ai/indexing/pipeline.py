"""From objects to vectors: documents, unchanged ones skipped, chunks, embed, write."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from ai.exceptions import (
    BudgetExceeded,
    ModelMissing,
    ProviderError,
    ProviderMisconfigured,
    ProviderUnavailable,
)
from ai.indexing.chunks import Chunk, chunk_document
from ai.indexing.targets import Document, load_documents
from ai.indexing.vectors import EmbeddedChunk, remove_unpublished, write_vectors
from ai.models import EmbeddingSpace
from ai.providers.base import Embedder, Vectors
from ai.providers.registry import get_embedder

# Nothing is wrong with the texts: the same call may succeed later, unchanged.
LATER = (ProviderUnavailable, ProviderMisconfigured, BudgetExceeded, ModelMissing)


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What became of a batch of objects, by id; `outdated` ones were changed meanwhile."""

    embedded: set[int] = field(default_factory=set)
    skipped: set[int] = field(default_factory=set)
    outdated: set[int] = field(default_factory=set)
    removed: int = 0
    failed: dict[int, str] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Work:
    """Vectors that are computed and not yet stored."""

    space: EmbeddingSpace
    kind: str
    gone: set[int]
    skipped: set[int]
    chunks: list[EmbeddedChunk] = field(default_factory=list)
    failed: dict[int, str] = field(default_factory=dict)


def embed_objects(*, space: EmbeddingSpace, kind: str, ids: Sequence[int]) -> Outcome:
    """Make the vectors of these objects true in one space; raises like `compute`."""
    return store(compute(space=space, kind=kind, ids=ids))


def compute(
    *, space: EmbeddingSpace, kind: str, ids: Sequence[int], everything: bool = False
) -> Work:
    """Embed these objects, unless unchanged; `everything` embeds the unchanged too.

    Call it with no transaction open: the model may take its time. Raises one of LATER,
    for the caller to try again later.
    """
    documents = load_documents(space=space, kind=kind, ids=ids, everything=everything)
    wanted = [document for document in documents if everything or not document.fresh]
    published = {document.id for document in documents}
    work = Work(
        space=space,
        kind=kind,
        gone=set(ids) - published,
        skipped=published - {document.id for document in wanted},
    )
    if wanted:
        work.chunks = _embed(get_embedder(space.provider), kind, wanted, work.failed)
    return work


def store(work: Work) -> Outcome:
    """Write the vectors whose texts still hold; remove those of what is no longer published."""
    embedded = write_vectors(space=work.space, kind=work.kind, chunks=work.chunks)
    removed = 0
    if work.gone:
        removed = remove_unpublished(space=work.space, kind=work.kind, ids=work.gone)
    return Outcome(
        embedded=embedded,
        skipped=work.skipped,
        outdated={chunk.id for chunk in work.chunks} - embedded,
        removed=removed,
        failed=work.failed,
    )


def _embed(
    embedder: Embedder, kind: str, documents: Sequence[Document], failed: dict[int, str]
) -> list[EmbeddedChunk]:
    """Embed the documents; where the embedder refuses, find the one it refuses by halving."""
    pieces = [
        (document, position, chunk)
        for document in documents
        for position, chunk in enumerate(
            chunk_document(
                kind=kind, heading=document.heading, text=document.text, embedder=embedder
            )
        )
    ]
    try:
        vectors = embedder.embed_documents([text for _, _, c in pieces for text in c.inputs])
    except LATER:
        raise
    except ProviderError as error:
        if len(documents) == 1:
            failed[documents[0].id] = str(error)
            return []
        middle = len(documents) // 2
        return [
            *_embed(embedder, kind, documents[:middle], failed),
            *_embed(embedder, kind, documents[middle:], failed),
        ]
    averaged = _average([chunk for _, _, chunk in pieces], vectors)
    return [
        EmbeddedChunk(
            id=document.id, hash=document.hash, position=position, text=chunk.text, vector=vector
        )
        for (document, position, chunk), vector in zip(pieces, averaged, strict=True)
    ]


def _average(chunks: Sequence[Chunk], vectors: Vectors) -> list[Vectors]:
    """Return a unit vector a chunk: the mean of its windows, each weighted by its length."""
    rows: list[Vectors] = []
    begin = 0
    for chunk in chunks:
        end = begin + len(chunk.inputs)
        mean = np.average(vectors[begin:end], axis=0, weights=chunk.weights)
        rows.append((mean / (np.linalg.norm(mean) or 1.0)).astype(np.float32))
        begin = end
    return rows
