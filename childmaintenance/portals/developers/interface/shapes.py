"""What each command takes, as its description says it. `law.commands` does the reading; these only tell, and a test compares."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from childmaintenance.law.days.supersession import Cause
from childmaintenance.portals.developers.interface import examples
from childmaintenance.portals.developers.interface.limits import MOST

Id = Annotated[str | int, Field(description="Yours; it comes back with the answer.")]
Pounds = Annotated[str, Field(pattern=r"^[0-9]{1,12}(\.[0-9]{1,2})?$", description="Pounds as text.")]
ExactPounds = Annotated[
    str, Field(pattern=r"^[0-9]{1,12}(\.[0-9]{1,30})?$", description="Pounds as text, to any number of decimals.")
]
Number = Annotated[str, Field(pattern=r"^[0-9]{1,12}(\.[0-9]{1,30})?$", description="A plain number as text.")]
Ref = Annotated[str, Field(pattern=r"\S", description="A name of your own for a receiving parent. Never a real name.")]
Nights = Annotated[int, Field(ge=0, le=366, description="Nights in the last 12 months.")]
Count = Annotated[int, Field(ge=0, le=99)]


def no_default(schema: dict[str, Any]) -> None:
    """For a field that may be left out and then means nothing: there is no default to tell of."""
    schema.pop("default", None)


LeftOut = Field(default=None, json_schema_extra=no_default)


class Shape(BaseModel):
    """An object in which no other field may stand."""

    model_config = ConfigDict(extra="forbid")


class Child(Shape):
    """A child the calculation is for."""

    nights: Nights = 0
    local_authority_nights: Nights = 0


class ReceivingParent(Shape):
    """A receiving parent and the children who live with them."""

    ref: Ref
    children: Annotated[list[Child], Field(min_length=1, max_length=MOST["children"])]


Parents = Annotated[list[ReceivingParent], Field(min_length=1, max_length=MOST["receiving_parents"])]
Territory = Literal["GB", "NI"]
Benefit = Literal["none", "44(1)", "44(2)", "44(2)half"]
NilReason = Literal["", "child", "prisoner", "age16_17_benefit", "training", "care_home"]
Income = Annotated[
    ExactPounds | Literal["unknown"] | None,
    Field(description='Pounds a week, "unknown" for a default decision, or null where it makes no difference.'),
]


class Facts(Shape):
    """The facts of one paying parent."""

    territory: Territory = "GB"
    gross_weekly_income: Income = None
    benefit: Benefit = "none"
    nil_reason: NilReason = ""
    receiving_parents: Parents
    relevant_other_children: Count = 0
    other_arrangement_children: Count = 0
    special_expenses_weekly: Pounds = "0.00"
    additional_income_weekly: Pounds = "0.00"


class Assess(Facts):
    """How much is payable on a day."""

    model_config = ConfigDict(json_schema_extra={"examples": [examples.ASSESS]})
    id: Id
    on: Annotated[date, Field(description="The day whose law is asked for, not before 10 December 2012.")]


class Deduct(Shape):
    """A pay-day of an employee with a deduction from earnings order."""

    model_config = ConfigDict(json_schema_extra={"examples": [examples.DEDUCT]})
    id: Id
    on: date
    frequency: Literal["W", "2W", "4W", "M"]
    normal_deduction_rate: Pounds
    periods: Number = "1"
    net_earnings: Pounds
    shortfall_brought_forward: Pounds = "0.00"
    carry: Literal["CARRY", "REPORT"] = "CARRY"
    admin_charge: Pounds = "0.00"
    protected_earnings: Pounds = LeftOut  # only for an older order with a fixed amount


class Due(Shape):
    """What is due to one receiving parent, before fees."""

    ref: Ref
    due: Pounds = "0.00"
    arrears: Pounds = "0.00"
    arrears_instalment: Pounds = "0.00"


class Split(Shape):
    """Money received from a paying parent."""

    model_config = ConfigDict(json_schema_extra={"examples": [examples.SPLIT]})
    id: Id
    on: date
    received: Pounds
    collection_fee: bool = True
    receiving_parents: Annotated[list[Due], Field(min_length=1, max_length=MOST["receiving_parents"])]
    enforcement_fees_due: Pounds = "0.00"


class ChangedFacts(Shape):
    """Only the facts that became different."""

    benefit: Benefit = LeftOut
    nil_reason: NilReason = LeftOut
    receiving_parents: Parents = LeftOut
    relevant_other_children: Count = LeftOut
    other_arrangement_children: Count = LeftOut
    special_expenses_weekly: Pounds = LeftOut
    additional_income_weekly: Pounds = LeftOut


class Change(Shape):
    """One change: why it is looked at, the day its cause asks for, and what is different."""

    cause: Literal[tuple(cause.value for cause in Cause)]  # type: ignore[valid-type]
    changed: date = LeftOut
    expected: date = LeftOut
    applied: date = LeftOut
    information_arrived: date = LeftOut
    decided: date = LeftOut
    review: date = LeftOut
    of_new_application: date = LeftOut
    of_revised_decision: date = LeftOut
    facts: ChangedFacts = LeftOut
    current_income: ExactPounds = LeftOut
    historic_income: ExactPounds = LeftOut


class Timeline(Facts):
    """A case over time."""

    model_config = ConfigDict(json_schema_extra={"examples": [examples.TIMELINE]})
    id: Id
    starts: Annotated[date, Field(alias="from", description="The first day of the case.")]
    until: date = LeftOut  # while the case goes on
    income_kind: Literal["historic", "current"] = "historic"
    changes: Annotated[list[Change], Field(max_length=MOST["changes"])] = []


class Receipt(Shape):
    """A line of a command for which a receipt is wanted."""

    model_config = ConfigDict(json_schema_extra={"examples": [examples.RECEIPT]})
    id: Id
    command: Literal["assess", "deduct", "split", "timeline"]
    given: Annotated[dict[str, Any], Field(description="What that command takes, without its id.")]


class Check(Shape):
    """A receipt to compute again."""

    id: Id
    receipt: "WholeReceipt"


class WholeReceipt(Shape):
    """A receipt as `receipt` gave it."""

    kind: Literal["child-maintenance-receipt/1"]
    rulebook: str
    command: Annotated[Any, Field(description="One of the commands; an altered one breaks the seal.")]
    given: dict[str, Any]
    answer: dict[str, Any]
    seal: str
