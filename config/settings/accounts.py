"""Settings of accounts: signing in, letters about it, and the second factor of staff."""

from datetime import timedelta

from config.settings.environment import env

AUTH_USER_MODEL = "shop.User"
# By e-mail address; it spends the same time on an address that nobody has.
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "shop:account"
LOGOUT_REDIRECT_URL = "shop:home"
# Seconds: somebody who asks for a new password reads the letter soon, or asks again.
PASSWORD_RESET_TIMEOUT = int(timedelta(hours=2).total_seconds())

ACCOUNT_ADAPTER = "shop.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
# People do not see this field; programs that fill in everything give themselves away.
ACCOUNT_SIGNUP_FORM_HONEYPOT_FIELD = "website"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
# docs/adr/0011: anything less would tell strangers who has an account.
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_CONFIRMATION_EXPIRE_DAYS = 3
# Same browser, same sign-up: whoever confirms there need not type the password again.
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_METHODS = ["password", "mfa"]
ACCOUNT_FORMS = {
    "login": "shop.accounts.forms.SignInForm",
    "signup": "shop.accounts.forms.SignUpForm",
    "add_email": "shop.accounts.forms.ChangeEmailForm",
    "change_password": "shop.accounts.forms.ChangePasswordForm",
    "set_password": "shop.accounts.forms.SetPasswordForm",
    "reset_password": "shop.accounts.forms.ForgottenPasswordForm",
    "reset_password_from_key": "shop.accounts.forms.NewPasswordForm",
    "reauthenticate": "shop.accounts.forms.ConfirmPasswordForm",
}
# Counted exactly instead: shop/accounts/limits.py, and SHOP["RATES"].
ACCOUNT_RATE_LIMITS = False
MFA_RATE_LIMITS = False
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("NUM_PROXIES", 0)

MFA_ADAPTER = "shop.accounts.second_factor.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# One step of 30 seconds either way: clocks of telephones are not exact.
MFA_TOTP_TOLERANCE = 1
MFA_TOTP_ISSUER = env.str("SHOP_NAME", default="Vitrine Outfitters")
MFA_FORMS = {
    "authenticate": "shop.accounts.factor_forms.CodeForm",
    "reauthenticate": "shop.accounts.factor_forms.ConfirmCodeForm",
    "activate_totp": "shop.accounts.factor_forms.ActivateAppForm",
    "add_webauthn": "shop.accounts.factor_forms.AddPasskeyForm",
    "edit_webauthn": "shop.accounts.factor_forms.RenamePasskeyForm",
}
# Staff open the admin with a second factor only.
ADMIN_REQUIRES_MFA: bool = env.bool("ADMIN_REQUIRES_MFA", default=True)

ACCOUNT_APPS = ["allauth", "allauth.account", "allauth.mfa", "allauth.usersessions"]

# How often somebody may try; `network` is an IPv4 address or the /64 of an IPv6 one. Whole offices
# and mobile carriers share a network, an account is one person's.
ACCOUNT_RATES = {
    "sign-in-network": "60/min",
    # A guesser gets 20 passwords an hour; a person has found the right one by then, or asks for
    # a new one, which is not held up by this.
    "sign-in-account": "20/hour",
    "sign-up-network": "30/hour",
    "code-account": "10/hour",
    "passkey-network": "60/min",
    "reset-network": "30/hour",
    # Letters to one address that its owner may not have asked for.
    "letter-address": "5/hour",
    "confirm-account": "20/hour",
}
