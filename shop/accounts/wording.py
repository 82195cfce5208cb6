"""The shop's words for fields that allauth makes."""

from django import forms


def word(
    field: forms.Field, label: str, *, missing: str, help_text: str = "", **attrs: str
) -> None:
    """Give a field of allauth's the shop's words, and no second label inside it."""
    field.label, field.help_text = label, help_text
    field.error_messages["required"] = missing
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs |= attrs
