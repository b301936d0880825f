"""Figures in content are never typed: a placeholder names one, and it is read on the day from the law or from the page.

{{ fees/collection_fee.added_for_paying_parent }}      20%         the law's row of that day
{{ liability/basic_rate.percent_of_income n=2 }}       16%         for two children; n=3 is "three or more"
{{ liability/shared_care.share_by_nights n=1 }}        52          the first band's nights; of=share gives 1/7
{{ liability/shared_care.share_by_nights n=2 less=1 }} 103         one less than that
{{ weekly income=500 children=2 nights=0 others=0 }}   £80.00      what the law makes of it
{{ charged weekly=100 }} {{ passed_on weekly=100 }}    £120.00 £96.00   with the collection fees
{{ here.fine }}                                        a figure of the page's own, with its source
"""

import datetime as dt
import re
from collections.abc import Mapping
from fractions import Fraction
from importlib import import_module
from typing import Any, Final

from childmaintenance.foundation import language
from childmaintenance.guidance.terms import OwnFigure
from childmaintenance.law.fees import fee_on_instalment, in_whole_pence
from childmaintenance.law.figures import Amount, AmountByNumber, Bands, Number, Percent, PercentByNumber, Share
from childmaintenance.law.liability import Child, Facts, ReceivingParent, assess
from childmaintenance.law.provision import Figures, NotYet, in_force
from childmaintenance.values import Money, Territory

PLACEHOLDER: Final = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
OF_THE_LAW: Final = re.compile(r"[a-z_]+/[a-z_]+\.[a-z_]+\Z")
OPTION: Final = re.compile(r"([a-z]+)=([A-Za-z0-9.]+)\Z")


class NoSuchFigure(ValueError):
    """A placeholder names nothing that the law or the page has."""


def filled(words: str, *, own: Mapping[str, OwnFigure], on: dt.date, territory: Territory) -> str:
    """The words with each placeholder replaced by its figure; raises NoSuchFigure, and NoRateInForce before there was one."""
    return PLACEHOLDER.sub(lambda found: figure(found[1], own=own, on=on, territory=territory), words)


def placeholders(words: str) -> list[str]:
    """Each placeholder of some words, in their order, with single spaces."""
    return [" ".join(found.split()) for found in PLACEHOLDER.findall(words)]


def figure(asked: str, *, own: Mapping[str, OwnFigure], on: dt.date, territory: Territory) -> str:
    """One figure as a reader sees it."""
    name, *rest = asked.split()
    options = dict(_option(asked, word) for word in rest)
    territory = Territory(options.pop("in", territory.value))
    if name.startswith("here."):
        return _own(asked, name, own)
    if name == "weekly":
        return _weekly(options, on, territory)
    if name in ("charged", "passed_on"):
        return _collected(name, Money.of(options["weekly"]), on, territory)
    if OF_THE_LAW.match(name):
        return _of_the_law(asked, name, options, on, territory)
    raise NoSuchFigure(f"{asked!r} names no figure.")


def short_pounds(amount: Money) -> str:
    """Pounds as prose has them: £7, £31,250, and £3.50 where there are pence."""
    return language.pounds(amount.in_pence).removesuffix(".00")


def _option(asked: str, word: str) -> tuple[str, str]:
    if not (found := OPTION.match(word)):
        raise NoSuchFigure(f"{word!r} in {asked!r} is no option such as n=2.")
    return found[1], found[2]


def _own(asked: str, name: str, own: Mapping[str, OwnFigure]) -> str:
    try:
        return own[name.removeprefix("here.")].value
    except KeyError:
        raise NoSuchFigure(f"{asked!r} is not among the page's own figures.") from None


def _weekly(options: dict[str, str], on: dt.date, territory: Territory) -> str:
    children = tuple(Child(nights=int(options.get("nights", "0"))) for _ in range(int(options.get("children", "1"))))
    facts = Facts(
        receiving_parents=(ReceivingParent("A", children),),
        territory=territory,
        gross_weekly_income=Money.of(options["income"]),
        relevant_other_children=int(options.get("others", "0")),
    )
    return language.pounds(assess(facts, on=on, explain=False).total.in_pence)


def _collected(name: str, weekly: Money, on: dt.date, territory: Territory) -> str:
    if name == "charged":
        return language.pounds((weekly + fee_on_instalment(weekly, in_force(on, territory))).rounded().in_pence)
    _, taken = in_whole_pence(on, territory)
    return language.pounds((weekly - weekly.percent(taken).rounded()).rounded().in_pence)


def _of_the_law(asked: str, name: str, options: dict[str, str], on: dt.date, territory: Territory) -> str:
    room, _, field = name.partition(".")
    try:
        import_module(f"childmaintenance.law.{room.replace('/', '.')}")
        shape = Figures.register[room].under(in_force(on, territory))
        found: Any = getattr(shape, field)
    except (ImportError, KeyError, AttributeError):
        raise NoSuchFigure(f"{asked!r}: the law has no such figure.") from None
    return _shown(asked, found, options)


def _shown(asked: str, found: Any, options: dict[str, str]) -> str:
    n = int(options.get("n", "1"))
    match found:
        case NotYet():
            return str(found.of)  # says that there was no such figure on that day
        case Amount():
            return short_pounds(found.of)
        case Percent():
            return _percent(found.of)
        case Number():
            return str(found.of - int(options.get("less", "0")))
        case Share():
            return str(found.of)
        case PercentByNumber():
            return _percent(found.for_(n))
        case AmountByNumber():
            return short_pounds(found.for_(n))
        case Bands():
            nights, share = found.of[n - 1]
            return str(share) if options.get("of") == "share" else str(nights - int(options.get("less", "0")))
    raise NoSuchFigure(f"{asked!r}: a figure of that kind cannot stand in a sentence.")


def _percent(number: Fraction) -> str:
    return f"{number if number.denominator == 1 else float(number)}%"
