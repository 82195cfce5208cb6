"""The front page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from shop.listing.restrictions import is_on_sale
from shop.listing.sorting import Sort, sort_products
from shop.models import Product
from shop.views.front.aisles import find_aisles
from shop.views.front.praise import find_praise
from shop.views.front.window import dress_window

# One row of the grid at its widest.
ROW = 4
# Below this many reviews "well rated" says little.
ENOUGH_REVIEWS = 3


def home(request: HttpRequest) -> HttpResponse:
    """Show the window, the aisles, what is new, well rated and reduced."""
    products = Product.objects.published()
    window = dress_window(products)
    sellable = products.in_stock().exclude(pk__in=[each.pk for each in window])
    new_arrivals = list(sort_products(sellable, Sort.NEWEST).for_cards()[:ROW])
    # Rows do not repeat what stands above them.
    others = sort_products(
        sellable.exclude(pk__in=[each.pk for each in new_arrivals]), Sort.RECOMMENDED
    )
    well_rated = list(others.filter(rating_count__gte=ENOUGH_REVIEWS).for_cards()[:ROW])
    others = others.exclude(pk__in=[each.pk for each in well_rated])
    context = {
        "window": window,
        "aisles": find_aisles(),
        "new_arrivals": new_arrivals,
        "well_rated": well_rated,
        "reduced": list(others.filter(is_on_sale()).for_cards()[:ROW]),
        "praise": find_praise(),
    }
    return render(request, "shop/home.html", context)
