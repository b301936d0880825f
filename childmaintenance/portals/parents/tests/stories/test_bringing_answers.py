"""Catrin looked at what she can do before she had an account. Her application begins with what she said then."""

import datetime as dt

import pytest

from childmaintenance.cases import first_steps
from childmaintenance.cases import queries as cases
from childmaintenance.cases.eligibility import ChildAsked
from childmaintenance.cases.first_steps import FirstStepTold
from childmaintenance.cases.terms import Side
from childmaintenance.portals.parents.tests.stories.browsing import Browser as InBrowser
from childmaintenance.portals.parents.tests.stories.family import CATRIN_APPLIES, account
from childmaintenance.portals.parents.tests.stories.walking import Walker
from tests.plugin.looking import NARROW

TASKS = dict(CATRIN_APPLIES)
TOLD = FirstStepTold(
    side=Side.RECEIVING,
    nation="wales",
    live_together="no",
    i_live_in_uk="yes",
    they_live_in_uk="yes",
    court_order="no",
    children=(ChildAsked(date_of_birth=dt.date(2016, 6, 1)),),
    worries=("risk", "place"),
)


def brought(name: str = "Catrin") -> Walker:
    return Walker(name).open("/apply-with-reference").send({"reference": first_steps.keep(told=TOLD)}).send()


@pytest.mark.django_db
def test_she_names_the_child_and_types_nothing_that_she_said_before():
    catrin = brought()
    assert catrin.words.count("In progress") == 2, "her safety, where there may be more to say, and herself"
    catrin.open(f"{catrin.draft}safety-more").answer(TASKS["safety"][1:])
    catrin.open(f"{catrin.draft}your-name").answer(TASKS["side"][1:])
    [link] = [href for href in catrin.links if href.endswith("/child-name")]
    catrin.open(link).send({"first_name": "Elin", "last_name": "Pryce"})
    assert 'value="2016"' in catrin.page
    catrin.send({"date_of_birth": dt.date(2016, 6, 1)}).send({"another": "no"})
    catrin.open(f"{catrin.draft}stays-1").answer([("stays-1", {"pattern": "never"})])
    catrin.open(f"{catrin.draft}their-name").answer(TASKS["their-name"])
    catrin.open(f"{catrin.draft}service").answer(TASKS["service"])
    catrin.check_and_send()
    case = cases.case(catrin.reference)
    assert [child.date_of_birth for child in case.children] == [dt.date(2016, 6, 1)]
    assert cases.safety(case.reference)[Side.RECEIVING].at_risk


@pytest.mark.django_db
def test_everything_brought_can_be_changed():
    catrin = brought()
    catrin.open(f"{catrin.draft}together").send({"together": "yes"})
    assert catrin.open(f"{catrin.draft}nation").slug == ""


@pytest.mark.browser
@pytest.mark.slow
def test_the_page_for_the_reference_on_a_small_phone(own_database, open_page, look):
    account("Catrin")
    page = open_page(width=NARROW)
    catrin = InBrowser(page).sign_in("Catrin")
    page.goto("/cy/apply-with-reference")
    catrin.press()
    page.wait_for_selector(".govuk-error-summary")
    look(page)
    page.fill("[name=reference]", first_steps.keep(told=TOLD))
    catrin.press()
    page.wait_for_url("**/cy/apply/")
    look(page)
