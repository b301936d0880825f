"""Every step that an example leads to is cited in its territory and can be said in both languages, with nothing left out."""

import json
import re

import pytest

from childmaintenance.law.examples import Example, examples, reasons_of
from childmaintenance.law.reasons import Reason
from childmaintenance.law.sentences import LANGUAGES, explain
from childmaintenance.values import Territory

CITED = {
    Territory.GB: re.compile(r"(CSA 1991|SI [0-9]{4}/[0-9]+) "),
    Territory.NI: re.compile(r"(CS\(NI\)O 1991|SR [0-9]{4}/[0-9]+)"),
}
WITH_REASONS = [one for one in examples() if reasons_of(one)]


def name_of(example: Example) -> str:
    return f"{example.room}-{example.territory.value}-{example.title}"


def test_there_are_steps_to_look_at() -> None:
    assert len(WITH_REASONS) > 40


@pytest.mark.parametrize("example", WITH_REASONS, ids=name_of)
def test_a_step_is_cited_and_can_be_said(example: Example) -> None:
    for reason in reasons_of(example):
        assert CITED[example.territory].match(reason.provision), reason
        for language in LANGUAGES:
            said = explain(reason, language)
            assert "None" not in said
            assert said.endswith(f"({reason.provision})")
        assert Reason.from_json(json.loads(json.dumps(reason.as_json()))).as_json() == reason.as_json()
