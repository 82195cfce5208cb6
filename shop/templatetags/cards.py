"""Product cards in templates."""

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from shop.cards import Card, DrawnCard, card_of, draw_card
from shop.models import Product
from shop.templatetags.hearts import heart
from shop.templatetags.pictures import LOADING

register = template.Library()


@register.filter
def card(product: Product) -> Card:
    """Return the card of a product that was read with `Product.objects.for_cards()`."""
    return card_of(product)


@register.simple_tag(takes_context=True)
def product_card(
    context: Context, product: Product | DrawnCard, *, load: str = "lazy"
) -> SafeString:
    """Draw a product's card and the visitor's heart on it; `load` is said of its first picture."""
    drawn = product if isinstance(product, DrawnCard) else draw_card(product)
    html = drawn.html.replace(LOADING["lazy"], LOADING[load], 1)
    return format_html(
        '<article class="{}">{}{}</article>',
        drawn.css,
        # Rendered by a template, which has escaped what it shows.
        mark_safe(html),  # noqa: S308
        heart(context, drawn),
    )
