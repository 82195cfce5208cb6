"""The reviews somebody wrote."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from shop.views.account.visitor import AccountRequest

PAGE_SIZE = 10


@login_required
def my_reviews(request: AccountRequest) -> HttpResponse:
    """Show the account's reviews, those that wait for moderation too."""
    reviews = request.user.reviews.select_related("product").order_by("-created_at", "-id")
    page = Paginator(reviews, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "shop/account/reviews.html", {"page": page})
