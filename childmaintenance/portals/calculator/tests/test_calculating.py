"""Stories at the front door of the calculator."""

import datetime as dt
import re

import pytest

from childmaintenance.accounts.visitors import AT_MOST, KEPT
from childmaintenance.cases import first_steps
from childmaintenance.cases.first_steps import FirstStepTold
from childmaintenance.cases.terms import Side
from childmaintenance.correspondence.tests.reading_pdf import opened, smallest_type, structure, words_of
from childmaintenance.foundation import clock, outbox
from childmaintenance.foundation.actor import Actor
from childmaintenance.portals.calculator.journey import calculator
from childmaintenance.portals.calculator.tests.walking import Visitor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_a_day_of_the_law():
    with clock.travel(dt.date(2026, 11, 2)):
        yield


def test_a_father_sees_what_he_would_pay_and_why():
    dad = Visitor().calculate()
    assert dad.figure == "£96.00"
    assert "You would pay" in dad.words
    assert "or £416.00 a month" in dad.words
    assert "16% of £600.00 a week" in dad.words
    assert "CSA 1991 Sch 1 para 2(1)" in dad.words
    assert "£115.20 a week" in dad.words  # through Collect and Pay
    assert "£92.16 a week" in dad.words


def test_a_mother_sees_her_own_part_where_another_parent_is_paid_too():
    mum = Visitor().calculate(
        who={"who": "gets"}, parents={"parents": "2"}, children_2={"count": "1"}, nights_2={"nights": "104"}
    )
    assert mum.figure == "£76.00"  # 19% of 600 is 114; two of three children
    assert "You would get" in mum.words
    assert "In the working, you are Parent A." in mum.words
    assert "Parent B" in mum.words
    assert "for 2 children" in mum.words


def test_each_child_may_stay_other_nights():
    dad = Visitor().calculate(nights_1={"nights": "exact"}, each_night_1={"child_1": "60", "child_2": "0"})
    assert dad.figure == "£89.14"  # one of two children at a seventh: 96 less a fourteenth
    assert "Child 1 60 nights a year" in dad.words


def test_income_by_the_month_and_by_the_year_comes_to_a_week_in_steps():
    by_month = Visitor().calculate(income={"every": "M", "month": "2600"})
    assert "£2,600.00 a month, twelve times, is £31,200.00 a year" in by_month.words
    assert by_month.figure == "£95.74"
    by_year = Visitor().calculate(income={"every": "Y", "year": "£31,200"})
    assert by_year.figure == "£95.74"
    assert "divided by 365 and multiplied by 7" in by_year.words


def test_who_does_not_know_the_income_sees_a_range_and_what_a_decision_would_then_set():
    gran = Visitor().calculate(who={"who": "helps"}, income={"every": "unknown"})
    assert "It depends on the income" in gran.words
    assert (
        gran.figure == "£29.95 to £204.60"
    )  # 7 and 25% of what 191.78 has over 100; 128 and 12% of what 1,438.36 has over 800
    assert "£20,000 a year £61.37" in gran.words
    assert "sets £51.00 a week until it is known" in gran.words  # reg 49, two children


def test_a_benefit_sets_the_amount_and_the_income_is_not_asked():
    dad = Visitor().calculate(situation={"situation": "44(1)"})
    assert dad.figure == "£7.00"
    assert "flat rate" in dad.words
    both = Visitor().calculate(situation={"situation": "44(2)"}, partner_pays={"partner_pays": "yes"})
    assert both.figure == "£3.50"


def test_nothing_is_owed_from_prison_and_the_page_says_why():
    dad = Visitor().calculate(situation={"situation": "prisoner"})
    assert dad.figure == "Nothing"
    assert "because the paying parent is a prisoner" in dad.words
    assert "Three ways to pay it" not in dad.words


def test_above_the_most_that_counts_it_speaks_of_a_top_up_order():
    dad = Visitor().calculate(income={"every": "W", "week": "3500"})
    assert "top-up order" in dad.words
    assert "/guides/consent-orders" in dad.links
    assert "Only the first £3,000.00 a week" in dad.words
    assert "top-up order" not in Visitor().calculate(income={"every": "W", "week": "3000"}).words


def test_half_of_the_nights_may_mean_that_nothing_is_owed():
    assert "care for that child equally" in Visitor().calculate(nights_1={"nights": "175"}).words
    assert "care for that child equally" not in Visitor().calculate(nights_1={"nights": "156"}).words


def test_somebody_in_derry_reads_the_law_of_northern_ireland():
    derry = Visitor().calculate(nation={"nation": "northern_ireland"})
    assert derry.figure == "£96.00"
    assert "CS(NI)O 1991" in derry.words
    assert "CSA 1991 " not in derry.words


def test_what_would_change_it_is_said_with_its_figure():
    dad = Visitor().calculate()
    assert "The income falls to £199.99 a week" in dad.words
    assert "The income rises to £800.01 a week" in dad.words
    assert "Child 1 stays 52 nights a year" in dad.words
    assert "One more child lives with the paying parent" in dad.words
    assert "at £450.00 a week or less, or at £750.00 a week or more" in dad.words


def test_a_changed_answer_takes_the_result_away_until_all_is_answered_again():
    dad = Visitor().calculate()
    result = dad.at
    dad.change("situation", situation="44(2)")
    assert dad.slug == "partner-pays"  # a new question came up
    assert dad.open(result).slug == "partner-pays"
    assert "£96.00" not in dad.words
    dad.send(partner_pays="no")
    assert dad.slug == "result"
    assert dad.figure == "£7.00"


def test_back_and_forward_lose_nothing():
    dad = Visitor().calculate()
    before = dad.words
    dad.open(f"{dad.draft}children-1")
    assert 'value="2"' in dad.page
    dad.go_on()
    assert dad.words == before


def test_the_paper_says_the_same_and_a_screen_reader_can_read_it():
    dad = Visitor().calculate(parents={"parents": "2"}, children_2={"count": "1"}, nights_2={"nights": "104"})
    response = dad.client.get(f"{dad.draft}result.pdf")
    assert response["Content-Type"] == "application/pdf"
    assert "no-store" in response["Cache-Control"]
    words = words_of(response.content)
    for text in (
        "You would pay",
        "£103.14 a week",
        "£446.94 a month",
        "19% of £600.00",
        "Parent B",
        "What would change it",
        "Made on 2 November 2026",
    ):
        assert text in words, text
    assert opened(response.content).metadata.title == "Paper of 2 November 2026"
    tags = [tag for tag, _language in structure(response.content)]
    assert "H1" in tags
    assert "Figure" in tags
    assert "The dot is your answer: £600.00 a week gives £103.14." in words
    assert "TH" in tags


def test_everything_is_there_in_welsh_too():
    tad = Visitor(prefix="/cy").calculate()
    assert tad.figure == "£96.00"
    assert "Byddech chi’n talu" in tad.words
    assert "Casglu a Thalu" in tad.words
    assert "You would" not in tad.words
    assert structure(tad.client.get(f"{tad.draft}result.pdf").content)[0][1] == "cy-GB"


def test_the_copy_goes_to_its_address_with_our_words_only(mailoutbox):
    dad = Visitor().calculate()
    dad.send(f"{dad.draft}send", to="dad@example.org")
    assert "If the address is right, the copy is on its way" in dad.words
    outbox.run_until_empty()
    [mail] = mailoutbox
    assert (mail.to, mail.subject) == (["dad@example.org"], "The paper that you asked for")
    [(name, data, kind)] = mail.attachments
    assert (name, kind) == ("ocm-2026-11-02.pdf", "application/pdf")
    assert "£96.00" in words_of(data)
    assert "maintenance" not in (mail.subject + mail.body).lower()


def test_a_wrong_address_is_said_and_nothing_is_sent(mailoutbox):
    dad = Visitor().calculate()
    dad.send(f"{dad.draft}send", to="dad at home")
    assert "There is a problem" in dad.words
    outbox.run_until_empty()
    assert not mailoutbox


def test_the_amount_goes_into_an_arrangement():
    dad = Visitor().calculate()
    dad.send("/arrangement/from-an-amount", weekly="9600", monthly="41600", every="M")
    dad.send(side="pays").send(names="no").send(children="Elin").send(money="yes")
    assert dad.slug == "amount"
    assert 'value="416.00"' in dad.page
    assert re.search(r'value="M"[^>]* checked', dad.page)


def test_an_application_knows_already_who_asks_and_where_but_never_the_income():
    dad = Visitor().calculate()
    assert dad.send(f"{dad.draft}apply").at.startswith("/sign-in")
    reference = dad.client.session["handed on F"]
    told = first_steps.take(reference=reference, by=Actor.system("story"))
    assert told == FirstStepTold(side=Side.PAYING, nation="wales")


def test_the_paper_is_there_in_the_other_language_too():
    dad = Visitor().calculate()
    [link] = [link for link in dad.links if link.startswith("/cy/") and link.endswith("result.pdf")]
    assert structure(dad.client.get(link).content)[0][1] == "cy-GB"
    tad = Visitor(prefix="/cy").calculate()
    assert tad.at.replace("/cy/", "/", 1) + ".pdf" in tad.links


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_the_paper_comes_in_large_print(prefix):
    dad = Visitor(prefix=prefix).calculate()
    [link] = {link for link in dad.links if link.endswith("-large.pdf")}
    large = dad.client.get(link)
    assert "large.pdf" in large["Content-Disposition"]
    assert smallest_type(large.content) >= 16 > smallest_type(dad.client.get(f"{dad.draft}result.pdf").content)
    assert "£96.00" in words_of(large.content)


def test_nobody_sees_somebody_elses_answers():
    dad = Visitor().calculate()
    for page in ("result.pdf", "result-large.pdf", "send"):
        assert Visitor().open(f"{dad.draft}{page}").status == 404
    assert "£96.00" not in Visitor().open(dad.at).words


def test_it_is_a_visitors_and_no_address_holds_an_answer():
    assert (calculator.kept, calculator.at_most) == (KEPT, AT_MOST)
    dad = Visitor().calculate()
    assert "?" not in dad.at
    assert re.sub(r"[0-9a-f-]{36}", "", dad.at) == "/calculator//result"


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("children_1", {"count": "-1"}),
        ("children_1", {"count": "0x10"}),
        ("children_1", {"count": "11"}),
        ("nights_1", {"nights": "53"}),
        ("income", {"every": "W", "week": ""}),
        ("income", {"every": "W", "week": "lots"}),
        ("income", {"every": "D", "week": "1"}),
        ("parents", {"parents": "5"}),
    ],
)
def test_a_wrong_answer_is_asked_again(question, wrong):
    dad = Visitor().open("/calculator/").send()
    slug = question.replace("_", "-")
    with pytest.raises(AssertionError, match="There is a problem"):
        dad.go_on(**{question: wrong})
    assert dad.slug == slug
    assert dad.go_on().figure == "£96.00"


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_at_the_end_one_can_say_how_it_went(prefix):
    assert f'href="{prefix}/feedback/journey"' in Visitor(prefix=prefix).calculate().page
