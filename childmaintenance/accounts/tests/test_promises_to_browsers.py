"""Headers and cookies: what a browser is asked to keep from, in the demonstration and in production."""

import json
import os
import subprocess
import sys

import pytest
from django.test import Client

from childmaintenance.accounts.configuration import cookies, sign_in

pytestmark = pytest.mark.django_db


def test_in_production_cookies_are_bound_to_the_host_and_to_https():
    made = cookies(https=True)
    assert made["SESSION_COOKIE_NAME"].startswith("__Host-") and made["CSRF_COOKIE_NAME"].startswith("__Host-")
    for cookie in ("SESSION", "CSRF"):
        assert made[f"{cookie}_COOKIE_SECURE"] is True
        assert made[f"{cookie}_COOKIE_HTTPONLY"] is True
        assert made[f"{cookie}_COOKIE_SAMESITE"] == "Lax"
        assert made[f"{cookie}_COOKIE_PATH"] == "/"
        assert f"{cookie}_COOKIE_DOMAIN" not in made
    assert sign_in(https=True)["MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN"] is False
    assert sign_in(https=True)["PASSWORD_HASHERS"] == ["django.contrib.auth.hashers.Argon2PasswordHasher"]


def test_over_plain_http_a_browser_would_drop_such_cookies_so_they_have_plain_names():
    made = cookies(https=False)
    assert (made["SESSION_COOKIE_NAME"], made["CSRF_COOKIE_NAME"]) == ("session", "csrf")
    assert made["SESSION_COOKIE_SECURE"] is False


def test_no_page_may_run_or_style_anything_that_is_not_ours(client):
    headers = client.get("/sign-in").headers
    policy = dict(
        part.strip().partition(" ")[::2] for part in headers["Content-Security-Policy"].split(";") if part.strip()
    )
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == policy["object-src"] == "'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"


def test_our_pages_hold_no_inline_script_or_style(client):
    page = client.get("/sign-in").content.decode()
    assert " style=" not in page and "<style" not in page
    assert page.count("<script") == page.count("<script src=") + page.count('<script type="module" src=')


def test_a_form_from_a_browser_that_refuses_cookies_is_told_to_turn_them_on():
    strict = Client(enforce_csrf_checks=True)
    refused = strict.post("/sign-in", {"login": "a@example.com", "password": "x"})
    assert refused.status_code == 403
    assert "Turn cookies on to carry on" in refused.content.decode()


def test_a_form_that_is_too_old_says_so_and_offers_the_page_again():
    strict = Client(enforce_csrf_checks=True)
    strict.get("/sign-in")
    refused = strict.post("/sign-in", {"login": "a@example.com", "password": "x"})
    assert refused.status_code == 403
    page = refused.content.decode()
    assert "This page was open for too long" in page and 'href="/sign-in"' in page


def test_too_many_requests_say_so_in_words(client):
    for _again in range(21):
        answer = client.post("/forgotten-password", {"email": "a@example.com"})
    assert answer.status_code == 429
    assert "You have tried too often" in answer.content.decode()


PRODUCTION = {
    "OCM_MODE": "production",
    "OCM_SECRET_KEY": "only for this test " * 3,
    "OCM_ALLOWED_HOSTS": "service.example",
    "OCM_TRUSTED_PROXY": "true",
    "OCM_CLIENT_SORT_CODE": "000002",
    "OCM_EMAIL_URL": "smtp+tls://sender:p%40ss@mail.example",
    "DATABASE_URL": "postgresql://app@db.example/service",
    "DATABASE_OWNER_URL": "postgresql://owner@db.example/service",
}


def test_production_as_it_is_put_together_keeps_every_promise():
    """The settings themselves, read in a process of their own as production reads them."""
    promised = {
        "SESSION_COOKIE_NAME": "__Host-session",
        "CSRF_COOKIE_NAME": "__Host-csrf",
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SECURE_HSTS_SECONDS": 63_072_000,
        "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
        "SECURE_SSL_REDIRECT": True,
        "SECURE_CONTENT_TYPE_NOSNIFF": True,
        "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": False,
        "DEMO": False,
        "DEBUG": False,
        "ALLAUTH_TRUSTED_PROXY_COUNT": 1,
        "EMAIL_HOST": "mail.example",
        "EMAIL_PORT": 587,
        "EMAIL_USE_TLS": True,
        "EMAIL_HOST_PASSWORD": "p@ss",
    }
    asking = "import json; from django.conf import settings as s; print(json.dumps({n: getattr(s, n) for n in %r}))"
    told = subprocess.run(
        [sys.executable, "-c", asking % list(promised)],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "childmaintenance.config.settings", **PRODUCTION},
        capture_output=True,
        text=True,
    )
    assert told.returncode == 0, told.stderr
    assert json.loads(told.stdout) == promised
