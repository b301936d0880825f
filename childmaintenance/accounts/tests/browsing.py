"""What the browser stories of this room do."""

from datetime import timedelta

from django.db.models import F
from playwright.sync_api import CDPSession, Page

from childmaintenance.accounts.models import Session
from childmaintenance.accounts.tests import people


def fill_in(page: Page, email: str = people.CATRIN["email"], prefix: str = "") -> None:
    """Sign in with the password."""
    page.goto(f"{prefix}/sign-in")
    page.locator("[name=login]").fill(email)
    page.locator("[name=password]").fill(people.PASSWORD)
    page.locator("[name=password]").press("Enter")
    page.wait_for_url(lambda address: not address.endswith("/sign-in"))


def minutes_pass(minutes: float, *, idle: float | None = None) -> None:
    """The sessions on the server grow older."""
    idle = minutes if idle is None else idle
    Session.objects.update(
        started_at=F("started_at") - timedelta(minutes=minutes), seen_at=F("seen_at") - timedelta(minutes=idle)
    )


def security_key(page: Page, **marks: object) -> CDPSession:
    """A passkey maker that this browser believes in; `defaultBackupEligibility` says that its keys can be copied."""
    tools = page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    made = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
        **marks,
    }
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": made})
    return tools
