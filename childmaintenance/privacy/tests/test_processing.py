"""The record of processing names every table and field there is, with a purpose, a law, an end, and who is told."""

import tomllib
from importlib import import_module

from django.apps import apps

from childmaintenance.foundation.language import in_language
from childmaintenance.privacy import processing
from childmaintenance.privacy.processing import COLUMNS, KEPT_IN, lines, stored, tables


def said() -> dict:
    return tomllib.loads(KEPT_IN.read_text(encoding="utf-8"))


def test_every_table_is_described_in_both_languages():
    silent = sorted(set(stored()) - set(said()["holds"]))
    assert not silent, f"Say in privacy/tables.toml what these hold: {', '.join(silent)}"
    for part in ("holds", "kept"):
        for name, words in said()[part].items():
            assert name in stored(), f"{name} is stored no more"
            assert set(words) == {"en", "cy"} and words["en"] != words["cy"], name
    for way in ("from", "told"):
        assert set(said()[way]["table"]) <= set(stored())


def test_every_field_of_every_table_is_in_the_record():
    with in_language("cy"):
        found = list(lines())
    assert {(line[0], line[1]) for line in found} == {
        (name, field) for name, fields in stored().items() for field in fields
    }
    for line in found:
        assert len(line) == len(COLUMNS) and all(line[:8]), line[:2]


def test_what_is_said_to_be_erased_by_itself_has_something_that_does_it():
    for name, function in said()["erased_by"].items():
        assert name in stored(), f"{name} is stored no more"
        module, _dot, act = f"childmaintenance.{function}".rpartition(".")
        assert callable(getattr(import_module(module), act)), function


def test_nobody_is_told_what_only_a_person_or_staff_may_see():
    told = {one.name: {body.code for body in one.recipients} for one in tables()}
    for name in ("cases.SafetyDisclosure", "parties.ContactDetails", "cases.Task", "collection.BankEntry"):
        assert not told[name], name
    assert told["parties.BankAccount"] == {"BANK"} and "PARENTS" in told["calculation.Decision"]


def test_the_record_changes_with_the_models(monkeypatch):
    before = {one.name: one.fields for one in tables()}
    assert before["cases.Application"] == tuple(
        field.name for field in apps.get_model("cases", "Application")._meta.concrete_fields
    )
    monkeypatch.setattr(processing, "stored", lambda: {**stored(), "cases.Application": ("one", "two")})
    processing.tables.cache_clear()
    try:
        assert {one.name: one.fields for one in tables()}["cases.Application"] == ("one", "two")
    finally:
        monkeypatch.undo()
        processing.tables.cache_clear()
