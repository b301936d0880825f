"""The service asks itself whether it works, and says what it found, also when it found nothing."""

import datetime as dt

import pytest

from childmaintenance.foundation import clock, outbox
from childmaintenance.statistics import probing
from childmaintenance.statistics.models import Probe
from childmaintenance.statistics.queries.working import states, troubles
from childmaintenance.statistics.terms import Part

NOW = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)


def probed(part: Part, pattern: str, *, last: dt.datetime = NOW) -> None:
    """One probe a minute up to `last`: + well, - not, a blank for one that was not made."""
    for number, sign in enumerate(pattern):
        at = last - (len(pattern) - 1 - number) * MINUTE
        if sign != " ":
            Probe.objects.create(
                part=part, at=at, well=sign == "+", milliseconds=5, problem="" if sign == "+" else "answered 500"
            )


@pytest.mark.django_db
def test_a_part_works_does_not_or_nothing_is_known():
    probed(Part.PAGES, "++-+")
    probed(Part.WORK, "+++-")
    probed(Part.EMAIL, "++", last=NOW - dt.timedelta(hours=1))
    found = {state.part: state for state in states(at=NOW)}
    assert [found[part].well for part in (Part.PAGES, Part.WORK, Part.EMAIL)] == [True, False, None]
    assert found[Part.PAGES].shares == (7500, 7500, 7500)
    assert Part.BANK not in found


@pytest.mark.django_db
def test_probes_that_fail_one_after_another_are_one_trouble():
    probed(Part.PAGES, "+---++++++++--")
    probed(Part.WORK, "+-++")
    first, second = troubles(at=NOW)
    assert (first.part, first.since, first.until) == (Part.PAGES, NOW - MINUTE, None)
    assert (second.since, second.until) == (NOW - 12 * MINUTE, NOW - 10 * MINUTE)
    assert second.problem == "answered 500"


@pytest.mark.django_db
def test_old_probes_are_forgotten():
    probed(Part.PAGES, "+", last=NOW - dt.timedelta(days=96))
    probed(Part.PAGES, "+")
    Probe.objects.filter(at=NOW).update(at=clock.wall())
    assert probing.forget() == 1


def test_every_part_is_really_asked(own_database, live_server_url, settings, start_worker, tmp_path):
    settings.SITE_ADDRESS = live_server_url
    settings.BANK_FOLDER = str(tmp_path)
    settings.HMRC_URL = live_server_url  # any server that answers
    moment = clock.wall()
    asked = {part: probing.probe(part, moment) for part in Part}
    assert not asked.pop(Part.WORK).well  # nobody works yet
    assert all(probe.well for probe in asked.values()), [(p.part, p.problem) for p in asked.values() if not p.well]
    start_worker()
    import time

    for _ in range(100):
        if probing.probe(Part.WORK, moment).well:
            break
        time.sleep(0.1)
    assert probing.probe(Part.WORK, moment).well


@pytest.mark.django_db
def test_what_does_not_answer_is_said_without_names(settings):
    settings.SITE_ADDRESS = "http://127.0.0.1:9"
    settings.BANK_FOLDER = "/nowhere/at/all"
    moment = clock.wall()
    assert probing.probe(Part.PAGES, moment).problem == "ConnectError"
    assert probing.probe(Part.BANK, moment).problem == "the folder is not there"
    settings.HMRC_URL = ""
    assert not probing.applies(Part.INCOME)


@pytest.mark.django_db
def test_work_that_nobody_does_is_trouble():
    with clock.travel(clock.wall() - dt.timedelta(minutes=30)):
        outbox.announce("ApplicationSubmitted", case="C-0000-0000-0")
    from childmaintenance.foundation import backlog

    assert clock.now() - backlog.waiting_since() > probing.WAITS_TOO_LONG
