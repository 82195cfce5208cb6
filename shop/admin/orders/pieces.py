"""Forms in which pieces of an order's lines are chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from shop.admin.theme import IntegerInput
from shop.models import OrderLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A line with its field, and how many pieces may be chosen."""

    line: OrderLine
    field: forms.BoundField
    most: int


class PiecesForm(forms.Form):
    """A number for each line, from none to all that may be chosen."""

    def __init__(
        self,
        *args: Any,
        lines: Sequence[OrderLine],
        most: Mapping[int, int],
        chosen: Mapping[int, int],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.most = most
        self.lines = [line for line in lines if most.get(line.pk, 0) > 0]
        for line in self.lines:
            self.fields[_name(line)] = forms.IntegerField(
                label=f"Pieces of {line.sku}",
                min_value=0,
                max_value=most[line.pk],
                required=False,
                initial=chosen.get(line.pk, 0),
                widget=IntegerInput(attrs={"class": "admin-pieces", "inputmode": "numeric"}),
            )

    @property
    def choices(self) -> list[Choice]:
        """The lines of which something can be chosen."""
        return [
            Choice(line=line, field=self[_name(line)], most=self.most[line.pk])
            for line in self.lines
        ]

    @property
    def others(self) -> list[forms.BoundField]:
        """The fields below the lines."""
        names = {_name(line) for line in self.lines}
        return [field for field in self if field.name not in names and not field.is_hidden]

    @property
    def pieces(self) -> dict[int, int]:
        """What was chosen: pieces by line id, lines without any left out."""
        numbers = {line.pk: self.cleaned_data.get(_name(line)) or 0 for line in self.lines}
        return {line_id: count for line_id, count in numbers.items() if count}


def _name(line: OrderLine) -> str:
    return f"pieces_{line.pk}"
