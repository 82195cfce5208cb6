"""What a buyer fills in at the checkout."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, ClassVar, Final
from unicodedata import category

from babel import Locale
from django import forms
from django.conf import settings

from shop.models import Address
from shop.postcodes import example_of, is_postcode, tidy_postcode
from shop.services.imports.text import clean_text, one_line
from shop.services.orders.details import PostalDetails

NEW, SAME, OTHER = "new", "same", "other"
# Regions of Unicode's list that are no countries: the EU, the euro area, the UN, and outliers.
NO_COUNTRIES: Final = {"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"}
TWO_LETTERS: Final = 2


def is_seen(character: str) -> bool:
    """Return whether a character is more than a mark of format, such as a blank of no width."""
    return category(character) != "Cf"


class LineField(forms.CharField):
    """Text on one line, without what nobody can see."""

    def to_python(self, value: Any) -> str:
        """Return the text tidied, before its length is judged."""
        text = super().to_python(value) or ""
        return one_line("".join(each for each in text if is_seen(each)))


class NoteField(forms.CharField):
    """Text of several lines."""

    def to_python(self, value: Any) -> str:
        """Return the text without what nobody can see."""
        return clean_text(super().to_python(value) or "")


class PostalForm(forms.Form):
    """A name and a place; `section` is the autofill section: shipping or billing."""

    section: ClassVar = "shipping"

    country = forms.ChoiceField(
        label="Country",
        error_messages={
            "required": "Choose a country.",
            "invalid_choice": "Choose one of the countries on the list.",
        },
    )
    name = LineField(
        label="Full name",
        max_length=200,
        error_messages={"required": "Say whose name stands on the parcel."},
    )
    company = LineField(label="Company", max_length=200, required=False)
    line1 = LineField(
        label="Street and number",
        max_length=200,
        error_messages={"required": "Give the street and the number."},
    )
    line2 = LineField(label="Flat, floor, care of", max_length=200, required=False)
    postcode = LineField(label="Postcode", max_length=20, required=False)
    city = LineField(
        label="Town or city", max_length=120, error_messages={"required": "Give the town or city."}
    )
    region = LineField(label="County or region", max_length=120, required=False)
    phone = LineField(
        label="Phone",
        max_length=40,
        required=False,
        help_text="For the carrier, if the door is hard to find.",
        widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel"}),
    )

    # The names by which browsers fill forms in (HTML, section on autofill).
    TOKENS: ClassVar = {
        "country": "country",
        "name": "name",
        "company": "organization",
        "line1": "address-line1",
        "line2": "address-line2",
        "postcode": "postal-code",
        "city": "address-level2",
        "region": "address-level1",
        "phone": "tel",
    }

    def __init__(self, *args: Any, countries: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names = dict(countries)
        self.fields["country"].choices = countries  # type: ignore[attr-defined]
        self.fields["country"].widget.attrs["class"] = "select"
        for name, token in self.TOKENS.items():
            self.fields[name].widget.attrs["autocomplete"] = f"{self.section} {token}"
        example = example_of(self.chosen_country)
        if example:
            self.fields["postcode"].required = True
            self.fields["postcode"].error_messages["required"] = "Give the postcode."
            self.fields["postcode"].help_text = f"As in {example}."

    @property
    def chosen_country(self) -> str:
        """The code of the country that is chosen now; empty where it is none of those on offer."""
        code = str(self["country"].value() or "")
        return code if code in self.names else ""

    def clean(self) -> dict[str, Any]:
        """Hold the postcode to the way its country writes it."""
        values = self.cleaned_data
        country, postcode = values.get("country", ""), tidy_postcode(values.get("postcode", ""))
        if country and postcode and not is_postcode(postcode, country=country):
            looks = f"A postcode in {self.names[country]} looks like {example_of(country)}."
            self.add_error("postcode", looks)
        elif "postcode" in values:
            values["postcode"] = postcode
        return values

    def details(self) -> PostalDetails:
        """Return a valid form's address."""
        return PostalDetails(**self.cleaned_data)


class BillingForm(PostalForm):
    """Whom the invoice is made out to; it may live anywhere."""

    section: ClassVar = "billing"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, countries=all_countries(settings.SHOP["LOCALE"]), **kwargs)
        del self.fields["phone"]


class ContactForm(forms.Form):
    """Who buys, which of the addresses count, and what else there is to say."""

    email = forms.EmailField(
        label="E-mail address",
        max_length=254,
        help_text="For the confirmation and the link to your order.",
        error_messages={
            "required": "Give your e-mail address.",
            "invalid": "An e-mail address looks like name@example.com.",
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
    )
    address = forms.ChoiceField(
        required=False, error_messages={"invalid_choice": "Choose one of your addresses."}
    )
    keep_address = forms.BooleanField(required=False)
    billing = forms.ChoiceField(choices=[(SAME, SAME), (OTHER, OTHER)], required=False)
    shipping_method = LineField(max_length=40, required=False)
    payment_provider = LineField(max_length=40, required=False)
    note = NoteField(
        label="A note to us",
        max_length=500,
        required=False,
        help_text="“Leave it with the neighbours at number 4.”",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self, *args: Any, book: Mapping[str, Address], is_guest: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        choices = [*((pk, pk) for pk in book), (NEW, NEW)]
        self.fields["address"].choices = choices  # type: ignore[attr-defined]
        if not is_guest:
            del self.fields["email"]


@lru_cache(maxsize=4)
def all_countries(locale: str) -> tuple[tuple[str, str], ...]:
    """Return the countries of the world by code, in the order of their names."""
    names = Locale.parse(locale).territories
    countries = [
        (code, name)
        for code, name in names.items()
        if len(code) == TWO_LETTERS and code.isalpha() and code not in NO_COUNTRIES
    ]
    return tuple(sorted(countries, key=lambda country: country[1]))
