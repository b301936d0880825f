"""A new field is not there until somebody has said who may see it."""

from tests.leaks.table import RELATIONS, rule_for, stored_fields, table, who_may


def test_every_stored_field_has_its_rule() -> None:
    nobody_said = []
    for field in stored_fields():
        try:
            rule_for(field)
        except KeyError:
            nobody_said.append(field)
    assert not nobody_said, "Say in tests/leaks/fields.toml who may see:\n" + "\n".join(nobody_said)


def test_every_rule_is_about_a_field_that_is_stored() -> None:
    stored = set(stored_fields())
    models = {field.rpartition(".")[0] for field in stored}
    gone = [
        field
        for field in who_may()
        if field.partition(":")[0] not in stored and not (field.endswith(".*") and field[:-2] in models)
    ]
    assert not gone, f"stands in a rule and is stored nowhere: {gone}"


def test_rules_speak_of_known_readers_and_give_their_reason() -> None:
    for rule in table()["rule"]:
        assert set(rule["who"]) <= RELATIONS
        assert rule["why"].endswith(".")
