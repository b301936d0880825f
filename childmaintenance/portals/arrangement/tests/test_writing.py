"""Stories of two parents who write down what they agree."""

import datetime as dt
import re

import pytest
from django.contrib.auth import get_user_model

from childmaintenance.accounts.actions import open_account
from childmaintenance.cases import first_steps
from childmaintenance.cases.first_steps import FirstStepTold
from childmaintenance.cases.terms import Side
from childmaintenance.correspondence.tests.reading_pdf import opened, smallest_type, structure, words_of
from childmaintenance.foundation import clock, outbox
from childmaintenance.foundation.actor import Actor
from childmaintenance.journeys import queries as journeys
from childmaintenance.portals.arrangement.tests.walking import ANSWERS, Writer

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_november():
    with clock.travel(dt.date(2026, 11, 2)):
        yield


def test_they_agree_an_amount_days_a_way_and_a_day_to_look_at_it_again():
    both = Writer().write()
    assert "Between Gareth Owen Pryce and Catrin Haf Llewelyn, for Elin a Macsen." in both.words
    assert "Gareth Owen Pryce pays £416.00 Every month, from 31 January 2027" in both.words
    assert "28 February 2027 £416.00" in both.words  # a month without a 31st
    assert "Standing order from bank to bank" in both.words
    assert "We look at this again on 1 November 2027." in both.words
    assert "Half of the summer with each of us." in both.words


def test_it_says_first_that_nobody_can_be_made_to_keep_it():
    words = Writer().write().words
    assert words.index("It is not legally enforceable.") < words.index("£416.00")
    assert "Nobody charges a fee for it" in words


def test_names_can_be_left_out():
    one = Writer().write(names={"names": "no"})
    assert "Between two parents, for Elin a Macsen." in one.words
    assert "Gareth" not in one.words


def test_things_can_stand_instead_of_money():
    mum = Writer().open("/arrangement/").send()
    for slug in ("side", "names", "who", "children"):
        mum.send(**ANSWERS[slug])
    mum.send(money="no")
    assert mum.slug == "things"
    mum.send(another="yes").send(what="School shoes", who="gets", when="every September").send(another="no").go_on()
    assert "No money is paid under this arrangement." in mum.words
    assert "School shoes Catrin Haf Llewelyn every September" in mum.words


def test_the_paper_has_lines_to_sign_on_and_is_tagged():
    both = Writer().write()
    both.open(f"{both.draft}arrangement.pdf")
    words = words_of(both.body)
    for text in (
        "Our family-based arrangement",
        "not legally enforceable",
        "£416.00",
        "Gareth Owen Pryce: name, signature and day",
    ):
        assert text in words, text
    assert opened(both.body).metadata.title == "Paper of 2 November 2026"
    assert [tag for tag, _ in structure(both.body)].count("H1") == 1


@pytest.mark.parametrize(
    ("prefix", "says"), [("", "not legally enforceable"), ("/cy", "Ni ellir ei orfodi’n gyfreithiol")]
)
def test_the_paper_comes_in_large_print(prefix, says):
    both = Writer(prefix=prefix).write()
    both.open(re.search(r'href="([^"]*-large\.pdf)"', both.page)[1])
    assert smallest_type(both.body) >= 16
    assert says in words_of(both.body)
    assert structure(both.body)[0][1] == ("cy-GB" if prefix else "en-GB")


def test_the_result_leads_to_safety_first_and_to_mediators_only_where_it_is_safe():
    both = Writer().write()
    stops = both.page[both.page.index("If it stops working") :]
    assert stops.index('href="/staying-safe"') < stops.index('href="/separation"')
    assert "Do you both feel safe? Find a mediator" in both.words


def test_in_welsh_the_page_and_the_paper_are_welsh():
    dau = Writer(prefix="/cy").write()
    assert "Ein trefniant teuluol" in dau.words
    assert "Bob mis, o 31 Ionawr 2027" in dau.words
    dau.open(f"{dau.draft}arrangement.pdf")
    assert structure(dau.body)[0][1] == "cy-GB"
    assert "Ni ellir ei orfodi’n gyfreithiol" in words_of(dau.body)


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "#strong[x]", "{{ 7 * 7 }}", "\u202eeman", "𝒢 \U0001f600"]
)
def test_what_they_type_is_never_anything_but_text(name):
    both = Writer().open("/arrangement/").send().send(side="both").send(names="yes").send(payer=name, receiver="Ann")
    if "There is a problem" in both.words:
        return  # refused at the door
    both.go_on()
    assert "<script>alert" not in both.page
    both.open(f"{both.draft}arrangement.pdf")
    assert both.body.startswith(b"%PDF")


def test_a_copy_goes_out_with_our_words_and_theirs_only_in_the_file(mailoutbox):
    dad = Writer().write()
    dad.send(f"{dad.draft}send", to="dad@example.org")
    outbox.run_until_empty()
    [mail] = mailoutbox
    assert "Gareth" not in mail.subject + mail.body
    assert "Gareth Owen Pryce" in words_of(mail.attachments[0][1])


def test_reminders_begin_with_a_yes_and_end_with_a_word(mailoutbox):
    dad = Writer().write()
    dad.send(f"{dad.draft}remind", to="dad@example.org", about="payments")
    assert "We send nothing before that" in dad.words
    outbox.run_until_empty()
    [mail] = mailoutbox
    [path] = re.findall(r"https?://[^/\s]+(/\S+)", mail.body)
    somebody = Writer().open(path)
    assert "Do you want these reminders?" in somebody.words
    somebody.send(say="yes")
    assert "You will get reminders" in somebody.words
    assert "The reminders have ended" in Writer().open(path).send(say="stop").words
    assert "There are no reminders here" in Writer().open(path).words


def test_a_link_that_was_guessed_opens_nothing():
    guessed = Writer().open("/arrangement/reminders/N-0000-0000-0000-0000-0/" + "0" * 32)
    assert "There are no reminders here" in guessed.words
    assert "There are no reminders here" in guessed.send(say="yes").words


def handed_on(writer: Writer) -> FirstStepTold:
    [reference] = re.findall(r"F-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]", writer.words)
    told = first_steps.take(reference=reference, by=Actor.system("story"))
    assert told is not None
    return told


def test_when_it_fails_one_step_carries_everything_that_an_application_can_take():
    dad = Writer().write()
    dad.open(f"{dad.draft}apply")
    assert "Who you are The parent who pays" in dad.words
    assert "How often it is paid Every month" in dad.words
    assert "The day it is paid on Day 28 of the month" in dad.words  # agreed for the 31st, which not every month has
    dad.send(f"{dad.draft}apply", nation="wales", later="yes")
    assert handed_on(dad) == FirstStepTold(side=Side.PAYING, nation="wales", pay_every="M", pay_day=28)


def test_what_goes_along_stands_in_the_application_of_who_pays():
    every_friday = ANSWERS["first"] | {"first-day": "29"}
    dad = Writer().write(amount={"amount": "80", "every": "W"}, first=every_friday)
    assert "Friday" in dad.open(f"{dad.draft}apply").words
    account = open_account(
        email="gareth@example.org", password="one green door", name="Gareth", language="en", by=Actor.system("story")
    )
    dad.send(f"{dad.draft}apply", nation="northern_ireland", now="yes")
    assert dad.at.startswith("/sign-in")
    dad.client.force_login(get_user_model().objects.get(reference=account))
    dad.send("/apply-with-reference", reference=first_step_of(dad)).send("/apply/")
    [draft] = journeys.open_drafts(account, "apply")
    assert draft.answers["pages"] == {
        "side": {"side": ["P"]},
        "nation": {"nation": ["northern_ireland"]},
        "how-often-paid": {"frequency": ["W"]},
        "weekday": {"weekday": ["4"]},
    }


def first_step_of(writer: Writer) -> str:
    """What the visitor's own session hands on: the page fills it in."""
    writer.open("/apply-with-reference")
    return re.search(r'value="(F-[0-9A-Z-]+)"', writer.page)[1]


def test_who_wrote_it_together_says_first_which_parent_applies():
    both = Writer().write(side={"side": "both"})
    both.send(f"{both.draft}apply", nation="scotland", later="yes")
    assert "Select which parent you are" in both.words
    both.send(f"{both.draft}apply", side="gets", nation="scotland", later="yes")
    assert handed_on(both) == FirstStepTold(side=Side.RECEIVING, nation="scotland"), "who pays chooses the pay day"


@pytest.mark.parametrize(
    ("prefix", "says"), [("", "never sees this arrangement from us"), ("/cy", "ni fydd byth yn gweld y trefniant hwn")]
)
def test_no_name_and_no_amount_goes_along_and_the_page_says_so(prefix, says):
    dad = Writer(prefix=prefix).write()
    dad.open(f"{dad.draft}apply")
    assert says in dad.words
    assert not [told for told in ("Gareth", "Catrin", "Elin", "416", "shoes") if told in dad.words]
    dad.send(f"{dad.draft}apply", nation="wales", later="yes")
    kept = str(handed_on(dad))
    assert not [told for told in ("Gareth", "Catrin", "Elin", "416", "shoes") if told in kept]


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_at_the_end_one_can_say_how_it_went(prefix):
    dad = Writer(prefix=prefix).write()
    assert f'href="{prefix}/feedback/journey"' in dad.page


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_when_it_is_not_working_there_is_a_way_on(prefix):
    assert f'href="{prefix}/which-way/not-working"' in Writer(prefix=prefix).write().page


def test_nobody_sees_somebody_elses():
    dad = Writer().write()
    for page in ("arrangement.pdf", "arrangement-large.pdf", "send", "remind", "apply"):
        assert Writer().open(f"{dad.draft}{page}").status == 404
    assert Writer().send(f"{dad.draft}apply").status == 404


@pytest.mark.parametrize("pence", ["-1", "1e9", "٣٣", "9" * 40, "", "<b>"])
def test_an_amount_that_nobody_worked_out_is_only_asked_again(pence):
    odd = Writer().send("/arrangement/from-an-amount", weekly=pence, monthly=pence, every="W")
    assert odd.status == 200
    assert odd.slug == "side"
    odd.go_on()
    assert "£416.00" in odd.words
