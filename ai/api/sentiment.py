"""What any text comes to: sentiment, sentence by sentence, and what it talks about."""

from typing import Any, ClassVar, Final

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from ai.models import ReviewReading
from ai.reviews.classification.concerns import CONCERNS
from ai.reviews.classification.topics import TOPICS
from ai.reviews.reading import Reading, ReviewText, label_of, models_in_use, read_reviews
from shop.api.authentication import ScopedTokenAuthentication
from shop.api.permissions import PUBLIC, Access
from shop.api.throttling import KindThrottle
from shop.api.views.base import ApiView

# A review's own limits.
MOST_CHARACTERS: Final = 20_000
LONGEST_TITLE: Final = 300
LABELS: Final = {value: label.lower() for value, label in ReviewReading.Label.choices}


class SentimentThrottle(KindThrottle):
    """Reading a text costs a hundred times what a list of products does: counted apart."""

    kind = "sentiment"


class OwnTextSerializer(serializers.Serializer[Any]):
    """A text to be read."""

    title = serializers.CharField(
        required=False, allow_blank=True, default="", max_length=LONGEST_TITLE
    )
    text = serializers.CharField(max_length=MOST_CHARACTERS)
    rating = serializers.IntegerField(
        required=False, min_value=1, max_value=5, help_text="Stars given with it, if any."
    )


class ReadSentenceSerializer(serializers.Serializer[Any]):
    """A sentence, and where it stands. Places are characters of `read`, ends exclusive."""

    text = serializers.CharField()
    begin = serializers.IntegerField()
    end = serializers.IntegerField()
    sentiment = serializers.ChoiceField(choices=list(LABELS.values()))
    polarity = serializers.FloatField(help_text="From -1 to 1.")


class MentionSerializer(serializers.Serializer[Any]):
    """Something the text talks about, and how it is meant there."""

    term = serializers.CharField(help_text="In lower case and the singular.")
    text = serializers.CharField(help_text="As it is written.")
    begin = serializers.IntegerField()
    end = serializers.IntegerField()
    sentence = serializers.IntegerField(help_text="Which of the sentences, from 0.")
    sentiment = serializers.ChoiceField(choices=list(LABELS.values()))
    confidence = serializers.FloatField(help_text="From 0 to 1.")


class SentimentSerializer(serializers.Serializer[Any]):
    """What a text comes to."""

    read = serializers.CharField(help_text="Title and text as one: what all places refer to.")
    sentiment = serializers.ChoiceField(choices=list(LABELS.values()))
    probability = serializers.FloatField(help_text="That it is meant well, calibrated: 0 to 1.")
    polarity = serializers.FloatField(help_text="From -1 to 1, 0 where it could be either.")
    contradicts_rating = serializers.BooleanField(help_text="Stars and words say opposite things.")
    sentences = ReadSentenceSerializer(many=True)
    mentions = MentionSerializer(many=True)
    topics = serializers.ListField(child=serializers.ChoiceField(choices=list(TOPICS)))
    concerns = serializers.ListField(
        child=serializers.ChoiceField(choices=list(CONCERNS)),
        help_text="What a moderator would look at.",
    )
    language = serializers.CharField(help_text="ISO 639-1, or nothing where it cannot be told.")
    model_version = serializers.CharField()


class SentimentView(ApiView):
    """Reads a text. Nothing of it is kept, and no session is looked at."""

    access: ClassVar[dict[str, Access]] = {"post": PUBLIC}
    authentication_classes = [ScopedTokenAuthentication]
    throttle_classes = [SentimentThrottle]

    @extend_schema(
        request=OwnTextSerializer, responses=SentimentSerializer, operation_id="read_sentiment"
    )
    def post(self, request: Request) -> Response:
        """Return how a text is meant, sentence by sentence, and what it mentions.

        The models were learnt on reviews in English; `language` says what the text seems to be in.
        """
        serializer = OwnTextSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        given = serializer.validated_data
        text = ReviewText(title=given["title"], body=given["text"], rating=given.get("rating"))
        models = models_in_use()
        (reading,) = read_reviews([text], models=models)
        return Response({**as_json(text, reading), "model_version": models.version})


def as_json(text: ReviewText, reading: Reading) -> dict[str, Any]:
    """Return a reading as `SentimentSerializer` describes it, less the version."""
    return {
        "read": text.whole,
        "sentiment": LABELS[label_of(reading.polarity)],
        "probability": round(reading.probability, 4),
        "polarity": round(reading.polarity, 4),
        "contradicts_rating": reading.is_contradictory,
        "sentences": [
            {
                "text": each.text,
                "begin": each.begin,
                "end": each.end,
                "sentiment": LABELS[label_of(each.polarity)],
                "polarity": round(each.polarity, 4),
            }
            for each in reading.sentences
        ],
        "mentions": [
            {
                "term": each.term,
                "text": each.surface,
                "begin": each.begin,
                "end": each.end,
                "sentence": each.sentence,
                "sentiment": LABELS[each.polarity],
                "confidence": round(each.confidence, 4),
            }
            for each in reading.mentions
        ],
        "topics": list(reading.topics),
        "concerns": list(reading.concerns),
        "language": reading.language,
    }
