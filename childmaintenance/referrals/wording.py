"""The words of a referral: what the person is asked, and what the organisation is told. Nothing else is ever told."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from childmaintenance.foundation.language import in_language, long_date
from childmaintenance.privacy import consents
from childmaintenance.privacy.terms import Purpose
from childmaintenance.referrals.terms import Item, Kind, ReferralRecord, Said


def lines(record: ReferralRecord, items: Collection[Item]) -> dict[Item, str]:
    """Each of these items as a line, in the language of the sheet and in the sheet's order."""
    with in_language(record.language):
        return {item: f"{item.label}: {words}" for item, words in record.told.items() if item in items}


def asked(record: ReferralRecord, items: Collection[Item]) -> tuple[str, ...]:
    """What somebody reads, or hears, before they agree to pass on these items: in the current language, then the lines."""
    to_whom = _("To be told to %(organisation)s:") % {"organisation": record.called}
    return str(consents.text(Purpose.REFERRAL)), to_whom, *lines(record, items).values()


def sheet_words(record: ReferralRecord) -> tuple[str, ...]:
    """Everything on the sheet for the organisation, in its order. Raises ValueError before somebody has agreed."""
    agreed = record.step(Kind.AGREED)
    if agreed is None:
        raise ValueError("nothing is told before somebody has agreed")
    with in_language(record.language):
        when = {"day": long_date(agreed.said_on), "how": Said(agreed.how).label}
        return (
            _("From Open Child Maintenance to %(organisation)s.") % {"organisation": record.called},
            _("This person would like to hear from you. They agreed on %(day)s, %(how)s, that we tell you this:")
            % when,
            *lines(record, record.agreed).values(),
            _("Say to nobody else who answers why you are in touch, or who told you."),
            _("They can take it back at any time. Then we tell you, and we ask you to delete this sheet."),
        )


def heading(record: ReferralRecord) -> str:
    """Of the sheet, in its own language."""
    with in_language(record.language):
        return _("Somebody who would like to hear from you")


def language_in_words(language: str) -> str:
    """A language of letters, as an organisation is told of it, in the current language."""
    said = {"en": _("English"), "cy": _("Welsh"), "both": _("English and Welsh")}
    return said[language]
