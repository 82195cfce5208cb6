"""What the ai app keeps: spaces, embeddings, jobs, words, search rules, the search log."""

from ai.models.analytics import PositionDay, QueryDay, QuerySum, StockRequest, UnmetDemand
from ai.models.embeddings import PageEmbedding, ProductEmbedding, ReviewEmbedding
from ai.models.events import LoggedSearch, ShopperEvent, VisitorSalt
from ai.models.jobs import EmbeddingFailure, EmbeddingJob
from ai.models.judgements import Judgement, LabRun
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
    "LabRun",
    "LoggedSearch",
    "MatchKind",
    "OutboxEntry",
    "PageEmbedding",
    "PinRule",
    "PositionDay",
    "Posting",
    "Priority",
    "ProductEmbedding",
    "ProductWords",
    "ProviderSpend",
    "QueryDay",
    "QuerySum",
    "RedirectRule",
    "ReviewEmbedding",
    "SearchRule",
    "ShopperEvent",
    "SourceKind",
    "SteeringVersion",
    "StockRequest",
    "Suggestion",
    "SynonymRule",
    "UnmetDemand",
    "VisitorSalt",
    "VocabularyWord",
]
