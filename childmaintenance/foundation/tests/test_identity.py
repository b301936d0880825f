"""What a browser gets is ours: no crown, no GOV.UK name, no GDS typeface, colours that can be read, and light."""

import gzip
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]

STATIC = ROOT / "childmaintenance" / "foundation" / "static" / "foundation"
PALETTE = ROOT / "childmaintenance" / "foundation" / "styles" / "_palette.scss"
TEMPLATES = sorted((ROOT / "childmaintenance").rglob("jinja2/**/*.html"))
FIRST_VIEW = ("app.css", "app.js", "enable.js", "mark.svg", "favicon.svg")

# Text on what it stands on (4.5 to 1), and edges of controls and marks on what is beside them (3 to 1).
TEXT = [
    ("ink", "paper"), ("ink", "sheet"), ("muted", "paper"), ("muted", "sheet"), ("muted", "teal-pale"), ("sheet", "teal"),
    ("sheet", "teal-deep"), ("link", "paper"), ("link", "sheet"), ("link", "teal-pale"), ("visited", "paper"),
    ("ink", "focus"), ("error", "paper"), ("error", "sheet"), ("sheet", "error"), ("sheet", "success"),
    ("teal-deep", "teal-pale"), ("green-ink", "green-wash"), ("amber-ink", "amber-wash"), ("red-ink", "red-wash"),
    ("plum-ink", "plum-wash"), ("ink", "grey-wash"), ("ink", "green-wash"),
]  # fmt: skip
EDGES = [("control", "paper"), ("control", "sheet"), ("clay", "paper"), ("clay", "sheet"), ("teal", "paper")]


def served() -> list[Path]:
    return [file for file in STATIC.rglob("*") if file.suffix in {".css", ".js", ".svg"}]


@pytest.mark.parametrize("sign", ["gds transport", "govuk-crest", "govuk-logo", "crown", "gov.uk"])
def test_nothing_of_gov_uk_is_served(sign):
    for file in served():
        text = file.read_text().lower().replace("crown copyright", "")
        lines = [line for line in text.splitlines() if not line.startswith("// gov.uk frontend")]
        # Upstream's console messages name the library they come from; nobody sees them on a page.
        left = re.sub(r"gov\.uk frontend", "", "\n".join(lines))
        assert sign not in left, f"{sign!r} in {file.name}"


def test_upstream_is_thanked_beside_what_was_made_from_it():
    licence = (STATIC / "govuk-frontend-LICENCE.txt").read_text()
    assert "The MIT License" in licence
    assert "6.3.0" in licence
    assert "--govuk-frontend-version:6.3.0" in (STATIC / "app.css").read_text().replace(" ", "").replace('"', "")


def test_nothing_comes_from_elsewhere():
    for file in served():
        assert not re.search(r"(?:url\(|@import|src=)[\"']?https?:", file.read_text()), file.name


def test_a_first_view_is_light():
    weight = sum(len(gzip.compress((STATIC / name).read_bytes(), 9)) for name in FIRST_VIEW)
    assert weight < 40_000, f"{weight} bytes compressed"


def test_every_colour_can_be_read():
    colours = dict(re.findall(r"\$([\w-]+): (#[0-9a-f]{6});", PALETTE.read_text()))
    for pairs, least in ((TEXT, 4.5), (EDGES, 3.0)):
        for one, other in pairs:
            found = contrast(colours[one], colours[other])
            assert found >= least, f"{one} on {other}: {found:.2f}"


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: str(file.relative_to(ROOT / "childmaintenance")))
def test_no_template_has_style_or_script_of_its_own(template):
    text = re.sub(r"\{#.*?#\}", "", template.read_text(), flags=re.S)
    assert not re.search(r"<style\b|\sstyle=|\son\w+=\"|<script(?![^>]*\bsrc=)|javascript:", text), (
        "the content security policy would refuse it"
    )


def contrast(one: str, other: str) -> float:
    """WCAG 2's contrast ratio."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
