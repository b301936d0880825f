"""What the sums say, and what they keep to themselves."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.statistics import housekeeping, measures, opinions
from childmaintenance.statistics.counting.tally import Tally
from childmaintenance.statistics.counting.writing import write_down
from childmaintenance.statistics.models import Count, Opinion, Work
from childmaintenance.statistics.personal import without_what_says_who
from childmaintenance.statistics.queries import use
from childmaintenance.statistics.queries.use import Days
from childmaintenance.statistics.queries.work import load
from childmaintenance.statistics.suppression import lines, share, told
from childmaintenance.statistics.terms import LEAST, About, Line, Measure

pytestmark = pytest.mark.django_db
MONDAY = dt.date(2026, 3, 2)
WEEK = Days(MONDAY, MONDAY + dt.timedelta(days=6))


def counted(*rows, day=MONDAY):
    sums = Tally()
    for measure, page, detail, times in rows:
        sums.add(day, measure, page, detail, times)
    write_down(sums)


@given(part=st.integers(0, 60), rest=st.integers(0, 60))
def test_nobody_can_work_out_a_small_count_from_a_share(part, rest):
    shown = share(part, part + rest)
    if shown is not None:
        assert part + rest >= LEAST
        assert part == 0 or part >= LEAST
        assert rest == 0 or rest >= LEAST


@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), st.integers(1, 40), max_size=8))
def test_no_line_tells_a_small_count(counts):
    for line in lines(counts):
        assert line.count is None or line.count == 0 or line.count >= LEAST
    assert told(LEAST - 1) is None and told(0) == 0


def test_hosts_that_few_came_from_are_one_and_are_not_kept():
    counted(
        (Measure.ARRIVAL, "start", "citizensadvice.org.uk", 12),
        (Measure.ARRIVAL, "start", "small-office.example", 2),
        (Measure.ARRIVAL, "privacy", "small-office.example", 1),
        (Measure.ARRIVAL, "start", "village-school.example", 4),
    )
    assert use.hosts(WEEK) == (Line("citizensadvice.org.uk", 12, 63), Line("other", 7, 37))
    assert housekeeping.blur_hosts(before=MONDAY) == 0
    assert housekeeping.blur_hosts(before=MONDAY + dt.timedelta(days=1)) == 3
    assert set(Count.objects.values_list("detail", flat=True)) == {"citizensadvice.org.uk", "other"}
    assert use.hosts(WEEK)[1].count == 7
    assert housekeeping.blur_hosts(before=MONDAY + dt.timedelta(days=1)) == 0


def test_a_form_page_tells_how_many_stopped_there():
    counted(
        (Measure.FORM, "parents:apply:question your-name", "seen", 100),
        (Measure.FORM, "parents:apply:question your-name", "sent", 85),
        (Measure.FORM, "parents:apply:question your-name", "refused", 9),
        (Measure.FORM, "parents:apply:question safety", "seen", 4),
    )
    named, safety = use.forms(WEEK)
    assert (named.seen, named.sent, named.refused, named.stopped) == (100, 85, 9, 15)
    assert (safety.seen, safety.stopped) == (None, None)


def test_where_people_come_in_go_on_and_leave():
    counted(
        (Measure.VIEW, "start", "en", 40),
        (Measure.VIEW, "start", "cy", 10),
        (Measure.VIEW, "privacy", "en", 20),
        (Measure.ARRIVAL, "start", "none", 30),
        (Measure.ONWARD, "start", "privacy", 20),
        (Measure.ONWARD, "start", "account_login", 3),
        (Measure.FIRST, "account_login", "", 15),
        (Measure.FIRST, "privacy", "", 10),
        (Measure.TIME, "start", "10 to 29 seconds", 8),
        (Measure.TIME, "start", "3 to 9 minutes", 3),
    )
    start, privacy = use.pages(WEEK)
    assert (start.views, start.arrivals, start.ends, start.middle_time) == (50, 30, 27, "10 to 29 seconds")
    assert (privacy.views, privacy.arrivals, privacy.ends, privacy.middle_time) == (20, 0, 20, "")
    assert use.steps_between(WEEK) == (("start", "privacy", 20),)
    assert use.sign_in_first(WEEK) == 60
    assert use.languages(WEEK) == (Line("en", 60, 86), Line("cy", 10, 14))
    assert [line.count for line in use.views_by_day(WEEK)] == [70, 0, 0, 0, 0, 0, 0]


def test_days_outside_are_not_told():
    counted((Measure.VIEW, "start", "en", 40), day=MONDAY - dt.timedelta(days=1))
    assert use.pages(WEEK) == ()
    with pytest.raises(ValueError, match="400 days"):
        Days(MONDAY, MONDAY + dt.timedelta(days=401))


def test_the_work_of_a_day_and_its_busiest_ten_minutes():
    moment = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)
    Work.objects.create(starts_at=moment, requests=1200, failures=3, milliseconds=12_000, slowest=900)
    Work.objects.create(
        starts_at=moment + dt.timedelta(minutes=10), requests=300, failures=0, milliseconds=6_000, slowest=90
    )
    found = load(WEEK)
    assert (found.requests, found.failures, found.mean_milliseconds) == (1500, 3, 12)
    assert (found.busiest[0].a_second, found.busiest[0].mean) == (2.0, 10)
    assert found.by_day[0] == (MONDAY, 1500)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("write to me at mum@example.org please", "write to me at […] please"),
        ("QQ 12 34 56 C is mine", "[…] is mine"),
        ("my case C-7K3F-92QX-M is slow", "my case […] is slow"),
        ("I live in CF10 1EP", "I live in […]"),
        ("ring 07700 900 123 or +44 (0)20 7946 0000", "ring […] or […]"),
        ("12-34-56 and 12345678", "[…] and […]"),
        ("see https://example.org/me?x=1", "see […]"),
        ("I paid £1,234.50 in 2025 for 2 children", "I paid £1,234.50 in 2025 for 2 children"),
    ],
)
def test_numbers_and_addresses_of_people_are_taken_out_of_their_words(said, kept):
    assert without_what_says_who(said) == kept


def test_an_opinion_is_kept_by_its_day_and_can_be_taken_back():
    with clock.travel(MONDAY):
        reference = opinions.give(about=About.PAGE, page="privacy", score=4, words=" clear, thank you ")
        (found,) = opinions.latest(WEEK)
    assert (found.day, found.page, found.score, found.words) == (MONDAY, "privacy", 4, "clear, thank you")
    assert opinions.take_back(reference) and not opinions.take_back(reference)
    assert not Opinion.objects.exists()


def test_an_opinion_that_says_nothing_is_not_kept():
    with pytest.raises(ValueError, match="says something"):
        opinions.give(about=About.SERVICE, words="   ")


def test_words_are_forgotten_after_a_year_and_scores_stay():
    with clock.travel(MONDAY - dt.timedelta(days=366)):
        opinions.give(about=About.SERVICE, score=2, words="slow")
    with clock.travel(MONDAY):
        assert opinions.forget_words() == 1
    assert Opinion.objects.get().words == "" and Opinion.objects.get().score == 2


def test_satisfaction_is_told_once_five_have_said():
    with clock.travel(MONDAY):
        for score in (5, 4, 4, 1):
            opinions.give(about=About.JOURNEY, score=score)
        assert opinions.satisfaction(WEEK).satisfied is None
        for score in (5, 5, 5, 1, 1, 2, 3):
            opinions.give(about=About.JOURNEY, score=score)
        found = opinions.satisfaction(WEEK)
    assert (found.answers, found.satisfied) == (11, 55)
    assert dict(found.by_score)[2] is None


def test_the_four_measures(settings):
    settings.COST_OF_A_DAY_PENCE = 9_000
    counted(
        (Measure.FORM, "parents:apply:start", "sent", 40),
        (Measure.FORM, "parents:apply:check", "sent", 30),
        (Measure.FORM, "account_login", "sent", 900),
    )
    with clock.travel(MONDAY):
        for number in range(6):
            audit.record(by=Actor("person", f"U-{number}"), act="cases.submit_application", about="A-1")
        for number in range(2):
            audit.record(by=Actor("staff", f"U-{number}"), act="cases.submit_application", about="A-2")
    found = measures.measures(WEEK)
    assert [(one.journey, one.begun, one.finished, one.share) for one in found.completion] == [
        ("parents:apply", 40, 30, 75)
    ]
    assert (found.completed, found.online, found.cost_pence) == (75, 75, 7 * 9_000 // 30)
    settings.COST_OF_A_DAY_PENCE = 0
    assert measures.measures(WEEK).cost_pence is None
