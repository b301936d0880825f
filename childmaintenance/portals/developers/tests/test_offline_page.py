"""The page that checks a receipt without us: it computes what the law computes, byte for byte, and shows what differs."""

import io
import json
import random
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from childmaintenance import law
from childmaintenance.law.command_line import COMMANDS, run
from childmaintenance.law.commands.reading import Unreadable, with_id
from childmaintenance.law.provision import BadFact
from childmaintenance.law.receipt import check_receipt, make_receipt, seal_of
from childmaintenance.law.sentences.errors import in_language
from childmaintenance.portals.developers.interface.examples import REQUESTS
from childmaintenance.portals.developers.tests.lines import WRONG, lines
from childmaintenance.portals.developers.tests.test_interface import assessments, deductions, splits
from tests.plugin.looking import fits

NUMBER = {"assess": 400, "deduct": 150, "split": 150, "timeline": 80}
GIVEN = {name: {key: value for key, value in REQUESTS[name].items() if key != "id"} for name in NUMBER}


# What chance seldom draws: shares below nought that decide whether the least is payable, and every child in care.
HALF_EACH = {"ref": "A", "children": [{"nights": 182}] * 3}
SELDOM = [
    ("assess", {"on": "2026-04-01", "gross_weekly_income": income, "receiving_parents": parents})
    for income, parents in (
        ("199.00", [HALF_EACH, {"ref": "B", "children": [{}]}]),
        ("500.00", [{"ref": "A", "children": [{"local_authority_nights": 263}]}]),
    )
]


def published() -> list[tuple[str, dict[str, Any]]]:
    """Every published example that is a line of a command, the examples of the interface's own page, and the seldom cases."""
    everything = (("assess", assessments()), ("deduct", deductions()), ("split", splits()))
    found = [
        (command, {key: line[key] for key in line if key != "id"}) for command, all_of in everything for line in all_of
    ]
    return [*found, *GIVEN.items(), *SELDOM]


def drawn(command: str) -> list[tuple[str, dict[str, Any]]]:
    return [(command, json.loads(json.dumps(line))) for line in lines(command, NUMBER[command])]


def text_of(work: Callable[[], Any]) -> str:
    """What the law answers or how it refuses, written as the page writes it."""
    try:
        found = work()
    except (Unreadable, BadFact) as wrong:
        found = {"field": wrong.field, "message": wrong.message}
    return json.dumps(found, separators=(",", ":"))


def words_of(command: str, given: dict[str, Any], language: str) -> list[str]:
    module, line = import_module(COMMANDS[command]), {"id": "receipt", **given}
    try:
        return list(module.in_words(module.answer(with_id(line)), with_id(line), language))
    except Unreadable as wrong:
        return [wrong.field, in_language(wrong.message, language)]


def ask(page: Page, work: str, asked: list[Any]) -> list[Any]:
    """All of them in one go: asking a browser takes longer than the sums."""
    told: list[Any] = page.evaluate(f"(all) => all.map((given) => {work})", asked)
    assert len(told) == len(asked)
    return told


@pytest.mark.browser
@pytest.mark.parametrize("command", ["published", *NUMBER])
def test_the_page_computes_and_refuses_as_the_law_does_byte_for_byte(page: Page, command: str) -> None:
    asked = published() if command == "published" else drawn(command)
    found = ask(page, "offline.receipt(...given)", [(name, json.dumps(given)) for name, given in asked])
    for (name, given), text in zip(asked, found, strict=True):
        assert text == text_of(lambda name=name, given=given: make_receipt(name, given)), json.dumps(given)
    answered = sum('"seal"' in text for text in found)
    assert answered > 150 if command == "published" else NUMBER[command] * 0.4 < answered < NUMBER[command]


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_page_says_it_in_the_words_of_the_law(page: Page, language: str) -> None:
    asked = [*published(), *(one for command in NUMBER for one in drawn(command))]
    found = ask(page, "offline.words(...given)", [(name, json.dumps(given), language) for name, given in asked])
    for (name, given), said in zip(asked, found, strict=True):
        assert said == words_of(name, given, language), json.dumps(given)


@pytest.mark.browser
def test_the_page_finds_the_same_difference_in_any_altered_receipt(page: Page) -> None:
    chance = random.Random(20260401)
    altered = []
    for number in range(120):
        receipt = json.loads(json.dumps(make_receipt(*chance.choice(list(GIVEN.items())))))
        inner: Any = receipt if number % 5 == 0 else receipt["answer"]
        while True:
            name = chance.choice(sorted(inner)) if isinstance(inner, dict) else chance.randrange(len(inner))
            if not isinstance(inner[name], (dict, list)) or not inner[name]:
                break
            inner = inner[name]
        inner[name] = chance.choice([*WRONG, 1e22, 1.0, 0.00001, 10**30, '"', "\\\n\x7f\u2028", "ŵ"])
        altered.append(sealed(receipt) if number % 3 else receipt)
    found = ask(page, "offline.check(given)", [json.dumps(one) for one in altered])
    for receipt, text in zip(altered, found, strict=True):
        assert text == text_of(lambda receipt=receipt: check_receipt(receipt).as_json())
    assert sum('"matches":false' in text for text in found) > 80


def sealed(receipt: dict[str, Any]) -> dict[str, Any]:
    return {**receipt, "seal": seal_of({part: receipt[part] for part in receipt if part != "seal"})}


def give(page: Page, text: str) -> None:
    page.locator("#pasted").fill(text)
    page.locator("#check").click()
    expect(page.locator("#found .result")).to_be_visible()


@pytest.mark.browser
@pytest.mark.parametrize("command", sorted(GIVEN))
def test_a_receipt_of_the_command_line_matches_and_is_told_step_by_step(
    page: Page, tmp_path: Path, command: str
) -> None:
    out = io.StringIO()
    run("receipt", io.BytesIO(json.dumps({"id": 1, "command": command, "given": GIVEN[command]}).encode()), out)
    kept = tmp_path / "receipt.json"
    kept.write_text(out.getvalue(), encoding="utf-8")
    page.locator("#file").set_input_files(kept)
    page.locator("#check").click()
    expect(page.locator("#found h2").first).to_have_text("The receipt matches the rules")
    assert law.RULEBOOK in page.locator("#found").inner_text()
    for language in ("cy", "en"):
        page.locator(f"[data-language={language}]").click()
        shown = page.locator("#found > p, #found li").all_inner_texts()
        assert shown == [re.sub(r"^[0-9]+\. ", "", line) for line in words_of(command, GIVEN[command], language)]


@pytest.mark.browser
def test_by_keyboard_alone_and_the_outcome_is_where_one_is_then(page: Page) -> None:
    def press(*keys: str) -> str:
        for key in keys:
            page.keyboard.press(key)
        where: str = page.evaluate("document.activeElement.id || document.activeElement.textContent")
        return where

    assert [press("Tab") for _ in range(4)] == ["English", "Cymraeg", "file", "pasted"]
    page.keyboard.insert_text(json.dumps(make_receipt("assess", GIVEN["assess"])))
    assert press("Tab") == "check"
    assert press("Enter") == "The receipt matches the rules"
    assert press("Shift+Tab") == "check"
    assert press(*["Shift+Tab"] * 3, "Space") == "Cymraeg"
    expect(page.locator("#found h2").first).to_have_text("Mae'r dderbynneb yn cyd-fynd â'r rheolau")


@pytest.mark.browser
def test_what_was_given_last_is_what_is_checked(page: Page, tmp_path: Path) -> None:
    kept = tmp_path / "receipt.json"
    kept.write_text(json.dumps(make_receipt("assess", GIVEN["assess"])), encoding="utf-8")
    give(page, "not a receipt")
    page.locator("#file").set_input_files(kept)
    page.locator("#check").click()
    expect(page.locator("#found h2").first).to_have_text("The receipt matches the rules")
    give(page, "not a receipt")
    expect(page.locator("#found h2").first).to_have_text("This cannot be checked")


@pytest.mark.browser
def test_the_first_line_that_differs_is_shown_in_both_languages(page: Page, assert_accessible: Any) -> None:
    receipt = make_receipt("assess", GIVEN["assess"])
    receipt["answer"]["weekly"]["A"] = "40.00"
    give(page, json.dumps(sealed(receipt)))
    expect(page.locator("#found h2").first).to_have_text("The receipt does not match the rules")
    expect(page.locator("#found h3").first).to_have_text("The first line that differs")
    assert page.locator("#found dl").first.locator("dd").all_inner_texts() == ["weekly.A", "40.00", "51.43"]
    assert_accessible(page)
    page.locator("[data-language=cy]").click()
    expect(page.locator("#found h2").first).to_have_text("Nid yw'r dderbynneb yn cyd-fynd â'r rheolau")
    expect(page.locator("html")).to_have_attribute("lang", "cy")
    assert_accessible(page)
    assert fits(page)


@pytest.mark.browser
def test_a_broken_seal_is_told_and_what_was_changed_is_still_found(page: Page) -> None:
    receipt = make_receipt("assess", GIVEN["assess"])
    receipt["answer"]["total"] = "40.00"
    give(page, json.dumps(receipt))
    assert "its seal is broken" in page.locator("#found").inner_text()
    assert page.locator("#found dl").first.locator("dd").all_inner_texts() == ["total", "40.00", "51.43"]
    receipt["answer"]["total"] = "51.43"
    give(page, json.dumps({**receipt, "seal": "0"}))
    assert "still what the rules say" in page.locator("#found").inner_text()


@pytest.mark.browser
def test_another_edition_is_named(page: Page) -> None:
    give(page, json.dumps(sealed({**make_receipt("assess", GIVEN["assess"]), "rulebook": "2020-01-01.000000000000"})))
    expect(page.locator("#found h2").first).to_have_text("The receipt matches the rules")
    assert "another edition" in page.locator("#found").inner_text()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("not json", "cannot be read as JSON"),
        ("[" * 100_000, "cannot be read as JSON"),
        ('{"a": 1, "a": 2}', "cannot be read as JSON"),
        ("[]", "cannot be read as JSON"),
        ("{}", "kind: is missing"),
        ('{"kind": "child-maintenance-receipt/1"}', "rulebook: is missing"),
        ('{"a": "<img src=x onerror=alert(1)>"}', "kind: is missing"),
    ],
)
def test_what_is_no_receipt_is_said(page: Page, text: str, said: str) -> None:
    give(page, text)
    assert said in page.locator("#found").inner_text()


@pytest.mark.browser
def test_a_wrong_receipt_is_refused_in_welsh(page: Page) -> None:
    page.locator("[data-language=cy]").click()
    give(page, json.dumps(sealed({**make_receipt("assess", GIVEN["assess"]), "given": {}})))
    assert "on: mae ar goll" in page.locator("#found").inner_text()
