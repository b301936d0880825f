"""The last look at a letter before it is kept: nothing in it may tell its reader where the other parent is or how to reach them.

The lists of facts already leave no place for such a thing. This catches what would still get through a place that is there: an
address typed into a field for a name, or a mistake in gathering the facts. It looks at what was told, not at our own sentences:
an "address" made of their words would hold up every letter to the other parent.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from childmaintenance.cases import queries as cases
from childmaintenance.correspondence.terms import WouldReveal
from childmaintenance.parties import queries as parties
from childmaintenance.parties.terms import ContactRecord

SHORTEST_TELLING = 6
"""Letters and digits of the shortest text looked for: shorter ones turn up in ordinary words and sums."""


def refuse_to_reveal(told: Mapping[str, Any], *, to: str, case: str) -> None:
    """Raises WouldReveal if a fact told holds the other parent's address, postcode, phone, e-mail or account number."""
    if not case:
        return
    record = cases.case(case)
    if to not in (record.receiving_parent, record.paying_parent):
        raise WouldReveal(f"the reader is not a parent of {case}")
    other = record.paying_parent if to == record.receiving_parent else record.receiving_parent
    mine = set(_telling(to))
    people_said = [
        value for name, value in told.items() if not name.startswith("invitation")
    ]  # that is our own address
    said = _bare(json.dumps(people_said, ensure_ascii=False, default=str))
    for what, text in _telling(other):
        if text in said and (what, text) not in mine:
            raise WouldReveal(f"the letter holds the other parent's {what}")


def at_the_others_address(to: str, case: str) -> bool:
    """Whether what is posted to one parent of a case would reach the address of the other.

    Whoever applies says where the other parent lives. Saying their own address, they would get the other's letters, and
    the code in one of them that opens the other's account.
    """
    if not case:
        return False
    record = cases.case(case)
    other = record.paying_parent if to == record.receiving_parent else record.receiving_parent
    mine, theirs = parties.contact(to), parties.contact(other)
    return _door(mine) != ("", "") and _door(mine) == _door(theirs)


def _door(contact: ContactRecord) -> tuple[str, str]:
    """The first number of the address, and the postcode: how one door can be told from the next, however it is written."""
    number = re.search(r"\d+\w?", contact.address)
    return (number[0].casefold() if number else _bare(contact.address), _bare(contact.postcode))


def _telling(party: str) -> Iterator[tuple[str, str]]:
    """What would tell where somebody is or how to reach them, with spaces, dashes and capitals taken away."""
    contact: ContactRecord = parties.contact(party)
    account = parties.bank_account(party)
    found = [
        *(("address", line) for line in contact.address.splitlines()[:1]),
        ("postcode", contact.postcode),
        ("phone number", contact.phone),
        ("e-mail address", contact.email),
        ("account number", account.account_number if account else ""),
    ]
    for what, text in found:
        bare = _bare(text)
        # A house name alone can be a word of the letter; a first line with a number in it is an address.
        if len(bare) >= SHORTEST_TELLING or (what == "postcode" and bare):
            yield what, bare


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
