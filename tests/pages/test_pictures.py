"""Pictures are there for whoever has colours of their own, and on paper; and each stands beside the same in words."""

import pytest

from childmaintenance.portals.calculator.tests.walking import ANSWERS
from tests.plugin.filling import go_on, press

pytestmark = pytest.mark.browser
SHAPES = """() => {
    const text = getComputedStyle(document.body).color, page = getComputedStyle(document.body).backgroundColor;
    const mine = new Set([text, page, "none", "rgba(0, 0, 0, 0)"]);
    const lost = shape => { const {fill, stroke} = getComputedStyle(shape); return !mine.has(fill) || !mine.has(stroke)
        || (fill !== text && stroke !== text); };
    const shapes = [...document.querySelectorAll("main svg :is(path, rect, circle, line, polyline, polygon)")]
        .filter(shape => shape.checkVisibility());
    return {seen: shapes.length, lost: shapes.filter(lost).map(shape => shape.outerHTML.slice(0, 160))};
}"""
"""Shapes that do not stand out in the reader's own colour of text, or bring a colour of ours."""
SIZES = """() => [...document.querySelectorAll("main svg")].filter(drawing => drawing.checkVisibility())
    .map(drawing => drawing.getBoundingClientRect()).map(({width, height}) => width * height)"""


@pytest.mark.parametrize("address", ["/options", "/calculator/"])
def test_a_picture_is_there_in_ones_own_colours_and_on_paper(open_page, address):
    page = open_page()
    page.goto(address)
    if address == "/calculator/":
        press(page)
        go_on(page, ANSWERS.__getitem__)
    page.emulate_media(forced_colors="active", color_scheme="dark")
    found = page.evaluate(SHAPES)
    assert found["seen"], "no picture"
    assert found["lost"] == []
    page.emulate_media(forced_colors="none", color_scheme="light", media="print")
    sizes = page.evaluate(SIZES)
    assert sizes and min(sizes) > 300
