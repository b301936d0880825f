"""The rules on the command line: one JSON object a line in, one a line out, in the same order."""

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any, BinaryIO, TextIO

from childmaintenance.law.commands.reading import Unreadable, read_line

# Each command is a module with `answer(fields) -> dict` and `in_words(answer, fields, language) -> list of sentences`.
COMMANDS = {
    "assess": "childmaintenance.law.commands.assess",
    "check": "childmaintenance.law.commands.check",
    "deduct": "childmaintenance.law.commands.deduct",
    "receipt": "childmaintenance.law.commands.receipt",
    "split": "childmaintenance.law.commands.split",
    "timeline": "childmaintenance.law.commands.timeline",
}


def main(arguments: list[str] | None = None) -> int:
    """Run a command over standard input; the exit status is 1 where a line is wrong or does not match."""
    parser = argparse.ArgumentParser(
        prog="childmaintenance", description="The rules of child maintenance, one JSON object a line."
    )
    parser.add_argument("command", choices=sorted([*COMMANDS, "law"]), help="law prints the rules as a book")
    parser.add_argument("--text", action="store_true", help="sentences in place of JSON")
    parser.add_argument("--cy", action="store_true", help="with --text: in Welsh")
    parser.add_argument("--json", action="store_true", help="with law: the book as data")
    chosen = parser.parse_args(arguments)
    if chosen.cy and not chosen.text:
        parser.error("--cy goes with --text")
    if chosen.json and chosen.command != "law":
        parser.error("--json goes with law; every other command answers in JSON unless --text is given")
    language = ("cy" if chosen.cy else "en") if chosen.text else None
    try:
        if chosen.command == "law":
            return print_law(as_data=chosen.json)
        return run(chosen.command, sys.stdin.buffer, sys.stdout, language)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def print_law(*, as_data: bool = False) -> int:
    """Write the rulebook as a page or as data; returns the exit status."""
    from childmaintenance.law.commands.law import print_book

    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    print_book(sys.stdout, as_data=as_data)
    return 0


def run(command: str, lines: BinaryIO, out: TextIO, language: str | None = None) -> int:
    """Answer every line of a stream; returns the exit status."""
    module = import_module(COMMANDS[command])
    status = 0
    for line in lines:
        answer, words = answer_line(line, module.answer, module.in_words if language else None, language)
        if "error" in answer or answer.get("matches") is False:
            status = 1
        text = "\n".join([*words, ""]) if language else json.dumps(answer)
        out.write(text.encode(out.encoding or "utf-8", "replace").decode(out.encoding or "utf-8") + "\n")
        out.flush()
    return status


def answer_line(
    line: bytes,
    answer: Callable[[Any], dict[str, Any]],
    in_words: Callable[[dict[str, Any], Any, str], Iterable[str]] | None,
    language: str | None,
) -> tuple[dict[str, Any], list[str]]:
    """One line's answer with its id, or what was wrong with it."""
    identity: Any = None
    try:
        fields = read_line(line)
        identity = fields.identity
        found = answer(fields)
        words = [f"{identity}", *in_words(found, fields, language or "en")] if in_words else []
        return {"id": identity, **found}, words
    except Unreadable as wrong:
        error = {"id": identity, "error": {"field": wrong.field, "message": wrong.message}}
        return error, [f"{identity}", _wrong(wrong, language)] if language else []


def _wrong(wrong: Unreadable, language: str) -> str:
    from childmaintenance.law.sentences import say
    from childmaintenance.law.sentences.errors import in_language

    return say("words", "error", language, field=wrong.field, message=in_language(wrong.message, language))


if __name__ == "__main__":
    sys.exit(main())
