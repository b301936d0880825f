"""What people were told stays as they were told it, and anybody can see what has changed."""

import datetime as dt

import pytest

from childmaintenance.cases import first_steps
from childmaintenance.chat import desk
from childmaintenance.correspondence import copies, leaflet_orders, reminders
from childmaintenance.foundation import clock
from childmaintenance.foundation.language import in_language
from childmaintenance.guidance import suggestions
from childmaintenance.privacy import consents
from childmaintenance.privacy.choices import NATIONS
from childmaintenance.privacy.notices import Kind, NoSuchNotice, compare, in_force, notice, versions


@pytest.mark.parametrize("kind", Kind)
def test_a_published_version_is_never_edited(kind):
    for one in versions(kind):
        assert one.digest() == one.published, f"{kind} {one.number} was published: write a new version instead"


@pytest.mark.parametrize("kind", Kind)
def test_versions_follow_one_another_and_say_the_same_in_both_languages(kind):
    found = versions(kind)
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    assert sorted(one.since for one in found) == [one.since for one in found]
    for one in found:
        assert len({part.id for part in one.parts}) == len(one.parts)
        for part in one.parts:
            assert set(part.nations) <= set(NATIONS)
            english, welsh = part.lines["en"], part.lines["cy"]
            assert len(english) == len(welsh)
            assert [line.startswith("- ") for line in english] == [line.startswith("- ") for line in welsh]
            assert not set(english) & set(welsh)


def test_each_nation_reads_its_own_charter():
    charter = notice(Kind.CHARTER)
    parts = {nation: {part.id for part in charter.for_nation(nation)} for nation in NATIONS}
    assert "law-ni" in parts["northern-ireland"] and "law-gb" not in parts["northern-ireland"]
    assert all(
        "law-gb" in parts[nation] and "law-ni" not in parts[nation] for nation in ("england", "wales", "scotland")
    )
    assert "language-wales" in parts["wales"] and "young-scotland" in parts["scotland"]


@pytest.mark.parametrize("said", ["en", "cy"])
def test_what_changed_is_shown_word_by_word(said):
    with in_language(said):
        changes = compare(Kind.PRIVACY, 1, 2)
    by_kind = {}
    for change in changes:
        by_kind.setdefault(change.what, []).append(change)
    assert len(by_kind["same"]) == 1 and len(by_kind["new"]) == 5 and "changed" in by_kind
    kept = next(change for change in by_kind["changed"] if ("how long" in change.title or "ba hyd" in change.title))
    assert {piece.what for line in kept.lines for piece in line} >= {"same", "new"}


def test_a_comparison_read_without_what_is_gone_is_the_newer_version():
    for change, part in zip(compare(Kind.PRIVACY, 1, 2), notice(Kind.PRIVACY, 2).parts, strict=True):
        read = [
            " ".join("".join(piece.words for piece in line if piece.what != "gone").split()) for line in change.lines
        ]
        assert [line for line in read if line] == [
            " ".join(line.removeprefix("- ").split()) for line in part.lines["en"]
        ]


def test_a_version_that_never_was():
    with pytest.raises(NoSuchNotice):
        notice(Kind.PRIVACY, 99)


def test_what_the_notice_says_of_lifetimes_is_what_the_service_does():
    with in_language("en"):
        kept = " ".join(notice(Kind.PRIVACY).part("kept").lines["en"])
    for said, days in (
        ("before you apply: 28 days", first_steps.KEPT.days),
        ("until the copy is sent, a day at most", copies.KEPT_AT_MOST.days),
        ("two days if you do not say yes", reminders.TO_SAY_YES.days),
        ("until they are posted, 60 days at most", leaflet_orders.KEPT_UNPOSTED.days),
        ("without them, for 90 days more", leaflet_orders.KEPT_ONCE_POSTED.days),
        ("180 days at most; nothing says that it is yours", suggestions.KEPT_AT_MOST.days),
        ("a chat with us: 28 days after it has ended", desk.kept().conversation_days),
        ("a year after it has ended", consents.KEPT_AFTER.days),
    ):
        number = {"a day": 1, "two days": 2, "a year": 365}
        [told] = [count for words, count in number.items() if words in said] or [
            int(word) for word in said.split() if word.isdigit()
        ]
        assert said in kept and told == days, said


def test_the_notice_in_force_is_the_newest_that_has_begun():
    first, *_, newest = versions(Kind.PRIVACY)
    assert in_force(Kind.PRIVACY, newest.since) == newest
    assert in_force(Kind.PRIVACY, first.since) == first
    assert in_force(Kind.PRIVACY, first.since - dt.timedelta(days=365)) == first
    with clock.travel(first.since):
        assert in_force(Kind.PRIVACY) == first
