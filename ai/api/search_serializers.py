"""Search results as JSON."""

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from ai.search.types import Hit
from ai.search.understanding.types import Kind
from shop.api.fields import PriceField
from shop.api.serializers.products import ProductCardSerializer
from shop.listing.sorting import Sort


class WordSerializer(serializers.Serializer[Any]):
    """A word of the query, as it is looked up."""

    text = serializers.CharField()
    is_known = serializers.BooleanField(help_text="False: no product has it.")


class AskedAttributeSerializer(serializers.Serializer[Any]):
    """What is asked of one attribute."""

    code = serializers.CharField()
    texts = serializers.ListField(child=serializers.CharField())
    minimum = serializers.FloatField(allow_null=True)
    maximum = serializers.FloatField(allow_null=True)
    boolean = serializers.BooleanField(allow_null=True)


class FiltersSerializer(serializers.Serializer[Any]):
    """The filters in force."""

    category = serializers.CharField()
    brands = serializers.ListField(child=serializers.CharField())
    price_min = PriceField(allow_null=True)
    price_max = PriceField(allow_null=True)
    rating_min = serializers.FloatField(allow_null=True)
    in_stock = serializers.BooleanField(allow_null=True)
    on_sale = serializers.BooleanField(allow_null=True)
    attributes = AskedAttributeSerializer(many=True)


class UnderstoodSerializer(serializers.Serializer[Any]):
    """The query as it was understood."""

    text = serializers.CharField(help_text="What was searched for: cleaned, at most 200 letters.")
    was_cut = serializers.BooleanField()
    is_code = serializers.BooleanField(help_text="It is an SKU, barcode or article number.")
    words = WordSerializer(many=True)
    filters = FiltersSerializer()
    sort = serializers.ChoiceField(choices=[str(sort) for sort in Sort])


class ConstraintSerializer(serializers.Serializer[Any]):
    """A part of the text that asks for something beside its words."""

    kind = serializers.ChoiceField(choices=[str(kind) for kind in Kind])
    label = serializers.CharField()  # type: ignore[assignment]
    value = serializers.CharField(source="typed", help_text="The words that were understood so.")
    is_filter = serializers.BooleanField(
        help_text="True: it leaves products out. False: it moves what fits up."
    )
    is_relaxed = serializers.BooleanField(
        help_text="It was a filter and left nothing that matches well."
    )
    remove = serializers.CharField(
        source="key", help_text="Send it as `keep`, and the words are plain words."
    )


class UnderstandingSerializer(serializers.Serializer[Any]):
    """What the text asks for."""

    text = serializers.CharField(help_text="What is left of it to search for.")
    corrected_from = serializers.CharField(
        help_text="The text as it was sent, when its spelling was corrected; `verbatim` refuses."
    )
    constraints = ConstraintSerializer(many=True)


class ContributionSerializer(serializers.Serializer[Any]):
    """One feature of a hit and what it adds to the score."""

    name = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    value = serializers.FloatField(help_text="What the feature is for this hit.")
    amount = serializers.FloatField(help_text="What it adds to the score, below 0 takes from it.")


class RuleSerializer(serializers.Serializer[Any]):
    """A rule of staff that had a say."""

    kind = serializers.ChoiceField(choices=["synonym", "pin", "boost", "redirect"])
    id = serializers.IntegerField()
    label = serializers.CharField(help_text="What it did.")  # type: ignore[assignment]


class ExplanationSerializer(serializers.Serializer[Any]):
    """Why a hit is where it is; for staff only."""

    words_rank = serializers.IntegerField(allow_null=True)
    words = serializers.FloatField()
    meaning_rank = serializers.IntegerField(allow_null=True)
    meaning = serializers.FloatField()
    score = serializers.FloatField()
    is_exact = serializers.BooleanField()
    is_sold_out = serializers.BooleanField()
    boost = serializers.FloatField(help_text="Part of the score: what the text asked for beside.")
    reasons = serializers.ListField(child=serializers.CharField())
    contributions = ContributionSerializer(many=True, help_text="They add up to the score.")

    rules = RuleSerializer(many=True, help_text="Those of staff that moved this product.")


class HighlightsSerializer(serializers.Serializer[Any]):
    """Escaped HTML in which the words of the query are marked."""

    title = serializers.CharField()
    snippet = serializers.CharField()


class HitSerializer(ProductCardSerializer):
    """A product that was found."""

    highlights = HighlightsSerializer(read_only=True)
    explanation = ExplanationSerializer(read_only=True, allow_null=True)

    class Meta(ProductCardSerializer.Meta):
        fields = (
            *(name for name in ProductCardSerializer.Meta.fields if name != "status"),
            *("highlights", "explanation"),
        )
        read_only_fields = fields

    def to_representation(self, instance: Any) -> dict[str, Any]:
        """Return the card of the hit's product with what the search says of it."""
        hit: Hit = instance
        shown: dict[str, Any] = {}
        for name, field in self.fields.items():
            if name not in {"highlights", "explanation"}:
                value = field.get_attribute(hit.product)
                shown[name] = None if value is None else field.to_representation(value)
        shown["highlights"] = {"title": hit.title, "snippet": hit.snippet}
        why = hit.explanation
        shown["explanation"] = None if why is None else ExplanationSerializer(why).data
        return shown


class FacetValueSerializer(serializers.Serializer[Any]):
    """A value with the number of products it would leave."""

    value = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    count = serializers.IntegerField()
    is_chosen = serializers.BooleanField()
    depth = serializers.IntegerField(help_text="Level in the tree of categories, from 1.")
    parent = serializers.CharField(  # type: ignore[assignment]
        help_text="The category above, if it is listed."
    )
    low = PriceField(allow_null=True, help_text="Of a price range, as price_min.")
    high = PriceField(allow_null=True, help_text="Of a price range, as price_max.")


class FacetSerializer(serializers.Serializer[Any]):
    """One way to narrow the hits down; its own choice is left out of its counts."""

    name = serializers.CharField()
    title = serializers.CharField()
    kind = serializers.ChoiceField(choices=["tree", "values", "range"])
    unit = serializers.CharField()
    low = serializers.FloatField(allow_null=True)
    high = serializers.FloatField(allow_null=True)
    minimum = serializers.FloatField(allow_null=True)
    maximum = serializers.FloatField(allow_null=True)
    values = serializers.SerializerMethodField()

    @extend_schema_field(FacetValueSerializer(many=True))
    def get_values(self, facet: Any) -> Any:
        """Return the values (a field of this name would hide the serializer's own)."""
        return FacetValueSerializer(facet.values, many=True).data


class LooserSearchSerializer(serializers.Serializer[Any]):
    """How many products there would be without one facet's filters."""

    group = serializers.CharField()
    title = serializers.CharField()
    total = serializers.IntegerField()


class PopularCategorySerializer(serializers.Serializer[Any]):
    """A category to go on with."""

    name = serializers.CharField()
    slug = serializers.CharField()
    total = serializers.IntegerField()


class RescueSerializer(serializers.Serializer[Any]):
    """What to do when nothing was found."""

    looser = LooserSearchSerializer(many=True)
    categories = PopularCategorySerializer(many=True)


class SearchResultSerializer(serializers.Serializer[Any]):
    """One page of hits, with exact totals and facets over all of them."""

    query = serializers.SerializerMethodField()
    understood = serializers.SerializerMethodField()
    did_you_mean = serializers.CharField(help_text="Empty: nothing to correct.")
    total = serializers.IntegerField()
    is_capped = serializers.BooleanField(help_text="More match than are counted.")
    page = serializers.IntegerField()
    page_size = serializers.IntegerField()
    pages = serializers.IntegerField()
    hits = HitSerializer(many=True)
    facets = FacetSerializer(many=True)
    rescue = RescueSerializer(allow_null=True, help_text="Only when nothing was found.")
    redirect = serializers.CharField(
        help_text="A path of the shop that staff want this search to lead to; empty: none."
    )
    rules = serializers.SerializerMethodField()
    degraded = serializers.BooleanField(help_text="True: something was missing, see note.")
    note = serializers.CharField()
    search_id = serializers.SerializerMethodField(
        help_text="What clicks on these hits name as their search; empty without a text."
    )
    receipt = serializers.SerializerMethodField(
        help_text="Send it as an event where the visitor has agreed to be counted; else nothing of "
        "this search is kept."
    )
    timings = serializers.DictField(
        child=serializers.FloatField(),
        help_text="Milliseconds by stage, each without the stages inside it: `query`, `steering`, "
        "`spelling`, `embedding`, `meaning`, `words`, `fusion`, `ranking`, `filters`, `facets`, "
        "`hits`; and `total`. A stage that did not run is left out.",
    )

    @extend_schema_field(OpenApiTypes.STR)
    def get_search_id(self, result: Any) -> str:
        """Return the id that is in the receipt."""
        signed = self.context.get("receipt")
        return signed.search_id if signed else ""

    @extend_schema_field(OpenApiTypes.STR)
    def get_receipt(self, result: Any) -> str:
        """Return the signed record of what was shown."""
        signed = self.context.get("receipt")
        return signed.token if signed else ""

    @extend_schema_field(UnderstandingSerializer)
    def get_understood(self, result: Any) -> Any:
        """Return what the text asks for."""
        return UnderstandingSerializer(
            {
                "text": result.query.searched,
                "corrected_from": result.corrected_from,
                "constraints": result.understanding.constraints,
            }
        ).data

    @extend_schema_field(
        RuleSerializer(
            many=True,
            allow_null=True,
            help_text="The rules of staff that are for this search; null without `explain`.",
        )
    )
    def get_rules(self, result: Any) -> Any:
        """Return the rules, for those who asked for explanations."""
        if not result.request.explain:
            return None
        return RuleSerializer(result.rules, many=True).data

    @extend_schema_field(UnderstoodSerializer)
    def get_query(self, result: Any) -> Any:
        """Return what was understood of the request."""
        return UnderstoodSerializer(
            {
                "text": result.query.text,
                "was_cut": result.query.was_cut,
                "is_code": result.query.is_code,
                "words": result.query.words,
                "filters": result.request.filters,
                "sort": result.request.sort,
            }
        ).data
