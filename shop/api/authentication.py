"""Tokens of programs: `Authorization: Bearer <token>`, looked up by their hash."""

from django.utils import timezone
from knox.auth import TokenAuthentication
from knox.crypto import hash_token
from rest_framework.exceptions import AuthenticationFailed

from shop.models import ApiToken, User
from shop.services.tokens import touch_token


class ScopedTokenAuthentication(TokenAuthentication):
    """Recognises a program by a token that can be revoked and expires."""

    def authenticate_credentials(self, token: bytes) -> tuple[User, ApiToken]:
        """Return the token and its account.

        The hash of a 256-bit random token is the row's key: one query, and nothing to compare in
        constant time. Unknown, expired and revoked tokens get one answer.
        """
        digest = hash_token(token.decode("latin-1"))
        found = ApiToken.objects.select_related("user").filter(pk=digest).first()
        if found is None or (found.expiry and found.expiry <= timezone.now()):
            raise AuthenticationFailed("This token is unknown, expired or revoked.")
        if not found.user.is_active:
            raise AuthenticationFailed("This token's account is closed.")
        touch_token(token=found)
        return found.user, found
