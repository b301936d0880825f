"""Notifies a decision to one parent: the amount, from when, how it was worked out, from which facts, and how to challenge it.

What a notice must say is in SI 2012/2677 reg 25 and SR 2012/427 reg 25.
"""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from childmaintenance.correspondence.blocks import Block, bullets, figure, heading, paragraph, reasons, table, words
from childmaintenance.correspondence.facts import Pence, clean, isolated
from childmaintenance.correspondence.letters.facts_used import FactName, FactUsed, amount_of, name_of, source_of
from childmaintenance.correspondence.terms import Sending
from childmaintenance.correspondence.wording import (
    Reader,
    Service,
    changes_to_tell,
    how_to_challenge,
    together,
)
from childmaintenance.correspondence.workings import Working, doubts, names_of_the_law, sentences, year_to_week
from childmaintenance.foundation.language import long_date, pounds
from childmaintenance.values import Territory


@dataclass(frozen=True, kw_only=True)
class Facts:
    reader: Reader
    territory: Territory
    decision: str
    """The decision's reference."""
    other_parent: str
    """The name the reader may know the other parent by."""
    children: tuple[str, ...]
    """First names of the children of this case that count."""
    weekly_pence: Pence
    """What this parent pays, or gets, a week in this case."""
    effective_from: dt.date
    review_on: dt.date
    reasons: tuple[Working, ...]
    """The law's own reasons as JSON, in order, cut down to what this case's parents may read."""
    facts_used: tuple[FactUsed, ...]
    income_is_current: bool
    """Whether the income was found from pay now, which makes the duty to report a rise begin (SI 2008/2551 reg 9A)."""
    notes: tuple[str, ...] = ()
    """Keys of the law's own notes, where it could be read in two ways."""
    service: Service | None = None
    previous_weekly_pence: Pence | None = None
    """What it was before this decision, where there was one."""


def title(facts: Facts) -> str:
    if facts.reader == Reader.PAYING:
        return _("How much child maintenance you pay")
    return _("How much child maintenance you get")


def blocks(facts: Facts, sending: Sending) -> list[Block]:
    return [
        *_the_amount(facts),
        heading(_("How we worked it out")),
        reasons([*_from_year_to_week(facts), *sentences(facts.reasons, _names(facts, sending))]),
        *doubts(facts.notes, facts.territory),
        names_of_the_law(facts.territory),
        paragraph(_("The number of this decision is %(decision)s.") % {"decision": facts.decision}),
        heading(_("The facts we used")),
        table(
            [words(pgettext("letter", "Fact")), words(_("What we used")), words(_("Where it came from"))],
            [(name_of(fact), amount_of(fact), source_of(fact)) for fact in facts.facts_used],
            caption=_("Facts behind the amount"),
        ),
        *_what_would_change_it(facts),
        *how_to_challenge(sending, facts.territory),
        *changes_to_tell(facts.reader, income_is_current=facts.income_is_current),
        heading(_("What happens next")),
        *_what_happens_next(facts),
    ]


def _the_amount(facts: Facts) -> list[Block]:
    day, children = long_date(facts.effective_from), together(facts.children)
    said = [
        paragraph(_("We have decided how much child maintenance is paid for %(children)s.") % {"children": children})
    ]
    if facts.weekly_pence == 0:
        said.append(figure(_("Child maintenance"), _("Nothing to pay"), _("from %(day)s") % {"day": day}))
    else:
        label = (_("You pay %(other_parent)s") if facts.reader == Reader.PAYING else _("%(other_parent)s pays you")) % {
            "other_parent": facts.other_parent
        }
        amount = _("%(amount)s a week") % {"amount": pounds(facts.weekly_pence)}
        said.append(figure(label, amount, _("from %(day)s") % {"day": day}))
    before = facts.previous_weekly_pence
    if before is not None and before == facts.weekly_pence:
        said.append(paragraph(_("The amount is the same as before.")))
    elif before is not None:
        said.append(paragraph(_("Before that day it was %(amount)s a week.") % {"amount": pounds(before)}))
    return said


def _from_year_to_week(facts: Facts) -> list[tuple[str, str]]:
    return [
        year_to_week(fact.yearly_pence, fact.weekly_pence, facts.territory)
        for fact in facts.facts_used
        if fact.yearly_pence is not None and fact.weekly_pence is not None
    ]


def _names(facts: Facts, sending: Sending) -> dict[str, str]:
    """Who the law's reference for the receiving parent of this case is."""
    return {sending.case: facts.other_parent if facts.reader == Reader.PAYING else isolated(clean(sending.to_name))}


def _what_would_change_it(facts: Facts) -> list[Block]:
    paying = facts.reader == Reader.PAYING
    says = {
        FactName.INCOME: _("the income: a different income gives a different amount. Payslips or a P60 show it")
        if paying
        else _("the income: a different income gives a different amount. Tell us what makes you think it is not right"),
        FactName.NIGHTS: _(
            "the nights: the amount goes down in steps as a child stays more nights with the paying parent"
        ),
        FactName.OTHER_CHILDREN: _("other children: children who live with the paying parent lower the income we use"),
        FactName.OTHER_ARRANGEMENT: _("other arrangements: children who are paid for another way lower the amount"),
        FactName.BENEFIT: _("a benefit: some benefits set the amount, whatever the income"),
        FactName.NIL_REASON: _("a reason to pay nothing: for example, being in prison"),
        FactName.PARENTAGE: _("who the parents are: maintenance is paid only for a parent’s own child"),
    }
    used = [name for name in FactName if any(fact.name == name for fact in facts.facts_used)]
    said: list[Block] = [
        heading(_("What changes if a fact is wrong"), 3),
        paragraph(_("Look at each fact above. If one is wrong, the amount may be wrong too:")),
        bullets(says[name] for name in used),
    ]
    if any(fact.is_assumed for fact in facts.facts_used):
        said.append(
            paragraph(_("Where it says that nobody told us, we had to assume something. Please tell us what is right."))
        )
    return said


def _what_happens_next(facts: Facts) -> list[Block]:
    said = []
    paying = facts.reader == Reader.PAYING
    if facts.weekly_pence == 0:
        said.append(_("No payments are made from %(day)s.") % {"day": long_date(facts.effective_from)})
    elif facts.service == Service.COLLECT_AND_PAY:
        said.append(
            _("You pay through us. We send you a payment plan with the dates, the amounts, our fee and how to pay.")
            if paying
            else _("We collect the payments and pay you. We send you a plan with the dates, the amounts and our fee.")
        )
    elif facts.service == Service.DIRECT_PAY:
        said.append(
            _("You pay straight to the other parent, without a fee. Your account shows the dates and the amounts.")
            if paying
            else _(
                "The other parent pays straight to you, without a fee. Your account shows the dates and the amounts."
            )
        )
    else:
        said.append(
            _("Choose in your account whether the payments go straight from one parent to the other, or through us.")
        )
    if paying and facts.weekly_pence:
        said.append(
            _("Pay this amount while we look at anything you ask us to. We put it right afterwards if it was wrong.")
        )
    said.append(
        _("We work the amount out again every year. The next time is for %(day)s.")
        % {"day": long_date(facts.review_on)}
    )
    return [paragraph(text) for text in said]
