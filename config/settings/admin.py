"""The look of the admin: titles, and a sidebar by what people do rather than by app.

Nothing but this file, `config/staff_site.py`, `shop/admin/theme.py` and templates/unfold knows
django-unfold: without it the admin falls back to Django's own pages.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse_lazy

from config.settings.environment import AI_INSTALLED, env


def _may(*permissions: str) -> Callable[[HttpRequest], bool]:
    """Return a test whether the visitor has any of the permissions."""

    def allowed(request: HttpRequest) -> bool:
        return any(request.user.has_perm(permission) for permission in permissions)

    return allowed


def _model(title: str, icon: str, app: str, model: str, **more: Any) -> dict[str, Any]:
    """Return the sidebar entry of a model's list, shown to those who may see the list."""
    return {
        "title": title,
        "icon": icon,
        "link": reverse_lazy(f"admin:{app}_{model}_changelist"),
        "permission": _may(f"{app}.view_{model}", f"{app}.change_{model}"),
        **more,
    }


def _is_review_queue(request: HttpRequest) -> bool:
    """Return whether the page shows the reviews that wait for moderation."""
    return request.path.endswith("/shop/review/") and request.GET.get("status__exact") == "pending"


def _is_review_list(request: HttpRequest) -> bool:
    """Return whether the page shows reviews, but not the queue."""
    return "/shop/review/" in request.path and not _is_review_queue(request)


def _page(title: str, icon: str, name: str, *permissions: str) -> dict[str, Any]:
    """Return the sidebar entry of a page, shown to those who have all its permissions."""
    return {
        "title": title,
        "icon": icon,
        "link": reverse_lazy(name),
        "permission": lambda request: request.user.has_perms(permissions),
    }


def _work(title: str, icon: str, work: str, permission: str, badge: str) -> dict[str, Any]:
    """Return the sidebar entry of the orders with some kind of work, with their number."""
    return _model(
        *(title, icon, "shop", "order"),
        link=lambda _request: f"{reverse_lazy('admin:shop_order_changelist')}?work={work}",
        permission=_may(permission),
        badge=f"shop.admin.badges.{badge}",
        badge_variant="warning",
        active=lambda request: _is_work(request, work),
    )


def _is_work(request: HttpRequest, work: str) -> bool:
    """Return whether the page shows the orders with this kind of work."""
    return request.path.endswith("/shop/order/") and request.GET.get("work") == work


def _is_order_list(request: HttpRequest) -> bool:
    """Return whether the page is about orders, but not one of the lists of work."""
    is_about_orders = "/shop/order/" in request.path or "/admin/orders/" in request.path
    return is_about_orders and not any(_is_work(request, work) for work in ("to_ship", "returns"))


def environment_label(_request: HttpRequest) -> list[str]:
    """Return the label beside the title: which shop this is, so that nobody edits the wrong one."""
    name = env.str("VITRINE_ENVIRONMENT", default="this machine")
    return [name, "danger" if name == "production" else "info"]


_QUEUE = "?status__exact=pending"

_SEARCH: dict[str, Any] = {
    "title": "Search",
    "separator": True,
    "items": [
        _page("Searches", "query_stats", "ai-searches", "ai.view_queryday"),
        _page("Unmet demand", "search_off", "ai-unmet-demand", "ai.view_unmetdemand"),
        _model("Requests to stock", "add_shopping_cart", "ai", "stockrequest"),
        _page("Why is this here?", "troubleshoot", "ai-explain", "shop.view_product"),
        _model("Synonyms", "join", "ai", "synonymrule"),
        _model("Pins", "keep", "ai", "pinrule"),
        _model("Boosts", "swap_vert", "ai", "boostrule"),
        _model("Redirects", "turn_right", "ai", "redirectrule"),
        _page("Relevance lab", "labs", "ai-lab", "ai.view_judgement"),
    ],
}

_RECOMMENDATIONS: dict[str, Any] = {
    "title": "Recommendations",
    "separator": True,
    "items": [
        _page(
            *("Boxes", "recommend", "ai-recommendations"),
            "ai.view_recommendationgeneration",
        ),
        _page(
            *("Why this one?", "psychology_alt", "ai-recommendations-why"),
            "ai.view_recommendationgeneration",
        ),
        _model("Pins and exclusions", "push_pin", "ai", "recommendationrule"),
        _model("Experiments", "experiment", "ai", "boxexperiment"),
    ],
}

_REVIEWS_READ: list[dict[str, Any]] = [
    _page("How they are meant", "sentiment_satisfied", "ai-sentiment", "ai.view_reviewreading"),
    _model("Stars against words", "balance", "ai", "reviewreading"),
    _model("Aspects", "label", "ai", "aspect"),
]
_AI: dict[str, Any] = {
    "title": "AI",
    "separator": True,
    "items": [
        {
            "title": "Embeddings",
            "icon": "hub",
            "link": reverse_lazy("ai-embeddings"),
            "permission": _may("ai.change_embeddingjob"),
        },
        _model("Spaces", "deployed_code", "ai", "embeddingspace"),
        _model("Jobs", "progress_activity", "ai", "embeddingjob"),
        _model("Failures", "error", "ai", "embeddingfailure"),
        _model("Outbox", "outbox", "ai", "outboxentry"),
    ],
}

UNFOLD: dict[str, Any] = {
    "SITE_TITLE": "Vitrine",
    "SITE_HEADER": env.str("SHOP_NAME", default="Vitrine Outfitters"),
    "SITE_SUBHEADER": "Vitrine admin",
    "SITE_SYMBOL": "storefront",
    "SITE_FAVICONS": [
        {"rel": "icon", "type": "image/svg+xml", "href": lambda _request: static("img/favicon.svg")}
    ],
    "SHOW_BACK_BUTTON": True,
    "DASHBOARD_CALLBACK": "shop.admin.today.add_today",
    "ENVIRONMENT": "config.settings.admin.environment_label",
    "SIDEBAR": {
        "show_search": False,
        "command_search": False,
        "show_all_applications": False,
        "navigation": [
            {
                "title": "Sales",
                "items": [
                    _page(
                        *("Dashboard", "monitoring", "admin-sales"),
                        *("shop.view_order", "shop.view_payment"),
                    ),
                    _work("To ship", "package_2", "to_ship", "shop.view_order", "orders_to_ship"),
                    _work(
                        *("Returns", "assignment_return", "returns"),
                        *("shop.view_returnrequest", "returns_waiting"),
                    ),
                    _model("Orders", "receipt_long", "shop", "order", active=_is_order_list),
                    _page(
                        "Running out",
                        "production_quantity_limits",
                        "admin-restock",
                        "shop.view_variant",
                    ),
                    _model("Coupons", "sell", "shop", "coupon"),
                    _model("Carts", "shopping_cart", "shop", "cart"),
                ],
            },
            {
                "title": "Money",
                "separator": True,
                "items": [
                    _model("Payments", "payments", "shop", "payment"),
                    _model(
                        *("Refunds", "currency_exchange", "shop", "refund"),
                        badge="shop.admin.badges.refunds_failed",
                        badge_variant="warning",
                    ),
                    _model("Taxes", "percent", "shop", "taxclass"),
                ],
            },
            {
                "title": "Catalogue",
                "separator": True,
                "items": [
                    _model("Products", "inventory_2", "shop", "product"),
                    _model("Variants", "style", "shop", "variant"),
                    _model("Categories", "account_tree", "shop", "category"),
                    _model("Brands", "verified", "shop", "brand"),
                    _model("Attributes", "tune", "shop", "attribute"),
                    _model("Imports", "upload_file", "shop", "importjob"),
                ],
            },
            {
                "title": "Reviews",
                "separator": True,
                "items": [
                    _model(
                        *("To moderate", "rate_review", "shop", "review"),
                        link=lambda _request: (
                            f"{reverse_lazy('admin:shop_review_changelist')}{_QUEUE}"
                        ),
                        badge="shop.admin.badges.pending_reviews",
                        badge_variant="warning",
                        active=_is_review_queue,
                    ),
                    _model("All reviews", "reviews", "shop", "review", active=_is_review_list),
                    *(_REVIEWS_READ if AI_INSTALLED else []),
                ],
            },
            {
                "title": "Shipping",
                "separator": True,
                "items": [
                    _model("Countries", "public", "shop", "shippingcountry"),
                    _model("Methods", "local_shipping", "shop", "shippingmethod"),
                    _model("Rates", "table", "shop", "shippingrate"),
                ],
            },
            {
                "title": "Content",
                "separator": True,
                "items": [
                    _model("Front page", "view_quilt", "shop", "homesection"),
                    _model("Pages", "article", "shop", "page"),
                    _model("FAQ", "help", "shop", "faqentry"),
                    _model(
                        *("Outgoing e-mail", "mail", "shop", "outgoingemail"),
                        badge="shop.admin.badges.letters_given_up",
                        badge_variant="warning",
                    ),
                ],
            },
            *([_SEARCH, _RECOMMENDATIONS, _AI] if AI_INSTALLED else []),
            {
                "title": "People",
                "separator": True,
                "items": [
                    _model("Users", "group", "shop", "user"),
                    _model("Groups", "shield_person", "auth", "group"),
                    _model("API tokens", "key", "shop", "apitoken"),
                ],
            },
        ],
    },
}
