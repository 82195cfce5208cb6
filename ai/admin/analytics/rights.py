"""Who may see what is searched for, and who of them its revenue."""

from typing import Final

from django.http import HttpRequest

from shop.admin.sales import MAY_SEE_SALES

MAY_SEE_SEARCHES: Final = "ai.view_queryday"
MAY_SEE_DEMAND: Final = "ai.view_unmetdemand"


def sees_revenue(request: HttpRequest) -> bool:
    """Return whether the visitor may see sales as well."""
    return request.user.has_perms(MAY_SEE_SALES)
