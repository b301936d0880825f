"""Every form that anybody or a parent can send says what it is for, or why there is nothing to say."""

import inspect
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

import childmaintenance
from childmaintenance.privacy import purposes
from childmaintenance.privacy.collecting import Point, register
from childmaintenance.privacy.notices import Kind, notice


def named(patterns: list[Any], space: str = "") -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every address by its name, with the view that answers."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from named(pattern.url_patterns, f"{space}{pattern.namespace}:" if pattern.namespace else space)
        elif isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}", pattern.callback


def may_be_sent_something(view: Callable[..., Any]) -> bool:
    """Whether a view may read what a form sends: unless it refuses it, or its whole file never looks.

    A page that is kept for everybody is looked at closely: it is made from nothing that was sent, unless it says so itself.
    """
    layers = [view]
    while inner := getattr(layers[-1], "__wrapped__", None):
        layers.append(inner)
    for layer in layers:
        code = layer.__code__
        if "request_method_list" in code.co_freevars:
            methods = layer.__closure__[code.co_freevars.index("request_method_list")].cell_contents
            if "POST" not in methods:
                return False
    last = layers[-1]
    if page := getattr(last, "view_class", None):
        return hasattr(page, "post")
    looked_in = last if getattr(view, "kept_for", 0) else sys.modules[last.__module__]
    return "POST" in inspect.getsource(looked_in)


def forms() -> dict[str, Callable[..., Any]]:
    """What anybody or a parent can send, by name."""
    return {
        name: view
        for name, view in named(get_resolver().url_patterns)
        if not str(getattr(view, "who_may", "")).startswith("staff") and may_be_sent_something(view)
    }


def test_every_form_says_what_it_is_for():
    silent = sorted(name for name in forms() if register().of(name) is None)
    assert not silent, f"Say in privacy/collecting.toml what these take, and what for: {', '.join(silent)}"


def test_the_way_of_looking_finds_the_forms_there_are():
    found = set(forms())
    assert {
        "account_signup",
        "insight:feedback",
        "leaflets:order",
        "parents:apply:question",
        "arrangement:send",
    } <= found
    assert {"parents:apply:item", "parents:apply:check", "calculator:start", "separation:suggest"} <= found
    assert not {"privacy", "parents:home", "parents:apply:done", "start"} & found


def test_nothing_is_said_of_what_is_not_there():
    names = {name for name, _view in named(get_resolver().url_patterns)}
    for one in (*register().points, *register().nothing):
        for form in one.forms:
            here = form in names or any(name.startswith(form.removesuffix("*")) for name in names if form.endswith("*"))
            assert here or form.startswith("demo:"), f"{form} is there no more"
    assert {name for point in register().points for name in point.shown} <= names


def test_each_leads_to_a_part_of_the_notice_and_a_purpose():
    parts = {part.id for part in notice(Kind.PRIVACY).parts}
    codes = {purpose.code for purpose in purposes.register().purposes}
    for point in register().points:
        assert point.section in parts and point.purpose in codes, point.key
        for words in (point.whys, point.tolds, point.nevers):
            assert set(words) == {"en", "cy"} and (words["en"] != words["cy"] or not words["en"]), point.key
        assert point.why and point.shown, point.key


def test_the_closest_word_counts():
    found = register().of("calculator:send")
    assert isinstance(found, Point) and found.key == "copy"
    other = register().of("calculator:question")
    assert isinstance(other, Point) and other.key == "calculator"


PAST_THE_RECORD = re.compile(
    r"first_steps\.(keep|forget)\(|correspondence\.copies import|reminding\.(begin|stop)_|reminders import .*(begin|stop)"
)


def test_what_visitors_ask_for_is_asked_for_where_it_is_noted():
    portals = Path(childmaintenance.__file__).parent / "portals"
    past = [
        str(file)
        for file in portals.rglob("*.py")
        if "tests" not in file.parts and PAST_THE_RECORD.search(file.read_text())
    ]
    assert not past, f"Ask privacy.asked_for, which notes that somebody asked: {past}"
