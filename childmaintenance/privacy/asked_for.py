"""What visitors ask us to keep or send, each in one transaction with the record that they asked. Portals ask only here."""

from django.db import transaction

from childmaintenance.cases import first_steps
from childmaintenance.cases.first_steps import FirstStepTold
from childmaintenance.correspondence import copies, reminders
from childmaintenance.correspondence.terms import CopyKind
from childmaintenance.foundation.actor import Actor
from childmaintenance.privacy import consents
from childmaintenance.privacy.terms import Method, Purpose


@transaction.atomic
def keep_first_step(*, told: FirstStepTold) -> str:
    """Keep what was said before an application, and return the reference that opens it."""
    reference = first_steps.keep(told=told)
    consents.record(purpose=Purpose.FIRST_STEP, who=consents.token_of(reference))
    return reference


@transaction.atomic
def forget_first_step(*, reference: str) -> None:
    """Delete it before its time, because whoever has the reference asks."""
    first_steps.forget(reference=reference)
    consents.withdraw(purpose=Purpose.FIRST_STEP, who=consents.token_of(reference))


@transaction.atomic
def send_copy(*, to: str, kind: CopyKind, language: str, pdf: bytes, by: Actor) -> None:
    """Have a paper sent to an address; over a limit nothing is sent or noted, and nobody is told."""
    if copies.send_copy(to=to, kind=kind, language=language, pdf=pdf, by=by):
        consents.record(purpose=Purpose.COPIES)


@transaction.atomic
def begin_reminders(*, reference: str) -> None:
    """They said yes, by the link in the first e-mail. Said again it is noted once."""
    until = reminders.begin_reminders(reference)
    if until is not None:
        who = consents.token_of(reference)
        consents.record(purpose=Purpose.REMINDERS, who=who, method=Method.EMAIL_LINK, until=until)


@transaction.atomic
def stop_reminders(*, reference: str) -> None:
    """They said stop, by the link in any e-mail: the address is deleted."""
    reminders.stop_reminders(reference)
    consents.withdraw(purpose=Purpose.REMINDERS, who=consents.token_of(reference), method=Method.EMAIL_LINK)
