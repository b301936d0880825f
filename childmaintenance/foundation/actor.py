"""Who does something: every act takes one as `by`."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self


class ActorKind(StrEnum):
    """What kind of doer."""

    PERSON = "person"  # a member of the public
    STAFF = "staff"
    VISITOR = "visitor"  # somebody who has not said who they are, for as long as their session lives
    SYSTEM = "system"  # the service itself, at a named task


@dataclass(frozen=True)
class Actor:
    """A doer. `reference` is the account's, or the task's for the system; `name` is for screens and is never stored or logged."""

    kind: str
    reference: str
    name: str = ""

    def __post_init__(self) -> None:
        ActorKind(self.kind)
        if not self.reference:
            raise ValueError("An actor needs a reference: nothing is done by nobody.")

    @classmethod
    def system(cls, task: str) -> Self:
        """The service itself, doing the named task, for example Actor.system("payday")."""
        return cls(ActorKind.SYSTEM, task, task)

    def __str__(self) -> str:
        return f"{self.kind}:{self.reference}"
