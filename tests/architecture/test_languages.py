"""Every sentence of every page and letter has its Welsh."""

from pathlib import Path

import pytest

from childmaintenance.config import catalogues
from childmaintenance.config.catalogues import Room


@pytest.mark.parametrize("room", catalogues.rooms(), ids=lambda room: room.name)
def test_every_sentence_of_the_room_has_its_welsh(room: Room) -> None:
    problems = catalogues.problems(room)
    assert not problems, "\n".join(["./run messages adds what is missing:", *problems])


def small_room(folder: Path, code: str, catalogue: str) -> Room:
    """A room with one file and one catalogue."""
    (folder / "apps.py").write_text("")
    (folder / "pages.py").write_text(code)
    room = Room("small", folder)
    room.catalogue.parent.mkdir(parents=True)
    room.catalogue.write_text(f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n{catalogue}')
    return room


@pytest.mark.parametrize(
    ("catalogue", "problem"),
    [
        ("", "not in the catalogue (pages.py): Pay %(sum)s today"),
        ('msgid "Pay %(sum)s today"\nmsgstr ""', "no Welsh (pages.py): Pay %(sum)s today"),
        ('#, fuzzy\nmsgid "Pay %(sum)s today"\nmsgstr "Talwch %(sum)s heddiw"', "fuzzy (pages.py): Pay %(sum)s today"),
        ('msgid "Pay %(sum)s today"\nmsgstr "Talwch %(swm)s heddiw"', "placeholders differ"),
        ('msgid "Pay %(sum)s today"\nmsgstr "Talwch heddiw"', "placeholders differ"),
        (
            'msgid "Pay %(sum)s today"\nmsgstr "Talwch %(sum)s heddiw"\n\nmsgid "Old"\nmsgstr "Hen"',
            "no longer said: Old",
        ),
        (
            'msgid "Pay %(sum)s today"\nmsgstr "Talwch %(sum)s heddiw"\n\n#~ msgid "Old"\n#~ msgstr "Hen"',
            "commented out: Old",
        ),
    ],
)
def test_the_check_sees_what_is_wrong(tmp_path: Path, catalogue: str, problem: str) -> None:
    room = small_room(tmp_path, '_("Pay %(sum)s today")', catalogue)
    (found,) = catalogues.problems(room)
    assert problem in found


def test_english_left_in_place_of_welsh_is_seen(tmp_path: Path) -> None:
    room = small_room(
        tmp_path,
        '_("What you told us about it")',
        'msgid "What you told us about it"\nmsgstr "What you told us about it"',
    )
    assert catalogues.problems(room) == ["the same as the English (pages.py): What you told us about it"]


def test_a_whole_catalogue_has_nothing_wrong_and_stays_as_it_is(tmp_path: Path) -> None:
    room = small_room(tmp_path, '_("Pay %(sum)s today")', 'msgid "Pay %(sum)s today"\nmsgstr "Talwch %(sum)s heddiw"')
    catalogues.update(room)
    first = room.catalogue.read_text()
    catalogues.update(room)
    assert room.catalogue.read_text() == first
    assert catalogues.problems(room) == []
    assert "Talwch %(sum)s heddiw" in first and "POT-Creation-Date" not in first


def test_pages_and_lazy_and_plural_sentences_are_gathered(tmp_path: Path) -> None:
    room = small_room(
        tmp_path, 'gettext_lazy("Lazy")\nngettext("%(n)s night", "%(n)s nights", 2)\npgettext("month", "May")', ""
    )
    page = tmp_path / "jinja2" / "small" / "page.html"
    page.parent.mkdir(parents=True)
    page.write_text(
        "<h1>{{ _('On the page') }}</h1>{% trans %}Over\n    two lines{% endtrans %}"
        "{{ ngettext('%(num)s day', '%(num)s days', 3) }}"
    )
    ids = {message.id for message in catalogues.said(room) if message.id}
    assert ids == {
        "Lazy",
        ("%(n)s night", "%(n)s nights"),
        "May",
        "On the page",
        "Over two lines",
        ("%(num)s day", "%(num)s days"),
    }
