"""Names that people read for what is counted by its code's name."""

from django.utils.translation import gettext as _

from childmaintenance.statistics.terms import LONGEST, SPANS


def journey_in_words(name: str) -> str:
    """A journey by its namespace, as "parents:apply"; one that nobody has named is told by its slug. A test asks for all."""
    known = {
        "firststep:get_help": _("Get help arranging child maintenance"),
        "firststep:which_way": _("Find the way that fits"),
        "firststep:can_you_apply": _("Check whether you can apply"),
        "calculator": _("Work out an amount"),
        "arrangement": _("Write down an arrangement"),
        "parents:not-arrived": _("Say that a payment has not arrived"),
        "parents:apply": _("Apply for child maintenance"),
        "parents:answer": _("Answer an application"),
        "parents:contact-details": _("Change contact details"),
        "parents:bank-details": _("Change bank details"),
        "parents:service": _("Choose how to be paid"),
        "parents:pay-day": _("Choose a pay day"),
    }
    return known.get(name, name.rpartition(":")[2].replace("-", " ").replace("_", " ").capitalize())


def span_in_words(span: str) -> str:
    """How long, in the reader's language."""
    known = {
        SPANS[0][1]: _("under 10 seconds"),
        SPANS[1][1]: _("10 to 29 seconds"),
        SPANS[2][1]: _("30 to 59 seconds"),
        SPANS[3][1]: _("1 to 2 minutes"),
        SPANS[4][1]: _("3 to 9 minutes"),
        LONGEST: _("10 minutes or more"),
    }
    return known.get(span, "")


def count_in_words(count: int | None) -> str:
    """The count, or that it is too small to tell."""
    return _("fewer than 5") if count is None else f"{count:,}"


def share_in_words(share: int | None) -> str:
    return "–" if share is None else f"{share}%"
