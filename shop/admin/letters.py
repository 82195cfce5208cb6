"""The outbox of letters: what was sent, what waits, and what was given up."""

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from shop.admin.base import ReadOnlyAdmin, moment
from shop.admin.confirm import ask, is_confirmed
from shop.admin.search import SearchSource
from shop.admin.theme import DropdownFilter, label
from shop.models import OutgoingEmail
from shop.services.emails import retry_emails

MAY_RETRY = "shop.change_outgoingemail"


class StateFilter(DropdownFilter):
    """How far a letter is."""

    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the three states."""
        return [("waiting", "Waiting"), ("sent", "Sent"), ("given_up", "Given up")]

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[OutgoingEmail]
    ) -> QuerySet[OutgoingEmail]:
        """Return the letters in the chosen state."""
        match self.value():
            case "waiting":
                return queryset.filter(sent_at__isnull=True, gave_up_at__isnull=True)
            case "sent":
                return queryset.filter(sent_at__isnull=False)
            case "given_up":
                return queryset.filter(gave_up_at__isnull=False)
        return queryset


@admin.register(OutgoingEmail)
class OutgoingEmailAdmin(ReadOnlyAdmin):
    """Letters, the latest first; one that was given up can be tried again."""

    list_display = ("subject", "to", "state", "tries", "written", "problem")
    list_filter = (StateFilter,)
    ordering = ("-id",)
    sortable_by = ()
    search_fields = ("to",)
    search_help_text = "Address or order key, as in order:42"
    search_sources = (
        SearchSource(OutgoingEmail, "to__icontains"),
        SearchSource(OutgoingEmail, "key__startswith"),
    )
    fields = (
        *("subject", "to", ("created_at", "sent_at"), ("tries", "next_try_at", "gave_up_at")),
        *("error", "words"),
    )
    readonly_fields = ("words",)
    actions: ClassVar[list[Any]] = ["retry"]

    @label(
        description="State",
        colours={"waiting": "info", "sent": "success", "given_up": "danger"},
    )
    def state(self, letter: OutgoingEmail) -> tuple[str, str]:
        """Return how far the letter is."""
        if letter.sent_at:
            return "sent", "sent"
        return ("given_up", "given up") if letter.gave_up_at else ("waiting", "waiting")

    @admin.display(description="Written")
    def written(self, letter: OutgoingEmail) -> SafeString:
        """Return when the letter was written."""
        return moment(letter.created_at)

    @admin.display(description="Last error")
    def problem(self, letter: OutgoingEmail) -> str:
        """Return the beginning of the last error."""
        return letter.error[:120] or "–"

    @admin.display(description="Text")
    def words(self, letter: OutgoingEmail) -> SafeString:
        """Return what the letter says, but for what would let staff into somebody's account."""
        if letter.is_a_key:
            return format_html("<em>{}</em>", "It opens an account: only its reader may see it.")
        return format_html('<span class="admin-letter">{}</span>', letter.text)

    def has_retry_permission(self, request: HttpRequest) -> bool:
        """Return whether the visitor may have letters tried again."""
        return request.user.has_perm(MAY_RETRY)

    @admin.action(description="Try again", permissions=["retry"])
    def retry(self, request: HttpRequest, queryset: QuerySet[OutgoingEmail]) -> HttpResponse | None:
        """Send the letters that were given up once more."""
        chosen = OutgoingEmail.objects.filter(pk__in=queryset.values("pk"))
        if not is_confirmed(request):
            return ask(
                request,
                title="Try these letters again?",
                text="Those that were given up get ten new tries. Others stay as they are.",
                answer="Yes, try again",
                back="admin:shop_outgoingemail_changelist",
                is_harmless=True,
            )
        count = retry_emails(letters=chosen)
        self.message_user(request, f"{count} are tried again.", messages.SUCCESS)
        return None
