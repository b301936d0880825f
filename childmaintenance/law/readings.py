"""Where the law is silent or doubtful: each choice has a name and a switch here.

A result that a choice bears on carries a note. `notes.toml` says which provision is in doubt and which reading settles it; the
catalogues in `sentences` give the reason in words.
"""

from dataclasses import dataclass, fields
from typing import Literal, get_args

from childmaintenance.law.provision import BadFact


@dataclass(frozen=True, slots=True)
class Readings:
    """The readings used for one computation; the first choice of each is ours unless somebody asks for another."""

    low_income_and_benefit: Literal["benefit", "income"] = "benefit"
    negative_share: Literal["nought", "taken_from_the_others"] = "nought"
    total_for_the_minimum: Literal["before_nought", "after_nought"] = "before_nought"
    every_child_in_care: Literal["nothing", "minimum"] = "nothing"
    equal_to_the_flat_rate: Literal["flat_rate_only", "any_equal_amount"] = "flat_rate_only"
    expenses_beside_flat_rate: Literal["no_effect", "from_additional_income"] = "no_effect"
    other_arrangements_beside_flat_rate: Literal["share_the_whole", "share_the_variation"] = "share_the_whole"
    additional_income_at_the_cap: Literal["added_up", "refused"] = "added_up"
    unknown_income_with_benefit: Literal["default", "benefit"] = "default"
    income_precision: Literal["exact", "to_the_penny"] = "exact"

    def __post_init__(self) -> None:
        for field in fields(self):
            choices = get_args(field.type)
            if getattr(self, field.name) not in choices:
                raise BadFact(f"readings.{field.name}", f"must be one of {', '.join(choices)}")


USUAL = Readings()
