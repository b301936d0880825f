"""Why a figure is what it is: each step with its provision, its inputs and its amount, in the order of computation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from childmaintenance.values import Money

type_of_input = Money | Fraction | int | str | date
Input = type_of_input | tuple[type_of_input, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """One step. `step` names its sentence in the catalogues; `inputs` are enough to redo it by hand."""

    provision: str
    step: str
    amount: Money | None
    inputs: Mapping[str, Any]

    def as_json(self) -> dict[str, Any]:
        """Plain data for a file or a line; an amount that is not whole pence also says its exact fraction."""
        inputs = {name: plain_data(value) for name, value in self.inputs.items()}
        if self.amount is None:
            return {"provision": self.provision, "step": self.step, "amount": None, "inputs": inputs}
        if not self.amount.is_whole_pence:
            inputs["exact"] = str(self.amount.exact)
        return {"provision": self.provision, "step": self.step, "amount": str(self.amount), "inputs": inputs}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Reason":
        """A stored reason again; its inputs stay as they were written."""
        inputs = dict(stored["inputs"])
        exact = inputs.pop("exact", None)
        text = stored["amount"]
        amount = None if text is None else Money.of(Fraction(exact)) if exact else Money.of(text)
        return cls(stored["provision"], stored["step"], amount, inputs)


class Reasons:
    """The steps of one computation, kept as they happen."""

    __slots__ = ("kept", "noted")

    def __init__(self) -> None:
        self.kept: list[Reason] = []
        self.noted: list[str] = []

    def add(self, step: str, says: str, amount: Money, /, **inputs: Input) -> Money:
        """Keep a step and hand its amount on."""
        self.kept.append(Reason(says, step, amount, inputs))
        return amount

    def note(self, key: str) -> None:
        """Say that a named reading of the law, or a refusal, bears on this result."""
        if key not in self.noted:
            self.noted.append(key)


class NoReasons(Reasons):
    """For a computation that nobody will ask about; notes are still kept, since they change what the result means."""

    __slots__ = ()

    def add(self, step: str, says: str, amount: Money, /, **inputs: Input) -> Money:
        return amount


def plain_data(value: Any) -> Any:
    """A value as JSON can hold it: money in pounds, fractions as text, days as ISO dates."""
    if isinstance(value, Money):
        return str(value) if value.is_whole_pence else str(value.exact)
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [plain_data(part) for part in value]
    if isinstance(value, Mapping):
        return {key: plain_data(part) for key, part in value.items()}
    return value
