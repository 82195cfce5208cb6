"""The link in a letter: it shows whose an address is, and the password whose the account is."""

from typing import Any

from allauth.account.stages import EmailVerificationStage, LoginStageController
from allauth.account.utils import perform_login
from allauth.account.views import ConfirmEmailView
from django.http import HttpResponse

from shop.accounts.forms import ConfirmPasswordForm


class ConfirmAddressView(ConfirmEmailView):
    """Confirms an address; in another browser than the one that asked, with the password.

    Somebody may have signed up with a stranger's address. A stranger who follows the link by
    mistake would make the account work, and what they ordered as a guest would be seen in it.
    """

    form: ConfirmPasswordForm | None = None

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Confirm the address, if the browser or the password shows who asked for it."""
        self.object = self.get_object()
        if not self.needs_password():
            return super().post(*args, **kwargs)
        self.form = ConfirmPasswordForm(self.request.POST, user=self.object.email_address.user)
        if not self.form.is_valid():
            return self.render_to_response(self.get_context_data())
        return super().post(*args, **kwargs)

    def respond(self, success: bool) -> HttpResponse:
        """Go on; whoever typed the password is signed in."""
        if success and self.form:
            address = self.object.email_address
            return perform_login(self.request, address.user, email=address.email)
        return super().respond(success)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the form where a password is needed."""
        context = super().get_context_data(**kwargs)
        if self.object and self.needs_password():
            context["form"] = self.form or ConfirmPasswordForm(user=self.object.email_address.user)
        return context

    def needs_password(self) -> bool:
        """Return whether this browser is another than the one that signed up or asked."""
        owner = self.object.email_address.user_id
        if self.request.user.is_authenticated:
            return self.request.user.pk != owner
        stage = LoginStageController.enter(self.request, EmailVerificationStage.key)
        return not (stage and stage.login.user and stage.login.user.pk == owner)
