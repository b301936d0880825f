"""What comes back, as the description says it: the answers of `law.commands`, and problems."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Id = str | int
Pounds = Annotated[str, Field(pattern=r"^-?[0-9]+\.[0-9]{2}$", description="Pounds as text.")]
PoundsByParent = dict[str, Pounds]
Rate = Literal[
    "nil", "flat", "flat_half", "reduced", "basic", "basic_plus", "flat_plus_variation", "default", "minimum"
]


class Said(BaseModel):
    """An object that holds all of its fields and no other."""

    model_config = ConfigDict(extra="forbid")


class Reason(Said):
    """One step of the computation; its inputs are enough to redo it by hand."""

    provision: str
    step: str
    amount: str | None
    inputs: dict[str, Any]


class Result(Said):
    """Weekly amounts and why."""

    rate: Rate
    weekly: PoundsByParent
    total: Pounds
    reasons: list[Reason]
    notes: list[str]


class Assessed(Result):
    """The answer of `assess`."""

    id: Id


class Deducted(Said):
    """The answer of `deduct`."""

    id: Id
    protected: Pounds
    due: Pounds
    deduction: Pounds
    admin_charge: Pounds
    take_home: Pounds
    shortfall_carried_forward: Pounds
    reasons: list[Reason]


class Shared(Said):
    """The answer of `split`."""

    id: Id
    maintenance: PoundsByParent
    arrears: PoundsByParent
    paying_fee: Pounds
    enforcement_fees: Pounds
    receiving_fee: PoundsByParent
    paid_out: PoundsByParent
    credit: Pounds
    reasons: list[Reason]


class Because(Said):
    """Why a slice begins."""

    cause: str
    provision: str
    reasons: list[Reason]


class Slice(Result):
    """Days with one decision."""

    starts: Annotated[str, Field(alias="from")]
    until: str | None
    because: list[Because]
    accrued: PoundsByParent | None


class Refused(Said):
    """A change of income that the tolerance refused."""

    on: str
    cause: str
    provision: str
    reasons: list[Reason]


class Walked(Said):
    """The answer of `timeline`."""

    id: Id
    slices: list[Slice]
    refused: list[Refused]


class Received(Said):
    """The answer of `receipt`."""

    id: Id
    receipt: dict[str, Any]


class Difference(Said):
    """The first place that differs."""

    where: str
    receipt: Any
    rules: Any


class Checked(BaseModel):
    """The answer of `check`."""

    model_config = ConfigDict(extra="forbid")
    id: Id
    matches: bool
    made_by: str
    checked_by: str
    first_difference: Annotated[Difference | None, Field(default=None)]


class Edition(Said):
    """Which rules answer here."""

    rulebook: str
    read_through: str
    commands: list[str]


class Problem(BaseModel):
    """What was wrong with a request: RFC 9457."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "type": "about:blank",
                    "title": "The facts cannot be used",
                    "status": 422,
                    "detail": "receiving_parents[0].children[0].nights: must be a whole number from 0 to 366",
                    "field": "receiving_parents[0].children[0].nights",
                    "message": "must be a whole number from 0 to 366",
                    "id": "example-1",
                }
            ]
        }
    )
    type: Literal["about:blank"]
    title: str
    status: int
    detail: str
    field: Annotated[str | None, Field(default=None, description="The field to put right; absent where none is.")]
    message: Annotated[str | None, Field(default=None, description="What is wrong with it.")]
    id: Annotated[Id | None, Field(default=None, description="The id of the request, where it could be read.")]
