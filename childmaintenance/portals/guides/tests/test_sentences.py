"""Pages say what they have to say, in both languages: `sentences.toml` lists it by what asks for it."""

import re
import tomllib
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
ROWS: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8"))[
    "row"
]
IN = {"en": "", "cy": "/cy"}


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.mark.parametrize("code", ["en", "cy"])
@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['id']}{row['at']}")
def test_the_page_says_what_the_row_asks(client: Client, row: dict[str, Any], code: str) -> None:
    answer = client.get(IN[code] + row["at"], follow=True)
    assert answer.status_code == 200
    said = words(answer.content.decode())
    assert [sentence for sentence in row[code] if sentence not in said] == [], f"{row['id']}: {row['asks']}"


def test_every_row_is_there() -> None:
    """The rows whose only proof is a sentence: none may be dropped with its page."""
    wanted = [
        *(f"S2-{number}" for number in (21, 22, 23, *range(51, 57), *range(94, 98), 106, *range(109, 114), 115, 127)),
        *(f"S3-{number}" for number in (*range(18, 24), *range(25, 31), 37, 41)),
    ]
    assert sorted(set(wanted) - {row["id"] for row in ROWS}) == []
    assert all(row["en"] and row["cy"] and row["asks"] for row in ROWS)
