"""“Re-embed” among the actions of the product list; the shop's own admin knows nothing of it."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from ai.admin.permissions import MAY_EMBED
from ai.admin.starting import begin_job
from ai.exceptions import NoLiveSpace
from ai.indexing.spaces import get_live_space
from ai.models import EmbeddingJob
from shop.models import Product


@admin.action(description="Re-embed", permissions=["re_embed"])
def re_embed_selected(
    product_admin: Any, request: HttpRequest, queryset: QuerySet[Product]
) -> None:
    """Start a job over the selected products in the live space."""
    try:
        space = get_live_space()
    except NoLiveSpace as error:
        product_admin.message_user(request, str(error), messages.ERROR)
        return
    ids = list(queryset.order_by().values_list("pk", flat=True))
    begin_job(request, space=space, scope=EmbeddingJob.Scope.SELECTED, product_ids=ids)


def add_to_product_list(site: admin.AdminSite) -> None:
    """Put the action on the product list, for those who may embed."""
    product_admin: Any = site.get_model_admin(Product)
    product_admin.has_re_embed_permission = lambda request: request.user.has_perm(MAY_EMBED)
    product_admin.actions = [*product_admin.actions, re_embed_selected]
