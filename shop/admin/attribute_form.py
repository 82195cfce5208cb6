"""One value of an attribute as one field, stored in the attribute's type."""

from typing import Any, ClassVar

from django import forms

from shop.admin.theme import TextInput
from shop.attribute_values import parse_value
from shop.exceptions import InvalidValue
from shop.models import ProductAttribute


class AttributeValueForm(forms.ModelForm):
    """Takes `1.2 kg` for a number in g, `yes` for a yes or no, and any text for text."""

    value = forms.CharField(max_length=500, widget=TextInput(attrs={"placeholder": "value, unit"}))

    class Meta:
        model = ProductAttribute
        fields: ClassVar = ["attribute"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["value"] = self.instance.display

    def clean(self) -> dict[str, Any] | None:
        """Parse the value by the attribute's type."""
        cleaned = super().clean()
        attribute, text = self.cleaned_data.get("attribute"), self.cleaned_data.get("value")
        if attribute is None or not text:
            return cleaned
        try:
            value = parse_value(kind=attribute.kind, unit=attribute.unit, value=text)
        except InvalidValue as error:
            self.add_error("value", str(error))
            return cleaned
        stored = self.instance
        stored.text = stored.number = stored.boolean = None
        setattr(stored, attribute.kind, value)
        return cleaned
