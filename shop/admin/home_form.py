"""The form of a section of the front page: its picture goes through the shop's own checks."""

from typing import Any, ClassVar

from django import forms
from treebeard.forms import TreeNodeChoiceField

from shop.admin.theme import CheckboxInput, FileInput, Select
from shop.exceptions import InvalidImage
from shop.models import Category, HomeSection
from shop.services.home import keep_home_picture
from shop.services.images import check_picture
from shop.services.own_links import leads_somewhere
from shop.services.picture_files import MAX_BYTES


class HomeSectionForm(forms.ModelForm):
    """A section, with a picture to upload or to take away."""

    category = TreeNodeChoiceField(
        queryset=Category.objects.order_by("path"),
        required=False,
        widget=Select(),
        help_text="Of a row, of categories (those below it) or of quotes.",
    )
    upload = forms.FileField(
        required=False,
        label="New picture",
        widget=FileInput(attrs={"accept": "image/*"}),
        help_text="For an opening or a story: 3 : 2, 1600 pixels wide or more.",
    )
    without_picture = forms.BooleanField(
        required=False, label="Take the picture away", widget=CheckboxInput()
    )

    class Meta:
        model = HomeSection
        fields: ClassVar = [
            *("kind", "title", "text", "link_text", "link_path", "rule", "category"),
            *("picture_alt", "position", "is_published", "starts_at", "ends_at"),
        ]

    def clean_link_path(self) -> str:
        """Refuse a link to a page that is not there."""
        path: str = self.cleaned_data["link_path"].strip()
        if path and not leads_somewhere(path=path):
            raise forms.ValidationError("No page of the shop has this path.")
        return path

    def clean_upload(self) -> Any:
        """Look at the picture's header before anything decodes it."""
        upload = self.cleaned_data["upload"]
        if upload is None:
            return None
        if upload.size > MAX_BYTES:
            raise forms.ValidationError(f"The picture has more than {MAX_BYTES // 2**20} MB.")
        try:
            check_picture(content=upload.read())
        except InvalidImage as error:
            raise forms.ValidationError(str(error)) from error
        upload.seek(0)
        return upload

    def clean(self) -> dict[str, Any] | None:
        """Take the picture in, so that one that cannot be decoded is an error of the form."""
        cleaned = super().clean()
        upload = self.cleaned_data.get("upload")
        if self.cleaned_data.get("without_picture"):
            self.instance.picture = None
        elif upload and not self.errors:
            try:
                self.instance.picture = keep_home_picture(
                    content=upload.read(), filename=upload.name
                )
            except InvalidImage as error:
                self.add_error("upload", str(error))
        return cleaned
