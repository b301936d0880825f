"""Python with its keywords, words and numbers marked, so that the eye finds its way."""

import io
import keyword
import token
import tokenize
from html import escape

KINDS = {token.COMMENT: "c", token.STRING: "s", token.NUMBER: "n"}


def marked(code: str) -> str:
    """The code as HTML. A piece of a function is looked at as it stands, indented or not."""
    lines = code.splitlines(keepends=True)
    spans: list[tuple[int, int, int, str]] = []
    try:
        for found in tokenize.generate_tokens(io.StringIO(code).readline):
            kind = KINDS.get(found.type) or (
                "k" if found.type == token.NAME and keyword.iskeyword(found.string) else ""
            )
            if kind and found.start[0] == found.end[0]:
                spans.append((found.start[0] - 1, found.start[1], found.end[1], kind))
    except (tokenize.TokenError, IndentationError):
        pass  # a piece may end inside a bracket or step back in; what was found until then is marked
    for place, start, end, kind in sorted(spans, reverse=True):
        line = lines[place]
        lines[place] = f"{line[:start]}\x00{kind}\x01{line[start:end]}\x02{line[end:]}"
    text = escape("".join(lines), quote=False)
    for kind in ("c", "s", "n", "k"):
        text = text.replace(f"\x00{kind}\x01", f'<span class="{kind}">')
    return text.replace("\x02", "</span>")
