"""What the ai app keeps: embeddings, jobs, words, staff's rules, events, recommendations."""

from ai.models.analytics import PositionDay, QueryDay, QuerySum, StockRequest, UnmetDemand
from ai.models.embeddings import PageEmbedding, ProductEmbedding, ReviewEmbedding
from ai.models.events import LoggedBox, LoggedSearch, ShopperEvent, VisitorSalt
from ai.models.job_base import Job
from ai.models.jobs import EmbeddingFailure, EmbeddingJob
from ai.models.judgements import Judgement, LabRun
from ai.models.lexicon import Posting, ProductWords, VocabularyWord
from ai.models.outbox import OutboxEntry, Priority, SourceKind
from ai.models.recommendations import (
    BoxExperiment,
    BoxKind,
    RecommendationGeneration,
    RecommendationJob,
    RecommendationList,
    RecommendationRule,
)
from ai.models.reviews import Aspect, ReadingJob, ReviewDigest, ReviewMention, ReviewReading
from ai.models.rules import (
    BoostRule,
    MatchKind,
    PinRule,
    RedirectRule,
    SearchRule,
    StaffRule,
    SteeringVersion,
    SynonymRule,
)
from ai.models.spaces import EmbeddingSpace
from ai.models.spend import ProviderSpend
from ai.models.suggestions import Suggestion

__all__ = [
    "Aspect",
    "BoostRule",
    "BoxExperiment",
    "BoxKind",
    "EmbeddingFailure",
    "EmbeddingJob",
    "EmbeddingSpace",
    "Job",
    "Judgement",
    "LabRun",
    "LoggedBox",
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
    "ReadingJob",
    "RecommendationGeneration",
    "RecommendationJob",
    "RecommendationList",
    "RecommendationRule",
    "RedirectRule",
    "ReviewDigest",
    "ReviewEmbedding",
    "ReviewMention",
    "ReviewReading",
    "SearchRule",
    "ShopperEvent",
    "SourceKind",
    "StaffRule",
    "SteeringVersion",
    "StockRequest",
    "Suggestion",
    "SynonymRule",
    "UnmetDemand",
    "VisitorSalt",
    "VocabularyWord",
]
