"""Nothing that somebody typed reaches a log, whoever logs it."""

import io
import json
import logging
from collections.abc import Iterator

import pytest

from childmaintenance.foundation.logs import log
from childmaintenance.foundation.logs.setting_up import configure


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What reached the log, as JSON lines."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    stream = io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    configure({"level": "INFO", "json": True})
    yield stream
    root.handlers[:] = before
    root.setLevel(level)


def lines(stream: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_allowed_particulars_are_kept(written: io.StringIO) -> None:
    log.info("job finished", job=12, case="C-7K3F-92QX-M", seconds=0.25)
    (line,) = lines(written)
    assert (line["event"], line["job"], line["case"], line["seconds"]) == ("job finished", 12, "C-7K3F-92QX-M", 0.25)
    assert "left_out" not in line


def test_anything_else_is_left_out_and_counted(written: io.StringIO) -> None:
    log.info("signed in", name="Catrin Rees", email="catrin@example.org", postcode="LL57 2DG", case="Catrin's case")
    (line,) = lines(written)
    assert line["left_out"] == 4
    assert (
        "Catrin" not in written.getvalue() and "catrin" not in written.getvalue() and "LL57" not in written.getvalue()
    )


def test_a_librarys_line_keeps_its_sentence_and_loses_its_values(written: io.StringIO) -> None:
    logging.getLogger("some.library").warning("Cannot write to %s at %s", "catrin@example.org", "12 High Street")
    (line,) = lines(written)
    assert line["event"] == "Cannot write to %s at %s"
    assert "catrin" not in written.getvalue() and "High Street" not in written.getvalue()


def test_a_sentence_with_an_address_in_it_is_not_written(written: io.StringIO) -> None:
    logging.getLogger("some.library").warning(f"Cannot write to {'catrin@example.org'}")
    assert "catrin" not in written.getvalue()
    assert lines(written)[0]["level"] == "warning"


def test_an_exception_is_its_class_and_where_and_not_what_it_quotes(written: io.StringIO) -> None:
    try:
        raise ValueError("no such person: Catrin Rees, AB123456C")
    except ValueError:
        logging.getLogger("some.library").exception("failed")
    (line,) = lines(written)
    assert line["exception"] == "builtins.ValueError"
    assert "test_logs.py" in str(line["where"])
    assert "Catrin" not in written.getvalue() and "AB123456C" not in written.getvalue()
