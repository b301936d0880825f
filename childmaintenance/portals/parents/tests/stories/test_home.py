"""What matters today: both parents' homes, from the application to the money in the account."""

import datetime as dt
import re

import pytest
from django.test import Client

from childmaintenance.accounts import actions as accounts
from childmaintenance.calculation.actions import ask_for_income, receive_income
from childmaintenance.calculation.tests.test_deciding import decided, given_an_answered_case, income
from childmaintenance.cases import queries as cases
from childmaintenance.cases.tests.test_applying import CASEWORKER
from childmaintenance.collection import actions as collection
from childmaintenance.collection import queries as money
from childmaintenance.collection.tests.bank_files import Bank, Paid
from childmaintenance.foundation import clock, outbox
from childmaintenance.foundation.actor import Actor
from childmaintenance.law.receipt import check_receipt
from childmaintenance.parties import queries as people
from childmaintenance.portals.parents.tests.stories.signed_in import signed_in

pytestmark = pytest.mark.django_db
MORNING = Actor.system("morning")


def text_of(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


class Story:
    """Catrin and Gareth, and the bank."""

    def __init__(self) -> None:
        self.bank = Bank()
        self.case, self.gareth = given_an_answered_case()
        question = ask_for_income(paying_parent=self.gareth, key=f"application:{self.case}", by=CASEWORKER)
        receive_income(question=question, told=income(26_000), by=CASEWORKER)
        outbox.run_until_empty()
        self.catrin = cases.case(self.case).receiving_parent
        self.at_catrins = signed_in(people.party(self.catrin).account)

    def at_gareths(self) -> Client:
        """Gareth joins with an account of his own; nobody else's code is needed once he has it."""
        from childmaintenance.parties.actions import accept_invitation, invite

        if not people.party(self.gareth).has_account:
            account = accounts.open_account(
                email="gareth@example.org", password="nine quiet owls", name="Gareth", language="en", by=MORNING
            )
            code = invite(party=self.gareth, by=MORNING)
            accept_invitation(code=code, account=account, by=MORNING)
        return signed_in(people.party(self.gareth).account)

    def decide(self) -> None:
        decided(self.gareth)
        outbox.run_until_empty()

    def live_until(self, day: dt.date, pays: int | None = None) -> None:
        """Mornings up to a day; on that day Gareth pays, and the bank's statement comes in the evening."""
        today = clock.today()
        while today < day:
            today += dt.timedelta(days=1)
            with clock.travel(today):
                collection.start_of_day(on=today, by=MORNING)
                outbox.run_until_empty()
        if pays is None:
            return
        with clock.travel(day):
            to = money.pay_to(self.gareth)
            collection.take_in_statement(data=self.bank.statement(day, Paid(pays, to.payment_reference)), by=MORNING)
            collection.allocate_waiting(by=MORNING)
            outbox.run_until_empty()


@pytest.fixture
def story():
    return Story()


def test_before_a_decision_both_see_how_far_it_is(story):
    for home in (story.at_catrins.get("/home"), story.at_gareths().get("/home")):
        assert home.status_code == 200
        assert "Working it out" in text_of(home)
        assert home.content.decode().count("<h1") == 1


def test_after_the_decision_the_next_payment_and_how_to_pay(story):
    story.decide()
    paying, receiving = text_of(story.at_gareths().get("/home")), text_of(story.at_catrins.get("/home"))
    payment = money.next_payment(story.case).payment
    assert f"£{payment.total / 100:.2f}" in paying
    assert f"£{payment.arrives / 100:.2f}" in receiving
    assert money.pay_to(story.gareth).payment_reference in paying
    assert money.pay_to(story.gareth).payment_reference not in receiving


def test_the_decision_opens_into_its_reasons(story):
    story.decide()
    for client in (story.at_catrins, story.at_gareths()):
        link = re.search(r'href="(/cases/[^"]+/decisions/[^"]+)"', client.get("/home").content.decode())[1]
        page = text_of(client.get(link))
        assert "£68.38" in page
        assert "CSA 1991 Sch 1 para 2(1)" in page
        assert "Nobody has told us. We assumed this" in page
        assert "You can ask us to look at it again until" in page


def test_both_can_check_the_decision_at_home_with_the_rules(story):
    story.decide()
    for client in (story.at_catrins, story.at_gareths()):
        decision = re.search(r'href="(/cases/[^"]+/decisions/[^"]+)"', client.get("/home").content.decode())[1]
        link = re.search(r'href="(/cases/[^"]+/receipt.json)"', client.get(decision).content.decode())[1]
        receipt = client.get(link).json()
        assert check_receipt(receipt).matches
        assert receipt["answer"]["total"] == "68.38"
        assert not check_receipt({**receipt, "given": {**receipt["given"], "gross_weekly_income": "1.00"}}).matches


def test_a_payment_arrives_and_both_see_where_it_went(story):
    story.decide()
    payment = money.next_payment(story.case).payment
    story.live_until(payment.due_on, pays=payment.total)
    with clock.travel(payment.due_on):
        paying = text_of(story.at_gareths().get(f"/payments/{story.case}"))
        receiving = text_of(story.at_catrins.get(f"/payments/{story.case}"))
        assert "You paid" in paying
        assert "Up to date" in paying
        assert "Collected for you" in receiving
        assert money.money_is_all_there().holds
        statement = story.at_catrins.get(f"/payments/{story.case}/statement.pdf")
        assert statement.content.startswith(b"%PDF")
        table = story.at_gareths().get(f"/payments/{story.case}/statement.csv").content.decode("utf-8-sig")
        assert f"{payment.total / 100:.2f}" in table


def test_a_short_payment_is_owed_line_by_line(story):
    story.decide()
    payment = money.next_payment(story.case).payment
    story.live_until(payment.due_on, pays=payment.total - 1000)
    with clock.travel(payment.due_on + dt.timedelta(days=1)):
        owed = money.owed(story.case)
        assert owed.total == 1000
        assert "£10.00" in text_of(story.at_gareths().get(f"/payments/{story.case}"))


def test_the_plan_letters_and_details_are_there(story):
    story.decide()
    for client in (story.at_catrins, story.at_gareths()):
        assert "Every payment" in text_of(client.get(f"/payments/{story.case}/plan"))
        listed = client.get("/letters").content.decode()
        letters = re.findall(r'href="(/letters/L-[^"/]+)"', listed)
        assert letters
        for letter in letters:
            assert client.get(letter).status_code == 200
            assert client.get(f"{letter}/file").content.startswith(b"%PDF")
        assert client.get("/details").status_code == 200
        assert client.get("/payments").status_code == 200


def test_somebody_elses_reference_is_not_found_and_written_down(story):
    from childmaintenance.foundation.audit.queries import trail

    story.decide()
    decision = re.search(r"/decisions/([^\"]+)", story.at_catrins.get("/home").content.decode())[1]
    letter = re.search(r"/letters/(L-[^\"/]+)", story.at_catrins.get("/letters").content.decode())[1]
    account = accounts.open_account(
        email="stranger@example.org", password="one green door", name="Stranger", language="en", by=MORNING
    )
    stranger = signed_in(account)
    addresses = [
        f"/payments/{story.case}",
        f"/payments/{story.case}/plan",
        f"/payments/{story.case}/statement.pdf",
        f"/payments/{story.case}/statement.csv",
        f"/cases/{story.case}/decisions/{decision}/receipt.json",
        f"/cases/{story.case}/decisions/{decision}",
        f"/letters/{letter}",
        f"/letters/{letter}/file",
        f"/cases/{story.case}/answer/",
    ]
    for address in addresses:
        assert stranger.get(address).status_code == 404, address
        assert story.at_gareths().get(f"/letters/{letter}").status_code == 404
    assert len([line for line in trail(by=account) if "not theirs" in line.why]) >= len(addresses) - 1
