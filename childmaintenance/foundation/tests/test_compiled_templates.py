"""Templates are compiled once for all processes, and only from a folder that is ours alone."""

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from childmaintenance.foundation.pages import compiled


def shown(templates: Path, kept: Path) -> str:
    """The page as a process that has just begun makes it."""
    return (
        Environment(loader=FileSystemLoader(templates), bytecode_cache=compiled(kept), autoescape=True)
        .get_template("page.html")
        .render(name="<Elin>")
    )


def test_the_next_process_compiles_nothing_and_a_changed_page_is_seen(tmp_path, monkeypatch):
    templates, kept = tmp_path / "templates", tmp_path / "kept"
    templates.mkdir()
    (templates / "page.html").write_text("Hello {{ name }}", encoding="utf-8")
    assert shown(templates, kept) == "Hello &lt;Elin&gt;"
    with monkeypatch.context() as broken:
        broken.setattr(Environment, "compile", lambda *given, **named: pytest.fail("compiled again"))
        assert shown(templates, kept) == "Hello &lt;Elin&gt;"
    (templates / "page.html").write_text("Goodbye {{ name }}", encoding="utf-8")
    assert shown(templates, kept) == "Goodbye &lt;Elin&gt;"


def test_only_its_owner_may_look_in_and_what_others_could_write_is_not_used(tmp_path):
    found = compiled(tmp_path)
    assert found is not None
    [folder] = tmp_path.iterdir()
    assert folder.stat().st_mode & 0o077 == 0
    folder.chmod(0o777)
    assert compiled(tmp_path) is None


def test_where_nothing_can_be_kept_pages_are_made_all_the_same(tmp_path):
    (tmp_path / "a-file").write_text("", encoding="utf-8")
    assert compiled(tmp_path / "a-file") is None
    (tmp_path / "page.html").write_text("Hello", encoding="utf-8")
    assert shown(tmp_path, tmp_path / "a-file") == "Hello"
