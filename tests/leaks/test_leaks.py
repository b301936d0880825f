"""Nobody reads what is not theirs, wherever they look."""

import pytest

from tests.leaks.crawler import crawl
from tests.leaks.reading import leaks

pytestmark = pytest.mark.slow
# What each reader has certainly come by, if they really looked: their own details, and of the other parent what both may know.
CERTAINLY = {
    "catrin": {"zycatrinstreet", "CF64 7QQ", "01632 960 417", "zycatrinreach@example.org",
               "zygarethfullname", "zyelin", "62 nights", "zyofferedhelp"},
    "gareth": {"zygarethstreet", "BT78 8QQ", "zycatrinfullname", "zybethanfullname", "zyosian", "91 nights"},
    "bethan": {"zybethanstreet", "ZY bethan bankname", "zyosian", "91 nights"},
    "caseworker": {"zyofferedhelp", "zycatrinfear", "zycatrinnewname", "zyquarryworks", "zystafffindingzyelin"},
    "payments_officer": {"zystafffindingzyelin", "zycatrinfullname"},
}  # fmt: skip
# Pages of a draft that only somebody in the middle of that very journey has, and task lists of journeys of one task, which
# lead on; the stories of each journey walk them.
ENDINGS = (
    "<slug:item>/remove", "<slug:item>/<slug:question>", "/check-your-answers", "/sent", "/saved",
    "answer/<uuid:draft>/<slug:question>",
    *(f"{journey}/<uuid:draft>/" for journey in ("answer", "pay-day", "service", "bank", "contact", "not-arrived")),
    # This family pays through the service, to two receiving parents: who is paid directly, or pays one, has these.
    "cases/<str:about>/not-arrived/", "not-arrived/<uuid:draft>/<slug:question>", "/receipt.json",
    "/braille", "/sound",
    "privacy/seen",  # a button, which leads back to the home
)  # fmt: skip


@pytest.fixture(scope="module")
def opened() -> dict[str, set[str]]:
    return {}


@pytest.mark.parametrize("name", ["catrin", "gareth", "bethan", "stranger", "nobody", "caseworker", "payments_officer"])
def test_nobody_reads_what_is_not_theirs(family, opened, name):
    seen = crawl(family, name)
    assert not seen.leaks, "\n".join(sorted(set(seen.leaks))[:40])
    broken = [address for address, status in seen.statuses.items() if status >= 500]
    assert not broken, broken
    missed = {said.casefold() for said in CERTAINLY.get(name, ())} - {text.casefold() for text in seen.canaries}
    assert not missed, f"{name} did not even come by {missed}: is the crawl looking?"
    opened[name] = seen.routes


def test_every_page_for_parents_was_opened(opened):
    """A page that no crawl opened was not looked at."""
    from django.urls import get_resolver

    from childmaintenance.config.routes import walk

    if len(opened) < 7:
        pytest.skip("needs the whole crawl")
    pages = {route for route, view in walk(get_resolver().url_patterns) if getattr(view, "who_may", "") == "person"}
    never = {route for route in pages - set.union(*opened.values()) if not route.endswith(ENDINGS)}
    assert not never, sorted(never)


def test_the_log_of_all_this_names_nobody(family):
    assert "request" in family.log
    assert not leaks(family.reader("nobody"), "the log", [("log", family.log)], family.canaries)


def test_the_e_mails_say_nothing_of_anybody(family):
    assert family.emails
    for email in family.emails:
        said = [
            ("subject", email.subject),
            ("body", email.body),
            ("from", email.from_email),
            *email.extra_headers.items(),
        ]
        assert not leaks(family.reader("nobody"), f"an e-mail to {email.to}", said, family.canaries)
        assert email.to == ["zybethanreach@example.org"]
