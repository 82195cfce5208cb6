"""Writing a review, and saying that one was helpful."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from shop.exceptions import ShopError
from shop.forms import ReviewForm
from shop.models import Product, Review
from shop.services.reviews import submit_review, vote_helpful
from shop.views.fragments import PageRequest
from shop.views.voter import require_voter

THANKS = "Thank you. Your review will appear here as soon as it has been read."
PUBLISHED = "Your review has been published."


def send_review(request: HttpRequest, product: Product, form: ReviewForm) -> str:
    """Hand a valid form to the shop and return its thanks; on a refusal say why in the form."""
    if form.is_from_program:
        return THANKS
    user = request.user if request.user.is_authenticated else None
    values = form.cleaned_data
    name = values.get("author_name") or (user.get_full_name() if user else "") or "A customer"
    try:
        review = submit_review(
            product=product,
            author=user,
            author_name=name,
            rating=int(values["rating"]),
            title=values["title"],
            body=values["body"],
        )
    except ShopError as error:
        form.add_error(None, str(error))
        return ""
    return THANKS if review.status == Review.Status.PENDING else PUBLISHED


@require_http_methods(["GET", "HEAD", "POST"])
def write_review(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the form for a review, and take it."""
    product = get_object_or_404(Product.objects.published().for_cards(), slug=slug)
    form = ReviewForm(request.POST or None, is_guest=not request.user.is_authenticated)
    if form.is_valid() and (answer := send_review(request, product, form)):
        messages.success(request, answer)
        return redirect(f"{product.get_absolute_url()}#reviews")
    context = {"product": product, "form": form}
    return render(request, "shop/review_form.html", context)


@require_POST
def vote(request: PageRequest, pk: int) -> HttpResponse:
    """Count the visitor's vote for a review, once."""
    published = Review.objects.published().filter(product__status=Product.Status.ACTIVE)
    review = get_object_or_404(published.select_related("product"), pk=pk)
    review.helpful_count = vote_helpful(review=review, voter=require_voter(request))
    if request.htmx:
        return render(request, "shop/_vote.html", {"review": review, "has_voted": True})
    return redirect(f"{review.product.get_absolute_url()}#review-{review.pk}")
