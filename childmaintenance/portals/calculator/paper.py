"""The result on paper: the same figures and words as on the page, as blocks that the printer knows."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from childmaintenance.correspondence.blocks import (
    Block,
    amounts,
    bullets,
    callout,
    figure,
    heading,
    paragraph,
    picture,
    reasons,
    table,
    words,
)
from childmaintenance.correspondence.sheets import Sheet
from childmaintenance.foundation.language import current, long_date, pounds
from childmaintenance.law.sentences import say
from childmaintenance.portals.calculator import pictures, presenters
from childmaintenance.portals.calculator.changes import changes
from childmaintenance.portals.calculator.outcome import Outcome


def sheet(outcome: Outcome) -> Sheet:
    """The paper of one result, in the current language."""
    return Sheet(heading=_("What child maintenance would be"), made_on=outcome.on, blocks=tuple(_blocks(outcome)))


def _blocks(outcome: Outcome) -> Iterator[Block]:
    yield _the_amount(outcome)
    if outcome.is_range:
        yield table(
            [words(_("Income")), amounts(_("Amount by the week"))],
            [(line["label"], pounds(line["pence"])) for line in presenters.incomes(outcome)],
            caption=_("The amount for a few incomes"),
        )
    elif outcome.mine.weekly:
        yield _the_ways(outcome)
    if several := presenters.everybody(outcome):
        yield table(
            [words(_("Who gets it")), amounts(_("Amount by the week"))],
            [(one["name"], pounds(one["weekly"])) for one in several],
            caption=_("What each parent would get"),
        )
    if outcome.care_may_be_equal:
        yield callout(_("Care shared equally"), [presenters.equal_care()])
    yield heading(_("What we started from"))
    yield table(
        [words(_("What you told us")), words(_("Your answer"))],
        [(fact["words"], fact["figure"]) for fact in presenters.facts(outcome)],
        caption=_("What you told us"),
    )
    yield heading(_("How it was worked out"))
    yield paragraph(presenters.who_is_who(outcome))
    yield reasons(_steps(outcome))
    for reading in presenters.readings(outcome):
        yield paragraph(reading)
    if outcome.is_above_the_cap:
        yield callout(_("Income above the most that counts"), [presenters.top_up(outcome)])
    if found := changes(outcome):
        yield heading(_("What would change it"))
        yield bullets(f"{change['words']}: {pounds(change['figure'])}" for change in found)
    if nights := pictures.nights(outcome):
        yield table(
            [words(_("Nights with the parent who pays")), amounts(_("Amount by the week"))],
            [
                (f"{band['label']} ({band['note']})" if band["note"] else band["label"], pounds(band["pence"]))
                for band in nights
            ],
            caption=_("How it steps down with nights"),
        )
    if drawn := pictures.growth_on_paper(outcome):
        svg, says = drawn
        yield picture(svg, says=says, caption=_("How the amount grows with income"))
    if incomes := list(pictures.growth_in_words(outcome)):
        yield table(
            [words(_("Income by the week")), words(_("Rate")), amounts(_("Amount by the week"))],
            [(band["incomes"], band["rate"], band["amounts"]) for band in incomes],
            caption=_("The same in words"),
        )
    yield paragraph(
        _("An estimate, by the law of %(day)s. It decides nothing.") % {"day": long_date(outcome.on)}
        + " "
        + _("Rulebook %(rulebook)s.") % {"rulebook": outcome.rulebook}
    )


def _the_amount(outcome: Outcome) -> Block:
    headline = presenters.headline(outcome)
    if outcome.is_range:
        between = _("%(low)s to %(high)s") % {"low": pounds(headline["low"]), "high": pounds(headline["high"])}
        incomes = {"low": headline["from_income"], "high": headline["to_income"]}
        return figure(headline["label"], between, _("a week, for an income of %(low)s to %(high)s a year") % incomes)
    if not headline["weekly"]:
        return figure(headline["label"], _("Nothing"))
    return figure(
        headline["label"],
        _("%(amount)s a week") % {"amount": pounds(headline["weekly"])},
        _("or %(amount)s a month") % {"amount": pounds(headline["monthly"])},
    )


def _the_ways(outcome: Outcome) -> Block:
    return table(
        [words(_("Way of paying")), amounts(_("Paid a week")), amounts(_("Received a week"))],
        [(way["name"], pounds(way["pays_week"]), pounds(way["gets_week"])) for way in presenters.ways(outcome)],
        caption=_("Three ways to pay it"),
    )


def _steps(outcome: Outcome) -> Iterator[tuple[str, str]]:
    names = presenters.in_the_working(outcome)
    for reason in (*outcome.told.income_steps, *outcome.found.reasons):
        inputs = {**reason.inputs, "amount": reason.amount}
        if inputs.get("receiving_parent") in names:
            inputs["receiving_parent"] = names[inputs["receiving_parent"]]
        yield say("steps", reason.step, current(), **inputs), reason.provision
