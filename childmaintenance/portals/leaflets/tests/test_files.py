"""Braille and sound: offered while the file has today's words, and made by the machine's own programs where it has them."""

import datetime as dt
import re
import shutil
import wave
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from childmaintenance.correspondence.braille import CELLS, LINES, can_make_braille
from childmaintenance.correspondence.sound import as_said, can_speak
from childmaintenance.foundation import clock
from childmaintenance.foundation.language import in_language
from childmaintenance.guidance.leaflets import LEAFLETS
from childmaintenance.portals.leaflets.files import Form, made, make

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("prefix", ["", "/cy"])
WITH_BRAILLE = pytest.mark.skipif(not can_make_braille(), reason="this machine has no lou_translate")
WITH_SOUND = pytest.mark.skipif(not can_speak(), reason="this machine has no espeak-ng")
UNDER_NO_FIGURES = "your-feelings"


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    """Nothing is made yet."""
    settings.LEAFLET_FILES = tmp_path / "leaflets"
    return settings.LEAFLET_FILES


def a_program(folder: Path, name: str, script: str) -> None:
    """A program on PATH, as the machine would have it."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


@BOTH
def test_a_page_without_files_says_so_and_says_how_to_get_them(client: Client, prefix: str) -> None:
    page = client.get(f"{prefix}/leaflets/staying-safe").content.decode()
    said = "Nid oes ffeil braille na ffeil sain" if prefix else "There is no braille file and no sound file"
    assert said in page and "<audio" not in page and f'href="{prefix}/leaflets/order"' in page
    for form in ("braille", "sound"):
        assert f"/{form}" not in re.sub(r"<head>.*?</head>", "", page, flags=re.DOTALL)
        assert client.get(f"{prefix}/leaflets/staying-safe/{form}").status_code == 404


def test_a_machine_without_the_programs_makes_nothing_and_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    with pytest.raises(CommandError, match="apt install liblouis-bin espeak-ng"):
        call_command("leaflet_files")
    assert not folder.exists()


@pytest.mark.parametrize("script", ["exit 1", "echo short", "cat >/dev/null", "sed \"s/^/'\\\\\\\\X2603'/\""])
def test_a_program_that_answers_oddly_makes_no_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: Path, script: str
) -> None:
    a_program(tmp_path / "bin", "lou_translate", script)
    monkeypatch.setenv(
        "PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin" if "sed" in script or "cat" in script else str(tmp_path / "bin")
    )
    monkeypatch.setattr("childmaintenance.portals.leaflets.files.can_speak", lambda: False)
    with pytest.raises(CommandError, match="24 could not be made"):
        call_command("leaflet_files")
    assert not folder.exists()


@WITH_BRAILLE
@BOTH
def test_a_braille_file_has_pages_that_a_display_and_an_embosser_take(client: Client, prefix: str) -> None:
    leaflet = LEAFLETS.page("staying-safe")
    with in_language(prefix.strip("/") or "en"):
        make(leaflet, Form.BRAILLE)
    page = client.get(f"{prefix}/leaflets/staying-safe").content.decode()
    answer = client.get(f"{prefix}/leaflets/staying-safe/braille")
    content = b"".join(answer).decode("ascii")
    assert answer["Content-Disposition"] == f'attachment; filename="ocm-dg6-{prefix.strip("/") or "en"}.brf"'
    pages = content.split("\f")[:-1]
    assert re.search(rf"BRF, {len(pages)} (pages?|t?d?udalen)", page)
    for number, rows in enumerate((one.split("\r\n")[:-1] for one in pages), 1):
        assert len(rows) == LINES and max(map(len, rows)) <= CELLS
        assert rows[-1].strip() == "#" + str(number).translate(str.maketrans("1234567890", "ABCDEFGHIJ"))
        assert rows[-2] == "" or not rows[-2].startswith("      "), "a heading never ends a page"
    assert pages[0].split("\r\n")[0] == (
        "     ,CYNHAL;? PL A *ADW';N DDIOGEL" if prefix else "         ,* MA9T5.E & /AY+ SAFE"
    )
    assert "#III" in content, "the emergency number"


@WITH_BRAILLE
def test_every_leaflet_has_a_form_in_braille_in_both_languages(folder: Path) -> None:
    for leaflet in LEAFLETS.pages():
        for language in ("en", "cy"):
            with in_language(language):
                assert make(leaflet, Form.BRAILLE).length >= 2
    assert len(list(folder.glob("*.brf"))) == 24


@WITH_SOUND
@BOTH
def test_a_sound_file_plays_in_parts_and_the_page_says_how_long_it_is(client: Client, prefix: str) -> None:
    leaflet = LEAFLETS.page("staying-safe")
    with in_language(prefix.strip("/") or "en"):
        file = make(leaflet, Form.SOUND)
    assert file.ending in (".mp3", ".opus", ".wav") and 1 <= file.length <= 6
    answer = client.get(f"{prefix}/leaflets/staying-safe")
    page = answer.content.decode()
    assert (
        f'src="{prefix}/leaflets/staying-safe/sound"' in page
        and "media-src 'self'" in answer["Content-Security-Policy"]
    )
    assert re.search(rf"{file.ending[1:].upper()}, {file.length} (minutes?|f?m?unud), {file.size_in_words}", page)
    at = f"{prefix}/leaflets/staying-safe/sound"
    whole = b"".join(client.get(at))
    assert len(whole) == file.size
    for asked, part in (
        ("bytes=0-99", whole[:100]),
        ("bytes=-50", whole[-50:]),
        (f"bytes={len(whole) - 5}-", whole[-5:]),
    ):
        answer = client.get(at, headers={"range": asked})
        assert answer.status_code == 206 and answer.content == part
        assert answer["Content-Range"].endswith(f"/{len(whole)}")
    assert client.get(at, headers={"range": f"bytes={len(whole)}-"}).status_code == 416
    for odd in ("bytes=-", "bytes=a-b", "lines=1-2", "bytes=0-1,4-5", "bytes=" + "9" * 40 + "-"):
        assert client.get(at, headers={"range": odd}).status_code == 200


@WITH_SOUND
def test_without_a_program_that_makes_it_short_the_sound_stays_long(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "espeak-ng").symlink_to(shutil.which("espeak-ng"))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    file = make(LEAFLETS.page("family-based-form"), Form.SOUND)
    assert file.ending == ".wav"
    with wave.open(str(file.path)) as heard:
        assert heard.getnframes() / heard.getframerate() > 60


def a_file(folder: Path, name: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(b",* MA9T5.E\r\n\f")
    return folder / name


def test_a_file_of_other_words_is_not_offered(
    client: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: Path
) -> None:
    a_program(tmp_path / "bin", "lou_translate", "cat")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    leaflet = LEAFLETS.page(UNDER_NO_FIGURES)
    old = a_file(folder, "sg2-en-braille-0123456789abcdef-1.brf")
    assert made(leaflet, Form.BRAILLE) is None
    assert client.get(f"/leaflets/{UNDER_NO_FIGURES}/braille").status_code == 404
    monkeypatch.setattr("childmaintenance.correspondence.braille.PLAIN", {ord(c): "-" for c in "’‘“”–…£☐•"})
    new = make(leaflet, Form.BRAILLE)
    assert not old.exists() and made(leaflet, Form.BRAILLE) == new
    assert client.get(f"/leaflets/{UNDER_NO_FIGURES}/braille").status_code == 200


@WITH_BRAILLE
def test_figures_that_change_take_the_old_file_away() -> None:
    leaflet = LEAFLETS.page("staying-safe")
    with clock.travel(dt.date(2026, 11, 22)):
        make(leaflet, Form.BRAILLE)
        assert made(leaflet, Form.BRAILLE)
    with clock.travel(dt.date(2020, 1, 2)):  # an application cost money then
        assert made(leaflet, Form.BRAILLE) is None


def test_figures_are_spoken_as_people_say_them() -> None:
    assert (
        as_said("It is £7.00, or £1,234.56 a week: 20%.", language="en")
        == "It is 7 pounds, or 1234 pounds 56 a week: 20 per cent."
    )
    assert as_said("£7 yr wythnos, 4% yn llai", language="cy") == "7 punt yr wythnos, 4 y cant yn llai"
    assert as_said("Ring 0808 2000 247.", language="en") == "Ring 0 8 0 8, 2 0 0 0, 2 4 7."
    assert as_said("on 22 November 2026, press 55", language="en") == "on 22 November 2026, press 55"
