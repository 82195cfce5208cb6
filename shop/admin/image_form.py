"""Pictures of a product: new ones go through the same checks as imported ones."""

from typing import Any, ClassVar

from django import forms
from django.utils.safestring import SafeString

from shop.admin.theme import FileInput
from shop.exceptions import InvalidImage
from shop.models import ProductImage
from shop.services.images import add_image, check_picture
from shop.services.picture_files import MAX_BYTES


class EmptyCell(forms.Widget):
    """Nothing, in a column where other rows have a field."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """Return no markup at all."""
        return SafeString("")


class ImageForm(forms.ModelForm):
    """A new picture with its text, or the text and place of one that is there."""

    upload = forms.FileField(
        required=False, label="New picture", widget=FileInput(attrs={"accept": "image/*"})
    )

    class Meta:
        model = ProductImage
        fields: ClassVar = ["alt", "position"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            # A picture is its content: another one is another row.
            self.fields["upload"].disabled = True
            self.fields["upload"].widget = EmptyCell()

    def clean_upload(self) -> Any:
        """Ask for a picture in a new row, and look at its header before anything decodes it."""
        upload = self.cleaned_data["upload"]
        if self.instance.pk:
            return None
        if upload is None:
            raise forms.ValidationError("Choose a picture.")
        if upload.size > MAX_BYTES:
            raise forms.ValidationError(f"The picture has more than {MAX_BYTES // 2**20} MB.")
        try:
            check_picture(content=upload.read())
        except InvalidImage as error:
            raise forms.ValidationError(str(error)) from error
        upload.seek(0)
        return upload


class ImageFormSet(forms.BaseInlineFormSet):
    """Stores new pictures by the service that checks, strips and de-duplicates them."""

    def is_multipart(self) -> bool:
        """Return True: Django asks the first row, which may be a picture that is there."""
        return True

    def save_new(self, form: forms.ModelForm, commit: bool = True) -> ProductImage:
        """Store the picture of a new row; an equal picture of the product is not stored twice."""
        upload = form.cleaned_data["upload"]
        return add_image(
            product=self.instance,
            content=upload.read(),
            filename=upload.name,
            alt=form.cleaned_data["alt"],
            position=form.cleaned_data["position"],
        )
