"""Search over HTTP."""

from typing import ClassVar

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import NotFound, PermissionDenied, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from ai.analytics.receipts import sign_receipt
from ai.api.search_serializers import SearchResultSerializer
from ai.search.parameters import ParameterReader
from ai.search.service import search
from ai.search.types import MAX_PAGE_SIZE
from shop.api.access import reads_catalogue
from shop.api.permissions import PUBLIC, Access
from shop.api.views.base import ApiView
from shop.listing.sorting import Sort

PAGE_SIZE = 20

PARAMETERS = [
    OpenApiParameter("q", description="What to look for; without it, everything is listed."),
    OpenApiParameter("category", description="Slug; everything below it is included."),
    OpenApiParameter("brand", many=True, description="Slug; repeat it for any of several."),
    OpenApiParameter("price_min", OpenApiTypes.DECIMAL, description="Of the cheapest variant."),
    OpenApiParameter("price_max", OpenApiTypes.DECIMAL, description="Of the cheapest variant."),
    OpenApiParameter("rating_min", OpenApiTypes.NUMBER, description="Average stars, 1 to 5."),
    OpenApiParameter("in_stock", OpenApiTypes.BOOL, description="Can be bought now, or cannot."),
    OpenApiParameter("on_sale", OpenApiTypes.BOOL, description="Costs less than it did, or not."),
    OpenApiParameter(
        "attribute",
        many=True,
        description="`code:value`, for a number also `code:10..20`; repeat it: the same code means "
        "any of several values, different codes mean all of them.",
    ),
    OpenApiParameter(
        "keep",
        many=True,
        description="The `remove` of a constraint in `understood`: its words stay plain words.",
    ),
    OpenApiParameter(
        "verbatim", OpenApiTypes.BOOL, description="True: the spelling is not corrected."
    ),
    OpenApiParameter("sort", enum=[str(sort) for sort in Sort]),
    OpenApiParameter("page", OpenApiTypes.INT, description="From 1."),
    OpenApiParameter("page_size", OpenApiTypes.INT, description=f"1 to {MAX_PAGE_SIZE}."),
    OpenApiParameter(
        "explain",
        OpenApiTypes.BOOL,
        description="Adds the rules that are for this search, and to each hit why it is where it "
        "is; for staff and for tokens that may read the catalogue, others are refused.",
    ),
]


class SearchView(ApiView):
    """Search by words and by meaning."""

    access: ClassVar[dict[str, Access]] = {"get": PUBLIC}
    # The timings differ every time.
    conditional = False

    @extend_schema(parameters=PARAMETERS, responses=SearchResultSerializer, operation_id="search")
    def get(self, request: Request) -> Response:
        """Return a page of hits with highlights, exact totals and facets."""
        reader = ParameterReader(dict(request.query_params.lists()))
        wanted = reader.read(page_size=PAGE_SIZE)
        if reader.problems:
            raise ValidationError(reader.problems)
        if wanted.explain and not reads_catalogue(request):
            raise PermissionDenied("Only the catalogue's own people get explanations.")
        result = search(wanted)
        if wanted.page > result.pages:
            raise NotFound(f"There are {result.pages} pages.")
        return Response(
            SearchResultSerializer(
                result, context={"request": request, "receipt": sign_receipt(result)}
            ).data
        )
