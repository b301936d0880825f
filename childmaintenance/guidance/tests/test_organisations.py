"""Who helps people sort out a separation: enough of them, honestly described, and chosen by need."""

import re

import pytest

from childmaintenance.foundation.language import in_language
from childmaintenance.guidance.helplines import helplines
from childmaintenance.guidance.organisations import (
    checked_on,
    chosen,
    look_again_by,
    organisation,
    organisations,
    tailored,
)
from childmaintenance.guidance.organisations.needs import Circumstance, Topic
from childmaintenance.guidance.plain import longest_sentence, words_not_to_use
from childmaintenance.guidance.reviews import reviews
from childmaintenance.guidance.terms import Nation

EVERY = organisations()
FREE_OR_ORDINARY = re.compile(r"(0800|0808|020|01\d{3})( \d{2,7})+")
UNSAFE = {Circumstance.UNSAFE}


def test_there_are_more_than_fifty_and_no_key_twice():
    assert len(EVERY) > 100
    assert sum(one.key == other.key for one in EVERY for other in EVERY) == len(EVERY)


@pytest.mark.parametrize("topic", list(Topic))
def test_every_topic_has_five_and_somebody_in_every_nation(topic):
    assert len(flat(tailored({topic}))) >= 5
    for nation in Nation:
        assert len(flat(tailored({topic}, nation))) >= 2, nation


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.key)
def test_an_organisation_is_told_in_both_languages_and_its_number_was_seen(one):
    assert one.website.startswith("https://") and " " not in one.website
    assert one.checked or not (one.number or one.text), "a number that nobody has seen is not printed"
    assert not one.number or FREE_OR_ORDINARY.fullmatch(one.number), "no number that costs more: see S3-80"
    for code, said in one.says.items():
        assert said.endswith(".") and longest_sentence(said) <= 20 and not words_not_to_use(said, code)
    assert set(one.says) == {"en", "cy"}


def test_numbers_are_those_of_the_helplines():
    numbers = {line.website: line.number for line in helplines() if line.number}
    for one in EVERY:
        if one.website in numbers:
            assert one.number == numbers[one.website]


def test_nobody_who_brings_both_parents_together_is_named_to_somebody_unsafe():
    usual = {one.key for one in flat(tailored(set(Topic)))}
    unsafe = {one.key for one in flat(tailored(set(Topic), circumstances=UNSAFE))}
    assert usual - unsafe == {one.key for one in EVERY if one.needs_both_parents}
    assert {"nfm", "relate", "family_mediation_council", "family_mediation_ni"} <= usual - unsafe


def test_who_is_meant_above_all_comes_first_and_nobody_twice():
    groups = tailored({Topic.RELATIONSHIPS, Topic.MONEY}, Nation.WALES, UNSAFE)
    assert [one.key for one in groups[0].first][:2] == ["live_fear_free", "welsh_womens_aid"]
    keys = [one.key for one in flat(groups)]
    assert len(keys) == len(set(keys))
    assert "refuge" not in keys, "it is for England"
    assert "jwa" in [one.key for one in groups[0].particular], "nobody said what they believe"
    (group,) = tailored({Topic.RELATIONSHIPS}, Nation.WALES, UNSAFE | {Circumstance.COMMUNITY})
    assert "jwa" in [one.key for one in group.first]


def test_names_follow_the_language_where_they_have_one():
    with in_language("cy"):
        assert organisation("live_fear_free").name == "Byw Heb Ofn"
        assert (organisation("gingerbread").name, organisation("gingerbread").name_language) == ("Gingerbread", "en")


def test_a_key_that_is_not_ours_is_passed_over():
    assert [one.key for one in chosen(["mind", "nobody", "acas"])] == ["mind", "acas"]
    assert organisation("nobody") is None


def test_it_is_looked_at_again_within_half_a_year_and_editors_see_it():
    assert 0 < (look_again_by() - checked_on()).days <= 183
    assert "organisations" in {one.where for one in reviews()}


def flat(groups):
    return [one for group in groups for one in group.first + group.others + group.particular]
