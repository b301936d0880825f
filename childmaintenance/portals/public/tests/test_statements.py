"""What the service says of itself is there, in both languages, and true where a machine can tell."""

import csv
import datetime as dt
import io
import re

import pytest

from childmaintenance.portals.public.statements import statement
from childmaintenance.privacy import processing
from childmaintenance.privacy.choices import NATIONS
from childmaintenance.privacy.cookies import entry, register
from childmaintenance.privacy.notices import Kind, notice, versions

pytestmark = pytest.mark.django_db
PAGES = [
    "/accessibility", "/welsh-language", "/security", "/privacy", "/privacy/versions", "/privacy/versions/1",
    "/privacy/changes/1/2",
    "/privacy/purposes", "/privacy/what-we-keep", "/information-charter",
    *(f"/information-charter/{nation}" for nation in NATIONS),
]  # fmt: skip


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_each_page_is_there_and_sets_nothing(client, address, prefix):
    answer = client.get(prefix + address)
    assert answer.status_code == 200 and not answer.cookies
    assert answer.content.decode().count("<h1") == 1


@pytest.mark.parametrize(
    "address",
    [
        "/privacy/versions/99",
        "/privacy/versions/0",
        "/privacy/changes/2/1",
        "/privacy/changes/0/1",
        "/information-charter/narnia",
    ],
)
def test_what_never_was_is_not_found(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("said", ["en", "cy"])
def test_the_accessibility_page_names_every_known_issue(client, said):
    page = client.get("/accessibility" if said == "en" else "/cy/accessibility").content.decode()
    for issue in statement().issues:
        assert issue.whats[said] in page and issue.plans[said] in page
    assert len(statement().issues) == len({issue.id for issue in statement().issues})
    for issue in statement().issues:
        assert re.fullmatch(r"(\d\.\d{1,2}\.\d{1,2})?", issue.criterion) and issue.found <= statement().looked_at


def test_the_notice_says_its_version_and_leads_to_what_changed(client):
    page = client.get("/privacy").content.decode()
    newest = notice(Kind.PRIVACY)
    assert f"Version {newest.number}, since" in page and "/privacy/versions" in page
    changed = client.get("/privacy/changes/1/2").content.decode()
    assert "<ins>" in changed and "Who is responsible" in changed
    old = client.get("/privacy/versions/1").content.decode()
    assert "This is an old version" in old


def test_northern_ireland_reads_its_own_law(client):
    there = client.get("/information-charter/northern-ireland").content.decode()
    assert "SR 2008/403" in there and "SI 2008/2551" not in there
    assert "SI 2008/2551" in client.get("/information-charter/wales").content.decode()


def test_the_nation_stands_first_once_we_may_remember_it(client):
    assert not client.get("/information-charter/wales").cookies
    assert first_nation(client) == "england"
    client.cookies[entry("choices").name_on_device] = f"v{register().version.number}.s1.t1"
    assert client.get("/information-charter/wales").cookies[entry("nation").name_on_device].value == "wales"
    assert first_nation(client) == "wales"
    client.get("/information-charter/scotland")
    assert first_nation(client) == "scotland"
    client.post("/cookies/choice", {"tailored": "no"}, headers={"sec-fetch-site": "same-origin"})
    assert first_nation(client) == "england"


def first_nation(client):
    return re.search(r'href="/information-charter/([a-z-]+)"', client.get("/information-charter").content.decode())[1]


@pytest.mark.parametrize("contact", ["", "mailto:security@example.org", "https://example.org/report"])
def test_security_txt_is_as_the_standard_asks(client, settings, contact):
    settings.SECURITY_CONTACT = contact
    answer = client.get("/.well-known/security.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    fields = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())
    assert fields["Contact"] == (contact or f"{settings.SITE_ADDRESS}/security")
    assert fields["Canonical"].endswith("/.well-known/security.txt") and fields["Preferred-Languages"] == "en, cy"
    left = dt.datetime.fromisoformat(fields["Expires"]) - dt.datetime.now(dt.UTC)  # noqa: TID251 -- the world's own clock
    assert dt.timedelta(days=150) < left < dt.timedelta(days=365)
    page = client.get("/security").content.decode()
    assert ("security@example.org" in page) == contact.startswith("mailto:")


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_the_record_of_what_is_kept_names_every_table_with_its_end_and_who_is_told(client, prefix):
    page = client.get(f"{prefix}/privacy/what-we-keep").content.decode()
    for one in processing.tables():
        assert f"{one.name}: {', '.join(one.fields)}<" in page
        assert one.says["cy" if prefix else "en"] in page
    assert page.count("<h1") == 1 and f'href="{prefix}/privacy/what-we-keep.csv"' in page


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_the_record_can_be_downloaded_field_by_field(client, prefix):
    answer = client.get(f"{prefix}/privacy/what-we-keep.csv")
    assert answer["Content-Type"].startswith("text/csv") and "what-we-keep.csv" in answer["Content-Disposition"]
    first, *lines = csv.reader(io.StringIO(answer.content.decode()))
    assert tuple(first) == processing.COLUMNS
    found = {(line[0], line[1]): line for line in lines}
    safety = found["cases.SafetyDisclosure", "details"]
    assert safety[-1] == "" and safety[3] == ("Cadw pobl yn ddiogel" if prefix else "Keeping people safe")
    assert len(found) == sum(len(one.fields) for one in processing.tables())


POLICIES = [
    "/privacy", "/privacy/versions", "/privacy/changes/1/3", "/privacy/purposes", "/privacy/what-we-keep", "/cookies",
    "/cookies/turn-on", "/information-charter", "/information-charter/wales", "/accessibility", "/security",
]  # fmt: skip
LONG = {"/privacy", "/privacy/changes/1/3", "/privacy/purposes", "/privacy/what-we-keep", "/cookies", "/accessibility"}


@pytest.mark.parametrize("prefix", ["", "/cy"])
@pytest.mark.parametrize("address", POLICIES)
def test_policy_pages_say_where_one_is_and_long_ones_lead_back_up(client, address, prefix):
    page = client.get(prefix + address).content.decode()
    assert 'class="govuk-breadcrumbs' in page
    if address in LONG:
        assert '<a class="govuk-link" href="#main-content">' in page


def test_a_version_that_everybody_is_told_of_says_so(client):
    page = client.get("/privacy/versions").content.decode()
    told = [one for one in versions(Kind.PRIVACY) if one.material]
    assert told and page.count("Everybody with an account is told of this change") == len(told)
