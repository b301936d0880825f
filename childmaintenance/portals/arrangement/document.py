"""The arrangement as blocks: the page and the paper draw the same. What parents typed is placed as text, never as markup."""

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
    table,
    words,
)
from childmaintenance.correspondence.facts import clean, isolated
from childmaintenance.correspondence.sheets import Sheet
from childmaintenance.foundation import clock
from childmaintenance.foundation.language import long_date, pounds
from childmaintenance.portals.arrangement.agreed import Agreed, Payments
from childmaintenance.portals.arrangement.questions import EVERY, WAYS, WHO


def sheet(found: Agreed) -> Sheet:
    """The paper, with lines for both to sign on: a sign of good will, which binds nobody."""
    payer, receiver = names(found)
    return Sheet(
        heading=title(),
        made_on=clock.today(),
        blocks=tuple(blocks(found)),
        signatures=(
            _("%(name)s: name, signature and day") % {"name": payer},
            _("%(name)s: name, signature and day") % {"name": receiver},
        ),
    )


def title() -> str:
    return _("Our family-based arrangement")


def names(found: Agreed) -> tuple[str, str]:
    """What each parent is called in it: by name, or by what they do."""
    roles = {value: str(text) for value, text in WHO}
    return (
        isolated(clean(found.payer)) if found.payer else roles["pays"],
        isolated(clean(found.receiver)) if found.receiver else roles["gets"],
    )


def blocks(found: Agreed) -> Iterator[Block]:
    """All of it, in the current language."""
    payer, receiver = names(found)
    yield callout(
        _("This is an agreement between two parents. It is not legally enforceable."),
        [
            _("Nobody charges a fee for it, and no court or service makes anyone keep it."),
            _("Either of you can change it together with the other, or end it and apply to the statutory service."),
        ],
    )
    yield paragraph(
        _("Between %(payer)s and %(receiver)s, for %(children)s.")
        % {"payer": payer, "receiver": receiver, "children": isolated(clean(found.children))}
        if found.payer
        else _("Between two parents, for %(children)s.") % {"children": isolated(clean(found.children))}
    )
    yield heading(_("Money"))
    if found.payments:
        yield from _money(found, found.payments, payer)
    else:
        yield paragraph(_("No money is paid under this arrangement."))
    yield heading(_("Things instead of money, or beside it"))
    if found.things:
        roles = {"pays": payer, "gets": receiver, "both": str(dict(WHO)["both"])}
        yield table(
            [words(_("What")), words(_("Who sees to it")), words(_("When"))],
            [(isolated(clean(thing.what)), roles[thing.who], isolated(clean(thing.when))) for thing in found.things],
            caption=_("What one of us pays for or gets"),
        )
    else:
        yield paragraph(_("None."))
    yield heading(_("Looking at it again"))
    yield paragraph(_("We look at this again on %(day)s.") % {"day": long_date(found.review_on)})
    yield bullets(
        [
            _("We tell each other soon when an income, the nights or the children’s needs change."),
            _("If a payment will be late, whoever pays says so before the day."),
        ]
    )
    if found.words:
        yield heading(_("What else we agreed"))
        for line in found.words.splitlines():
            if line.strip():
                yield paragraph(isolated(clean(line)))


def _money(found: Agreed, payments: Payments, payer: str) -> Iterator[Block]:
    way = isolated(clean(payments.other_way)) if payments.other_way else str(dict(WAYS)[payments.way])
    yield figure(
        _("%(name)s pays") % {"name": payer} if found.payer else _("To be paid"),
        pounds(payments.pence),
        _("%(every)s, from %(day)s") % {"every": dict(EVERY)[payments.every], "day": long_date(payments.first)},
    )
    yield paragraph(_("How it is paid: %(way)s.") % {"way": way})
    if days := payments.days(found.review_on):
        yield table(
            [words(_("Day")), amounts(_("Amount"))],
            [(long_date(day), pounds(payments.pence)) for day in days],
            caption=_("The first payments"),
        )
