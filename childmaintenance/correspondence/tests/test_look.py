"""The paper wears the colours of the pages."""

import re
from pathlib import Path

from childmaintenance.correspondence.paper.compiler import TEMPLATES

PALETTE = Path(__file__).parents[2] / "foundation/styles/_palette.scss"
SAME = {"ink": "ink", "quiet": "muted", "accent": "teal", "tint": "teal-pale", "mark": "clay", "line-colour": "line"}


def test_the_colours_are_those_of_the_pages() -> None:
    pages = dict(re.findall(r"^\$([\w-]+): (#[0-9a-f]{6});", PALETTE.read_text(), re.MULTILINE))
    paper = dict(
        re.findall(r'^#let ([\w-]+) = rgb\("(#[0-9a-f]{6})"\)', (TEMPLATES / "look.typ").read_text(), re.MULTILINE)
    )
    assert paper == {ours: pages[theirs] for ours, theirs in SAME.items()}


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_text_stands_out_on_white_and_on_the_tint() -> None:
    paper = dict(
        re.findall(r'^#let ([\w-]+) = rgb\("(#[0-9a-f]{6})"\)', (TEMPLATES / "look.typ").read_text(), re.MULTILINE)
    )
    for text in ("ink", "quiet", "accent"):
        for ground in ("#ffffff", paper["tint"]):
            light, dark = sorted((_luminance(ground), _luminance(paper[text])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 5
