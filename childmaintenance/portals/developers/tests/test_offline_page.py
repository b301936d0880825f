"""The page that checks a receipt without us: it computes what the law computes, byte for byte, and shows what differs."""

import ast
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from childmaintenance import law
from childmaintenance.law.command_line import run
from childmaintenance.law.commands.reading import Unreadable
from childmaintenance.law.provision import BadFact
from childmaintenance.law.reasons import Reason
from childmaintenance.law.receipt import check_receipt, make_receipt, seal_of
from childmaintenance.law.sentences import explain
from childmaintenance.portals.developers.interface.examples import REQUESTS
from childmaintenance.portals.developers.offline.page import page as offline_page
from childmaintenance.portals.developers.offline.rules import NotInterpreted, _node
from childmaintenance.portals.developers.tests.lines import WRONG, lines
from childmaintenance.portals.developers.tests.test_interface import assessments, deductions, splits

NUMBER = {"assess": 250, "deduct": 150, "split": 150, "timeline": 80}
GIVEN = {name: {key: value for key, value in REQUESTS[name].items() if key != "id"} for name in NUMBER}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("kept") / "check-a-receipt.html"
    place.write_text(offline_page(), encoding="utf-8")
    return place


@pytest.fixture
def page(_browser: Browser, file: Path) -> Iterator[Page]:
    """The page opened from a disk, with no network at all; whatever it asked for or complained of fails the test."""
    context = _browser.new_context(offline=True, locale="en-GB", viewport={"width": 320, "height": 800})
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("request", lambda request: wrong.append(request.url) if not request.url.startswith("file:") else None)
    opened.on("console", lambda message: wrong.append(message.text))
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.goto(file.as_uri())
    yield opened
    context.close()
    assert wrong == []


def by_the_law(command: str, given: dict[str, Any]) -> Any:
    try:
        return make_receipt(command, given)
    except (Unreadable, BadFact) as wrong:
        return {"field": wrong.field, "message": wrong.message}


def by_the_page(page: Page, asked: list[tuple[str, Any]]) -> list[Any]:
    """All of them in one go: asking a browser takes longer than the sums."""
    told = page.evaluate(
        "(all) => all.map(([command, given]) => offline.receipt(command, given))",
        [(command, json.dumps(given)) for command, given in asked],
    )
    return [json.loads(text) for text in told]


@pytest.mark.browser
def test_the_page_computes_every_published_example_as_the_law_does(page: Page) -> None:
    asked = [
        (command, {key: value for key, value in line.items() if key != "id"})
        for command, all_lines in (("assess", assessments()), ("deduct", deductions()), ("split", splits()))
        for line in all_lines
    ]
    asked += list(GIVEN.items())
    assert len(asked) > 150
    for (command, given), found in zip(asked, by_the_page(page, asked), strict=True):
        assert found == by_the_law(command, given), given


@pytest.mark.browser
@pytest.mark.parametrize("command", sorted(NUMBER))
def test_the_page_computes_any_line_as_the_law_does_and_refuses_alike(page: Page, command: str) -> None:
    asked = [(command, line) for line in lines(command, NUMBER[command])]
    found = by_the_page(page, asked)
    for (_, given), one in zip(asked, found, strict=True):
        wanted = by_the_law(command, json.loads(json.dumps(given)))
        assert json.dumps(one) == json.dumps(wanted), json.dumps(given)
    answered = sum("answer" in one for one in found)
    assert NUMBER[command] * 0.4 < answered < NUMBER[command]


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
        if number % 3:
            receipt["seal"] = seal_of({part: receipt[part] for part in receipt if part != "seal"})
        altered.append(receipt)
    told = page.evaluate("(all) => all.map((one) => offline.check(one))", [json.dumps(one) for one in altered])
    for receipt, text in zip(altered, told, strict=True):
        try:
            wanted: Any = check_receipt(receipt).as_json()
        except (Unreadable, BadFact) as wrong:
            wanted = {"field": wrong.field, "message": wrong.message}
        assert json.dumps(json.loads(text)) == json.dumps(wanted)


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
    import io

    out = io.StringIO()
    run("receipt", io.BytesIO(json.dumps({"id": 1, "command": command, "given": GIVEN[command]}).encode()), out)
    kept = tmp_path / "receipt.json"
    kept.write_text(out.getvalue(), encoding="utf-8")
    page.locator("#file").set_input_files(kept)
    page.locator("#check").click()
    expect(page.locator("#found h2").first).to_have_text("The receipt matches the rules")
    assert law.RULEBOOK in page.locator("#found").inner_text()
    answer = json.loads(out.getvalue())["receipt"]["answer"]
    reasons = answer.get("reasons") or [reason for one in answer["slices"] for reason in one["reasons"]]
    for language in ("cy", "en"):
        page.locator(f"[data-language={language}]").click()
        assert page.locator("#found li").all_inner_texts() == [
            explain(Reason.from_json(one), language) for one in reasons
        ]


@pytest.mark.browser
def test_the_first_line_that_differs_is_shown_in_both_languages(page: Page, assert_accessible: Any) -> None:
    receipt = make_receipt("assess", GIVEN["assess"])
    receipt["answer"]["weekly"]["A"] = "40.00"
    give(page, json.dumps(sealed(receipt)))
    expect(page.locator("#found h2").first).to_have_text("The receipt does not match the rules")
    assert page.locator("#found table").first.locator("td").all_inner_texts() == ["weekly.A", "40.00", "51.43"]
    assert_accessible(page)
    page.locator("[data-language=cy]").click()
    expect(page.locator("#found h2").first).to_have_text("Nid yw'r dderbynneb yn cyd-fynd â'r rheolau")
    expect(page.locator("html")).to_have_attribute("lang", "cy")
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.browser
def test_a_broken_seal_is_told_and_what_was_changed_is_still_found(page: Page) -> None:
    receipt = make_receipt("assess", GIVEN["assess"])
    receipt["answer"]["total"] = "40.00"
    give(page, json.dumps(receipt))
    assert "its seal is broken" in page.locator("#found").inner_text()
    assert page.locator("#found table").first.locator("td").all_inner_texts() == ["total", "40.00", "51.43"]
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


def test_the_page_is_one_file_that_may_ask_for_nothing() -> None:
    text = offline_page()
    assert "default-src 'none'" in text
    assert "http://" not in text.split('id="rules"')[0] and "src=" not in text.split('id="rules"')[0].replace(
        "-src", ""
    )
    assert text.count("<script") == 3 and "<link" not in text
    assert len(text) < 1_000_000


def test_everybody_may_download_it() -> None:
    for prefix in ("", "/cy"):
        found = Client().get(f"{prefix}/developers/check-a-receipt.html")
        assert (found.status_code, found.content.decode()) == (200, offline_page())
        assert found["Content-Disposition"] == 'attachment; filename="check-a-receipt.html"'


@pytest.mark.parametrize(
    "rule", ["async def f(): pass", "match 1:\n case 1: pass", "with a: pass", "x = 1.5", "x @ y", "del x"]
)
def test_a_rule_that_the_page_could_not_run_is_refused_where_it_stands(rule: str) -> None:
    with pytest.raises(NotInterpreted, match="is not known to the offline interpreter"):
        _node(ast.parse(rule), Path("rule.py"))
