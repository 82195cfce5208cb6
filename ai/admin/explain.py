"""“Why is this here?”: each hit of a search with what put it there, and staff's opinion of it."""

from typing import Any, Final

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_POST

from ai.models import Judgement
from ai.search.lab import gains_of, judge
from ai.search.service import search
from ai.search.steering.texts import same_text
from ai.search.types import Hit, SearchRequest, SearchResult
from shop.admin.permissions import needs
from shop.models import Product

MAY_EXPLAIN: Final = ("shop.view_product",)
MAY_JUDGE: Final = ("ai.add_judgement", "ai.change_judgement")
PAGE_SIZE: Final = 12
MOST_PAGES: Final = 40
RULES: Final = {
    "synonym": "synonymrule",
    "pin": "pinrule",
    "boost": "boostrule",
    "redirect": "redirectrule",
}


@require_GET
@needs(*MAY_EXPLAIN)
def explain(request: HttpRequest) -> HttpResponse:
    """Show what was understood of a search, where its time went, and each hit's reasons."""
    text = request.GET.get("q", "").replace("\x00", " ")
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": "Why is this here?",
        "q": text,
        "scale": Judgement.Gain.choices,
        "may_judge": request.user.has_perms(MAY_JUDGE),
    }
    if same_text(text):
        page = _page(request.GET.get("page", ""))
        result = search(
            SearchRequest(
                q=text,
                page=page,
                page_size=PAGE_SIZE,
                explain=True,
                with_facets=False,
                verbatim=request.GET.get("verbatim") == "true",
            )
        )
        context |= _shown(result, first=(page - 1) * PAGE_SIZE + 1)
    return TemplateResponse(request, "admin/ai/explain.html", context)


@require_POST
@needs(*MAY_JUDGE)
def judge_hit(request: HttpRequest) -> HttpResponse:
    """Keep a rating; htmx gets the row's scale anew, a browser goes back to the page."""
    text, number = request.POST.get("q", "").replace("\x00", " "), request.POST.get("gain", "")
    product = get_object_or_404(Product, pk=_number(request.POST.get("product", "")))
    if not same_text(text) or number not in {str(gain) for gain in Judgement.Gain}:
        messages.error(request, "Choose a rating from 0 to 3 for a search.")
        return redirect("ai-explain")
    gain = int(number)
    judge(query=text, product=product, gain=gain, author=request.user)
    if getattr(request, "htmx", False):
        context = {"q": text, "pk": product.pk, "gain": gain, "scale": Judgement.Gain.choices}
        return TemplateResponse(
            request, "admin/ai/_judge.html", {**context, "title": product.title}
        )
    query = urlencode({"q": text, "page": request.POST.get("page", "1")})
    return redirect(f"{reverse('ai-explain')}?{query}#hit-{product.pk}")


def _shown(result: SearchResult, *, first: int) -> dict[str, Any]:
    gains = gains_of(result.query.text)
    stages = [(stage, spent) for stage, spent in result.timings.items() if stage != "total"]
    return {
        "result": result,
        "rules": [(note, _rule_address(note.kind, note.id)) for note in result.rules],
        "rows": [
            {
                "place": place,
                "hit": hit,
                "gain": gains.get(hit.product.pk),
                "rules": [(note, _rule_address(note.kind, note.id)) for note in _rules(hit)],
            }
            for place, hit in enumerate(result.hits, first)
        ],
        "stages": sorted(stages, key=lambda each: -each[1]),
        "total_ms": result.timings.get("total", 0.0),
        "constraints": result.understanding.constraints,
        "previous": result.page - 1 if result.page > 1 else None,
        "next": result.page + 1 if result.page < min(result.pages, MOST_PAGES) else None,
    }


def _rules(hit: Hit) -> Any:
    return hit.explanation.rules if hit.explanation is not None else ()


def _rule_address(kind: str, pk: int) -> str:
    return reverse(f"admin:ai_{RULES[kind]}_change", args=[pk]) if pk else ""


def _page(text: str) -> int:
    return max(1, min(_number(text), MOST_PAGES))


def _number(text: str) -> int:
    # No row has the number 0: what is not a number is not found.
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0  # noqa: PLR2004
