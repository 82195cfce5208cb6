"""What visitors fill in."""

from typing import Any

from django import forms

# Letters; long enough for the longest honest review seen, short enough to read.
BODY_LENGTH = 5000
STARS = (
    ("1", "Poor"),
    ("2", "Fair"),
    ("3", "Good"),
    ("4", "Very good"),
    ("5", "Excellent"),
)


class ReviewForm(forms.Form):
    """Stars and words about a product; guests give a name to be shown."""

    rating = forms.ChoiceField(
        choices=STARS, error_messages={"required": "Choose from one to five stars."}
    )
    title = forms.CharField(label="In one line", max_length=300, required=False)
    body = forms.CharField(
        label="Your review",
        max_length=BODY_LENGTH,
        min_length=10,
        widget=forms.Textarea,
        error_messages={
            "required": "Write a few words about the product.",
            "min_length": "Write at least ten letters.",
        },
    )
    author_name = forms.CharField(
        label="Your name, as it will be shown",
        max_length=120,
        error_messages={"required": "Give a name to be shown with the review."},
    )
    # People do not see this field; programs that fill in everything give themselves away.
    website = forms.CharField(required=False)

    def __init__(self, *args: Any, is_guest: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_guest:
            del self.fields["author_name"]

    @property
    def words(self) -> dict[str, Any]:
        """What is said, as the services take it: rating, title and body."""
        values = self.cleaned_data
        return {
            "rating": int(values["rating"]),
            "title": values["title"],
            "body": values["body"],
        }

    @property
    def is_from_program(self) -> bool:
        """Whether the field that people do not see was filled in."""
        return bool(self.cleaned_data.get("website"))
