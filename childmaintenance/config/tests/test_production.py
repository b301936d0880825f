"""What production promises to browsers, read from the settings it really has."""

import json
import os
import subprocess
import sys
from functools import cache
from typing import Any

import pytest

from childmaintenance.config.database.tests.test_addresses import PRODUCTION
from childmaintenance.config.places import ROOT

NAMES = [
    "DEBUG", "DEMO", "TOWN_CLOCK", "ALLOWED_HOSTS", "SESSION_COOKIE_NAME", "SESSION_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY",
    "SESSION_COOKIE_SAMESITE", "SESSION_COOKIE_DOMAIN", "SESSION_COOKIE_PATH", "CSRF_COOKIE_NAME", "CSRF_COOKIE_SECURE",
    "SECURE_HSTS_SECONDS", "SECURE_HSTS_INCLUDE_SUBDOMAINS", "SECURE_SSL_REDIRECT", "X_FRAME_OPTIONS", "INSTALLED_APPS",
    "PASSWORD_HASHERS", "CONTENT_SECURITY_POLICY", "LOGGING",
]  # fmt: skip


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Python with a production's environment; the database is never asked."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("OCM_", "DATABASE_", "DJANGO_"))}
    known = {**clean, **PRODUCTION, "DATABASE_URL": "postgresql://cm_app@db.invalid/live", **environment}
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, env=known, capture_output=True, text=True)


@cache
def settings() -> dict[str, Any]:
    code = "import json, sys; from childmaintenance.config import settings as s\n"
    code += "print(json.dumps({n: getattr(s, n, None) for n in sys.argv[1:]}, default=str))"
    done = python("-c", code, *NAMES)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def test_cookies_belong_to_this_host_alone() -> None:
    found = settings()
    assert (found["SESSION_COOKIE_NAME"], found["CSRF_COOKIE_NAME"]) == ("__Host-session", "__Host-csrf")
    assert found["SESSION_COOKIE_SECURE"] and found["SESSION_COOKIE_HTTPONLY"] and found["CSRF_COOKIE_SECURE"]
    assert found["SESSION_COOKIE_DOMAIN"] is None and found["SESSION_COOKIE_PATH"] in (None, "/")


def test_only_https_for_two_years() -> None:
    found = settings()
    assert (
        found["SECURE_SSL_REDIRECT"]
        and found["SECURE_HSTS_SECONDS"] >= 63_072_000
        and found["SECURE_HSTS_INCLUDE_SUBDOMAINS"]
    )


def test_the_demos_doors_do_not_exist() -> None:
    found = settings()
    assert not found["DEMO"] and not found["TOWN_CLOCK"] and not found["DEBUG"]
    assert not [app for app in found["INSTALLED_APPS"] if "demo" in app]
    done = python("-m", "childmaintenance.config.manage", "routes")
    assert done.returncode == 0, done.stderr
    assert "/casework/" in done.stdout and "demo" not in done.stdout


def test_no_script_or_style_but_our_own() -> None:
    policy = settings()["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]
    assert policy["default-src"] == ["'none'"]
    assert not [
        source
        for sources in policy.values()
        if isinstance(sources, list)
        for source in sources
        if "unsafe" in source or "*" in source
    ]


def test_passwords_are_hashed_slowly() -> None:
    assert settings()["PASSWORD_HASHERS"][0].endswith("Argon2PasswordHasher")


def test_logs_are_for_machines() -> None:
    assert settings()["LOGGING"]["json"] is True


def test_djangos_own_list_for_deployment_has_nothing_to_say() -> None:
    done = python("-m", "childmaintenance.config.manage", "check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("OCM_SECRET_KEY", "short", "at least 50 characters"),
        ("OCM_TOWN_CLOCK", "true", "production lives on the real day"),
        ("OCM_PORT", "99999", "OCM_PORT"),
        ("OCM_MODE", "live", "OCM_MODE"),
        ("OCM_DATABASE_CONNECTIONS", "many", "OCM_DATABASE_CONNECTIONS"),
    ],
)
def test_a_wrong_setting_stops_the_start_with_a_sentence(name: str, value: str, sentence: str) -> None:
    done = python("-m", "childmaintenance.config.manage", "check", **{name: value})
    assert done.returncode == 1
    assert sentence in done.stderr and "Traceback" not in done.stderr
