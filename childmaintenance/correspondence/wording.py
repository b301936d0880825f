"""Sentences that several letters share, so that they say the same thing in the same words."""

from collections.abc import Sequence
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from childmaintenance.correspondence.blocks import Block, bullets, callout, heading, paragraph, signature
from childmaintenance.correspondence.deadlines import last_day_to_ask_again, taken_as_received
from childmaintenance.correspondence.sender import sender
from childmaintenance.correspondence.terms import Sending
from childmaintenance.foundation.language import WELSH, current, long_date
from childmaintenance.values import Territory


class Reader(StrEnum):
    """Which parent a letter is written to."""

    PAYING = "P"
    RECEIVING = "R"


class Service(StrEnum):
    """Who moves the money."""

    DIRECT_PAY = "direct_pay"
    COLLECT_AND_PAY = "collect_and_pay"


class Frequency(StrEnum):
    """How often a payment is made."""

    WEEKLY = "W"
    FORTNIGHTLY = "2W"
    FOUR_WEEKLY = "4W"
    MONTHLY = "M"

    @property
    def in_words(self) -> str:
        return {
            Frequency.WEEKLY: _("every week"),
            Frequency.FORTNIGHTLY: _("every 2 weeks"),
            Frequency.FOUR_WEEKLY: _("every 4 weeks"),
            Frequency.MONTHLY: _("every month"),
        }[self]


def together(names: Sequence[str]) -> str:
    """Names in a sentence: "Cadi, Macsen and Owen"; in Welsh "ac" before a vowel and "a" before the rest."""
    if len(names) == 1:
        return names[0]
    joining = pgettext("between the last two names", "and")
    if current() == WELSH and _begins_with_vowel(names[-1]):
        joining = pgettext("between the last two names, before a vowel", "and")
    return f"{', '.join(names[:-1])} {joining} {names[-1]}"


def _begins_with_vowel(name: str) -> bool:
    vowels = "aeiouâêîôûáéíóúàèìòùäëïöü"
    beginning = name.casefold().ljust(2)
    first, second = beginning[0], beginning[1]
    # W and Y are vowels before a consonant (Yr, Wrsla) and consonants before a vowel (Wyn, William, Yasmin).
    return first in vowels or (first in "wyŵŷ" and second not in vowels + "wyŵŷ")


def how_to_challenge(sending: Sending, territory: Territory) -> list[Block]:
    """What somebody can do who thinks a decision is wrong, in order, with the last day of each step that can be counted now."""
    last_day = long_date(last_day_to_ask_again(sending.on, sending.channel))
    received = long_date(taken_as_received(sending.on, sending.channel))
    return [
        heading(_("If you think the decision is wrong")),
        paragraph(_("Tell us as soon as you can. Many mistakes can be put right quickly.")),
        callout(
            _("Ask us to look again by %(last_day)s") % {"last_day": last_day},
            [
                _(
                    "This is called mandatory reconsideration. Say which part you think is wrong, and send what shows it."
                ),
                _("You have 30 days from %(received)s, the day the law takes this letter as having reached you.")
                % {"received": received},
                _(
                    "If you are late, ask anyway and tell us why. We can look again after the 30 days if there is a good reason."
                ),
            ],
        ),
        heading(_("If you still disagree after that"), 3),
        *(_appeal_in_northern_ireland() if territory is Territory.NI else _appeal_in_great_britain()),
    ]


def _appeal_in_great_britain() -> list[Block]:
    return [
        paragraph(
            _(
                "You can appeal to the First-tier Tribunal (Social Security and Child Support). It is independent of us. "
                "You need our letter with the result of the reconsideration first."
            )
        ),
        paragraph(
            _(
                "Appeal within one month of the day we send that letter, on form SSCS2. If you are later, say why on the form."
            )
        ),
    ]


def _appeal_in_northern_ireland() -> list[Block]:
    return [
        paragraph(
            _(
                "You can appeal to the Appeals Service in Northern Ireland. It is independent of us. "
                "You need our letter with the result of the reconsideration first, and you send it with your appeal."
            )
        ),
        paragraph(_("Appeal within one month of the day we send that letter. If you are later, say why.")),
    ]


def changes_to_tell(reader: Reader, *, income_is_current: bool) -> list[Block]:
    """What this parent must or should tell us later, with the time they have (SI 2008/2551 regs 9, 9A, 10)."""
    if reader == Reader.PAYING:
        items = [_("you move: within 7 days")]
        if income_is_current:
            items += [
                _(
                    "you start a job, or your pay or hours change, and you can expect to pay more for it: within 14 days"
                ),
                _("your pay goes up by at least 25%, and stays there: within 14 days"),
            ]
        else:
            items.append(_("your income goes up or down by at least 25%"))
        items += [
            _("you start or stop getting a benefit"),
            _("a child starts or stops living with you, or you have a new baby"),
            _("the nights a child stays with you change"),
            _("you have a new phone number"),
        ]
    else:
        items = [
            _("a child leaves home, or leaves school or college"),
            _("your Child Benefit for a child stops"),
            _("the nights a child stays with the other parent change"),
            _("you move, or have a new phone number or bank account"),
        ]
    return [
        heading(_("Tell us if something changes")),
        paragraph(_("Tell us if:")),
        bullets(items),
        paragraph(
            _("It can be an offence not to tell us something you must, or to tell us something you know is not true.")
        ),
    ]


def ending(sending: Sending) -> list[Block]:
    """How to reach us, and the signature: the same in every letter and in both languages."""
    reach, language = sender(), current()
    phones = [
        _("by phone in English: %(phone)s") % {"phone": reach.phone},
        _("by phone in Welsh: %(phone)s") % {"phone": reach.phone_in_welsh},
    ]
    blocks = [
        heading(_("How to reach us")),
        bullets(
            [
                _("online: %(website)s") % {"website": reach.website},
                *(reversed(phones) if language == WELSH else phones),
                _("if you cannot hear or speak on the phone: dial 18001 first, for Relay UK"),
            ]
        ),
        paragraph(_("The phones are open: %(hours)s.") % {"hours": reach.hours[language]}),
    ]
    if sending.case:
        blocks.append(paragraph(_("If you write or phone, give your case number: %(case)s.") % {"case": sending.case}))
    blocks += [
        paragraph(_("You can ask for this letter in larger print, in English, in Welsh, or in both.")),
        signature(_("Yours sincerely"), _("Open Child Maintenance"), _("Child maintenance decisions and payments")),
    ]
    return blocks
