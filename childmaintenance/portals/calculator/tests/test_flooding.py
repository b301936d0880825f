"""The doors where an e-mail may be asked for, flooded: whoever sends more than people do is asked to wait."""

import pytest

from childmaintenance.foundation import outbox
from childmaintenance.portals.calculator.tests.walking import Visitor

pytestmark = pytest.mark.django_db


def test_one_network_asks_for_sixty_e_mails_and_then_waits(mailoutbox):
    dad = Visitor().calculate()
    answers = [dad.client.post(f"{dad.draft}send", {"to": f"dad{place}@example.org"}) for place in range(61)]
    assert {answer.status_code for answer in answers[:60]} == {200}
    assert answers[60].status_code == 429
    assert answers[60]["Retry-After"]
    outbox.run_until_empty()
    assert len(mailoutbox) == 5  # an hour, from one visitor


def test_the_answer_is_the_same_whether_or_not_anything_goes_out():
    dad = Visitor().calculate()
    said = {dad.send(f"{dad.draft}send", to="dad@example.org").words for _time in range(8)}
    assert len(said) == 1
