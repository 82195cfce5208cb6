"""What products have by what is stated: asked of one and of all, it is the same."""

import pytest

from shop.listing.filters import Lacking
from shop.listing.lacking import find_having, has
from shop.models import Attribute, Product, ProductAttribute, ProductOption, Variant
from tests.factories.shop import ProductFactory

pytestmark = pytest.mark.django_db

MATERIALS = {
    "wool": "Wool",
    "lambswool": "Lambswool and silk",
    "free": "Nylon, wool-free",
    "cotton": "Cotton",
    "denied": "Merino wool",
}
THINGS = (
    Lacking(stems=("wool",), codes=("material",)),
    Lacking(stems=("wool",)),
    Lacking(stems=("red",)),
    Lacking(stems=("merino", "wool"), codes=("material",)),
    Lacking(stems=("100%",)),
)


@pytest.fixture
def shelf() -> dict[int, str]:
    material = Attribute.objects.create(code="material", name="Material")
    colour = Attribute.objects.create(code="colour", name="Colour")
    woollen = Attribute.objects.create(code="wool", name="Wool", kind=Attribute.Kind.BOOLEAN)
    made = {}
    for slug, text in MATERIALS.items():
        product = ProductFactory.create(slug=slug, title=f"Scarf {slug}")
        ProductAttribute.objects.create(product=product, attribute=material, text=text)
        made[product.pk] = slug
    answered = {"denied": False, "cotton": True}
    for slug, answer in answered.items():
        product = Product.objects.get(slug=slug)
        ProductAttribute.objects.create(product=product, attribute=woollen, boolean=answer)
    red = Product.objects.get(slug="free")
    ProductOption.objects.create(product=red, attribute=colour, position=1)
    Variant.objects.filter(product=red).update(option1="Red")
    return made


@pytest.mark.parametrize("thing", THINGS, ids=lambda thing: " ".join(thing.stems))
def test_all_at_once_is_one_by_one(shelf: dict[int, str], thing: Lacking) -> None:
    one_by_one = Product.objects.filter(has(thing)).values_list("pk", flat=True)
    assert find_having(thing) == set(one_by_one)


def test_an_answer_outweighs_and_a_compound_counts(shelf: dict[int, str]) -> None:
    found = {shelf[id_] for id_ in find_having(THINGS[0])}
    assert found == {"wool", "lambswool", "cotton"}
    assert {shelf[id_] for id_ in find_having(THINGS[2])} == {"free"}
