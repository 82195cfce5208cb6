"""Embedding spaces and jobs as JSON."""

from typing import Any

from rest_framework import serializers

from ai.models import EmbeddingJob, EmbeddingSpace

# A request names at most this many products; more than that is the scope `all` or `stale`.
MAX_SELECTED = 10_000


class CoverageSerializer(serializers.Serializer[Any]):
    """How true the vectors of one kind of source are, worked out from hashes."""

    kind = serializers.CharField(read_only=True)
    total = serializers.IntegerField(read_only=True)
    fresh = serializers.IntegerField(read_only=True)
    stale = serializers.IntegerField(read_only=True)
    missing = serializers.IntegerField(read_only=True)
    orphaned = serializers.IntegerField(read_only=True)


class SpaceSerializer(serializers.ModelSerializer[EmbeddingSpace]):
    """A space in a list."""

    class Meta:
        model = EmbeddingSpace
        fields: tuple[str, ...] = (
            *("id", "name", "model_id", "dimensions", "status", "created_at", "live_since"),
        )
        read_only_fields = fields


class SpaceDetailSerializer(SpaceSerializer):
    """A space with the state of its vectors."""

    coverage = CoverageSerializer(many=True, read_only=True)

    class Meta(SpaceSerializer.Meta):
        fields = (*SpaceSerializer.Meta.fields, "coverage")
        read_only_fields = fields


class JobSummarySerializer(serializers.ModelSerializer[EmbeddingJob]):
    """A job in a list."""

    class Meta:
        model = EmbeddingJob
        fields: tuple[str, ...] = (
            *("id", "space", "scope", "status", "total", "done", "embedded", "skipped", "failed"),
            *("message", "created_at", "started_at", "finished_at"),
        )
        read_only_fields = fields


class JobSerializer(JobSummarySerializer):
    """A job with its throughput."""

    per_second = serializers.FloatField(read_only=True, allow_null=True)
    eta_s = serializers.FloatField(
        read_only=True, allow_null=True, help_text="Seconds left; null when nobody can tell."
    )

    class Meta(JobSummarySerializer.Meta):
        fields = (*JobSummarySerializer.Meta.fields, "per_second", "eta_s")
        read_only_fields = fields


class NewJobSerializer(serializers.Serializer[Any]):
    """What to embed again; without a space, in the live one."""

    scope = serializers.ChoiceField(choices=EmbeddingJob.Scope.choices)
    space = serializers.PrimaryKeyRelatedField(
        queryset=EmbeddingSpace.objects.maintained(), required=False
    )
    product_ids = serializers.ListField(
        child=serializers.IntegerField(min_value=1, max_value=2**63 - 1),
        required=False,
        max_length=MAX_SELECTED,
        help_text="For the scope `selected`.",
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Refuse a selection of nothing, and a selection that would be ignored."""
        selected = attrs["scope"] == EmbeddingJob.Scope.SELECTED
        if selected and not attrs.get("product_ids"):
            raise serializers.ValidationError({"product_ids": ["Name at least one product."]})
        if not selected and attrs.get("product_ids"):
            raise serializers.ValidationError(
                {"product_ids": ["Products are named for the scope `selected` only."]}
            )
        return attrs
