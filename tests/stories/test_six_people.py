"""Six people who come to the first page and find their own way on from it, by the links that are there."""

import datetime as dt
import re
from html import unescape

import pytest

from childmaintenance.foundation import clock
from childmaintenance.portals.arrangement.tests.walking import ANSWERS as AN_ARRANGEMENT
from childmaintenance.portals.calculator.tests.walking import ANSWERS as AN_AMOUNT
from childmaintenance.portals.firststep.tests.stories.walking import MOTHER, UNSAFE, Visitor, but

pytestmark = pytest.mark.django_db
TOGETHER = ("agree it between you", "mediator", "family-based")


@pytest.fixture(autouse=True)
def a_monday_morning():
    """When the lines that have hours are open."""
    with clock.travel(dt.datetime(2026, 11, 23, 10, 30, tzinfo=dt.UTC)):
        yield


class Person(Visitor):
    """Somebody with a browser, who reads the words of a link and follows it."""

    def follow(self, text: str) -> "Person":
        self.open(self.link(text))
        assert self.status == 200, self.at
        return self

    def press(self, text: str) -> "Person":
        """Press the button with these words, in whichever form it stands."""
        for opening, inside in re.findall(r"<form([^>]*)>(.*?)</form>", self.page, re.S):
            for button, words in re.findall(r"<button([^>]*)>(.*?)</button>", inside, re.S):
                if " ".join(re.sub("<[^>]+>", " ", words).split()) == text:
                    typed = {**hidden(inside), **dict(re.findall(r'name="([^"]+)" value="([^"]*)"', button))}
                    action = re.search(r'action="([^"]+)"', opening)
                    return self.send(typed, to=action[1] if action else "")
        raise AssertionError(f"no button {text!r} on {self.at}")

    def say(self, answers: dict[str, dict]) -> "Person":
        """Answer whatever is asked, until there is a result."""
        for _page in range(40):
            if self.slug == "result":
                return self
            self.send(answers[self.slug])
            assert "error-summary" not in self.page, f"{self.at}: {self.words}"
        raise AssertionError(self.at)

    @property
    def main(self) -> str:
        """The words of the page itself, without what stands on every page."""
        inside = re.search(r"<main[^>]*>(.*)</main>", self.page, re.S)
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", inside[1])).split())


def hidden(form: str) -> dict[str, str]:
    """What a form sends without being asked."""
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))


def test_a_mother_who_is_not_safe_is_led_to_nobody_she_fears():
    rhian = Person().open("/")
    rhian.follow("How to use this service safely")
    assert "call 999" in rhian.main and "0808 80 10 800" in rhian.main, "Wales has its own line"
    rhian.open("/").follow("Find your next step").send()
    rhian.answer(but(MOTHER, safety=UNSAFE, without=("talking",)))
    assert rhian.heading == "What you can do"
    assert rhian.ways and "Between" not in rhian.ways[0]
    assert "only what you can do without the other parent" in rhian.main
    left = rhian.at
    asked = rhian.open("/ask").send({"question": "i am scared of him and he wont pay"})
    assert "999" in asked.main and not [word for word in TOGETHER if word in asked.main.casefold()]
    assert rhian.client.get("/leave")["Location"].startswith("https://www.bbc.co.uk/weather")
    assert rhian.open(left).status == 404, "whoever takes the phone finds nothing"


def test_a_father_who_wants_to_pay_the_right_sum_works_it_out_and_writes_it_down():
    gareth = Person().open("/").follow("Work out an amount").send().say(AN_AMOUNT)
    assert "£96.00" in gareth.main and "16% of £600.00 a week" in gareth.main
    assert "175 nights a year or more" in gareth.main, "what would change it"
    gareth.press("Pay by the month").say(AN_ARRANGEMENT)
    assert "£416.00 Every month" in gareth.main
    paper = gareth.client.get(gareth.link("Save as PDF"))
    assert paper["Content-Type"] == "application/pdf" and b"/StructTreeRoot" in paper.content


def test_a_grandmother_finds_that_she_can_apply():
    nan = Person().open("/").follow("Guides for parents, families, advisers and employers")
    nan.follow("You are a grandparent or another carer")
    assert "You do not have to be a parent" in nan.main
    nan.follow("Check whether you can apply").send()
    pages = dict(MOTHER) | {"who": {"who": "carer"}, "children": {"another": "no"}}
    nan.say(pages)
    assert "can apply" in nan.main


def test_a_welsh_speaker_in_bangor_reads_welsh_from_the_first_page_to_the_last():
    nest = Person(prefix="/cy").open("/cy/").follow("Cyfrifo swm").send().say(AN_AMOUNT)
    assert nest.at.startswith("/cy/") and 'lang="cy"' in nest.page
    assert "£96.00" in nest.main and "16% o £600.00 yr wythnos" in nest.main
    for path in ("/cy/contact", "/cy/separation", "/cy/leaflets", "/cy/guides/receiving"):
        nest.open(path)
        assert nest.status == 200 and 'lang="cy"' in nest.page and nest.link("English") == path.removeprefix("/cy")


def test_somebody_in_derry_meets_their_own_service_and_law():
    ciara = Person().open("/").follow("Work out an amount").send()
    ciara.say(AN_AMOUNT | {"nation": {"nation": "northern_ireland"}})
    assert "£96.00" in ciara.main and "CS(NI)O 1991" in ciara.main and "CSA 1991" not in ciara.main
    ciara.open("/guides/northern-ireland")
    assert "Department for Communities" in ciara.main
    ciara.open("/").follow("Find your next step").send()
    ciara.answer(but(MOTHER, nation={"nation": "northern_ireland"}))
    assert "Department for Communities" in ciara.main


def test_an_adviser_with_ten_minutes_finds_the_limit_its_law_and_a_figure():
    adviser = Person().open("/").follow("Guides for parents, families, advisers and employers")
    adviser.follow("You help or advise somebody")
    assert "30 days after notice of the decision" in adviser.main and "Schedule 1" in adviser.main
    adviser.open("/ask").send({"question": "how long to ask for a mandatory reconsideration"})
    assert "30 days" in adviser.main and "Last checked on" in adviser.main
    adviser.open("/guides/adviser").follow("Work out an amount").send().say(AN_AMOUNT)
    assert "£96.00" in adviser.main
