"""What our client makes of an HMRC that is slow, silent or wrong."""

from __future__ import annotations

import socket
import time

import pytest

from childmaintenance.portals.machines.hmrc.client import HmrcClient
from childmaintenance.portals.machines.hmrc.stand_in import StandIn
from childmaintenance.portals.machines.hmrc.words import HmrcHasNothing, HmrcSilent, HmrcTrouble, HmrcWrong

from .conftest import GARETH, ON


@pytest.mark.parametrize(
    ("how", "kind", "code"),
    [
        ("silent", HmrcSilent, "no-answer-in-time"),
        ("half", HmrcSilent, "not-reached"),
        ("huge", HmrcWrong, "answer-too-large"),
        ("malformed", HmrcWrong, "not-json"),
        ("wrong-person", HmrcWrong, "another-person"),
        ("wrong-year", HmrcWrong, "year-outside-the-six"),
        ("wrong-type", HmrcWrong, "not-an-amount"),
        ("negative", HmrcWrong, "not-an-amount"),
        ("fraction", HmrcWrong, "not-an-amount"),
        ("conflicting", HmrcWrong, "answers-disagree"),
        ("other-correlation", HmrcWrong, "answer-to-another-question"),
        ("too-many", HmrcSilent, "too-many-questions"),
        ("unavailable", HmrcSilent, "out-of-order"),
        ("broken", HmrcSilent, "out-of-order"),
        ("expired-token", HmrcSilent, "we-are-not-let-in"),
        ("not-found", HmrcHasNothing, "person-not-matched"),
        ("no-income", HmrcHasNothing, "no-income-held"),
    ],
)
def test_every_misbehaviour_has_its_name(
    client: HmrcClient, hmrc: StandIn, how: str, kind: type[HmrcTrouble], code: str
) -> None:
    hmrc.misbehave(GARETH.nino, how)
    with pytest.raises(kind) as trouble:
        client.latest_income(GARETH, requested_on=ON)
    assert trouble.value.code == code
    hmrc.misbehave(GARETH.nino, "")
    assert client.latest_income(GARETH, requested_on=ON).tax_year == "2025-26"


def test_a_slow_answer_within_the_deadline_is_waited_for(hmrc: StandIn) -> None:
    hmrc.misbehave(GARETH.nino, "slow", seconds=1)
    patient = HmrcClient(url=hmrc.url, client_id=hmrc.client_id, client_secret=hmrc.client_secret, timeout=5)
    began = time.monotonic()
    assert patient.latest_income(GARETH, requested_on=ON).tax_year == "2025-26"
    assert time.monotonic() - began >= 1
    patient.close()


def test_a_slow_answer_after_the_deadline_is_silence(client: HmrcClient, hmrc: StandIn) -> None:
    hmrc.misbehave(GARETH.nino, "slow", seconds=3)
    began = time.monotonic()
    with pytest.raises(HmrcSilent, match="no-answer-in-time"):
        client.latest_income(GARETH, requested_on=ON)
    assert time.monotonic() - began < 2


def test_an_expired_token_is_renewed_without_anybody_noticing(client: HmrcClient, hmrc: StandIn) -> None:
    client.latest_income(GARETH, requested_on=ON)
    hmrc.misbehave(GARETH.nino, "expired-token", times=1)
    assert client.latest_income(GARETH, requested_on=ON).tax_year == "2025-26"
    assert len(hmrc.asked) == 3


def test_the_same_answer_twice_is_one_answer(client: HmrcClient, hmrc: StandIn) -> None:
    hmrc.misbehave(GARETH.nino, "duplicate")
    report = client.latest_income(GARETH, requested_on=ON)
    assert report.paye is not None and report.paye.employment == 26_000_10


@pytest.mark.parametrize("how", ["too-many", "unavailable"])
def test_the_wait_that_hmrc_names_is_kept_up_to_an_hour(client: HmrcClient, hmrc: StandIn, how: str) -> None:
    for named, kept in ((7, 7), (90_000, 3600)):
        hmrc.misbehave(GARETH.nino, how, seconds=named)
        with pytest.raises(HmrcSilent) as busy:
            client.latest_income(GARETH, requested_on=ON)
        assert busy.value.wait == kept


def test_a_wrong_secret_is_not_let_in(hmrc: StandIn) -> None:
    stranger = HmrcClient(url=hmrc.url, client_id=hmrc.client_id, client_secret="guess", timeout=1)
    with pytest.raises(HmrcSilent, match="no-token"):
        stranger.latest_income(GARETH, requested_on=ON)
    assert hmrc.asked == []
    stranger.close()


def test_nobody_at_the_address_is_silence() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    lost = HmrcClient(url=f"http://127.0.0.1:{port}", client_id="x", client_secret="x", timeout=1)
    with pytest.raises(HmrcSilent, match="not-reached"):
        lost.latest_income(GARETH, requested_on=ON)
    lost.close()
