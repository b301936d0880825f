"""What every template can use: upstream component macros, addresses, languages, money and dates."""

import hashlib
import os
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import govuk_frontend_jinja
from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import get_urlconf, reverse
from django.utils.translation import gettext, ngettext, npgettext, pgettext
from jinja2 import ChoiceLoader, Environment, FileSystemBytecodeCache, FileSystemLoader, PrefixLoader

from childmaintenance.foundation import language
from childmaintenance.foundation.forms.macros import error_summary, fields_at_top, macro_for
from childmaintenance.values.money import Money

WELSH_PREFIX = "/cy"


def environment(**options: Any) -> Environment:
    """The one Jinja environment, named in settings. Templates are compiled once and kept: a change needs a restart."""
    upstream = FileSystemLoader(str(files(govuk_frontend_jinja) / "templates"))
    options["loader"] = ChoiceLoader([options["loader"], PrefixLoader({"govuk_frontend_jinja": upstream})])
    options["auto_reload"] = False
    options["bytecode_cache"] = compiled(settings.COMPILED_TEMPLATES)
    env = Environment(**options, extensions=["jinja2.ext.i18n", "jinja2.ext.do"], trim_blocks=True, lstrip_blocks=True)  # noqa: S701 -- Django passes autoescape
    # A sentence over several lines is one sentence, here as where the sentences are gathered (config.catalogues).
    env.policies["ext.i18n.trimmed"] = True
    env.install_gettext_callables(  # type: ignore[attr-defined]
        gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext
    )
    env.globals.update(
        url=url,
        static=static,
        in_welsh=in_welsh,
        this_language=language.current,
        same_page_in=same_page_in,
        macro_for=macro_for,
        fields_at_top=fields_at_top,
        error_summary=error_summary,
    )
    env.filters.update(money=money, long_date=language.long_date, indent=as_it_stands)
    return env


def compiled(folder: Path) -> FileSystemBytecodeCache | None:
    """Where templates lie compiled, so that no process compiles what another has: a first view takes a third of a second less.

    Each file is named after its template's text. What is set up in this module goes into the code too, so it names the folder.
    Nothing is kept where the folder cannot be written, or where somebody else could have put it.
    """
    mine = folder / hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:12]
    try:
        mine.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = mine.stat()
    except OSError:
        return None
    if found.st_uid != os.getuid() or found.st_mode & 0o022 or not os.access(mine, os.W_OK):
        return None
    return FileSystemBytecodeCache(str(mine))


def url(name: str, /, **parts: Any) -> str:
    """The address of a page by its name, in the language being read."""
    if parts:
        return reverse(name, kwargs=parts)
    return _fixed(name, language.current(), get_urlconf() or settings.ROOT_URLCONF)


@cache
def _fixed(name: str, _language: str, urlconf: str) -> str:
    """One without parts is the same for every reader of a language, and every page has some twenty of them."""
    return reverse(name, urlconf=urlconf)


def as_it_stands(text: str, *_how: object, **_more: object) -> str:
    """In place of `indent`, with which the upstream macros line up their source, line by line, for nobody to see."""
    return text


def in_welsh() -> bool:
    """Whether the page being made is in Welsh."""
    return language.current() == language.WELSH


def same_page_in(request: HttpRequest, code: str) -> str:
    """The address of this very page in another language, with its query; it need not exist, so error pages can use it."""
    path = request.path
    if path == WELSH_PREFIX or path.startswith(f"{WELSH_PREFIX}/"):
        path = path[len(WELSH_PREFIX) :] or "/"
    query = request.META.get("QUERY_STRING", "")
    if code == "cy":
        path = f"{WELSH_PREFIX}{path}"
    # A path that begins with two slashes would be read by a browser as another site.
    return "/" + path.lstrip("/") + (f"?{query}" if query else "")


def money(amount: int | Money) -> str:
    """Whole pence, or Money of whole pence, as "£1,234.56"."""
    return language.pounds(amount.in_pence if isinstance(amount, Money) else amount)
