"""What the ai app keeps: spaces, embeddings, the outbox, jobs, and the words of the catalogue."""

from ai.models.embeddings import PageEmbedding, ProductEmbedding, ReviewEmbedding
from ai.models.jobs import EmbeddingFailure, EmbeddingJob
from ai.models.lexicon import Posting, ProductWords, VocabularyWord
from ai.models.outbox import OutboxEntry, Priority, SourceKind
from ai.models.spaces import EmbeddingSpace
from ai.models.spend import ProviderSpend

__all__ = [
    "EmbeddingFailure",
    "EmbeddingJob",
    "EmbeddingSpace",
    "OutboxEntry",
    "PageEmbedding",
    "Posting",
    "Priority",
    "ProductEmbedding",
    "ProductWords",
    "ProviderSpend",
    "ReviewEmbedding",
    "SourceKind",
    "VocabularyWord",
]
