"""The addresses below /account/.

Those of allauth are listed here rather than included, so that what the shop does not use cannot be
reached, and so that every form that guesses or sends letters is counted.
"""

from allauth.account import views as account
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from django.urls import path, re_path

from shop.accounts.wishes import keeping_wish
from shop.views.account.addresses import (
    addresses,
    choose_default,
    edit_address,
    remove_address,
)
from shop.views.account.confirm_address import ConfirmAddressView
from shop.views.account.hearts import unwish, wish
from shop.views.account.home import account as home
from shop.views.account.home import details
from shop.views.account.privacy import download_data, erase, erased, privacy
from shop.views.account.reviews import my_reviews
from shop.views.account.security import end_all_others, end_one_session, security
from shop.views.account.wishlist import buy_wish, remove_wish, undo_removal, wishlist
from shop.views.limits import limited

# The shop's own pages, in its namespace.
pages = [
    path("", home, name="account"),
    path("details/", details, name="account_details"),
    path("addresses/", addresses, name="addresses"),
    path("addresses/new/", edit_address, name="address_add"),
    path("addresses/<int:pk>/", edit_address, name="address_edit"),
    path("addresses/<int:pk>/default/", choose_default, name="address_default"),
    path("addresses/<int:pk>/delete/", remove_address, name="address_delete"),
    path("reviews/", my_reviews, name="my_reviews"),
    path("wishlist/", wishlist, name="wishlist"),
    path("wishlist/add/", wish, name="wish"),
    path("wishlist/drop/", unwish, name="unwish"),
    path("wishlist/remove/", remove_wish, name="wishlist_remove"),
    path("wishlist/buy/", buy_wish, name="wishlist_buy"),
    path("wishlist/undo/", undo_removal, name="wishlist_undo"),
    path("security/", security, name="security"),
    path("security/sessions/end/", end_all_others, name="sessions_end"),
    path("security/sessions/<int:pk>/end/", end_one_session, name="session_end"),
    path("privacy/", privacy, name="privacy"),
    path("privacy/my-data.json", download_data, name="download_data"),
    path("privacy/erase/", erase, name="erase"),
    path("goodbye/", erased, name="erased"),
]

# Signing in and what protects an account, by the names that allauth knows.
urlpatterns = [
    path(
        "sign-in/",
        limited("sign-in-network")(keeping_wish(account.login)),
        name="account_login",
    ),
    path("sign-in/code/", second_factor.authenticate, name="mfa_authenticate"),
    path(
        "sign-in/passkey/",
        limited("passkey-network")(keeping_wish(passkeys.login_webauthn)),
        name="mfa_login_webauthn",
    ),
    path("sign-out/", account.logout, name="account_logout"),
    path(
        "sign-up/",
        limited("sign-up-network")(keeping_wish(account.signup)),
        name="account_signup",
    ),
    path("closed/", account.account_inactive, name="account_inactive"),
    path("confirm-email/", account.email_verification_sent, name="account_email_verification_sent"),
    path("confirm-email/<str:key>/", ConfirmAddressView.as_view(), name="account_confirm_email"),
    path("email/", limited("reset-network")(account.email), name="account_email"),
    path("password/", account.password_change, name="account_change_password"),
    path("password/first/", account.password_set, name="account_set_password"),
    path(
        "password/forgotten/",
        limited("reset-network")(account.password_reset),
        name="account_reset_password",
    ),
    path(
        "password/forgotten/sent/",
        account.password_reset_done,
        name="account_reset_password_done",
    ),
    path(
        "password/new/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        limited("reset-network")(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path("confirm/", account.reauthenticate, name="account_reauthenticate"),
    path("confirm/code/", second_factor.reauthenticate, name="mfa_reauthenticate"),
    path(
        "confirm/passkey/",
        passkeys.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path("security/", security, name="mfa_index"),
    path("security/", security, name="mfa_list_webauthn"),
    path("security/app/", app.activate_totp, name="mfa_activate_totp"),
    path("security/app/remove/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("security/passkeys/add/", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path("security/passkeys/<int:pk>/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
    path(
        "security/passkeys/<int:pk>/remove/",
        passkeys.remove_webauthn,
        name="mfa_remove_webauthn",
    ),
    path("security/codes/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "security/codes/new/",
        recovery_codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "security/codes/download/",
        recovery_codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
]
