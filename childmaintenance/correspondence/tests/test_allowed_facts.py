"""The lists of facts themselves: no letter has a place for where somebody is, or for what somebody wrote freely."""

import re
import types
import typing
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from childmaintenance.correspondence.letters import definition
from childmaintenance.correspondence.letters.paying_us import PayTo
from childmaintenance.correspondence.terms import Kind

TELLING = re.compile(
    r"address|postcode|phone|mobile|e_?mail|employer|work(?!ing)|school|place|town|region|where|bank|sort|account|roll|nino|birth"
    r"|safety|risk|because|comment|note_|free|text|detail|other_name|surname"
)
# The service's own bank account, and the web address at which a code is typed in.
OURS = {"invitation_where"}

# Each text a letter may carry, by kind and path. A new one is a decision of a person: add it here after asking whose it is.
TEXTS = {
    Kind.PAYING_PARENT_TOLD: {"applicant", "children", "invitation_code", "invitation_where"},
    Kind.RECEIVING_PARENT_TOLD: {"applicant", "children", "invitation_code", "invitation_where"},
    Kind.APPLICATION_RECEIVED: {"other_parent", "children"},
    Kind.RESPONSE_NEEDED: set(),
    Kind.DECISION: {
        "decision",
        "other_parent",
        "children",
        "notes",
        "facts_used.child",
        "facts_used.tax_year",
        "facts_used.code",
    },
    Kind.PAYMENT_PLAN: {"other_parent", "children", "pay_to.*"},
    Kind.PAYMENT_MISSED: {"pay_to.*"},
    Kind.PAYMENT_RETURNED: {"pay_to.*"},
    Kind.ANNUAL_REVIEW: {"children"},
}


def places(record: type, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every place for a fact, with what kind of thing goes there."""
    hints = typing.get_type_hints(record)
    for field in fields(record):
        kind = hints[field.name]
        for plain in _plain(kind):
            if plain is PayTo:
                yield f"{path}{field.name}.*", str
            elif is_dataclass(plain) and not hasattr(plain, "from_json"):
                yield from places(typing.cast(type, plain), f"{path}{field.name}.")
            else:
                yield f"{path}{field.name}", plain


def _plain(kind: Any) -> list[Any]:
    if typing.get_origin(kind) in (tuple, types.UnionType, typing.Union):
        return [one for part in typing.get_args(kind) for one in _plain(part) if one not in (types.NoneType, ...)]
    return [kind]


@pytest.mark.parametrize("kind", Kind)
def test_no_place_is_named_for_what_could_tell_where_somebody_is(kind: Kind) -> None:
    names = {path for path, _ in places(definition(kind).Facts)} - OURS
    assert not [name for name in names if TELLING.search(name.removeprefix("pay_to."))]


@pytest.mark.parametrize("kind", Kind)
def test_every_place_for_text_is_listed(kind: Kind) -> None:
    assert {path for path, plain in places(definition(kind).Facts) if plain is str} == TEXTS[kind]
