"""What is published, and what staff see: figures with pictures and words, nothing small told."""

import csv
import datetime as dt
import io

import pytest
from django.apps import apps

from childmaintenance.accounts.terms import Role
from childmaintenance.foundation import audit, clock
from childmaintenance.guidance.links.keeping import keep
from childmaintenance.guidance.links.terms import Answer, Outcome
from childmaintenance.portals.insight.tables import TABLES
from childmaintenance.portals.insight.tests.figures import a_fortnight, some_feedback
from childmaintenance.statistics.terms import Part

pytestmark = pytest.mark.django_db
Probe = apps.get_model("statistics", "Probe")
FOR_STAFF = ["/insight/", "/insight/pages", "/insight/paths", "/insight/forms", "/insight/load"]
STAFF = [*FOR_STAFF, "/insight/opinions"]


@pytest.mark.parametrize("address", STAFF)
@pytest.mark.parametrize("prefix", ["", "/cy"])
@pytest.mark.parametrize("used", [True, False])
def test_staff_see_how_the_service_is_used(staff_client, address, prefix, used):
    if used:
        a_fortnight()
        some_feedback()
    page = staff_client(Role.TEAM_LEADER).get(f"{prefix}{address}?days=28")
    assert page.status_code == 200
    text = page.content.decode()
    assert text.count("<h1") == 1
    assert ("<rect" in text) == (used and address != "/insight/opinions") or address == "/insight/opinions"
    assert "one-house.example" not in text and "07700" not in text


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_editors_see_what_to_look_at_again_and_what_is_overdue(staff_client, prefix):
    client = staff_client(Role.CASEWORKER)
    page = client.get(f"{prefix}/insight/content").content.decode()
    assert "purposes.toml" in page and "helplines.toml" in page
    overdue = "Wedi mynd heibio" if prefix else "Past its day"
    with clock.travel(dt.date(2029, 1, 1)):
        later = client.get(f"{prefix}/insight/content").content.decode()
    assert later.count(overdue) > page.count(overdue)


def test_small_counts_are_not_told_to_staff_either(staff_client):
    a_fortnight()
    client = staff_client(Role.CASEWORKER)
    assert "fewer than 5" in client.get("/insight/pages").content.decode()
    rows = {row["page"]: row for row in table(client, "pages")}
    assert rows["cookies"]["views"] == "<5"


def test_a_funnel_says_how_many_stopped(staff_client):
    a_fortnight()
    page = staff_client(Role.CASEWORKER).get("/insight/forms?days=28").content.decode()
    assert "Apply for child maintenance" in page and "parents:apply:question safety" in page
    assert "Stopped here:" in page


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_table_can_be_downloaded(staff_client, name):
    a_fortnight()
    assert table(staff_client(Role.PAYMENTS_OFFICER), name)


def table(client, name):
    answer = client.get(f"/insight/{name}.csv?days=28")
    assert answer["Content-Type"].startswith("text/csv") and name in answer["Content-Disposition"]
    return list(csv.DictReader(io.StringIO(answer.content.decode())))


def test_a_table_that_is_not_there(staff_client):
    assert staff_client(Role.CASEWORKER).get("/insight/people.csv").status_code == 404


@pytest.mark.parametrize("days", ["0", "-3", "9999999", "x", "28;drop"])
def test_nonsense_for_days_is_four_weeks(staff_client, days):
    page = staff_client(Role.CASEWORKER).get("/insight/", {"days": days}).content.decode()
    assert '<strong aria-current="true">28 days</strong>' in page


@pytest.mark.parametrize("address", [*STAFF, "/insight/views.csv"])
def test_the_public_does_not(client, address):
    assert client.get(address).status_code == 302


def test_what_people_wrote_is_for_team_leaders_and_reading_it_is_noted(staff_client):
    some_feedback()
    assert staff_client(Role.CASEWORKER).get("/insight/opinions").status_code == 403
    page = staff_client(Role.TEAM_LEADER, name="Nia").get("/insight/opinions").content.decode()
    assert "Where do I ring?" in page
    assert [line.act for line in audit.trail(about="feedback")] == ["insight.read_feedback"]


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_the_four_measures_are_published(client, prefix, settings):
    settings.COST_OF_A_DAY_PENCE = 10_000
    with clock.travel(clock.today() - dt.timedelta(days=1)):
        a_fortnight()
        some_feedback()
    page = client.get(f"{prefix}/performance").content.decode()
    assert "67%" in page and "71%" in page and "£" in page
    rows = list(csv.DictReader(io.StringIO(client.get("/performance.csv").content.decode())))
    assert {row["measure"] for row in rows} >= {
        "satisfied per cent",
        "completed per cent",
        "done online per cent",
        "cost of a transaction in pence",
    }


def test_before_anybody_came_the_page_says_so(client):
    page = client.get("/performance").content.decode()
    assert "Fewer than 5 people have told us yet" in page and "None" not in page


def probed(part, well, ago=0):
    Probe.objects.create(
        part=part, at=clock.wall() - dt.timedelta(minutes=ago), well=well, milliseconds=3, problem="" if well else "x"
    )


@pytest.mark.parametrize(
    ("probes", "heading"),
    [
        ([], "We do not know at the moment"),
        ([(Part.PAGES, True, 0), (Part.WORK, True, 1)], "Everything is working"),
        ([(Part.PAGES, True, 0), (Part.WORK, False, 1), (Part.WORK, False, 2)], "Something is not working"),
        ([(Part.PAGES, True, 0), (Part.WORK, True, 30)], "Most of it is working"),
        ([(Part.PAGES, True, 30)], "We do not know at the moment"),
    ],
)
def test_the_status_is_what_the_probes_found(client, probes, heading):
    for part, well, ago in probes:
        probed(part, well, ago)
    page = client.get("/status").content.decode()
    assert f'<h1 class="govuk-heading-xl">{heading}</h1>' in page
    assert ("Not over yet" in page) == (heading == "Something is not working")


def test_the_status_page_stands_when_the_records_do_not(client, monkeypatch):
    from childmaintenance.statistics import probing

    monkeypatch.setattr(probing, "records_answer_now", lambda: False)
    assert "cannot be reached" in client.get("/status").content.decode()


@pytest.mark.parametrize(
    ("prefix", "says"),
    [("", ("Is gone", "Nobody has asked them yet")), ("/cy", ("Wedi mynd", "Nid oes neb wedi gofyn"))],
)
def test_editors_see_which_addresses_are_broken_where_we_name_them_and_since_when(staff_client, prefix, says):
    editor = staff_client(Role.CASEWORKER)
    assert says[1] in editor.get(f"{prefix}/insight/content").content.decode()
    site = "https://gingerbread.org.uk"
    for day, outcome in ((1, Outcome.WELL), (8, Outcome.GONE), (15, Outcome.GONE)):
        with clock.travel(dt.date(2026, 11, day)):
            keep([Answer(address=site, outcome=outcome, detail="404" if outcome is Outcome.GONE else "")])
            keep([Answer(address="https://opfs.org.uk", outcome=Outcome.WELL)])
    page = editor.get(f"{prefix}/insight/content").content.decode()
    links = page[page.index('id="links"') :]
    assert says[0] in links and "404" in links and f'href="{site}"' in links and "organisations: gingerbread" in links
    assert ("since 8 November 2026, asked 2 times" if not prefix else "ers 8 Tachwedd 2026, gofynnwyd 2 waith") in links
    assert ("1 November 2026" if not prefix else "1 Tachwedd 2026") in links and "opfs" not in links


@pytest.mark.parametrize(
    ("prefix", "says"),
    [("", "The peak of these days was on"), ("/cy", "Roedd yr adeg brysuraf yn y dyddiau hyn")],
)
def test_one_page_has_people_requests_and_peak_for_planning(staff_client, prefix, says):
    a_fortnight()
    client = staff_client(Role.CASEWORKER)
    page = client.get(f"{prefix}/insight/load?days=28").content.decode()
    assert says in page
    rows = table(client, "capacity")
    today = next(row for row in rows if row["day"] == clock.today().isoformat())
    assert (today["visits"], today["requests"]) == ("100", "1")
    assert float(today["peak a second"]) >= 0
