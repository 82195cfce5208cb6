"""Writing a review, changing it, and taking it back."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from shop.exceptions import ShopError
from shop.forms import ReviewForm
from shop.models import Product, Review
from shop.services.reviews import delete_review, edit_review, submit_review
from shop.views.detail.reviews import find_own
from shop.views.limits import find_excess, refuse

THANKS = "Thank you. Your review will appear here as soon as it has been read."
PUBLISHED = "Your review has been published."
CHANGED = "Your review has been changed. It will appear again as soon as it has been read."
UNCHANGED = "Nothing was different, so your review stays as it was."
DELETED = "Your review has been deleted."


def own_review(request: HttpRequest, pk: int) -> Review:
    """Return a review by this account, or raise Http404: another's is none of theirs."""
    shown = Review.objects.filter(product__status=Product.Status.ACTIVE)
    return get_object_or_404(shown.select_related("product"), pk=pk, author=request.user)


def send_review(request: HttpRequest, product: Product, form: ReviewForm) -> str:
    """Hand a valid form to the shop and return its thanks; on a refusal say why in the form."""
    if form.is_from_program:
        return THANKS
    user = request.user if request.user.is_authenticated else None
    name = form.cleaned_data.get("author_name") or (user.get_full_name() if user else "")
    try:
        review = submit_review(
            product=product, author=user, author_name=name or "A customer", **form.words
        )
    except ShopError as error:
        form.add_error(None, str(error))
        return ""
    return THANKS if review.status == Review.Status.PENDING else PUBLISHED


def change_review(review: Review, form: ReviewForm) -> str:
    """Hand a valid form to the shop and return what became of it."""
    if not edit_review(review=review, **form.words):
        return UNCHANGED
    return CHANGED if review.status == Review.Status.PENDING else PUBLISHED


@require_http_methods(["GET", "HEAD", "POST"])
def write_review(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the form for a review, and take it."""
    product = get_object_or_404(Product.objects.published().for_cards(), slug=slug)
    own = find_own(request, product)
    if own and request.method != "POST":
        return redirect("shop:review_edit", own.pk)
    form = ReviewForm(request.POST or None, is_guest=not request.user.is_authenticated)
    if form.is_valid():
        if limit := find_excess(request, kind="review"):
            return refuse(request, limit, back=request.path)
        if answer := send_review(request, product, form):
            messages.success(request, answer)
            return redirect(f"{product.get_absolute_url()}#reviews")
    context = {"product": product, "form": form, "own": own}
    return render(request, "shop/review_form.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an account's own review as a form, and take the changes."""
    review = own_review(request, pk)
    before = {"rating": str(review.rating), "title": review.title, "body": review.body}
    form = ReviewForm(request.POST or None, initial=before, is_guest=False)
    if form.is_valid():
        if limit := find_excess(request, kind="review"):
            return refuse(request, limit, back=request.path)
        messages.success(request, change_review(review, form))
        return redirect(f"{review.product.get_absolute_url()}#reviews")
    context = {"product": review.product, "form": form, "review": review}
    return render(request, "shop/review_form.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask whether an account's own review shall go, and delete it."""
    review = own_review(request, pk)
    if request.method == "POST":
        delete_review(review=review)
        messages.success(request, DELETED)
        return redirect(f"{review.product.get_absolute_url()}#reviews")
    return render(request, "shop/review_delete.html", {"product": review.product, "review": review})
