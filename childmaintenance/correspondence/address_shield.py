"""The last look at a letter before it is kept: nothing in it may tell its reader where the other parent is or how to reach them.

The lists of facts already leave no place for such a thing. This catches what would still get through a place that is there: an
address typed into a field for a name, or a mistake in gathering the facts.
"""

import json
import re
from collections.abc import Iterator, Sequence

from childmaintenance.cases import queries as cases
from childmaintenance.correspondence.terms import Part, WouldReveal
from childmaintenance.parties import queries as parties
from childmaintenance.parties.terms import ContactRecord

SHORTEST_TELLING = 6
"""Letters and digits of the shortest text looked for: shorter ones turn up in ordinary words and sums."""


def refuse_to_reveal(parts: Sequence[Part], *, to: str, case: str) -> None:
    """Raises WouldReveal if a part holds the other parent's address, postcode, phone, e-mail or account number."""
    if not case:
        return
    record = cases.case(case)
    if to not in (record.receiving_parent, record.paying_parent):
        raise WouldReveal(f"the reader is not a parent of {case}")
    other = record.paying_parent if to == record.receiving_parent else record.receiving_parent
    mine = set(_telling(to))
    said = _bare(json.dumps([(part.heading, part.greeting, part.blocks) for part in parts], ensure_ascii=False))
    for what, text in _telling(other):
        if text in said and (what, text) not in mine:
            raise WouldReveal(f"the letter holds the other parent's {what}")


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
