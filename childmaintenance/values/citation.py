"""Where a rule is written, in each territory."""

from dataclasses import dataclass

from childmaintenance.values.territory import Territory


@dataclass(frozen=True, slots=True)
class Citation:
    """One rule, two enactments: the reference in Great Britain and the one in Northern Ireland."""

    gb: str
    ni: str

    def in_(self, territory: Territory) -> str:
        """The reference a person in that territory would look up."""
        return self.ni if territory is Territory.NI else self.gb
