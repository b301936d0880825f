"""The two families live: they apply, answer, are decided about, pay and are paid, all through the front pages."""

import datetime as dt
import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from childmaintenance.accounts import actions as accounts
from childmaintenance.accounts.terms import Role
from childmaintenance.cases import queries as cases
from childmaintenance.cases.terms import TaskKind
from childmaintenance.collection import actions as collection
from childmaintenance.collection import queries as money
from childmaintenance.collection.tests.bank_files import Bank, Paid
from childmaintenance.foundation import clock, outbox
from childmaintenance.foundation.actor import Actor
from childmaintenance.parties import actions as parties
from childmaintenance.parties import queries as people
from childmaintenance.portals.machines.hmrc.asking import connected_to
from childmaintenance.portals.machines.hmrc.stand_in import People, StandIn
from childmaintenance.portals.parents.tests.stories.signed_in import signed_in
from childmaintenance.portals.parents.tests.stories.walking import Walker
from childmaintenance.referrals import queries as referrals
from tests.leaks import people as told
from tests.leaks.canaries import Canary, Reader

STORY = Actor.system("story")
FINDING, SERVICE, INCOME = "cases.Fact.because", "cases.ServiceChoice.because", "calculation.IncomeFinding.because"


class Member(Walker):
    """Somebody with an account whose e-mail address and name are canaries too."""

    def __init__(self, name: str) -> None:
        self.account = accounts.open_account(
            email=f"zy{name}signin@example.org",
            password="seven calm herons",
            name=f"Zy{name}account",
            language="en",
            by=STORY,
            email_proved=True,
        )
        self.client = signed_in(self.account)
        self.page, self.at, self.status = "", "", 0

    @property
    def links(self) -> list[str]:
        """Within a draft, its own links only: the navigation has a page called letters too."""
        found = super().links
        in_a_draft = re.search(r"/[0-9a-f]{8}-[0-9a-f-]{27}/", self.at)
        return [href for href in found if href.startswith(self.draft)] if in_a_draft else found


class Family:
    """Catrin's and Bethan's cases, both with Gareth; who can sign in, and every canary."""

    def __init__(self) -> None:
        self.canaries: list[Canary] = list(told.CANARIES)
        self.members = {name: Member(name) for name in ("catrin", "gareth", "bethan", "stranger")}
        self.staff = {
            role.value: at_a_desk(role, f"{role.value}-{number}")
            for number, role in enumerate([Role.CASEWORKER, Role.PAYMENTS_OFFICER, Role.TEAM_LEADER])
        }
        with StandIn(People([told.GARETHS_TAXES])) as hmrc, connected_to(hmrc.url):
            self.of_catrin = self._apply("catrin", told.CATRIN_APPLIES)
            self.of_bethan = self._apply("bethan", told.BETHAN_APPLIES)
            self.party_of_gareth = cases.case(self.of_catrin).paying_parent
            assert cases.case(self.of_bethan).paying_parent == self.party_of_gareth
            self._gareth_joins_and_answers()
            self._decide()
            self._offer_help()
            self._pay_and_pay_out()

    # ---- the story ----

    def _apply(self, name: str, tasks: Any) -> str:
        case = self.members[name].begin("/apply/").go_through(tasks).check_and_send().reference
        outbox.run_until_empty()
        return case

    def _gareth_joins_and_answers(self) -> None:
        gareth = self.members["gareth"]
        code = parties.invite(party=self.party_of_gareth, by=STORY)
        gareth.open("/join/").send({"code": code})
        for case in (self.of_catrin, self.of_bethan):
            gareth.begin(f"/cases/{case}/answer/").go_through(told.gareth_answers()).check_and_send()
            outbox.run_until_empty()

    def _decide(self) -> None:
        """A caseworker finds the nights, the income and the service, each with a reason that no parent may read, and decides."""
        rhian = self.staff["caseworker"]
        for case, nights in ((self.of_catrin, 62), (self.of_bethan, 91)):
            for child in cases.case(case).children:
                page = f"/casework/cases/{case}/facts/nights/{child.reference}"
                self._sent(rhian, page, {"value": nights, "because": self._said(FINDING, f"finding{child.first_name}")})
        case = self.of_catrin
        self._sent(
            rhian,
            f"/casework/cases/{case}/income",
            {"basis": "current", "current": "625", "because": self._said(INCOME, "income")},
        )
        self._sent(
            rhian,
            f"/casework/cases/{case}/service",
            {"service": "direct_pay", "because": self._said(SERVICE, "chosen")},
        )
        self._sent(
            rhian,
            f"/casework/cases/{case}/service",
            {"service": "collect_and_pay", "because": self._said(SERVICE, "chosenagain")},
        )
        page = f"/casework/cases/{case}/decision"
        token = re.search(r'name="token" value="(\w+)"', rhian.get(page).content.decode())
        assert token, "nothing to decide"
        self._sent(rhian, page, {"token": token[1]})
        outbox.run_until_empty()
        for task in cases.work_list(kinds=[TaskKind.CHOOSE_SERVICE]):
            self._sent(
                rhian, f"/casework/tasks/{task.reference}", {"outcome": self._said("cases.Task.outcome", "outcome")}
            )

    def _offer_help(self) -> None:
        """Catrin is put in touch with somebody who helps, says yes to a part of it, and the sheet is given."""
        rhian, text = self.staff["caseworker"], "zyofferedhelp"
        self.canaries.append(Canary(field="referrals.Referral.why", of="catrin", text=text))
        page = f"/casework/cases/{self.of_catrin}/offer-help"
        who = {"side": "R", "topic": "money", "nation": "wales", "offer": "yes", "organisation": "stepchange"}
        self._sent(rhian, page, {**who, "items": ["name", "phone", "address"], "why": f"{text} {told.MARKUP}"})
        catrin = people.party_of_account(self.members["catrin"].account)
        assert catrin is not None
        [self.offer] = [one.reference for one in referrals.referrals_of(catrin.reference)]
        self._sent(self.members["catrin"].client, f"/offers/{self.offer}", {"do": "agree", "items": ["name", "phone"]})
        self._sent(rhian, f"/casework/referrals/{self.offer}", {"do": "hand_over", "how": "post"})

    def _pay_and_pay_out(self) -> None:
        """A payment that is matched, one that nobody can place, payouts, one of them come back, a receipt come back, a miss."""
        owen, priya = self.staff["payments_officer"], self.staff["team_leader"]
        payment = money.next_payment(self.of_catrin)
        assert payment is not None
        self.day = payment.payment.due_on
        self.bank = Bank()
        words, name = f"zypaymentwords {told.MARKUP}", f"ZYPAYERNAME {told.MARKUP}"
        for field, text in (("words", "zypaymentwords"), ("party_name", "zypayername")):
            self.canaries.append(Canary(field=f"collection.BankEntry.{field}", of="catrin's case", text=text))
        to = money.pay_to(self.party_of_gareth)
        assert to is not None
        self.canaries.append(Canary(field="collection.Payer.payment_reference", of="gareth", text=to.payment_reference))
        with clock.travel(self.day):
            collection.start_of_day(on=self.day, by=STORY)
            self._statement(
                owen,
                Paid(payment.payment.total * 3, f"{to.payment_reference} {words}", name=name),
                Paid(45_67, f"for nobody {words}", name=name),
            )
            [waiting] = money.suspense()
            self._sent(
                owen,
                f"/casework/money/suspense/{waiting.entry.reference}",
                {"case": self.of_catrin, "because": self._said("collection.SuspenseSettled.because", "settled")},
            )
            owen.post("/casework/money/payouts/prepare")
            discarded = money.payout_files()[0].reference
            because = self._said("collection.PayoutFile.discarded_because", "takenback")
            self._sent(priya, f"/casework/money/payouts/{discarded}", {"because": because})
            owen.post("/casework/money/payouts/prepare")
            file = money.payout_files()[0]
            priya.post(f"/casework/money/payouts/{file.reference}/release")
            paid = {line.case: line for line in money.payouts_in(file.reference)}[self.of_catrin]
            self._statement(
                owen,
                Paid(-file.total, message=file.reference),
                Paid(paid.pence, end_to_end=paid.reference, reason="AC04", message=file.reference, code="ICDT/RRTN"),
                Paid(-45_67, names="M000000002", reason="AM05", code="RCDT/RRTN"),
            )
            outbox.run_until_empty()
        missed = self.day
        for _day in range(75):
            missed += dt.timedelta(days=1)
            if missed.day in (28, 4, 5, 6, 7, 8):
                with clock.travel(missed):
                    collection.start_of_day(on=missed, by=STORY)
        self.today = missed
        with clock.travel(self.today):
            outbox.run_until_empty()

    def _statement(self, officer: Client, *paid: Paid) -> None:
        data = self.bank.statement(self.day, *paid)
        answer = officer.post("/casework/money/statements", {"file": SimpleUploadedFile("s.xml", data)})
        assert answer.status_code == 302, re.sub(r"<[^>]+>|\s+", " ", answer.content.decode())
        collection.allocate_waiting(by=STORY)

    def _said(self, field: str, what: str) -> str:
        """What a member of staff writes, with a canary of its own in it."""
        text = f"zystaff{what}".lower()
        self.canaries.append(Canary(field=field, of="catrin's case", text=text))
        return f"I weighed both calendars, {text}, and this counts {told.MARKUP}"

    def _sent(self, client: Client, page: str, answers: dict[str, Any]) -> None:
        answer = client.post(page, answers)
        assert answer.status_code == 302, f"{page}: {re.sub(r'<[^>]+>|[ ]+', ' ', answer.content.decode())}"

    # ---- who reads, and what there is to ask for ----

    def client(self, name: str) -> Client:
        if name == "nobody":
            return Client()
        return self.members[name].client if name in self.members else self.staff[name]

    def reader(self, name: str) -> Reader:
        """How somebody stands towards each person and each case."""
        cases_of = {
            "catrin": ("catrin's case",),
            "bethan": ("bethan's case",),
            "gareth": ("catrin's case", "bethan's case"),
        }
        stands = {name: {"self"}, **{case: {"parents"} for case in cases_of.get(name, ())}}
        match name:
            case "gareth":
                stands |= {"catrin": {"other_parent"}, "bethan": {"other_parent"}}
            case "catrin":
                stands |= {"gareth": {"other_parent"}, "bethan": {"same_payer"}, "bethan's case": {"same_payer"}}
            case "bethan":
                stands |= {"gareth": {"other_parent"}, "catrin": {"same_payer"}, "catrin's case": {"same_payer"}}
            case _ if name in self.staff:
                stands = {"everybody": {name}}
        return Reader(name, {towards: frozenset(how) for towards, how in stands.items()})

    def references(self) -> dict[str, list[str]]:
        """Everything that can stand in an address, of everybody: what each of them must not open is among it."""
        from childmaintenance.correspondence import queries as letters
        from childmaintenance.journeys import queries as journeys

        of = (self.of_catrin, self.of_bethan)
        written = [
            line.reference
            for name in ("catrin", "gareth", "bethan")
            for line in letters.letters_of(people.party_of_account(self.members[name].account).reference)  # type: ignore[union-attr]
        ]
        from childmaintenance.calculation import queries as calculations

        decisions = {one.reference for case in of for one in calculations.decisions_of(case)}
        drafts = [str(one.id) for member in self.members.values() for one in journeys.open_drafts(member.account)]
        return {
            "case": list(of),
            "letter": written,
            "decision": sorted(decisions),
            "draft": drafts,
            "offer": [self.offer],
        }


def at_a_desk(role: Role, name: str) -> Client:
    """A member of staff, signed in with the second step passed."""
    account = accounts.open_account(
        email=f"{name}@office.example", password="seven calm herons", name=name, language="en", by=STORY
    )
    accounts.appoint_staff(account=account, role=role, by=STORY)
    return signed_in(account)


@contextmanager
def the_log() -> Iterator[io.StringIO]:
    """Everything that reaches the log meanwhile, as it would be written."""
    root = logging.getLogger()
    stream = io.StringIO()
    beside = logging.StreamHandler(stream)
    beside.setFormatter(root.handlers[0].formatter)
    root.addHandler(beside)
    level = root.level
    root.setLevel(logging.INFO)
    try:
        yield stream
    finally:
        root.removeHandler(beside)
        root.setLevel(level)
