"""Nights as the law counts them and as people think of them: the bands of today, in words."""

from django.utils.translation import gettext, ngettext

from childmaintenance.foundation import clock
from childmaintenance.law.liability.shared_care import FIGURES as CARE
from childmaintenance.law.provision import in_force
from childmaintenance.values import Territory

NIGHTS_IN_A_YEAR = 365
WEEKS_IN_A_YEAR = 52


def bands_of_nights() -> list[tuple[int, int]]:
    """From and up to how many nights each band goes, as the law stands today; the first is the one that takes nothing off."""
    limits = [least for least, _share in CARE.under(in_force(clock.today(), Territory.GB)).share_by_nights.of]
    return list(zip([0, *limits], [*(limit - 1 for limit in limits), NIGHTS_IN_A_YEAR], strict=True))


def band_in_words(least: int, most: int) -> str:
    """Such as: 52 to 103 nights a year."""
    if least == 0:
        return ngettext("Fewer than %(n)d night a year", "Fewer than %(n)d nights a year", most + 1) % {"n": most + 1}
    if most == NIGHTS_IN_A_YEAR:
        return ngettext("%(n)d night a year or more", "%(n)d nights a year or more", least) % {"n": least}
    return gettext("%(least)d to %(most)d nights a year") % {"least": least, "most": most}


def in_a_week(least: int, most: int) -> str:
    """The band as people think of it."""
    low, high = least // WEEKS_IN_A_YEAR, (most + 1) // WEEKS_IN_A_YEAR
    if least == 0:
        return gettext("Never, or now and then: less than one night a week")
    if most == NIGHTS_IN_A_YEAR:
        return gettext("About half the time, or more")
    if low == high:
        return ngettext("A little over %(n)d night a week", "A little over %(n)d nights a week", low) % {"n": low}
    return gettext("%(low)d to %(high)d nights a week") % {"low": low, "high": high}
