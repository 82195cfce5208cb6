"""A small camp shop with a past: orders that go together, looks, and a run over both."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from ai.models import RecommendationGeneration, RecommendationJob
from ai.recommendations.generations import live_generation
from ai.recommendations.jobs import run_chunk, start_run
from shop.models import Order, Product, ProductView, User
from tests.ai.search.conftest import make_searchable
from tests.factories.shop import (
    BrandFactory,
    CategoryFactory,
    OrderFactory,
    OrderLineFactory,
    ProductFactory,
)

# Title, shelf, price.
GOODS = {
    "tarn-1": ("Tarn 1 tent", "tents", 200),
    "tarn-2": ("Tarn 2 tent", "tents", 260),
    "tarn-3": ("Tarn 3 tent for three", "tents", 320),
    "beck": ("Beck light tent", "tents", 240),
    "palace": ("Palace family tent", "tents", 2400),
    "pegs": ("Pegs for tents", "pegs", 9),
    "mallet": ("Mallet for pegs", "pegs", 19),
    "lamp": ("Lamp for the tent", "lamps", 29),
    "stove": ("Stove for gas", "stoves", 60),
    "gas": ("Gas for the stove", "stoves", 7),
    "mug": ("Mug of steel", "stoves", 12),
}


@dataclass(frozen=True, kw_only=True)
class Camp:
    """The products by slug."""

    products: dict[str, Product]

    def id(self, slug: str) -> int:
        return self.products[slug].pk

    def ids(self, *slugs: str) -> list[int]:
        return [self.id(slug) for slug in slugs]

    def slugs(self, ids: Iterable[int]) -> list[str]:
        names = {product.pk: slug for slug, product in self.products.items()}
        return [names.get(pk, f"#{pk}") for pk in ids]


def order(*products: Product, customer: User | None = None, days_ago: float = 5) -> Order:
    """Return a placed order of one piece each."""
    made: Order = OrderFactory.create(
        line=None,
        customer=customer,
        placed_at=timezone.now() - timedelta(days=days_ago),
        status=Order.Status.PLACED,
        **({"email": customer.email} if customer else {}),
    )
    for product in products:
        OrderLineFactory(order=made, variant=product.variants.get(), product=product)
    return made


def look(visitor: str, *products: Product, at: datetime | None = None) -> None:
    """Have a visitor look at products one after the other."""
    begin = at or timezone.now() - timedelta(days=2)
    ProductView.objects.bulk_create(
        ProductView(product=each, visitor=visitor, viewed_at=begin + timedelta(minutes=number))
        for number, each in enumerate(products)
    )


def make_camp() -> Camp:
    """Return the shop's products, searchable."""
    shelves = {
        slug: CategoryFactory(slug=slug, name=slug.title())
        for slug in ("tents", "pegs", "lamps", "stoves")
    }
    brands = [BrandFactory(name=name) for name in ("Fell", "Moor", "Scar")]
    products = {
        slug: ProductFactory.create(
            slug=slug,
            title=title,
            category=shelves[shelf],
            brand=brands[number % 3],
            variant__price=price,
            description=f"<p>{title} for {shelf}.</p>",
            published_at=timezone.now() - timedelta(days=10 + number),
        )
        for number, (slug, (title, shelf, price)) in enumerate(GOODS.items())
    }
    make_searchable(*products.values())
    return Camp(products=products)


def give_past(camp: Camp) -> None:
    """Let people have bought pegs and lamps with tents, gas with stoves, and looked around."""
    of = camp.products
    for number in range(6):
        order(of["tarn-2"], of["pegs"], *([of["lamp"]] if number < 3 else []))
    for _ in range(4):
        order(of["stove"], of["gas"])
    order(of["tarn-2"], of["mug"])
    for number in range(5):
        look(f"v{number}", of["tarn-2"], of["beck"], of["stove"])


def run_all(scope: str = RecommendationJob.Scope.ALL, **fields: Any) -> RecommendationGeneration:
    """Do what a worker does with a run, and return what is live then."""
    job = start_run(scope=scope, **fields)
    assert job is not None
    baton = run_chunk(job_id=job.pk)
    while baton:
        baton = run_chunk(job_id=job.pk, baton=baton)
    job.refresh_from_db()
    assert job.status == RecommendationJob.Status.DONE, job.message
    live = live_generation()
    assert live is not None
    return live


@pytest.fixture
def bare_camp(db: None) -> Camp:
    """Return the shop as nobody has used it yet."""
    return make_camp()


@pytest.fixture
def camp(bare_camp: Camp) -> Camp:
    """Return the shop with a past, and lists made of it."""
    give_past(bare_camp)
    run_all()
    return bare_camp
