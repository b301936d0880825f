"""Writing letters that follow from something; one that cannot be written waits for a person and holds nothing else up."""

from collections.abc import Callable, Mapping
from typing import Any

from childmaintenance.cases import actions as cases
from childmaintenance.cases.terms import TaskKind
from childmaintenance.correspondence import actions as correspondence
from childmaintenance.correspondence import queries as letters
from childmaintenance.correspondence.terms import CannotWrite, Kind
from childmaintenance.foundation.actor import Actor

# What a notice can end in that a person must see to: there is no address, it is the other parent's, or the reader told us
# something about safe contact.
FOR_A_PERSON = {"no_address", "same_address", "ask_first"}


def send(
    *, kind: Kind, to: str, case: str, facts: Mapping[str, Any] | Callable[[], Mapping[str, Any]], key: str, by: Actor
) -> None:
    """Write a letter once; what stops it, such as a name that holds the other parent's address, becomes a task."""
    try:
        correspondence.write_letter(kind=kind, to=to, case=case, facts=facts, key=key, by=by)
    except CannotWrite as why:
        cases.open_task(
            kind=TaskKind.LETTER,
            case=case,
            about=to,
            reason={"letter": kind.value, "why": type(why).__name__},
            key=f"letter:{key}",
            by=by,
        )


def tell_the_reader(letter: str, *, by: Actor) -> None:
    """Tell the reader that a letter is there, as far as that is safe; otherwise a person decides how."""
    outcome = correspondence.tell_of_letter(letter=letter, by=by)
    if outcome in FOR_A_PERSON:
        case = letters.letter(letter).case
        cases.open_task(
            kind=TaskKind.SAFE_CONTACT,
            case=case,
            about=letter,
            reason={"why": outcome},
            key=f"notice:{letter}",
            by=by,
        )
