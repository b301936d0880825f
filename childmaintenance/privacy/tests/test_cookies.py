"""One register says what may be kept on a device, and nothing else is."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from childmaintenance.privacy import choices
from childmaintenance.privacy.choices import Choice, choice_of, nation_of
from childmaintenance.privacy.cookies import Category, Kind, NotRegistered, entry, register
from childmaintenance.privacy.middleware import Choices


def asking(written: str = "", **headers):
    request = RequestFactory().get("/", headers=headers)
    if written:
        request.COOKIES[entry("choices").name_on_device] = written
    return request


def test_every_entry_says_what_it_is_for_and_how_long_in_both_languages():
    names = [(one.name, one.kind) for one in register().entries]
    assert len(names) == len(set(names))
    for one in register().entries:
        for words in (one.purposes, one.lives):
            assert set(words) == {"en", "cy"} and all(len(text) > 5 for text in words.values())
            assert words["en"] != words["cy"]


def test_what_changes_in_the_optional_part_is_asked_about_again():
    said = register()
    assert said.optional_digest() == said.version.optional, (
        f"What people may say no to has changed: add a [[version]] with optional = {said.optional_digest()!r}"
    )
    assert [one.number for one in said.versions] == list(range(1, len(said.versions) + 1))
    assert sorted(one.since for one in said.versions) == [one.since for one in said.versions]


def test_the_counting_cookies_live_as_long_as_we_say():
    assert entry("visit").seconds == 60 * 60
    assert entry("visited").seconds == 24 * 60 * 60
    assert entry("choices").seconds == 365 * 24 * 60 * 60
    assert {one.name for one in register().of(Category.STATISTICS)} == {"visit", "visited"}


def test_nobody_who_said_nothing_has_consented_but_may_object():
    said = choice_of(asking())
    assert said == Choice(statistics=True, tailored=False, made=False)


@pytest.mark.parametrize(("written", "statistics", "tailored"), [("s1.t1", True, True), ("s0.t0", False, False)])
def test_a_choice_is_kept(written, statistics, tailored):
    said = choice_of(asking(f"v{register().version.number}.{written}"))
    assert said == Choice(statistics, tailored, made=True)
    assert said.written.endswith(written)


def test_an_older_choice_is_asked_for_again_and_meanwhile_no_stays_no():
    said = choice_of(asking("v0.s0.t1"))
    assert said == Choice(statistics=False, tailored=False, made=False)


def test_a_browser_that_says_no_to_tracking_has_objected_already():
    assert choice_of(asking(sec_gpc="1")).statistics is False
    yes = f"v{register().version.number}.s1.t0"
    assert (
        choice_of(asking(yes, sec_gpc="1")).statistics is True
    )  # what was said here outweighs what is said everywhere


@pytest.mark.parametrize("nonsense", ["x", "v1.s2.t0", "v1.s1.t1; path=/", "v9999999.s1.t1", "v1.s1.t1\n"])
def test_nonsense_is_no_choice(nonsense):
    assert choice_of(asking(nonsense)) == Choice()


def test_saying_no_takes_away_at_once_what_is_there():
    response = HttpResponse()
    choices.keep(response, Choice(statistics=False, tailored=False))
    kept = response.cookies[entry("choices").name_on_device]
    assert kept["max-age"] == 31_536_000 and kept["httponly"] and kept["samesite"] == "Lax"
    for name in ("visit", "visited", "nation"):
        assert response.cookies[entry(name).name_on_device]["max-age"] == 0


def test_the_nation_is_remembered_only_with_consent():
    response = HttpResponse()
    choices.remember_nation(asking(), response, "wales")
    assert not response.cookies
    yes = asking(f"v{register().version.number}.s1.t1")
    choices.remember_nation(yes, response, "wales")
    assert response.cookies[entry("nation").name_on_device].value == "wales"
    yes.COOKIES[entry("nation").name_on_device] = "wales"
    assert nation_of(yes) == "wales"
    yes.COOKIES[entry("nation").name_on_device] = "narnia"
    assert nation_of(yes) == ""
    with pytest.raises(ValueError, match="narnia"):
        choices.remember_nation(yes, response, "narnia")


def answering(name: str, value: str = "1"):
    def answer(request):
        response = HttpResponse()
        response.set_cookie(name, value)
        return response

    return Choices(answer)


def test_a_cookie_that_nobody_registered_fails_every_test_it_meets():
    with pytest.raises(NotRegistered):
        answering("_ga")(asking())


def test_a_cookie_that_nobody_registered_does_not_leave(settings):
    settings.TEST = False
    assert not answering("_ga")(asking()).cookies


def test_a_cookie_that_was_refused_does_not_leave():
    no = f"v{register().version.number}.s0.t0"
    assert not answering(entry("visit").name_on_device)(asking(no)).cookies
    assert answering(entry("visit").name_on_device)(asking()).cookies


def test_only_this_host_may_read_them_over_https(settings):
    settings.SESSION_COOKIE_SECURE = True
    assert all(one.name_on_device.startswith("__Host-") for one in register().entries if one.kind is Kind.COOKIE)
    response = HttpResponse()
    choices.put(response, "visit", "2")
    assert response.cookies["__Host-visit"]["secure"]
