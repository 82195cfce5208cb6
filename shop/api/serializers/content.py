"""Pages and questions, with their Markdown made into safe HTML."""

from rest_framework import serializers

from shop.api.fields import PageUrlField
from shop.models import FaqEntry, Page
from shop.templatetags.richtext import markdown


class PageSummarySerializer(serializers.ModelSerializer[Page]):
    """A page in a list."""

    url = PageUrlField()

    class Meta:
        model = Page
        fields = ("slug", "title", "summary", "url", "updated_at")


class PageSerializer(PageSummarySerializer):
    """A page with its text, as Markdown and as safe HTML."""

    html = serializers.SerializerMethodField()

    class Meta(PageSummarySerializer.Meta):
        fields = (*PageSummarySerializer.Meta.fields, "body", "html")  # type: ignore[assignment]

    def get_html(self, page: Page) -> str:
        """Return the body as HTML."""
        return markdown(page.body)


class FaqEntrySerializer(serializers.ModelSerializer[FaqEntry]):
    """A question with its answer, as Markdown and as safe HTML."""

    url = PageUrlField()
    answer_html = serializers.SerializerMethodField()

    class Meta:
        model = FaqEntry
        fields = ("slug", "topic", "question", "answer", "answer_html", "url", "updated_at")

    def get_answer_html(self, entry: FaqEntry) -> str:
        """Return the answer as HTML."""
        return markdown(entry.answer)
