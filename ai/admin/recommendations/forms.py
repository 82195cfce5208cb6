"""The form of a rule for boxes: what makes no sense is said in words."""

from typing import Any, ClassVar

from django import forms

from ai.models import BoxKind, RecommendationRule

# The boxes that stand beside a product: its own page, or a line of the cart.
BESIDE: frozenset[str] = frozenset({BoxKind.SIMILAR, BoxKind.TOGETHER, BoxKind.COMPLEMENTS})
ONLY_BESIDE = "This box does not stand beside a product: leave it empty."
SAME_PLACE = "“{product}” stands at this place already."
EXCLUDED = "“{product}” is excluded there by another rule."


class RecommendationRuleForm(forms.ModelForm):
    """A pin or an exclusion. `is_preview` looks without ever being ready to be saved."""

    is_preview = False

    class Meta:
        model = RecommendationRule
        exclude: ClassVar[list[str]] = []

    def is_valid(self) -> bool:
        """Return whether it can be saved: a preview never is."""
        return super().is_valid() and not self.is_preview

    def clean(self) -> dict[str, Any] | None:
        """Refuse what cannot be meant, and what contradicts another rule that is on."""
        cleaned = super().clean()
        if self.errors:
            return cleaned
        box, subject = self.cleaned_data["box"], self.cleaned_data["subject"]
        if subject is not None and box and box not in BESIDE:
            self.add_error("subject", ONLY_BESIDE)
        elif self.cleaned_data["is_active"]:
            self._check_against_others()
        return cleaned

    def _check_against_others(self) -> None:
        fields, effects = self.cleaned_data, RecommendationRule.Effect
        if fields["effect"] != effects.PIN:
            return
        others = RecommendationRule.objects.filter(
            is_active=True, box=fields["box"], subject=fields["subject"]
        ).exclude(pk=self.instance.pk)
        taken = others.filter(effect=effects.PIN, position=fields["position"]).first()
        if taken is not None and taken.product_id != fields["product"].pk:
            self.add_error("position", SAME_PLACE.format(product=taken.product))
        refused = others.filter(effect=effects.EXCLUDE, product=fields["product"]).first()
        if refused is not None:
            self.add_error("product", EXCLUDED.format(product=refused.product))
