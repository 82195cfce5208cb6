"""Brands, categories and attributes by what files call them; missing ones are made."""

from collections.abc import Iterable, Mapping

from simple_history.utils import bulk_create_with_history

from shop.models import Attribute, Brand, Category
from shop.services.imports.records import AttributeDefinition
from shop.services.imports.text import make_slug
from shop.services.slugs import free_slug

Names = tuple[str, ...]


class Lookups:
    """What the shop has, read once a chunk of work; a few thousand rows at most."""

    def __init__(self) -> None:
        self.attributes: dict[str, Attribute] = {}
        self._codes: dict[int, str] = {}
        self._brands: dict[str, int] = {}
        self._brand_names: dict[int, str] = {}
        self._categories: dict[Names, int] = {}
        self._names: dict[int, Names] = {}
        self._category_slugs: set[str] = set()
        self.reload()

    def reload(self) -> None:
        """Read again: after a rollback, what was made here is gone."""
        self.attributes = {attribute.code: attribute for attribute in Attribute.objects.all()}
        self._codes = {attribute.pk: code for code, attribute in self.attributes.items()}
        self._brand_names = dict(Brand.objects.values_list("pk", "name"))
        self._brands = {name.casefold(): pk for pk, name in self._brand_names.items()}
        self._categories, self._names = {}, {}
        by_path: dict[str, Names] = {}
        rows = Category.objects.order_by("path").values_list("pk", "path", "name", "slug")
        for pk, path, name, slug in rows:
            names = (*by_path.get(path[: -Category.steplen], ()), name)
            by_path[path] = self._names[pk] = names
            self._categories[_folded(names)] = pk
            self._category_slugs.add(slug)

    def kind_and_unit(
        self, code: str, definitions: Mapping[str, AttributeDefinition]
    ) -> tuple[str, str]:
        """Return an attribute's type and unit: the shop's own, else the file's."""
        known = self.attributes.get(code) or definitions.get(code)
        return (known.kind, known.unit) if known else ("text", "")

    def brand_id(self, name: str | None) -> int | None:
        """Return the id of a brand that is there, whatever the case of its name."""
        return None if name is None else self._brands.get(name.casefold())

    def brand_name(self, pk: int | None) -> str | None:
        """Return a brand's name."""
        return None if pk is None else self._brand_names.get(pk)

    def code(self, attribute_id: int) -> str:
        """Return an attribute's code."""
        return self._codes.get(attribute_id, "")

    def category_id(self, names: Names | None) -> int | None:
        """Return the id of a category that is there."""
        return None if names is None else self._categories.get(_folded(names))

    def category_names(self, pk: int | None) -> Names:
        """Return a category's names from the top down."""
        return () if pk is None else self._names.get(pk, ())

    def make_brands(self, names: Iterable[str | None]) -> None:
        """Make the brands that are not there."""
        missing = {name.casefold(): name for name in names if name and self.brand_id(name) is None}
        if not missing:
            return
        slugs = {key: make_slug(name, limit=140) for key, name in missing.items()}
        taken = set(Brand.objects.filter(slug__in=slugs.values()).values_list("slug", flat=True))
        brands = []
        for key, name in missing.items():
            slug = free_slug(slugs[key], limit=140, is_taken=taken.__contains__)
            taken.add(slug)
            brands.append(Brand(name=name, slug=slug))
        for brand in bulk_create_with_history(brands, Brand):
            self._brands[brand.name.casefold()] = brand.pk
            self._brand_names[brand.pk] = brand.name

    def make_category(self, names: Names) -> int:
        """Return the id of a category, making it and those above it where they are not there."""
        found = self.category_id(names)
        if found is not None:
            return found
        slug = free_slug(
            make_slug(" ".join(names), limit=160),
            limit=160,
            is_taken=self._category_slugs.__contains__,
        )
        self._category_slugs.add(slug)
        category = Category(name=names[-1], slug=slug)
        if len(names) == 1:
            Category.objects.add_root(instance=category)
        else:
            parent = Category.objects.get(pk=self.make_category(names[:-1]))
            Category.objects.add_child(parent, instance=category)
        self._categories[_folded(names)] = category.pk
        self._names[category.pk] = names
        return int(category.pk)

    def make_attributes(
        self, codes: Iterable[str], definitions: Mapping[str, AttributeDefinition]
    ) -> None:
        """Make the attributes that are not there."""
        missing = [code for code in dict.fromkeys(codes) if code not in self.attributes]
        if not missing:
            return
        made = Attribute.objects.bulk_create(
            [_attribute(definitions.get(code) or _unnamed(code)) for code in missing]
        )
        self.attributes.update((attribute.code, attribute) for attribute in made)
        self._codes.update((attribute.pk, attribute.code) for attribute in made)


def _folded(names: Names) -> Names:
    return tuple(name.casefold() for name in names)


def _unnamed(code: str) -> AttributeDefinition:
    return AttributeDefinition(code=code, name=code.replace("_", " ").capitalize())


def _attribute(definition: AttributeDefinition) -> Attribute:
    return Attribute(
        code=definition.code,
        name=definition.name,
        kind=definition.kind,
        unit=definition.unit,
        is_filterable=definition.is_filterable,
        position=definition.position,
    )
