"""Whatever is wrong with a line is said in Welsh too."""

import ast

import pytest

from childmaintenance.law.provision import LAW
from childmaintenance.law.sentences.errors import GAP, in_language, templates
from childmaintenance.law.tests.rooms import rule_paths


def written(node: ast.expr) -> set[str]:
    """The messages that an expression may give, with gaps for values; none for one that only hands another on."""
    if isinstance(node, ast.Constant):
        return {str(node.value)}
    if isinstance(node, ast.IfExp):
        return written(node.body) | written(node.orelse)
    if isinstance(node, ast.JoinedStr):
        return {"".join(str(part.value) if isinstance(part, ast.Constant) else GAP for part in node.values)}
    return set()


def messages() -> set[str]:
    found = set()
    for path in rule_paths():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("BadFact", "Unreadable")
            ):
                found |= written(node.args[1])
    return found


def test_every_message_has_its_welsh_and_none_is_left_over() -> None:
    """The one message of another kind is that there was no figure yet."""
    assert messages() | {"There is no figure for {} in {} on {}."} == set(templates())


def test_the_two_have_the_same_gaps() -> None:
    for english, welsh in templates().items():
        assert english.count(GAP) == welsh.count(GAP), english
        assert english != welsh


@pytest.mark.parametrize(
    ("english", "welsh"),
    [
        ("must be text", "rhaid iddo fod yn destun"),
        ("must be one of W, 2W, 4W, M", "rhaid iddo fod yn un o W, 2W, 4W, M"),
        ("must be a whole number from 0 to 366", "rhaid iddo fod yn rhif cyfan o 0 i 366"),
        ("must be child-maintenance-receipt/1", "rhaid iddo fod yn child-maintenance-receipt/1"),
        ("something nobody wrote", "something nobody wrote"),
    ],
)
def test_a_message_finds_its_own_welsh(english: str, welsh: str) -> None:
    assert in_language(english, "cy") == welsh
    assert in_language(english, "en") == english


def test_the_command_says_what_is_wrong_in_welsh() -> None:
    import io

    from childmaintenance.law.command_line import run

    out = io.StringIO()
    assert run("assess", io.BytesIO(b'{"id": "x1", "on": "yesterday"}'), out, "cy") == 1
    assert 'on: rhaid iddo fod yn ddyddiad megis "2026-04-01"' in out.getvalue()
    assert (LAW / "sentences" / "errors_cy.toml").is_file()
