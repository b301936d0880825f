"""Somebody agreed something, and it is not kept: a way in of their own, and a conclusion of their own."""

import re

import pytest

from childmaintenance.portals.firststep.tests.stories.walking import MOTHER, SAFE, UNSAFE, Visitor, but

pytestmark = pytest.mark.django_db
ENTRY = "/which-way/not-working"
COURT = ("court-order", {"ordered": "no"})
NOW = ("now", {"now": "not_kept"})


def test_it_begins_with_the_answer_given_and_ends_with_what_to_do():
    nia = Visitor().open(ENTRY)
    assert nia.heading == "When what you agreed is not working"
    nia.send().answer([("safety", SAFE), COURT])
    assert nia.slug == "now"
    assert re.search(r'value="not_kept"[^>]* checked', nia.page)
    nia.answer([NOW, ("talking", {"talk": "tried"}), ("matters", {})])
    assert nia.heading == "What to do when it is not working"
    said = [nia.words.index(what) for what in ("Write down what was paid", "Ask once", "Apply to the service")]
    assert said == sorted(said)
    assert "It does not collect what you agreed before." in nia.words
    assert nia.link("Find a mediator near you") == "/separation/everybody"


def test_who_is_not_safe_is_told_of_nothing_that_needs_the_other_parent():
    nia = Visitor().open(ENTRY).send().answer([("safety", UNSAFE), COURT, NOW, ("matters", {})])
    assert nia.heading == "What to do when it is not working"
    for together in ("Ask once", "mediator", "new arrangement", "between you"):
        assert together not in nia.words, together
    assert "In danger now? Call 999" in nia.words
    assert "0808 2000 247" in nia.words
    assert "/guides/call-charges" in nia.page


def test_in_welsh_too():
    elin = Visitor(prefix="/cy").open(f"/cy{ENTRY}").send()
    elin.answer([("safety", SAFE), COURT, NOW, ("talking", {"talk": "tried"}), ("matters", {})])
    assert elin.heading == "Beth i’w wneud pan nad yw’n gweithio"
    assert "Nid yw’n casglu’r hyn a gytunwyd gennych o’r blaen." in elin.words


@pytest.mark.parametrize("prefix", ["", "/cy"])
@pytest.mark.parametrize("page", ["/", "/get-help/", "/frequently-asked-questions", "/guides/not-paid"])
def test_pages_that_people_come_to_lead_there(prefix, page):
    assert f'href="{prefix}{ENTRY}"' in Visitor().open(prefix + page).page


def test_what_somebody_else_began_stays():
    nia, other = Visitor().begin("/which-way/").answer([("safety", SAFE)]), Visitor().open(ENTRY).send()
    assert nia.draft_id != other.draft_id
    assert nia.open(nia.at).slug == "court-order"


APPLY = [*but(MOTHER, without=("now", "talking", "matters"))]
SHORT = [("safety", SAFE), COURT, ("now", {"now": "nothing"}), ("talking", {"talk": "could"}), ("matters", {})]


@pytest.mark.parametrize("prefix", ["", "/cy"])
@pytest.mark.parametrize(
    ("journey", "pages", "name"),
    [
        ("/get-help/", MOTHER, "firststep:get_help:result"),
        ("/which-way/", SHORT, "firststep:which_way:result"),
        ("/can-you-apply/", APPLY, "firststep:can_you_apply:result"),
    ],
    ids=["get help", "which way", "can you apply"],
)
def test_at_the_end_of_each_journey_one_can_say_how_it_went(prefix, journey, pages, name):
    nia = Visitor(prefix=prefix).begin(journey).answer(pages)
    assert nia.slug == "result"
    came_from = f"http://testserver{nia.at}"
    assert f'href="{prefix}/feedback/journey"' in nia.page
    asked = nia.client.get(f"{prefix}/feedback/journey", headers={"referer": came_from}).content.decode()
    assert f'name="page" value="{name}"' in asked, "what they say is about this journey"
