"""The shop's only module that imports django-unfold: another theme, or none, is swapped in here.

Without it, take `ModelAdmin`, `TabularInline` and the widgets from django.contrib.admin, the
forms from import_export and django.contrib.auth.
"""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from unfold import decorators
from unfold.admin import ModelAdmin, TabularInline
from unfold.contrib.filters.admin import (
    AutocompleteSelectFilter,
    ChoicesDropdownFilter,
    DropdownFilter,
)
from unfold.contrib.import_export.forms import ExportForm, ImportForm
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm
from unfold.widgets import (
    UnfoldAdminCheckboxSelectMultipleWidget,
    UnfoldAdminDecimalFieldWidget,
    UnfoldAdminEmailInputWidget,
    UnfoldAdminFileFieldWidget,
    UnfoldAdminIntegerFieldWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
    UnfoldBooleanWidget,
)

__all__ = [
    "AdminPasswordChangeForm",
    "AutocompleteSelectFilter",
    "CheckboxInput",
    "CheckboxSelectMultiple",
    "ChoicesDropdownFilter",
    "DecimalInput",
    "DropdownFilter",
    "EmailInput",
    "ExportForm",
    "FileInput",
    "ImportForm",
    "IntegerInput",
    "ModelAdmin",
    "Select",
    "TabularInline",
    "TextInput",
    "Textarea",
    "UserChangeForm",
    "UserCreationForm",
    "button",
    "label",
]

CheckboxInput = UnfoldBooleanWidget
CheckboxSelectMultiple = UnfoldAdminCheckboxSelectMultipleWidget
DecimalInput = UnfoldAdminDecimalFieldWidget
EmailInput = UnfoldAdminEmailInputWidget
FileInput = UnfoldAdminFileFieldWidget
IntegerInput = UnfoldAdminIntegerFieldWidget
Select = UnfoldAdminSelectWidget
TextInput = UnfoldAdminTextInputWidget
Textarea = UnfoldAdminTextareaWidget

Function = TypeVar("Function", bound=Callable[..., Any])


def label(
    *, description: str, colours: dict[str, str], ordering: str | None = None
) -> Callable[[Function], Function]:
    """Show a list column as a coloured label; colours by value: info, success, warning, danger."""
    decorate = decorators.display(description=description, ordering=ordering, label=colours)
    return cast("Callable[[Function], Function]", decorate)


def button(*, description: str, permissions: list[str]) -> Callable[[Function], Function]:
    """Make a method a button beside Save that runs after the form was saved (by POST)."""
    decorate = decorators.action(description=description, permissions=permissions)
    return cast("Callable[[Function], Function]", decorate)
