"""Where a parcel can go, as it is typed in."""

from typing import Any, ClassVar

from django import forms

from shop.models import Address, ShippingCountry
from shop.postcodes import PATTERNS, example_of, is_postcode, tidy_postcode


class AddressForm(forms.ModelForm):  # type: ignore[type-arg]
    """An address in one of the countries that the shop ships to."""

    country = forms.ChoiceField(label="Country")
    is_default = forms.BooleanField(label="Use this one unless I say otherwise", required=False)

    class Meta:
        model = Address
        fields: ClassVar = [
            *("label", "name", "company", "line1", "line2"),
            *("postcode", "city", "region", "country", "phone"),
        ]
        labels: ClassVar = {
            "label": "What you call it",
            "name": "Full name",
            "line1": "Street and number",
            "line2": "Flat, floor, care of",
            "city": "Town or city",
            "region": "County or region",
        }
        help_texts: ClassVar = {
            "label": "Home, work, the cabin.",
            "phone": "For the carrier, if the door is hard to find.",
        }
        widgets: ClassVar = {
            "phone": forms.TextInput(attrs={"type": "tel"}),
        }

    # The names by which browsers fill forms in (HTML, section on autofill).
    AUTOCOMPLETE: ClassVar = {
        "name": "name",
        "company": "organization",
        "line1": "address-line1",
        "line2": "address-line2",
        "postcode": "postal-code",
        "city": "address-level2",
        "region": "address-level1",
        "country": "country",
        "phone": "tel",
    }
    MISSING: ClassVar = {
        "name": "Say whose name stands on the parcel.",
        "line1": "Give the street and the number.",
        "city": "Give the town or city.",
        "country": "Choose a country.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        countries = list(ShippingCountry.objects.open())
        self.fields["country"].choices = [  # type: ignore[attr-defined]
            (country.code, country.name) for country in countries
        ]
        for name, token in self.AUTOCOMPLETE.items():
            self.fields[name].widget.attrs["autocomplete"] = token
        for name, message in self.MISSING.items():
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = message
        self.fields["country"].widget.attrs["class"] = "select"
        # Where every country has postcodes, nobody is told that one is a matter of liking.
        self.fields["postcode"].required = all(each.code in PATTERNS for each in countries)
        self.fields["postcode"].error_messages["required"] = "Give the postcode."

    def clean_postcode(self) -> str:
        """Return the postcode as it is written on parcels."""
        return tidy_postcode(self.cleaned_data["postcode"])

    def clean(self) -> dict[str, Any]:
        """Hold the postcode to the way its country writes it."""
        super().clean()
        country = self.cleaned_data.get("country", "")
        postcode = self.cleaned_data.get("postcode", "")
        if country and "postcode" not in self.errors and not is_postcode(postcode, country=country):
            names = dict(self.fields["country"].choices)  # type: ignore[attr-defined]
            self.add_error(
                "postcode", f"A postcode in {names[country]} looks like {example_of(country)}."
            )
        return self.cleaned_data
