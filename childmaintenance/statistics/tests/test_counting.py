"""Pages are counted in sums, without anybody in them, and only of those who did not say no."""

import datetime as dt
from types import SimpleNamespace

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import resolve

from childmaintenance.accounts.tests.people import sam
from childmaintenance.foundation import clock
from childmaintenance.statistics.counting.crowds import MOST, Crowd
from childmaintenance.statistics.counting.middleware import Counting, window_of
from childmaintenance.statistics.counting.tally import HOSTS, OTHER, Tally, tally
from childmaintenance.statistics.counting.writing import write_down
from childmaintenance.statistics.models import Count, Work
from childmaintenance.statistics.terms import Measure

pytestmark = pytest.mark.django_db
HERE = "http://testserver"
PERSON = {"user-agent": "Mozilla/5.0 (Android 14; Mobile) Firefox/140.0"}


@pytest.fixture(autouse=True)
def _nothing_counted_yet():
    tally.take()


def look(client: Client, address: str, come_from: str = "", **headers):
    if come_from:
        headers["referer"] = come_from
    return client.get(address, headers={**PERSON, **headers})


def sums(measure: Measure) -> dict[tuple[str, str], int]:
    counts, _work = tally.take()
    tally.give_back(counts, {})
    return {(page, detail): times for (_day, kind, page, detail), times in counts.items() if kind == measure}


def test_a_visit_is_followed_from_page_to_page_by_the_pages_alone(client):
    look(client, "/", "https://www.citizensadvice.org.uk/family/?q=my+name")
    look(client, "/staying-safe", f"{HERE}/")
    look(client, "/cy/privacy", f"{HERE}/staying-safe")
    assert sums(Measure.VIEW) == {("start", "en"): 1, ("safety", "en"): 1, ("privacy", "cy"): 1}
    assert sums(Measure.ARRIVAL) == {("start", "citizensadvice.org.uk"): 1}
    assert sums(Measure.VISIT) == {("", "new"): 1}
    assert sums(Measure.FIRST) == {("safety", ""): 1}
    assert sums(Measure.ONWARD) == {("start", "safety"): 1, ("safety", "privacy"): 1}


def test_a_kept_page_is_counted_like_any_other(client):
    for _ in range(3):
        look(Client(), "/accessibility")
    assert sums(Measure.VIEW)[("accessibility", "en")] == 3


def test_whoever_comes_back_within_a_day_is_known_to_have_come_back_and_nothing_more(client):
    look(client, "/")
    answer = look(client, "/privacy", f"{HERE}/")
    assert {name: cookie.value for name, cookie in answer.cookies.items()} == {"visit": "2", "visited": "1"}
    assert (answer.cookies["visit"]["max-age"], answer.cookies["visited"]["max-age"]) == (3600, 86400)
    del client.cookies["visit"]  # its hour is over
    look(client, "/")
    assert sums(Measure.VISIT) == {("", "new"): 1, ("", "back within a day"): 1}


def test_the_first_page_sets_nothing_and_after_the_third_nothing_more_is_noted(client):
    assert not look(client, "/").cookies
    look(client, "/privacy", f"{HERE}/")
    assert look(client, "/cookies", f"{HERE}/privacy").cookies["visit"].value == "3"
    assert not look(client, "/", f"{HERE}/cookies").cookies


def test_who_said_no_is_not_counted_and_gets_no_cookie(client):
    headers = {"sec-gpc": "1"}
    look(client, "/", **headers)
    answer = look(client, "/privacy", f"{HERE}/", **headers)
    assert not answer.cookies
    assert not tally.take()[0]


@pytest.mark.parametrize(
    "headers",
    [
        {"user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"},
        {"sec-purpose": "prefetch"},
        {"sec-fetch-mode": "cors", "sec-fetch-dest": "empty"},
    ],
)
def test_machines_and_what_nobody_asked_to_see_are_not_counted(client, headers):
    client.get("/", headers={**PERSON, **headers})
    assert not sums(Measure.VIEW)


def test_staff_at_work_are_not_counted(client):
    sam()
    look(client, "/casework/")
    assert not any("casework" in page for page, _ in sums(Measure.VIEW))


def test_no_query_no_address_and_no_reference_is_kept(client):
    look(client, "/privacy?name=Catrin", "https://mail.example/inbox?to=catrin@example.com")
    look(client, "/letters/L-7K3F-92QX-M", f"{HERE}/privacy?name=Catrin")
    look(client, "/", "https://user:secret@evil.example/<script>")
    look(client, "/", "https://xn--catrin-'drop/")
    counts, work = tally.take()
    kept = repr([key[1:] for key in counts]) + repr(work)
    for secret in ("Catrin", "inbox", "7K3F", "secret", "script", "?", "drop"):
        assert secret not in kept, secret
    assert "mail.example" in kept


def test_a_page_somebody_only_claims_to_come_from_is_not_believed(client):
    look(client, "/privacy", f"{HERE}/apply/9b2c/invented-by-somebody")
    look(client, "/privacy", f"{HERE}/guides/invented-by-somebody")
    assert not sums(Measure.ONWARD)


def test_what_could_not_be_shown_is_counted_by_its_status(client):
    look(client, "/nothing/here")
    assert sums(Measure.ERROR) == {("", "404"): 1}


def test_the_sums_are_written_in_one_statement_and_add_up(client, django_assert_num_queries):
    look(client, "/"), look(Client(), "/")
    with django_assert_num_queries(4):  # a savepoint around the two statements
        write_down()
    look(Client(), "/")
    write_down()
    assert Count.objects.get(measure="view", page="start").count == 3
    assert Work.objects.get().requests == 3
    assert write_down() == 0


def test_what_cannot_be_written_is_not_lost():
    counted = Tally()
    counted.add(dt.date(2026, 3, 1), Measure.VIEW, "start", "en", 2)
    counted.add(dt.date(2026, 3, 1), Measure.VIEW, "x" * 500, "en")
    from django.db import DatabaseError

    with pytest.raises(DatabaseError):
        write_down(counted)
    counts, _ = counted.take()
    assert sum(counts.values()) == 3


def test_inventing_things_to_count_has_an_end():
    counted = Tally()
    for number in range(HOSTS + 500):
        counted.add(dt.date(2026, 3, 1), Measure.ARRIVAL, "start", f"host-{number}.example")
    counts, _ = counted.take()
    assert len(counts) == HOSTS + 1
    assert counts[(dt.date(2026, 3, 1), "arrival", "start", OTHER)] == 500


def test_one_network_cannot_make_up_our_figures():
    crowd = Crowd()
    assert [crowd.counts("network 192.0.2.0/24") for _ in range(MOST + 1)].count(False) == 1
    assert crowd.counts("network 198.51.100.0/24")
    crowd._until = 0
    assert crowd.counts("network 192.0.2.0/24")


def test_the_work_is_summed_by_ten_minutes():
    moment = dt.datetime(2026, 3, 1, 12, 19, 59, 5, tzinfo=dt.UTC)
    assert window_of(moment) == dt.datetime(2026, 3, 1, 12, 10, tzinfo=dt.UTC)


def test_counting_asks_the_database_nothing(rf, django_assert_num_queries):
    request = rf.get("/", headers=PERSON)
    request.choice = SimpleNamespace(statistics=True)
    request.resolver_match = resolve("/")
    with django_assert_num_queries(0), clock.travel(dt.date(2026, 3, 1)):
        Counting(lambda request: HttpResponse("<p>"))(request)
    assert sums(Measure.VIEW) == {("start", "en"): 1}


def test_the_tables_hold_no_column_about_anybody():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT column_name FROM information_schema.columns WHERE table_name IN ('statistics_count', 'statistics_work')"
        )
        names = {row[0] for row in cursor.fetchall()}
    assert names == {
        "id",
        "day",
        "measure",
        "page",
        "detail",
        "count",
        "starts_at",
        "requests",
        "failures",
        "milliseconds",
        "slowest",
    }
