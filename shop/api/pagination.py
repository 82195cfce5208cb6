"""Pages of a list, with the links between them."""

from typing import Any

from rest_framework.pagination import PageNumberPagination as BasePagination
from rest_framework.response import Response


class PageNumberPagination(BasePagination):
    """Answers `?page=` and `?page_size=`; the neighbours are in the body and in a Link header."""

    page_size_query_param = "page_size"
    # A page is one query and one answer of some 100 kB; whoever wants all follows `next`.
    max_page_size = 100

    def get_paginated_response(self, data: Any) -> Response:
        """Return the page with its count and links."""
        page: Any = self.page
        links = {"next": self.get_next_link(), "prev": self.get_previous_link()}
        response = Response(
            {
                "count": page.paginator.count,
                "page": page.number,
                "pages": page.paginator.num_pages,
                "next": links["next"],
                "previous": links["prev"],
                "results": data,
            }
        )
        header = ", ".join(f'<{url}>; rel="{name}"' for name, url in links.items() if url)
        if header:
            response["Link"] = header
        return response

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Return the OpenAPI schema of a page."""
        described: dict[str, Any] = super().get_paginated_response_schema(schema)
        properties = described["properties"]
        properties["page"] = {"type": "integer", "example": 1}
        properties["pages"] = {"type": "integer", "example": 7}
        described["required"] = ["count", "page", "pages", "next", "previous", "results"]
        return described
