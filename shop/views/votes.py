"""Saying that a review was helpful, and taking that back."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from shop.models import Product, Review
from shop.models.reviews import ReviewQuerySet
from shop.services.review_votes import vote_helpful, withdraw_vote
from shop.views.fragments import PageRequest
from shop.views.limits import find_excess, mark_refused, refuse
from shop.views.voter import require_voter

# What the button sends that takes a vote back; anything else is a vote.
BACK = "0"


def votable(request: PageRequest) -> ReviewQuerySet:
    """Return the reviews that this visitor can vote for: those that are shown, less their own."""
    shown = Review.objects.published().filter(product__status=Product.Status.ACTIVE)
    own = request.user.pk if request.user.is_authenticated else None
    return (shown.exclude(author=own) if own else shown).select_related("product")


@require_POST
def vote(request: PageRequest, pk: int) -> HttpResponse:
    """Count the visitor's vote for a review, once, or take it back."""
    review = get_object_or_404(votable(request), pk=pk)
    place = f"{review.product.get_absolute_url()}#review-{review.pk}"
    has_voted = request.POST.get("helpful") != BACK
    if limit := find_excess(request, kind="vote"):
        if not request.htmx:
            return refuse(request, limit, back=place)
        context = {"review": review, "has_voted": not has_voted, "wait": limit.wait_words}
        return mark_refused(render(request, "shop/_vote.html", context), limit)
    change = vote_helpful if has_voted else withdraw_vote
    review.helpful_count = change(review=review, voter=require_voter(request))
    if request.htmx:
        return render(request, "shop/_vote.html", {"review": review, "has_voted": has_voted})
    return redirect(place)
