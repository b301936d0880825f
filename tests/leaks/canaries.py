"""Words and numbers that stand in one protected field of one person, and nowhere else: whoever reads one has read that field."""

import base64
import binascii
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import unescape
from urllib.parse import unquote_plus

from tests.leaks.table import may_see


@dataclass(frozen=True, kw_only=True)
class Canary:
    """`of` is whom, or which case, the field is about; `told_by` whoever said it."""

    field: str
    of: str
    text: str
    told_by: str = ""

    @cached_property
    def bare(self) -> str:
        return bare(self.text)

    def __str__(self) -> str:
        return f"{self.field} of {self.of} ({self.text!r})"


@dataclass(frozen=True)
class Reader:
    """Somebody who looks at pages, and how they stand towards everybody and every case."""

    name: str
    stands: dict[str, frozenset[str]]

    def may_see(self, canary: Canary) -> bool:
        stands = self.stands.get(canary.of, frozenset()) | self.stands.get("everybody", frozenset())
        if canary.told_by == self.name:
            stands |= {"speaker"}
        return may_see(canary.field, stands)


def bare(text: str) -> str:
    """Letters and digits only, without capitals and accents: how something is spaced or dashed hides nothing."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return re.sub(r"[\W_]+", "", plain)


def readings(text: str) -> str:
    """The text as written and as a browser, a script or an address would read it, bare, one after the other."""
    ways = [text, unescape(text), unquote_plus(text), re.sub(r"<[^>]*>", "", unescape(text))]
    if "\\u" in text:
        ways.append(re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text))
    ways += _from_base64(text)
    return "|".join(bare(way) for way in dict.fromkeys(ways))


def _from_base64(text: str) -> Iterable[str]:
    for word in re.findall(r"[A-Za-z0-9+/_-]{16,}={0,2}", text)[:200]:
        try:
            yield base64.b64decode(word.replace("-", "+").replace("_", "/") + "==").decode("ascii")
        except (binascii.Error, UnicodeDecodeError):
            continue


readings_again = lru_cache(4096)(readings)
SHORT = 500
"""Characters of a header or an address: a crawl meets the same ones on every page."""


def found_in(text: str, canaries: Iterable[Canary]) -> list[Canary]:
    """Which canaries the text holds."""
    said = readings_again(text) if len(text) <= SHORT else readings(text)
    return [canary for canary in canaries if _stands_in(canary.bare, said) and _is_so_many(canary.text, text)]


def _is_so_many(looked_for: str, text: str) -> bool:
    """So many of something, such as "62 nos", stands there as such: in "L-38FN-AHH6-2" before "<noscript>" it does not."""
    count = re.fullmatch(r"(\d+) (\w+)", looked_for)
    if count is None:
        return True
    return (
        re.search(rf"(?<!\w){count[1]}(?:\W|<[^>]*>)*{count[2]}(?!\w)", unescape(unquote_plus(text)), re.I) is not None
    )


def _stands_in(looked_for: str, said: str) -> bool:
    """A number is looked for as a whole: 123456 is not in 9123456."""
    if looked_for not in said:
        return False
    if not looked_for.isdigit():
        return True
    return re.search(rf"(?<!\d){looked_for}(?!\d)", said) is not None
