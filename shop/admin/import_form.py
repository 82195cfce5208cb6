"""What an import in the admin is given: a file, where its pictures are, and whether to write."""

from pathlib import Path
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from shop.admin.theme import CheckboxInput, FileInput, Select, TextInput
from shop.exceptions import ShopError
from shop.models import ImportJob
from shop.services.imports import detect_kind


class ImportUploadForm(forms.Form):
    """An upload whose kind is found by looking into it."""

    file = forms.FileField(
        widget=FileInput(attrs={"accept": ".csv,.jsonl,.ndjson,.json,text/csv"}),
        help_text="Shopify product CSV, Judge.me review CSV, catalogue JSONL or pages as JSON.",
    )
    kind = forms.ChoiceField(
        required=False,
        choices=[("", "Find out from the file"), *ImportJob.Kind.choices],
        widget=Select(),
    )
    images_dir = forms.CharField(
        required=False,
        label="Folder of pictures",
        max_length=500,
        widget=TextInput(),
    )
    dry_run = forms.BooleanField(
        required=False,
        label="Dry run",
        widget=CheckboxInput(),
        help_text="Shows what would change, and writes nothing.",
    )

    def __init__(self, *args: Any, may_read_server: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if may_read_server:
            self.fields[
                "images_dir"
            ].help_text = f"On the server, below {images_root()}. A dot is that folder itself."
        else:
            # Folders of the server are for those who run it.
            del self.fields["images_dir"]

    def clean_file(self) -> UploadedFile:
        """Refuse a file above the limit before it is stored."""
        file: UploadedFile = self.cleaned_data["file"]
        limit: int = settings.SHOP["IMPORT_MAX_BYTES"]
        if (file.size or 0) > limit:
            raise forms.ValidationError(f"The file is larger than {limit // 2**20} MB.")
        return file

    def clean_images_dir(self) -> str:
        """Return the folder's full path; one outside the root is refused, links resolved."""
        given: str = self.cleaned_data["images_dir"]
        if not given:
            return ""
        root = images_root().resolve()
        try:
            folder = (root / given).resolve()
            is_folder = folder.is_relative_to(root) and folder.is_dir()
        except (OSError, ValueError) as error:
            raise forms.ValidationError("That is not the name of a folder.") from error
        if not is_folder:
            raise forms.ValidationError(f"There is no such folder below {root}.")
        return str(folder)

    def clean(self) -> dict[str, Any] | None:
        """Find out the kind where none is chosen."""
        cleaned = super().clean()
        file = self.cleaned_data.get("file")
        if file is not None and not self.cleaned_data.get("kind"):
            try:
                self.cleaned_data["kind"] = detect_kind(file=file)
            except ShopError as error:
                self.add_error("file", str(error))
        return cleaned


def images_root() -> Path:
    """Return the one folder of the server below which pictures for imports are looked for."""
    return Path(settings.SHOP["IMPORT_IMAGES_ROOT"])
