"""What an account's own pages ask for."""

from typing import Any, ClassVar

from django import forms

from shop.models import User

REVIEWS_STAY, REVIEWS_GO = "keep", "delete"


class DetailsForm(forms.ModelForm):  # type: ignore[type-arg]
    """What somebody is called."""

    class Meta:
        model = User
        fields: ClassVar = ["first_name", "last_name"]
        widgets: ClassVar = {
            "first_name": forms.TextInput(attrs={"autocomplete": "given-name"}),
            "last_name": forms.TextInput(attrs={"autocomplete": "family-name"}),
        }


class EraseForm(forms.Form):
    """What becomes of the reviews, and a deliberate yes."""

    reviews = forms.ChoiceField(
        label="Your reviews",
        choices=[
            (REVIEWS_STAY, "Keep them, under “A former customer”"),
            (REVIEWS_GO, "Delete them too"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what becomes of your reviews."},
    )
    sure = forms.BooleanField(
        label="Yes, erase my account. I know that this cannot be undone.",
        error_messages={"required": "Tick the box to say that you are sure."},
    )

    def __init__(self, *args: Any, has_reviews: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_reviews:
            del self.fields["reviews"]

    @property
    def keeps_reviews(self) -> bool:
        """Whether the reviews are to stay under another name."""
        return self.cleaned_data.get("reviews") == REVIEWS_STAY
