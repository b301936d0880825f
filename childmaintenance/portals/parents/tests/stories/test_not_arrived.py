"""A Direct Pay payment does not come: Catrin says so once, and Gareth learns of it only if she wishes."""

import datetime as dt

import pytest

from childmaintenance.cases import actions as cases
from childmaintenance.cases import queries
from childmaintenance.cases.terms import CannotDoThat, NotYours, Service, TaskKind, Wanted
from childmaintenance.collection import queries as money
from childmaintenance.foundation import clock, outbox
from childmaintenance.foundation.actor import Actor
from childmaintenance.portals.parents.tests.stories.test_home import Story, text_of

pytestmark = pytest.mark.django_db
BY = Actor.system("a story")


class DirectStory(Story):
    """The same parents, with Direct Pay, on the day after the third payment should have come."""

    def __init__(self) -> None:
        super().__init__()
        cases.choose_service(case=self.case, service=Service.DIRECT_PAY, because="both wish it", by=BY)
        self.decide()
        self.due = list(money.plan(self.case).payments)[:3]
        self.day = self.due[-1].due_on + dt.timedelta(days=1)

    @property
    def address(self) -> str:
        return f"/cases/{self.case}/not-arrived/"

    def tells(self, due_on: dt.date, wanted: Wanted, arrived: str = "") -> str:
        """Catrin goes through the questions; answers what the last page says."""
        catrin = self.at_catrins
        at = catrin.post(self.address, follow=True)
        pages = [{"due_on": due_on.isoformat()}, {"arrived": "part" if arrived else "nothing"}]
        pages += [{"amount": arrived}] if arrived else []
        for given in [*pages, {"wanted": wanted.value}, {}]:
            here = at.redirect_chain[-1][0]
            at = catrin.post(here, given, follow=True)
        assert at.status_code == 200
        return text_of(at)


@pytest.fixture
def story():
    return DirectStory()


def test_catrin_tells_us_and_the_work_list_says_what_is_missing(story):
    with clock.travel(story.day):
        assert story.address in story.at_catrins.get("/home").content.decode()
        assert "We have written it down" in story.tells(story.due[1].due_on, Wanted.NOTE, arrived="10.50")
        (task,) = queries.work_list(kinds=[TaskKind.NOT_ARRIVED])
        assert task.reason == {
            "due_on": story.due[1].due_on.isoformat(),
            "expected_pence": story.due[1].maintenance,
            "arrived_pence": 10_50,
            "wanted": "note",
        }
        assert "did not arrive" in text_of(story.at_catrins.get("/home"))
        assert "did not arrive" not in text_of(story.at_gareths().get("/home"))


def test_the_same_payment_told_twice_is_one_task(story):
    with clock.travel(story.day):
        story.tells(story.due[0].due_on, Wanted.ASK)
        story.tells(story.due[0].due_on, Wanted.ASK)
        assert len(queries.work_list(kinds=[TaskKind.NOT_ARRIVED])) == 1
        told = [line for line in queries.timeline(story.case, "R") if line.kind == "payment_not_arrived"]
        assert len(told) == 1


def test_wanting_the_money_collected_is_enough_where_gareth_wished_it_too(story):
    with clock.travel(story.day):
        assert "We have written it down" in story.tells(story.due[0].due_on, Wanted.COLLECT)
        outbox.run_until_empty()
        assert queries.case(story.case).service == Service.COLLECT_AND_PAY


def test_what_arrived_whole_is_not_missing(story):
    with clock.travel(story.day):
        pounds = f"{story.due[0].maintenance / 100:.2f}"
        assert "the whole payment arrived" in story.tells(story.due[0].due_on, Wanted.NOTE, arrived=pounds)
        assert queries.work_list(kinds=[TaskKind.NOT_ARRIVED]) == []


def test_only_who_is_paid_directly_and_only_once_something_was_due(story):
    with clock.travel(story.day):
        assert story.at_gareths().get(story.address).status_code == 404
    with clock.travel(story.due[0].due_on - dt.timedelta(days=1)):
        assert story.at_catrins.get(story.address).status_code == 404
        assert story.address not in story.at_catrins.get("/home").content.decode()
    told = {"due_on": story.due[0].due_on, "expected": 100, "arrived": 0, "wanted": Wanted.NOTE, "by": BY}
    with pytest.raises(NotYours):
        cases.report_not_arrived(case=story.case, party=story.gareth, **told)
    cases.choose_service(case=story.case, service=Service.COLLECT_AND_PAY, because="a wish", by=BY)
    with pytest.raises(CannotDoThat):
        cases.report_not_arrived(case=story.case, party=story.catrin, **told)
