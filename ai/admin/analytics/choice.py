"""What of the searches is asked for: days, which queries, in which order."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django import forms
from django.http import HttpRequest, QueryDict

from ai.analytics.reports import ORDERS, SHOWN
from ai.analytics.spans import DAYS, LONGEST, Span
from shop.admin.theme import Select, TextInput

_REVERSED: Final = "The last day is before the first."
_TOO_LONG: Final = "Three years are the most."


class DayInput(TextInput):
    """A day, picked from the browser's own calendar."""

    input_type = "date"


class ChoiceForm(forms.Form):
    """Days and queries; whatever is wrong is said beside its field, and the usual is shown."""

    first = forms.DateField(label="From", required=False, widget=DayInput())
    last = forms.DateField(label="To", required=False, widget=DayInput())
    show = forms.ChoiceField(
        label="Show", required=False, choices=list(SHOWN.items()), widget=Select()
    )
    order = forms.ChoiceField(
        label="Sort by", required=False, choices=list(ORDERS.items()), widget=Select()
    )
    contains = forms.CharField(
        label="With the words", required=False, max_length=200, widget=TextInput()
    )

    def __init__(self, *args: Any, with_revenue: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not with_revenue:
            # The order alone would tell whose sales are larger.
            self.fields["order"].choices = [  # type: ignore[attr-defined]
                choice for choice in ORDERS.items() if choice[0] != "revenue"
            ]

    def clean(self) -> dict[str, Any]:
        """Refuse days that make no span."""
        data: dict[str, Any] = super().clean() or {}
        first, last = data.get("first"), data.get("last")
        if first and last:
            if last < first:
                self.add_error("last", _REVERSED)
            elif (last - first).days >= LONGEST:
                self.add_error("first", _TOO_LONG)
        return data


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is asked for, with its form."""

    span: Span
    show: str
    order: str
    contains: str
    form: ChoiceForm
    data: QueryDict = field(default_factory=QueryDict)

    @property
    def address(self) -> str:
        """The choice as the query of an address, without the page."""
        data = self.data.copy()
        data.pop("page", None)
        return data.urlencode()


def read_choice(request: HttpRequest, *, with_revenue: bool) -> Choice:
    """Return what an address asks for: days, or the span of a code, else the usual one."""
    form = ChoiceForm(request.GET, with_revenue=with_revenue)
    form.is_valid()
    data = form.cleaned_data
    span = _span(data.get("first"), data.get("last"), request.GET.get("period", ""))
    filled = {**request.GET.dict(), "first": span.first.isoformat(), "last": span.last.isoformat()}
    shown = form if form.errors else ChoiceForm(filled, with_revenue=with_revenue)
    return Choice(
        span=span,
        show=data.get("show") or "all",
        order=data.get("order") or "searches",
        contains=data.get("contains") or "",
        form=shown,
        data=request.GET,
    )


def _span(first: date | None, last: date | None, code: str) -> Span:
    if code or not (first and last) or last < first or (last - first).days >= LONGEST:
        return Span.of_code(code)
    # The form says the days of a span that has a code as well: its sums are kept.
    coded = (Span.of_code(each) for each in DAYS)
    days = Span(first=first, last=last)
    return next((each for each in coded if each.first == first and each.last == last), days)
