"""Whose words the calculator speaks: those of the parent who pays, of one who is paid, or of somebody who asks for them."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from childmaintenance.journeys.terms import Answers


class Side(StrEnum):
    PAYS = "pays"
    GETS = "gets"
    HELPS = "helps"


def side(answers: Answers) -> Side:
    """Who is asking; before they have said, somebody who helps."""
    return Side(answers.get("who", "who", Side.HELPS))


def pays(answers: Answers) -> bool:
    """Whether "you" is the parent who pays."""
    return side(answers) is Side.PAYS


def either(to_the_payer: Any, to_others: Any) -> Callable[[Answers], str]:
    """A question in the words for the parent who pays, or for anybody else; both are lazy texts."""
    return lambda answers: str(to_the_payer if pays(answers) else to_others)
