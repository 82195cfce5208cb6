"""People and the tokens their programs use."""

from typing import Any, ClassVar, Self

from allauth.account.models import EmailAddress
from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractUser
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Lower
from knox.models import AbstractAuthToken


class UserQuerySet(models.QuerySet["User"]):
    """The reads of accounts."""

    def never_confirmed(self) -> Self:
        """Return accounts of people who signed up, and never answered the letter."""
        signed_up = self.filter(emailaddress__verified=False, last_login=None, is_staff=False)
        return signed_up.exclude(emailaddress__verified=True).filter(orders=None)


class UserManager(BaseUserManager["User"].from_queryset(UserQuerySet)):  # type: ignore[misc]
    """Creates users who sign in with their e-mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Create a shopper; the address is stored in lower case."""
        user: User = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Create a member of staff with every permission, whose address needs no letter.

        Only somebody at the shop's own machine can ask for it.
        """
        user = self.create_user(email, password, is_staff=True, is_superuser=True, **fields)
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        """Find the account whatever the case the address is typed in."""
        user: User = self.get(email__iexact=(username or "").strip())
        return user


class User(AbstractUser):  # type: ignore[django-manager-missing]  # knox: untyped
    """A shopper or a member of staff, known by e-mail address."""

    username = None  # type: ignore[assignment]
    email = models.EmailField("e-mail address", unique=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(Lower("email"), name="user_email_unique_whatever_case")
        ]

    def __str__(self) -> str:
        return self.email


class ApiToken(AbstractAuthToken):
    """A hashed, revocable API token limited to scopes such as `catalogue:write`."""

    name = models.CharField(max_length=100)
    scopes = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True, editable=False)

    def __str__(self) -> str:
        return f"{self.name} ({self.token_key}…)"
