"""Somebody finds out what they can do, in the order that fits them."""

import datetime as dt

import pytest

from childmaintenance.foundation import clock
from childmaintenance.portals.firststep.tests.stories.walking import MOTHER, SAFE, UNSAFE, Visitor, but, day

pytestmark = pytest.mark.django_db
FAMILY, DIRECT, COLLECT = "Agree it between you", "The service, with Direct Pay", "The service, with Collect and Pay"
TOGETHER = ["mediat", "talk about it", "Agree it between", "consent order", "between you"]


@pytest.fixture(autouse=True)
def _in_spring_2026():
    with clock.travel(dt.date(2026, 4, 1)):
        yield


def test_a_mother_who_is_safe_agrees_it_first():
    nia = Visitor().begin().answer(MOTHER)
    assert nia.heading == "What you can do"
    assert nia.ways == [FAMILY, DIRECT, COLLECT]
    assert "Child born on 1 March 2016" in nia.words
    assert "The paying parent pays 20% more. The receiving parent gets 4% less." in nia.words


def test_a_mother_who_is_not_safe_is_shown_nothing_that_needs_the_other_parent():
    nia = Visitor().begin().answer(but(MOTHER, safety=UNSAFE, without=("talking",)))
    assert nia.ways == [COLLECT, DIRECT]
    assert not [words for words in TOGETHER if words in nia.words]
    assert "In danger now? Call 999" in nia.words
    assert "Live Fear Free" in nia.words
    assert "Scotland’s Domestic Abuse" not in nia.words, "only the helplines of her nation"


def test_who_says_nothing_about_safety_is_not_taken_to_be_unsafe():
    nia = Visitor().begin().answer(but(MOTHER, safety={}))
    assert nia.ways[0] == FAMILY
    assert "In danger now?" not in nia.words


def test_a_father_who_wants_to_pay_learns_that_he_may_apply():
    gareth = Visitor().begin().answer(but(MOTHER, who={"who": "with_them"}, talking={"talk": "cannot"}))
    assert gareth.ways == [DIRECT, COLLECT]
    assert "You can apply" in gareth.words
    assert "Not open to you now" in gareth.words


def test_parents_who_share_care_are_asked_who_gets_the_child_benefit():
    pages = but(MOTHER, who={"who": "half"})
    pages.insert(2, ("child-benefit", {"gets": "me"}))
    assert Visitor().begin().answer(pages).ways[0] == FAMILY


def test_a_grandmother_learns_that_she_may_apply_for_both_parents():
    mair = Visitor().begin().answer(but(MOTHER, who={"who": "carer"}))
    assert "a grandparent, a guardian or another carer" in mair.words


def test_an_adviser_answers_for_somebody_else():
    pages = but(MOTHER, who={"who": "helping"})
    pages.insert(2, ("for-whom", {"who": "with_them"}))
    ann = Visitor().begin().answer(pages)
    assert ann.ways[0] == FAMILY
    assert "You are helping" in ann.words


def test_in_northern_ireland_the_law_named_is_its_own():
    maeve = Visitor().begin()
    maeve.answer(but(MOTHER, nation={"nation": "northern_ireland"}, child_born=day("date_of_birth", 2005)))
    assert "Department for Communities" in maeve.words
    assert "CS(NI)O 1991 art 3" in maeve.words
    assert "CSA 1991" not in maeve.words
    assert maeve.ways == [FAMILY]


def test_each_child_has_an_answer_of_its_own():
    nia = Visitor().begin("/can-you-apply/")
    nia.answer([("safety", SAFE), ("who", {"who": "with_me"}), ("nation", {"nation": "england"})])
    nia.answer([("child-born", day("date_of_birth", 2016)), ("children", {"another": "yes"})])
    nia.answer([("child-born", day("date_of_birth", 2009)), ("child-education", {"in_education": "no"})])
    nia.answer([("children", {"another": "yes"}), ("child-born", day("date_of_birth", 2008))])
    nia.answer([("child-education", {"in_education": "not_known"}), ("children", {"another": "yes"})])
    nia.answer([("child-born", day("date_of_birth", 2005)), ("children", {"another": "no"})])
    nia.answer([("together", {"together": "no"}), ("where", {"lives": "both"}), ("court-order", {"ordered": "no"})])
    assert nia.heading == "You can apply"
    assert nia.words.count("SI 2012/2677 reg 76") == 2
    assert "You can apply, and we would look" in nia.words
    assert "ends at the latest on a child’s 20th birthday" in nia.words


def test_who_lives_with_the_other_parent_cannot_apply_yet_and_hears_when():
    pages = [*but(MOTHER, together={"together": "yes"}, without=("where", "now", "talking", "matters"))]
    nia = Visitor().begin("/can-you-apply/").answer(pages)
    assert nia.heading == "You cannot apply now"
    assert "You can apply as soon as you live apart." in nia.words
    assert "Apply with these answers" not in nia.words


def test_a_parent_abroad_is_asked_who_they_work_for():
    pages = [*but(MOTHER, where={"lives": "them_abroad"}, without=("now", "talking", "matters"))]
    pages.insert(7, ("works-abroad", {"employer": "armed_forces"}))
    assert Visitor().begin("/can-you-apply/").answer(pages).heading == "You can apply"


def test_a_new_order_of_a_court_says_from_which_day():
    pages = [*but(MOTHER, court_order={"ordered": "yes"}, without=("now", "talking", "matters"))]
    pages.append(("court-order-date", day("made_on", 2026, 2, 3)))
    nia = Visitor().begin("/can-you-apply/").answer(pages)
    assert "The service can act from 3 February 2027" in nia.words


def test_who_is_not_safe_is_told_whom_to_ring_beside_whether_they_can_apply():
    for prefix, line in (("", "In danger now? Call 999."), ("/cy", "Mewn perygl nawr? Ffoniwch 999.")):
        for worries, shown in ((SAFE, False), (UNSAFE, True)):
            pages = but(MOTHER, safety=worries, without=("now", "talking", "matters"))
            nia = Visitor(prefix=prefix).begin("/can-you-apply/").answer(pages)
            assert nia.slug == "result" and (line in nia.words) is shown, nia.words
            assert ("0808 80 10 800" in nia.words) is shown, "the helpline of her nation"


def test_the_short_tool_orders_the_ways_with_six_answers():
    pages = [("safety", SAFE), ("court-order", {"ordered": "no"}), ("now", {"now": "not_kept"})]
    pages += [("talking", {"talk": "tried"}), ("matters", {"matters": ["settling", "high_income"]})]
    nia = Visitor().begin("/which-way/").answer(pages)
    assert nia.ways == [FAMILY, "A consent order", COLLECT, DIRECT, "A court, for more on top"]
    assert "income up to £3,000 a week" in nia.words


def test_changing_an_answer_changes_the_result_at_once():
    nia = Visitor().begin().answer(MOTHER)
    nia.open(f"{nia.draft}safety?from=check").send(UNSAFE)
    assert nia.ways == [COLLECT, DIRECT]


def test_everything_in_welsh():
    elin = Visitor(prefix="/cy").begin().answer(but(MOTHER, safety=UNSAFE, without=("talking",)))
    assert elin.at.startswith("/cy/get-help/")
    assert elin.ways == ["Y gwasanaeth, gyda Chasglu a Thalu", "Y gwasanaeth, gyda Thalu Uniongyrchol"]
    assert "Plentyn a aned ar 1 Mawrth 2016" in elin.words
    assert 'lang="cy"' in elin.page
