"""The settings of signing in, in one place. `config.settings` takes them in with one line."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from pydantic import SecretStr

DISCREET_NAME = "OCM"
"""Who an e-mail, an authenticator app or a passkey says it is from: a shared phone shows these to other people."""


def cookies(*, https: bool) -> dict[str, Any]:
    """Names and marks of cookies. A browser takes a `__Host-` name only over https, so plain http gets plain names."""
    prefix = "__Host-" if https else ""
    return {
        "SESSION_COOKIE_NAME": f"{prefix}session",
        "SESSION_COOKIE_SECURE": https,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",  # Strict would sign a person out who follows a link in a letter
        "SESSION_COOKIE_PATH": "/",
        "SESSION_EXPIRE_AT_BROWSER_CLOSE": True,
        "CSRF_COOKIE_NAME": f"{prefix}csrf",
        "CSRF_COOKIE_SECURE": https,
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_SAMESITE": "Lax",
        "CSRF_COOKIE_PATH": "/",
    }


def passwords(*, test: bool) -> dict[str, Any]:
    """How passwords are kept and which are refused. The cheap hash is for tests, where a real one takes 0.2 s each."""
    room = "childmaintenance.accounts.signing_in.passwords"
    return {
        "PASSWORD_HASHERS": [
            "django.contrib.auth.hashers.MD5PasswordHasher"
            if test
            else "django.contrib.auth.hashers.Argon2PasswordHasher"
        ],
        "AUTH_PASSWORD_VALIDATORS": [
            {"NAME": f"{room}.LongEnough", "OPTIONS": {"min_length": 8}},
            {"NAME": f"{room}.NotCommon"},
            {"NAME": f"{room}.NotAboutYou", "OPTIONS": {"user_attributes": ("email", "name")}},
        ],
        "PASSWORD_RESET_TIMEOUT": 60 * 60,
    }


def limits() -> dict[str, Any]:
    """How often something may be tried. `ip` is an address or an IPv6 /64, `key` an e-mail address, both hashed."""
    return {
        "ACCOUNT_RATE_LIMITS": {
            "login": "30/m/ip",
            "login_failed": "20/m/ip,5/5m/key",
            "signup": "20/m/ip",
            "reset_password": "20/m/ip,5/h/key",
            "reset_password_from_key": "20/m/ip",
            "confirm_email": "1/10s/key,10/h/key",
            "change_password": "5/m/user",
            "manage_email": "10/m/user",
            "reauthenticate": "10/m/user",
        },
        "MFA_RATE_LIMITS": {"webauthn_login": "20/m/ip"},
        # Shared by all processes: a limit, or a used one-time code, that one worker forgets would be no limit.
        "CACHES": {
            "default": {
                "BACKEND": "django.core.cache.backends.db.DatabaseCache",
                "LOCATION": "accounts_limits",
                "OPTIONS": {"MAX_ENTRIES": 100_000},
            }
        },
    }


def emails(server: SecretStr | None, *, folder: Path, sender: str) -> dict[str, Any]:
    """Where sign-in codes and links go: to a mail server, or without one to files in a folder, to be read there.

    The server is given as smtp://, smtp+tls:// (STARTTLS) or smtps:// with user, password, host and port.
    """
    if server is None:
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": str(folder),
            "DEFAULT_FROM_EMAIL": sender,
        }
    address = urlsplit(server.get_secret_value())
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": address.hostname,
        "EMAIL_PORT": address.port or {"smtps": 465, "smtp+tls": 587}.get(address.scheme, 25),
        "EMAIL_HOST_USER": unquote(address.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(address.password or ""),
        "EMAIL_USE_SSL": address.scheme == "smtps",
        "EMAIL_USE_TLS": address.scheme == "smtp+tls",
        "EMAIL_TIMEOUT": 10,
        "DEFAULT_FROM_EMAIL": sender,
    }


def sign_in(*, https: bool, test: bool = False, trusted_proxies: int = 0) -> dict[str, Any]:
    """Every setting of this room.

    `https` says that browsers reach the service over https; `trusted_proxies` how many proxies of ours stand in front.
    """
    room = "childmaintenance.accounts.signing_in"
    return {
        "AUTH_USER_MODEL": "accounts.User",
        "AUTHENTICATION_BACKENDS": [f"{room}.backend.SignInBackend"],
        "LOGIN_URL": "account_login",
        "LOGIN_REDIRECT_URL": "account_home",
        "LOGOUT_REDIRECT_URL": "account_signed_out",
        "SESSION_ENGINE": "childmaintenance.accounts.sessions.store",
        "MESSAGE_STORAGE": "django.contrib.messages.storage.session.SessionStorage",
        "CSRF_FAILURE_VIEW": "childmaintenance.accounts.refusals.form_not_trusted",
        **cookies(https=https),
        **passwords(test=test),
        **limits(),
        # ---- django-allauth ----
        "ALLAUTH_TRUSTED_PROXY_COUNT": trusted_proxies,
        "ALLAUTH_USER_CODE_FORMAT": {"numeric": True, "dashed": False, "length": 6},
        "ACCOUNT_DEFAULT_HTTP_PROTOCOL": "https" if https else "http",
        "ACCOUNT_ADAPTER": f"{room}.adapter.SignInAdapter",
        "ACCOUNT_USER_MODEL_USERNAME_FIELD": None,
        "ACCOUNT_LOGIN_METHODS": {"email"},
        "ACCOUNT_SIGNUP_FIELDS": ["email*", "password1*"],
        "ACCOUNT_PREVENT_ENUMERATION": True,
        "ACCOUNT_SESSION_REMEMBER": False,
        "ACCOUNT_LOGOUT_ON_GET": False,
        "ACCOUNT_CHANGE_EMAIL": True,
        "ACCOUNT_EMAIL_VERIFICATION": "mandatory",
        "ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED": True,
        "ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT": 10 * 60,
        "ACCOUNT_EMAIL_VERIFICATION_BY_CODE_MAX_ATTEMPTS": 5,
        "ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND": 5,
        "ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS": True,
        "ACCOUNT_EMAIL_NOTIFICATIONS": True,
        "ACCOUNT_EMAIL_SUBJECT_PREFIX": "",
        "ACCOUNT_REAUTHENTICATION_REQUIRED": True,
        "ACCOUNT_REAUTHENTICATION_TIMEOUT": 5 * 60,
        "ACCOUNT_LOGIN_TIMEOUT": 15 * 60,
        "MFA_ADAPTER": f"{room}.second_factor_adapter.SecondFactorAdapter",
        "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
        "MFA_PASSKEY_LOGIN_ENABLED": True,
        "MFA_PASSKEY_SIGNUP_ENABLED": False,
        "MFA_TRUST_ENABLED": False,
        "MFA_TOTP_ISSUER": DISCREET_NAME,
        "MFA_TOTP_TOLERANCE": 1,
        "MFA_WEBAUTHN_USER_VERIFICATION": "required",
        "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": not https,
        # ---- ours ----
        # "any", "prefer_hardware" or "require_hardware": whether staff may use a passkey that is copied between devices
        "STAFF_PASSKEYS": "prefer_hardware",
        # The page each kind of account opens on, by the name of its address
        "HOME_OF_PERSON": "parents:home",
        "HOME_OF_STAFF": "casework:home",
    }
