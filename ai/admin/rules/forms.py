"""The forms of rules: what makes no sense, or contradicts another rule, is said in words."""

from typing import Any, ClassVar

from django import forms
from django.db.models import Q
from django.utils import timezone

from ai.admin.rules.conflicts import find_circle, rivals
from ai.models import BoostRule, PinRule, RedirectRule, SearchRule, SynonymRule
from ai.search.query import MAX_CHARACTERS, clean
from ai.search.steering.compiling import compile_rule
from ai.search.steering.loading import read_rules
from ai.search.steering.redirects import searched_at
from ai.search.steering.rules import RuleSet
from ai.search.steering.steered import YES, read_number
from ai.search.steering.texts import MAX_PHRASE, read_text, same_text
from ai.search.steering.widening import MOST_TEXTS
from shop.models import Attribute, ProductAttribute, ProductOption, Variant
from shop.services.own_links import leads_somewhere


class RuleForm(forms.ModelForm):
    """What all kinds of rules check. `is_preview` looks without ever being ready to be saved."""

    is_preview = False

    class Meta:
        model: type[SearchRule]

    def is_valid(self) -> bool:
        """Return whether it can be saved: a preview never is."""
        return super().is_valid() and not self.is_preview

    def clean_query(self) -> str:
        """Return the search as the shop would clean it."""
        text, _ = clean(self.cleaned_data["query"])
        words = read_text(text).words
        if not words:
            raise forms.ValidationError("Write at least one word.")
        if len(words) > MAX_PHRASE:
            raise forms.ValidationError(f"Write at most {MAX_PHRASE} words.")
        return text

    def clean(self) -> dict[str, Any] | None:
        """Look for conflicts with other rules once each field is right."""
        cleaned = super().clean()
        if not self.errors:
            self.check_alone()
        if not self.errors and self.cleaned_data["is_active"]:
            self.check_against_others(self._made())
        return cleaned

    def check_alone(self) -> None:
        """Check what the fields mean together."""

    def check_against_others(self, rule: Any) -> None:
        """Check the rule against those that are on."""

    def _made(self) -> Any:
        """Return the rule as the form has it; the form's own instance is not touched yet."""
        fields = {name: self.cleaned_data[name] for name in self.cleaned_data}
        return self._meta.model(pk=self.instance.pk, **fields)


class SynonymForm(RuleForm):
    """Words, and what else to search for."""

    class Meta:
        model = SynonymRule
        exclude: ClassVar[list[str]] = []

    def clean_alternatives(self) -> str:
        """Return the alternatives one a line, each once."""
        texts = SynonymRule(alternatives=self.cleaned_data["alternatives"]).texts
        cleaned = [clean(text)[0] for text in texts]
        if not all(read_text(text).words for text in cleaned):
            raise forms.ValidationError("Each of them needs at least one word.")
        if len(cleaned) > MOST_TEXTS:
            raise forms.ValidationError(
                f"At most {MOST_TEXTS}: each of them makes the search longer."
            )
        if any(len(text) > MAX_CHARACTERS // 2 for text in cleaned):
            raise forms.ValidationError("One of them is longer than a search can be.")
        return "\n".join(cleaned)

    def check_alone(self) -> None:
        """Refuse a word as its own synonym."""
        query = self.cleaned_data["query"]
        texts = self.cleaned_data["alternatives"].splitlines()
        forms_ = [same_text(text) for text in texts]
        if same_text(query) in forms_:
            self.add_error("alternatives", f"“{query}” is found for itself already.")
        elif len(set(forms_)) < len(forms_):
            self.add_error("alternatives", "Two of them are the same words.")

    def check_against_others(self, rule: SynonymRule) -> None:
        """Refuse a circle of one-way synonyms, and a second rule for the same words."""
        for other in rivals(rule):
            self.add_error("query", f"There is a rule for these words already: {other}")
            return
        circle = () if rule.is_two_way else find_circle(rule)
        if circle:
            self.add_error(
                "alternatives",
                f"This goes round in a circle: {' → '.join(circle)}. "
                "Make it one rule that goes both ways.",
            )


class PinForm(RuleForm):
    """A product and its place."""

    class Meta:
        model = PinRule
        exclude: ClassVar[list[str]] = []

    def check_against_others(self, rule: PinRule) -> None:
        """Refuse two products at one place, and two places for one product."""
        for other in rivals(rule):
            if other.position == rule.position:
                text = f"“{other.product}” stands at place {other.position} of this search already."
                self.add_error("position", text)
            if other.product_id == rule.product_id:
                text = f"It is pinned to place {other.position} of this search already."
                self.add_error("product", text)


class BoostForm(RuleForm):
    """What moves, and how far."""

    class Meta:
        model = BoostRule
        exclude: ClassVar[list[str]] = []

    def check_alone(self) -> None:
        """Ask for one target, and for a value that products have."""
        named = [name for name in BoostRule.TARGETS if self.cleaned_data.get(name)]
        if len(named) != 1:
            text = "Name one: a product, a brand, a category or an attribute."
            self.add_error(None if not named else named[1], text)
            return
        attribute, value = self.cleaned_data["attribute"], self.cleaned_data["value"].strip()
        if attribute is None and value:
            self.add_error("value", "A value needs its attribute.")
        elif attribute is not None:
            found = _value_of(attribute, value)
            if found is None:
                self.add_error("value", f"No product has this {attribute.name.lower()}.")
            self.cleaned_data["value"] = found or ""

    def check_against_others(self, rule: BoostRule) -> None:
        """Refuse to move the same things twice in one search."""
        for other in rivals(rule):
            same = all(
                getattr(other, f"{name}_id") == getattr(rule, f"{name}_id")
                for name in BoostRule.TARGETS
            )
            if same and other.value == rule.value:
                text = f"Another rule moves it {other.get_effect_display()} in this search already."
                self.add_error("effect", text)
                return


class RedirectForm(RuleForm):
    """A search and the page that it leads to."""

    class Meta:
        model = RedirectRule
        exclude: ClassVar[list[str]] = []

    def clean_path(self) -> str:
        """Refuse a page that is not there."""
        path: str = self.cleaned_data["path"].strip()
        if not leads_somewhere(path=path):
            raise forms.ValidationError("No page of the shop has this path.")
        return path

    def check_against_others(self, rule: RedirectRule) -> None:
        """Refuse a second page for one search, and a search that leads to itself."""
        for other in rivals(rule):
            self.add_error("path", f"This search leads to {other.path} already.")
            return
        text = searched_at(rule.path)
        others = [
            each for each in read_rules().rules if (each.kind, each.pk) != ("redirect", rule.pk)
        ]
        rules = RuleSet.of([*others, *compile_rule(rule)])
        if text and rules.steering(text, moment=timezone.now()).redirect is not None:
            self.add_error("path", f"The search for “{text}” leads on itself: it would never end.")


def _value_of(attribute: Attribute, value: str) -> str | None:
    """Return a value as the catalogue writes it, None where no product has it."""
    values = ProductAttribute.objects.filter(attribute=attribute)
    if attribute.kind == Attribute.Kind.BOOLEAN:
        return {True: "yes", False: "no"}[value.casefold() in YES] if value else None
    if attribute.kind == Attribute.Kind.NUMBER:
        number = read_number(value)
        is_there = number is not None and values.filter(number=number).exists()
        return value if is_there else None
    stated = values.filter(text__iexact=value).values_list("text", flat=True).first()
    return stated or _value_sold(attribute, value)


def _value_sold(attribute: Attribute, value: str) -> str | None:
    """Return a value as variants have it: a size, a colour."""
    if not value:
        return None
    for position in (1, 2, 3):
        options = ProductOption.objects.filter(attribute=attribute, position=position)
        name = f"option{position}"
        sold = Variant.objects.filter(
            Q(**{f"{name}__iexact": value}), product__in=options.values("product")
        )
        found: str | None = sold.values_list(name, flat=True).first()
        if found:
            return found
    return None
