"""What people type by mistake, by malice, or in other alphabets: a clear message, and nothing lost."""

import datetime as dt
from uuid import uuid4

import pytest

from childmaintenance.cases import queries as cases
from childmaintenance.foundation import audit, clock
from childmaintenance.journeys import queries as drafts
from childmaintenance.parties import queries as parties
from childmaintenance.portals.parents.journeys.apply import apply
from childmaintenance.portals.parents.tests.stories.family import CATRIN_APPLIES, changed
from childmaintenance.portals.parents.tests.stories.given import catrin_has_applied
from childmaintenance.portals.parents.tests.stories.walking import Walker

pytestmark = pytest.mark.django_db
RIGHT_TO_LEFT = "\u05de\u05e8\u05d9\u05dd \u05db\u05d4\u05df"  # a name in Hebrew
OVERRIDE = "\u202eenidreG\u202c"  # letters that would turn the words beside them round
COMBINING = "Zoe\u0308 Nguye\u0302\u0303n"  # the marks typed after their letters
TOWER = "Z" + "\u0301" * 40 + "algo"


@pytest.fixture
def catrin() -> Walker:
    return Walker("Catrin").begin("/apply/").fill_in(apply, CATRIN_APPLIES)


def asked(walker: Walker, question: str, **typed: object) -> Walker:
    return walker.open(f"{walker.draft}{question}").send(typed)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("", "Enter your full name"),
        ("   ", "Enter your full name"),
        ("\u200b\u200e", "Enter your full name"),
        ("A" * 10_000, "must be 150 characters or fewer. You typed 10000"),
        (TOWER, "has a character that we cannot use"),
        ("Cat\x07rin", "has a character that we cannot use"),
    ],
)
def test_a_name_that_cannot_be_written_down_gets_a_message_that_says_why(catrin, typed, message):
    asked(catrin, "your-name", full_name=typed)
    assert message in catrin.problems
    assert catrin.slug == "your-name"


@pytest.mark.parametrize(
    "typed", [RIGHT_TO_LEFT, "O’Neill-Ó Súilleabháin", "Ŵ", "李小龍", COMBINING, "D'Arcy <b>Smith</b>"]
)
def test_names_of_any_alphabet_are_names(catrin, typed):
    asked(catrin, "their-name", full_name=typed)
    assert catrin.slug == "their-birth"
    catrin.open(f"{catrin.draft}check-your-answers")
    assert "<b>Smith" not in catrin.page
    catrin.send()
    assert catrin.heading == "We have your application"


def test_signs_that_turn_words_round_are_taken_out(catrin):
    asked(catrin, "their-name", full_name=OVERRIDE)
    catrin.open(f"{catrin.draft}check-your-answers")
    assert "\u202e" not in catrin.page
    assert "enidreG" in catrin.page


def test_the_same_letters_written_two_ways_are_the_same_name(catrin):
    asked(catrin, "their-name", full_name=COMBINING)
    catrin.check_and_send()
    paying = cases.case(catrin.reference).paying_parent
    assert parties.party(paying).full_name == "Zo\u00eb Nguy\u1ec5n"


@pytest.mark.parametrize(
    ("day", "month", "year", "message"),
    [
        ("", "", "", "Enter your date of birth"),
        ("31", "2", "1990", "must be a real date"),
        ("29", "2", "2025", "must be a real date"),
        ("1", "13", "1990", "The month must be a number from 1 to 12"),
        ("1", "1", "90", "The year must be 4 numbers"),
        ("1", "1", "1066", "must be 1 January 1900 or later"),
        ("1", "1", "9999", "must be today or in the past"),
        ("1", "1", "99999", "The year must be 4 numbers"),
        ("-1", "1", "1990", "must be a real date"),
        ("0", "0", "0000", "must be 4 numbers, like 2019|a number from 1 to 12"),
        ("١", "١", "١٩٩٠", "The year must be 4 numbers"),
        ("1e0", "1", "1990", "must be a real date"),
        ("9" * 10_000, "1", "1990", "must be a real date"),
        ("", "4", "1990", "must include a day"),
    ],
)
def test_an_absurd_date_is_told_what_is_wrong_with_it(catrin, day, month, year, message):
    catrin.open(f"{catrin.draft}your-birth")
    catrin.send({"date_of_birth-day": day, "date_of_birth-month": month, "date_of_birth-year": year})
    assert any(one in catrin.problems for one in message.split("|")), catrin.problems
    assert catrin.slug == "your-birth"


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        ("side", {"side": "X"}),
        ("nation", {"nation": "atlantis"}),
        ("safety", {"worries": ["risk", "none"]}),
        ("stays-all", {"pattern": "week", "week": "8"}),
        ("stays-all", {"pattern": "week", "week": "-1"}),
        ("stays-all", {"pattern": "week", "week": ""}),
        ("stays-all", {"pattern": "year", "year": "366"}),
        ("stays-all", {"pattern": "fortnight", "fortnight": "1.5"}),
        ("extra-all", {"extra": "9" * 5000}),
        ("bank", {"account_name": "C", "sort_code": "12345", "account_number": "00733445"}),
        ("bank", {"account_name": "C", "sort_code": "309430", "account_number": "12345"}),
        ("bank", {"account_name": "C" * 71, "sort_code": "309430", "account_number": "00733445"}),
        ("reach", {"email": "not an address", "phone": ""}),
        ("reach", {"email": "", "phone": "12"}),
        ("address", {"line_1": "1", "town": "T", "postcode": "NOWHERE"}),
        ("your-nino", {"nino": "12345"}),
    ],
)
def test_an_answer_that_cannot_be_is_asked_again_and_the_draft_keeps_what_was_there(catrin, question, typed):
    asked(catrin, question, **typed)
    assert catrin.slug == question
    assert catrin.problems
    assert catrin.open(f"{catrin.draft}check-your-answers").heading == "Check your answers", (
        "the last good answers stay"
    )


@pytest.mark.parametrize("question", ["safety", "side", "children", "nights-alike", "service", "bank"])
def test_an_empty_form_never_breaks_a_page(catrin, question):
    asked(catrin, question)
    assert catrin.status == 200


def test_inputs_that_nobody_asked_for_are_not_kept(catrin):
    asked(catrin, "side", side="R", is_admin="yes", csrfmiddlewaretoken="x")
    [draft] = drafts.open_drafts(catrin.account)
    assert "is_admin" not in repr(draft.answers)


def test_more_children_than_anybody_has_are_not_taken(catrin):
    catrin.open(f"{catrin.draft}children")
    for number in range(25):
        item = f"{catrin.draft}children/x{number}/child-name"
        catrin.send({"first_name": f"Kid {number}", "last_name": "Pryce"}, to=item)
    catrin.open(f"{catrin.draft}children")
    assert "You have added 20 children" in catrin.words
    assert "You cannot add more here" in catrin.words


@pytest.mark.parametrize(
    "page", ["", "side", "check-your-answers", "saved", "sent", "children", "children/c1/child-name"]
)
def test_somebody_elses_draft_is_not_found_and_recorded(catrin, page):
    stranger = Walker("Stranger").open(f"{catrin.draft}{page}")
    assert stranger.status == 404
    assert "Catrin" not in stranger.page.replace("Catrin@", "")
    assert [line.manner for line in audit.trail(by=stranger.account)].count("refused") == 1


def test_somebody_elses_confirmation_is_not_found():
    catrin = catrin_has_applied()
    stranger = Walker("Stranger").open(catrin.at)
    assert stranger.status == 404
    assert catrin.reference not in stranger.page


def test_a_draft_that_never_was_says_that_it_is_gone():
    walker = Walker("Catrin").open(f"/apply/{uuid4()}/")
    assert walker.heading == "Your answers are no longer here"


@pytest.mark.parametrize(
    "where", ["/apply/not-a-draft/", "/cases/%00/answer/", "/cases/..%2F..%2Fetc/answer/", "/cases/C-\u202e/answer/"]
)
def test_an_address_that_cannot_be_is_not_found(where):
    assert Walker("Catrin").open(where).status in (400, 404)


def test_a_date_that_has_become_impossible_is_asked_again():
    """A child of 19 in January is 20 in June: what was kept is looked at afresh."""
    with clock.travel(dt.date(2026, 1, 10)):
        young = [
            ("child-name", {"first_name": "Rhys", "last_name": "Pryce"}),
            ("child-born", {"date_of_birth": dt.date(2006, 2, 1)}),
            ("child-education", {"in_education": "yes"}),
            ("children", {"another": "no"}),
        ]
        nights = [("stays-1", {"pattern": "never"})]
        catrin = Walker("Catrin").begin("/apply/")
        catrin.fill_in(apply, changed(CATRIN_APPLIES, children=young, nights_alike=nights))
        assert catrin.open(f"{catrin.draft}check-your-answers").heading == "Check your answers"
    with clock.travel(dt.date(2026, 2, 2)):
        catrin.open(f"{catrin.draft}check-your-answers").open(catrin.draft)
        assert "Check your answers" not in catrin.words
        assert "In progress" in catrin.words
