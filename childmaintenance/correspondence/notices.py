"""The e-mail that says a letter is there. It says nothing else: no subject matter, no amount, no name of anybody."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.translation import gettext as _

from childmaintenance.correspondence.address_shield import at_the_others_address
from childmaintenance.correspondence.models import Letter, Notice
from childmaintenance.correspondence.terms import Channel
from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.language import in_language
from childmaintenance.foundation.locks import hold
from childmaintenance.parties import queries as parties
from childmaintenance.parties.terms import ContactRecord

SENT, BY_POST, NO_ADDRESS, NO_EMAIL, ASK_FIRST = "sent", "by_post", "no_address", "no_email", "ask_first"
SAME_ADDRESS = "same_address"


@transaction.atomic
def tell_of_letter(*, letter: str, by: Actor) -> str:
    """Send the e-mail about a letter, once; answers what was done: sent, by_post, no_address, same_address, no_email, ask_first.

    `ask_first`: this person has told us something about how they may safely be reached. A machine cannot read it, so no e-mail
    goes out and a person decides. `same_address`: it would be posted to the other parent's door, so a person decides. If the
    mail server fails, nothing is kept and the job is tried again.
    """
    hold(f"notice:{letter}")
    row = Letter.objects.only("reference", "to", "case", "channel", "languages").get(reference=letter)
    if earlier := Notice.objects.filter(letter=row).first():
        return earlier.outcome
    contact = parties.contact(row.to_id)
    outcome = _outcome(row, contact)
    Notice.objects.create(letter=row, outcome=outcome, at=clock.now())
    audit.record(by=by, act=f"correspondence.tell_of_letter.{outcome}", about=letter, case=row.case)
    if outcome == SENT:
        # Last, so that everything else is known to have worked. A second e-mail after a crash here is better than none.
        _message(contact.email, row.languages).send()
    return outcome


def _outcome(row: Letter, contact: ContactRecord) -> str:
    if row.channel == Channel.POST:
        if not contact.address.strip():
            return NO_ADDRESS
        return SAME_ADDRESS if at_the_others_address(row.to_id, row.case) else BY_POST
    if contact.safe_contact.strip():
        return ASK_FIRST
    return SENT if contact.email else NO_EMAIL


def _message(to: str, languages: list[str]) -> EmailMessage:
    subjects, bodies = [], []
    for language in languages:
        with in_language(language):
            subjects.append(_("You have a new letter"))
            bodies.append(
                _("You have a new letter in your account. Sign in the way you always do to read it.")
                + "\n\n"
                + _(
                    "There is no link here on purpose. Our e-mails never say what a letter is about, or ask for a password."
                )
            )
    return EmailMessage(
        subject=" / ".join(subjects),
        body="\n\n----\n\n".join(bodies) + "\n",
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[to],
    )
