"""The second factor: added, asked for, replaced by recovery codes; and required of staff."""

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client, override_settings

from shop.accounts.factor_forms import CountedCodeMixin
from shop.accounts.second_factor import SecondFactorAdapter, has_second_factor
from shop.models import User
from tests.factories.shop import UserFactory
from tests.shop.account.authenticator import SECRET, code_now, forget_used_codes, give_app
from tests.shop.account.conftest import confirm_again, is_signed_in, sign_in
from tests.shop.account.letters import subjects
from tests.shop.admin.conftest import signed_in

pytestmark = pytest.mark.django_db
CODE_PAGE = "/account/sign-in/code/"
APP_PAGE = "/account/security/app/"


def send_code(client: Client, code: str) -> Any:
    return client.post(CODE_PAGE, {"code": code})


def wrong_code() -> str:
    """Return six digits that no clock near this one shows."""
    return f"{(int(code_now()) + 500_000) % 1_000_000:06}"


def add_app(client: Client) -> str:
    """Add an app as its owner does, and return the secret."""
    page = client.get(APP_PAGE, follow=True)
    if page.redirect_chain:
        confirm_again(client)
        page = client.get(APP_PAGE)
    secret = str(page.context["form"].secret)
    response = client.post(APP_PAGE, {"code": code_now(secret)})
    assert response["Location"] == "/account/security/codes/"
    return secret


def test_an_app_is_added_with_recovery_codes(
    ada: User, at_home: Client, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        secret = add_app(at_home)
    page = at_home.get("/account/security/codes/")
    assert len(page.context["unused_codes"]) == 10
    assert "An authenticator app was added" in subjects(ada.email)
    kept = Authenticator.objects.get(type="totp").data["secret"]
    assert secret not in kept
    assert SecondFactorAdapter().decrypt(kept) == secret


def test_adding_one_asks_for_the_password_once_more(at_home: Client) -> None:
    assert at_home.get(APP_PAGE)["Location"].startswith("/account/confirm/?next=")
    assert confirm_again(at_home, "not the one").status_code == 200
    assert at_home.get(APP_PAGE).status_code == 302
    confirm_again(at_home)
    assert at_home.get(APP_PAGE).status_code == 200


def test_the_password_alone_no_longer_opens_the_account(ada: User, client: Client) -> None:
    give_app(ada)
    assert sign_in(client, ada.email)["Location"] == CODE_PAGE
    assert not is_signed_in(client)
    assert "not right" in send_code(client, wrong_code()).content.decode()
    assert not is_signed_in(client)
    assert send_code(client, code_now())["Location"] == "/account/"
    assert is_signed_in(client)


def test_without_a_factor_it_does(ada: User, client: Client) -> None:
    """The negative control of the test above."""
    assert sign_in(client, ada.email)["Location"] == "/account/"


def test_one_goes_on_to_the_wanted_page_after_the_code(ada: User, client: Client) -> None:
    give_app(ada)
    sign_in(client, ada.email, next="/account/privacy/")
    assert send_code(client, code_now())["Location"] == "/account/privacy/"


def test_a_code_works_once(ada: User) -> None:
    give_app(ada)
    code = code_now()
    first, second = Client(), Client()
    for client in (first, second):
        sign_in(client, ada.email)
    assert send_code(first, code).status_code == 302
    assert send_code(second, code).status_code == 200
    forget_used_codes()  # the negative control: it is the memory of codes that refuses it
    assert send_code(second, code).status_code == 302


def test_a_recovery_code_works_once(ada: User, at_home: Client) -> None:
    add_app(at_home)
    codes = at_home.get("/account/security/codes/").context["unused_codes"]
    first, second = Client(), Client()
    for client in (first, second):
        sign_in(client, ada.email)
    assert send_code(first, codes[0]).status_code == 302
    assert send_code(second, codes[0]).status_code == 200
    assert send_code(second, codes[1]).status_code == 302
    page = at_home.get("/account/security/").content.decode()
    assert "8 left" in page


def test_codes_are_guessed_at_only_so_often(ada: User) -> None:
    give_app(ada)
    for number in range(10):
        client = Client(REMOTE_ADDR=f"192.0.2.{number}")
        sign_in(client, ada.email)
        assert "not right" in send_code(client, wrong_code()).content.decode()
    client = Client()
    sign_in(client, ada.email)
    assert "one try too many" in send_code(client, code_now()).content.decode()
    assert not is_signed_in(client)


def test_without_the_count_guessing_would_go_on(ada: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control of the test above."""
    monkeypatch.setattr(
        CountedCodeMixin, "clean_code", lambda self: super(CountedCodeMixin, self).clean_code()
    )
    give_app(ada)
    client = Client()
    sign_in(client, ada.email)
    for _ in range(10):
        send_code(client, wrong_code())
    assert send_code(client, code_now()).status_code == 302


def test_new_recovery_codes_end_the_old_ones(ada: User, at_home: Client) -> None:
    add_app(at_home)
    old = at_home.get("/account/security/codes/").context["unused_codes"]
    assert at_home.post("/account/security/codes/new/").status_code == 302
    new = at_home.get("/account/security/codes/").context["unused_codes"]
    assert not set(old) & set(new)
    download = at_home.get("/account/security/codes/download/")
    assert "attachment" in download["Content-Disposition"]
    assert new[0] in download.content.decode()


def test_removing_the_app_ends_its_recovery_codes(ada: User, at_home: Client) -> None:
    add_app(at_home)
    assert at_home.post("/account/security/app/remove/")["Location"] == "/account/security/"
    assert not Authenticator.objects.exists()
    assert sign_in(Client(), ada.email)["Location"] == "/account/"


def test_secrets_are_read_under_an_older_key_of_the_shop(ada: User, settings: Any) -> None:
    kept = give_app(ada).data["secret"]
    with override_settings(SECRET_KEY="another", SECRET_KEY_FALLBACKS=[settings.SECRET_KEY]):
        assert SecondFactorAdapter().decrypt(kept) == SECRET


def test_only_ones_own_keys_can_be_touched(ada: User, at_home: Client) -> None:
    confirm_again(at_home)
    hers = Authenticator.objects.create(user=UserFactory(), type="webauthn", data={"name": "hers"})
    for path in (
        f"/account/security/passkeys/{hers.pk}/",
        f"/account/security/passkeys/{hers.pk}/remove/",
    ):
        assert at_home.get(path).status_code == 404
        assert at_home.post(path, {"name": "mine"}).status_code == 404
    hers.refresh_from_db()
    assert hers.data["name"] == "hers"


@pytest.fixture
def strict(settings: Any) -> None:
    settings.ADMIN_REQUIRES_MFA = True


def test_staff_without_a_second_factor_are_led_to_one(strict: None) -> None:
    staff = UserFactory(staff=True)
    client = Client()
    sign_in(client, staff.email, next="/admin/")
    page = client.get("/admin/", follow=True)
    assert page.redirect_chain == [
        ("/admin/login/?next=/admin/", 302),
        ("/account/security/", 302),
    ]
    assert "The admin opens once your account has a second factor" in page.content.decode()
    add_app(client)
    assert client.get("/admin/").status_code == 200


def test_staff_sign_in_to_the_admin_with_it(strict: None) -> None:
    staff = UserFactory(staff=True)
    give_app(staff)
    client = Client()
    assert sign_in(client, staff.email, next="/admin/")["Location"] == CODE_PAGE
    assert client.get("/admin/").status_code == 302
    assert send_code(client, code_now())["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_every_page_of_the_admin_asks_for_it(strict: None) -> None:
    client = signed_in(UserFactory(staff=True))
    for path in ("/admin/", "/admin/shop/product/", "/admin/shop/user/add/", "/admin/embeddings/"):
        assert client.get(path).status_code == 302, path


def test_without_the_setting_a_password_opens_the_admin_and_it_says_so() -> None:
    """The negative control of the tests above, and what a machine of one person does."""
    client = signed_in(UserFactory(staff=True))
    page = client.get("/admin/")
    assert page.status_code == 200
    assert "On this machine a password alone opens the admin" in page.content.decode()


def test_where_it_is_required_the_admin_says_nothing(strict: None) -> None:
    staff = UserFactory(staff=True)
    give_app(staff)
    assert "password alone" not in signed_in(staff).get("/admin/").content.decode()


def test_a_shopper_stays_outside_whatever_they_have(strict: None, ada: User) -> None:
    give_app(ada)
    assert has_second_factor(ada)
    response = signed_in(ada).get("/admin/", follow=True)
    assert response.status_code == 403


def test_recovery_codes_alone_are_no_second_factor(ada: User) -> None:
    Authenticator.objects.create(user=ada, type="recovery_codes", data={})
    assert not has_second_factor(ada)


def test_the_admin_does_not_lead_off_the_host() -> None:
    client = signed_in(UserFactory(staff=True))
    for wanted in ("//evil.example/", "https://evil.example/"):
        assert client.get("/admin/login/", {"next": wanted})["Location"] == "/admin/"


def test_staff_change_their_password_where_everybody_does() -> None:
    client = signed_in(UserFactory(staff=True))
    assert client.get("/admin/password_change/")["Location"] == "/account/password/"
