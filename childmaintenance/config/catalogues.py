"""The Welsh of every room: what its code and pages say, and what its catalogue has for it."""

import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from childmaintenance.config.places import ROOT

HOUSE = ROOT / "childmaintenance"
LANGUAGE = "cy"
KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "now": None,  # gettext, where a module's _ is the lazy one
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
LONG = 4  # words: a sentence that long is not the same in both languages by chance


@dataclass(frozen=True)
class Room:
    """An app: its dotted name, as in INSTALLED_APPS without the house, and its folder."""

    name: str
    folder: Path

    @property
    def catalogue(self) -> Path:
        return self.folder / "locale" / LANGUAGE / "LC_MESSAGES" / "django.po"


def rooms() -> list[Room]:
    """Every app of the house, wherever it is: each has an apps.py."""
    folders = sorted(file.parent for file in HOUSE.rglob("apps.py"))
    return [Room(".".join(folder.relative_to(HOUSE).parts), folder) for folder in folders]


def said(room: Room) -> Catalog:
    """Every sentence that the room's code and pages say, with where, but not the line: lines move."""
    catalogue = Catalog(locale=LANGUAGE, domain="django")
    for file in sources(room):
        method = "python" if file.suffix == ".py" else "jinja2.ext:babel_extract"
        options = {
            "extensions": "jinja2.ext.i18n,jinja2.ext.do",
            "silent": "false",
            "trimmed": "true",
            "newstyle_gettext": "true",
        }
        found = extract_from_file(
            method, file, keywords=KEYWORDS, comment_tags=("Translators:",), options=options, strip_comment_tags=True
        )
        place = file.relative_to(room.folder).as_posix()
        for _, message, comments, context in found:
            known = catalogue.get(message[0] if isinstance(message, tuple) else message, context)
            if known is not None and any(where == place for where, _ in known.locations):
                continue
            here: Any = [(place, None)]  # no line: lines move
            catalogue.add(message, locations=here, auto_comments=comments, context=context)
    return catalogue


def sources(room: Room) -> list[Path]:
    """The files of a room that may say something: not its tests, its migrations, or the rooms inside it."""
    inner = {file.parent for file in room.folder.rglob("apps.py")} - {room.folder}
    return [
        file
        for file in sorted(
            [*room.folder.rglob("*.py"), *room.folder.rglob("jinja2/**/*.html"), *room.folder.rglob("jinja2/**/*.txt")]
        )
        if not {"tests", "migrations"} & set(file.relative_to(room.folder).parts) and not inner & set(file.parents)
    ]


def written(room: Room) -> Catalog:
    """The room's catalogue as it is; empty if there is none."""
    if not room.catalogue.exists():
        return Catalog(locale=LANGUAGE, domain="django")
    with room.catalogue.open("rb") as file:
        return read_po(file, locale=LANGUAGE, domain="django")


def update(room: Room) -> None:
    """Add what is newly said, drop what is no longer, and keep the Welsh of the rest; no guesses."""
    now = said(room)
    if not len(now) and not room.catalogue.exists():
        return
    merged = written(room)
    merged.update(now, no_fuzzy_matching=True, update_header_comment=False, keep_user_comments=True)
    text = BytesIO()
    write_po(text, merged, width=118, sort_by_file=True, ignore_obsolete=True, omit_header=True, include_lineno=False)
    room.catalogue.parent.mkdir(parents=True, exist_ok=True)
    room.catalogue.write_text(header(merged) + text.getvalue().decode().strip() + "\n", encoding="utf-8")


def header(catalogue: Catalog) -> str:
    """The fewest lines a catalogue needs; no dates, which would differ at every update."""
    return (
        '# Welsh. ./run messages keeps this file in step with the code; write the Welsh here.\nmsgid ""\nmsgstr ""\n'
        '"Language: cy\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {catalogue.plural_forms}\\n"\n\n'
    )


def problems(room: Room) -> list[str]:
    """What is missing, fuzzy, obsolete, or does not have the same placeholders; each as a line."""
    wanted, have = said(room), written(room)
    found = []
    for message in wanted:
        if not message.id:
            continue
        welsh = have.get(message.id if isinstance(message.id, str) else message.id[0], message.context)
        where = message.locations[0][0]
        if welsh is None or welsh.id != message.id:
            found.append(f"not in the catalogue ({where}): {shown(message)}")
        else:
            found += [f"{problem} ({where}): {shown(message)}" for problem in wrong_with(welsh)]
    for message in have:
        if (
            message.id
            and wanted.get(message.id if isinstance(message.id, str) else message.id[0], message.context) is None
        ):
            found.append(f"no longer said: {shown(message)}")
    found += [f"no longer said, and commented out: {shown(message)}" for message in have.obsolete.values()]
    return found


def wrong_with(welsh: Message) -> list[str]:
    """What is wrong with one entry."""
    english = [welsh.id] if isinstance(welsh.id, str) else list(welsh.id)
    texts = [welsh.string] if isinstance(welsh.string, str) else list(welsh.string or ())
    found = []
    if welsh.fuzzy:
        found.append("fuzzy")
    if not texts or not all(text and text.strip() for text in texts):
        return [*found, "no Welsh"]
    allowed = set().union(*(set(PLACEHOLDER.findall(text)) for text in english))
    needed = set(PLACEHOLDER.findall(english[-1]))
    for text in texts:
        has = set(PLACEHOLDER.findall(text))
        # A plural form for one or two may name the number in a word instead.
        if has - allowed or (len(texts) == 1 and needed - has):
            found.append(f"placeholders differ, {sorted(needed)} and {sorted(has)}")
    if len(english) == 1 and texts[0] == english[0] and len(re.findall(r"[^\W\d]{2,}", english[0])) >= LONG:
        found.append("the same as the English")
    return found


def shown(message: Message) -> str:
    """The start of a sentence, on one line."""
    text = message.id if isinstance(message.id, str) else message.id[0]
    return " ".join(text.split())[:90]
