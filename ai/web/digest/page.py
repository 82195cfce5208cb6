"""The page of a product's reviews by what they say; a part of it for htmx."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from ai.models import ReviewDigest
from ai.reviews.digest.facts import Facts, facts_of, least_reviews
from ai.web.digest.box import MOST_CHIPS, build_box
from ai.web.digest.choice import read_choice
from ai.web.digest.listing import build_said_list
from shop.models import Product
from shop.views.fragments import PageRequest, push_address, vary_by_fragment, wants_fragment
from shop.views.listing.addresses import tidy

SAID = "said"


@require_safe
def reviews_page(request: PageRequest, slug: str) -> HttpResponse:
    """Show the reviews of a product that say what is asked for, the sentences marked."""
    product = get_object_or_404(Product.objects.published(), slug=slug)
    facts = facts_of_product(product)
    least = least_reviews()
    aspects = [each for each in facts.aspects if each.reviews >= least] if facts else []
    data = tidy(request.GET)
    choice = read_choice(data, aspects)
    said = build_said_list(product, choice, aspects[:MOST_CHIPS], path=request.path, data=data)
    context = {"product": product, "said": said, "path": request.path}
    if wants_fragment(request, SAID):
        response = render(request, "ai/digest/_said.html", context)
        # On a product's own page the address stays the product's.
        is_here = (request.htmx.current_url_abs_path or "").startswith(request.path)
        if is_here:
            push_address(request, response, said.address)
    else:
        context["box"] = build_box(slug, facts) if facts else None
        response = render(request, "ai/digest/page.html", context)
    return vary_by_fragment(response)


def facts_of_product(product: Product) -> Facts | None:
    """Return what a product's reviews come to; None where nobody has written."""
    digest = ReviewDigest.objects.filter(product=product).first()
    return facts_of(digest) if digest else None
