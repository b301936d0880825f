"""What people read for what is counted: every journey has a name in both languages."""

import datetime as dt
from collections.abc import Iterator

import pytest
from django.urls import URLResolver, get_resolver

from childmaintenance.foundation import clock
from childmaintenance.foundation.language import in_language
from childmaintenance.portals.insight.words import journey_in_words
from childmaintenance.statistics.counting.tally import Tally
from childmaintenance.statistics.counting.writing import write_down
from childmaintenance.statistics.terms import Measure

PUBLIC = ("firststep:get_help", "firststep:which_way", "firststep:can_you_apply", "calculator", "arrangement")
NAMED_IN_ENGLISH = (
    "Get help arranging child maintenance",
    "Find the way that fits",
    "Check whether you can apply",
    "Work out an amount",
    "Write down an arrangement",
)
NAMED_IN_WELSH = (
    "Cael help i drefnu cynhaliaeth plant",
    "Dod o hyd i’r ffordd sy’n gweddu",
    "Gwirio a allwch wneud cais",
    "Cyfrifo swm",
    "Ysgrifennu trefniant",
)


def journeys(resolver: URLResolver, within: str = "") -> Iterator[str]:
    """The namespace of every journey: whatever has the page of a question."""
    names = set()
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from journeys(one, f"{within}:{one.namespace}".strip(":") if one.namespace else within)
        else:
            names.add(one.name)
    if {"start", "question", "tasks"} <= names:
        yield within


def test_every_journey_is_named_in_both_languages():
    found = set(journeys(get_resolver()))
    assert {"calculator", "arrangement", "firststep:get_help", "parents:apply"} <= found
    with in_language("en"):
        english = {name: journey_in_words(name) for name in found}
    with in_language("cy"):
        welsh = {name: journey_in_words(name) for name in found}
    same = [name for name in found if english[name] == welsh[name]]
    assert same == [], f"no name in words.py, or no Welsh: {same}"
    assert len(set(english.values())) == len(found)


@pytest.mark.django_db
@pytest.mark.parametrize(("prefix", "named"), [("", NAMED_IN_ENGLISH), ("/cy", NAMED_IN_WELSH)])
def test_performance_names_the_public_journeys(client, prefix, named):
    sums = Tally()
    for ago in range(1, 8):
        for journey in PUBLIC:
            sums.add(clock.today() - dt.timedelta(days=ago), Measure.FORM, f"{journey}:start", "sent", 80)
            sums.add(clock.today() - dt.timedelta(days=ago), Measure.FORM, f"{journey}:result", "seen", 60)
    write_down(sums)
    page = client.get(f"{prefix}/performance").content.decode()
    assert [name for name in named if name not in page] == []
