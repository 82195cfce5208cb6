"""The front page of a shop whose staff have not made one: sections that suit any catalogue."""

from django.conf import settings
from django.urls import reverse

from shop.models import HomeSection

Kind, Rule = HomeSection.Kind, HomeSection.Rule


def standing_sections() -> list[HomeSection]:
    """Return window, aisles, and what is new, praised, well rated and reduced; none is stored."""
    everything = reverse("shop:all")
    return [
        HomeSection(
            kind=Kind.HERO,
            title=settings.SHOP["TAGLINE"],
            link_text="See what is new",
            link_path=f"{everything}?sort=newest",
        ),
        HomeSection(
            kind=Kind.CATEGORIES,
            title="Walk the aisles",
            link_text="Everything in the shop",
            link_path=everything,
        ),
        _row("New arrivals", Rule.NEWEST, "All that is new", f"{everything}?sort=newest"),
        HomeSection(kind=Kind.QUOTES, title="What a customer says"),
        _row(
            "Well liked by those who bought it",
            Rule.BEST_RATED,
            "Best rated first",
            f"{everything}?sort=rating",
        ),
        _row("Reduced", Rule.REDUCED, "All reductions", f"{everything}?sale=true"),
    ]


def _row(title: str, rule: HomeSection.Rule, link_text: str, link_path: str) -> HomeSection:
    return HomeSection(
        kind=Kind.PRODUCTS, title=title, rule=rule, link_text=link_text, link_path=link_path
    )
