"""A copy by e-mail of a paper that somebody has on their screen. Our fixed words, the paper as a file, and nothing they typed.

Anybody may ask, for any address: so an address gets only a few a day and a visitor sends only a few an hour, the asker hears the
same whether or not anything goes out, and the address is deleted with the copy.
"""

from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.translation import gettext as _

from childmaintenance.accounts.public_forms import count
from childmaintenance.correspondence.models import CopyToSend
from childmaintenance.correspondence.terms import CopyKind
from childmaintenance.foundation import clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.identifiers import new_reference
from childmaintenance.foundation.language import in_language, long_date
from childmaintenance.foundation.outbox import announce

TO_ONE_ADDRESS, A_DAY = 3, timedelta(days=1)
BY_ONE_VISITOR, AN_HOUR = 5, timedelta(hours=1)
KEPT_AT_MOST = timedelta(days=1)
NOBODY_ANSWERS = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}


@transaction.atomic
def send_copy(*, to: str, kind: CopyKind, language: str, pdf: bytes, by: Actor) -> bool:
    """Have a paper sent to an address, after the commit. Over a limit nothing is sent: False, which no page may tell.

    Only the paper may hold what somebody typed. No line of the audit is written: it would outlive the visit.
    """
    if is_too_often(to, by):
        return False
    copy = CopyToSend.objects.create(
        reference=new_reference("Y"), kind=kind, language=language, to=to, pdf=pdf, asked_at=clock.wall()
    )
    announce("CopyAsked", copy=copy.reference)
    return True


def is_too_often(to: str, by: Actor) -> bool:
    """Count this e-mail against its address and its sender, and say whether it is one too many for either."""
    to_address = count("e-mail to an address", to.strip().casefold(), per=A_DAY)
    by_visitor = count("e-mail by a visitor", by.reference, per=AN_HOUR)
    return to_address > TO_ONE_ADDRESS or by_visitor > BY_ONE_VISITOR


@transaction.atomic
def deliver_copy(reference: str) -> None:
    """Send a copy that waits, and forget it. Asked again it does nothing; if the mail server fails it is tried again."""
    copy = CopyToSend.objects.select_for_update().filter(reference=reference).first()
    if copy is None:
        return
    to, language, pdf, asked_on = copy.to, copy.language, bytes(copy.pdf), clock.today()
    copy.delete()
    with in_language(language):
        message = EmailMessage(
            subject=_("The paper that you asked for"),
            body=_("Here is the file that you asked us to send on %(day)s.") % {"day": long_date(asked_on)}
            + "\n\n"
            + _(
                "If you did not ask for it, somebody else typed your address. "
                "Please delete this e-mail. We have not kept your address."
            )
            + "\n",
            from_email=settings.DEFAULT_FROM_EMAIL,
            to=[to],
            headers=NOBODY_ANSWERS,
        )
    message.attach(f"ocm-{asked_on.isoformat()}.pdf", pdf, "application/pdf")
    # Last, so that everything else is known to have worked. A second e-mail after a crash here is better than none.
    message.send()


def forget_copies() -> None:
    """Delete the copies that no mail server took in a day."""
    CopyToSend.objects.filter(asked_at__lte=clock.wall() - KEPT_AT_MOST).delete()
