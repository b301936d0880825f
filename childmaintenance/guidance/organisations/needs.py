"""What somebody may need when they sort out a separation: topics, and what may be so for them."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Topic(StrEnum):
    """What help is wanted with; the order is that of the list."""

    CHILDREN = "children"
    RELATIONSHIPS = "relationships"
    HEALTH = "health"
    HOUSING = "housing"
    WORK = "work"
    MONEY = "money"
    LEGAL = "legal"

    @property
    def label(self) -> str:
        """In the reader's language."""
        return str(_TOPICS[self][0])

    @property
    def hint(self) -> str:
        """What belongs to it, in the reader's language."""
        return str(_TOPICS[self][1])


_TOPICS = {
    Topic.CHILDREN: (_("Children and parenting"), _("Telling them, how they feel, time with each parent")),
    Topic.RELATIONSHIPS: (_("Relationships and conflict"), _("Arguing less, mediation, abuse, control, stalking")),
    Topic.HEALTH: (_("Health and feelings"), _("Stress, anger, low mood, alcohol, a loss")),
    Topic.HOUSING: (_("Housing"), _("Rent, mortgage, where to live, losing a home")),
    Topic.WORK: (_("Work and benefits"), _("Rights at work, childcare while you work, what you can claim")),
    Topic.MONEY: (_("Money"), _("Debts, bills, grants, food, sharing what you have")),
    Topic.LEGAL: (_("Legal help"), _("Courts, solicitors, legal aid, children’s rights")),
}


class Circumstance(StrEnum):
    """What may be so for somebody, and decides who is named first."""

    UNSAFE = "unsafe"
    OWN_BEHAVIOUR = "own_behaviour"
    APART = "apart"
    FATHER = "father"
    CARER = "carer"
    YOUNG = "young"
    DISABLED_CHILD = "disabled_child"
    PREGNANT = "pregnant"
    DEAF_OR_BLIND = "deaf_or_blind"
    HABIT = "habit"
    LGBT = "lgbt"
    COMMUNITY = "community"
    FORCES = "forces"

    @property
    def label(self) -> str:
        """In the words of the person whose circumstance it is, in the reader's language."""
        return str(_CIRCUMSTANCES[self])


_CIRCUMSTANCES = {
    Circumstance.UNSAFE: _("I am afraid of somebody, or somebody hurts or controls me"),
    Circumstance.OWN_BEHAVIOUR: _("I worry about how I treat my partner or family"),
    Circumstance.APART: _("My child does not live with me"),
    Circumstance.FATHER: _("I am a father"),
    Circumstance.CARER: _("I am a grandparent, relative or friend who looks after the child"),
    Circumstance.YOUNG: _("I am under 25"),
    Circumstance.DISABLED_CHILD: _("My child is disabled or seriously ill"),
    Circumstance.PREGNANT: _("I am pregnant or have a baby"),
    Circumstance.DEAF_OR_BLIND: _("I am deaf, or see little, or am disabled"),
    Circumstance.HABIT: _("Drink, drugs or gambling are part of it"),
    Circumstance.LGBT: _("I am LGBT+"),
    Circumstance.COMMUNITY: _("I want somebody who knows my faith or community"),
    Circumstance.FORCES: _("One of us serves or served in the armed forces"),
}

NOT_WHEN_UNSAFE = frozenset({Circumstance.UNSAFE, Circumstance.OWN_BEHAVIOUR})
"""Then nobody is named who brings both parents together, such as a mediator: it could put somebody in danger."""

ONLY_FOR = frozenset({Circumstance.LGBT, Circumstance.COMMUNITY, Circumstance.YOUNG})
"""Who is for these is not put first for anybody else, whatever else is so for them."""
