"""What the ai app keeps: spaces, embeddings, outbox, jobs, the catalogue's words, search rules."""

from ai.models.embeddings import PageEmbedding, ProductEmbedding, ReviewEmbedding
from ai.models.jobs import EmbeddingFailure, EmbeddingJob
from ai.models.judgements import Judgement
from ai.models.lexicon import Posting, ProductWords, VocabularyWord
from ai.models.outbox import OutboxEntry, Priority, SourceKind
from ai.models.rules import (
    BoostRule,
    MatchKind,
    PinRule,
    RedirectRule,
    SearchRule,
    SteeringVersion,
    SynonymRule,
)
from ai.models.spaces import EmbeddingSpace
from ai.models.spend import ProviderSpend
from ai.models.suggestions import Suggestion

__all__ = [
    "BoostRule",
    "EmbeddingFailure",
    "EmbeddingJob",
    "EmbeddingSpace",
    "Judgement",
    "MatchKind",
    "OutboxEntry",
    "PageEmbedding",
    "PinRule",
    "Posting",
    "Priority",
    "ProductEmbedding",
    "ProductWords",
    "ProviderSpend",
    "RedirectRule",
    "ReviewEmbedding",
    "SearchRule",
    "SourceKind",
    "SteeringVersion",
    "Suggestion",
    "SynonymRule",
    "VocabularyWord",
]
