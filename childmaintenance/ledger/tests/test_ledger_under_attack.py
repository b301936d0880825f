"""The books under attack: raw SQL by the application's own role, and by the owner. Everything false is refused."""

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from childmaintenance.ledger import queries
from childmaintenance.ledger.terms import AccountKind
from childmaintenance.ledger.tests.books import received
from tests.plugin.databases import Cluster

JOURNAL = """
    INSERT INTO ledger_journal (id, kind, day, key, because, legs, pence, "by", at)
    VALUES (900001, 'receipt', '2026-03-02', 'attack', '', {legs}, {pence}, 'system:attack', now());
"""
ENTRIES = "INSERT INTO ledger_entry (journal_id, line, account_id, side, pence) VALUES {rows};"
BANK = "(SELECT number FROM ledger_account WHERE kind = 'bank')"
HELD = "(SELECT number FROM ledger_account WHERE kind = 'held_for')"
KNOWN = "(SELECT min(id) FROM ledger_journal)"


def journal(rows: str, *, legs: int = 2, pence: int = 500) -> str:
    return JOURNAL.format(legs=legs, pence=pence) + ENTRIES.format(rows=rows)


ATTACKS = {
    "change an amount": "UPDATE ledger_entry SET pence = pence + 1",
    "change no row at all": "UPDATE ledger_entry SET pence = pence + 1 WHERE false",
    "redirect an account": "UPDATE ledger_account SET reference = 'P-2'",
    "change a day": "UPDATE ledger_journal SET day = '2020-01-01'",
    "delete entries": "DELETE FROM ledger_entry",
    "delete journals": "DELETE FROM ledger_journal",
    "delete accounts": "DELETE FROM ledger_account",
    "truncate entries": "TRUNCATE ledger_entry",
    "truncate everything": "TRUNCATE ledger_entry, ledger_journal, ledger_account CASCADE",
    "merge rows away": "MERGE INTO ledger_entry a USING ledger_journal b ON a.journal_id = b.id WHEN MATCHED THEN DELETE",
    "overwrite on conflict": """
        INSERT INTO ledger_account SELECT * FROM ledger_account ON CONFLICT (number) DO UPDATE SET reference = 'P-2'
    """,
    "switch the triggers off": "ALTER TABLE ledger_entry DISABLE TRIGGER ALL",
    "switch one trigger off": "ALTER TABLE ledger_journal DISABLE TRIGGER ledger_journals_announced",
    "drop a trigger": "DROP TRIGGER ledger_entries_complete ON ledger_entry",
    "drop a check": "ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_above_nought",
    "add a column": "ALTER TABLE ledger_entry ADD COLUMN note text",
    "drop a table": "DROP TABLE ledger_entry",
    "replace a function": """
        CREATE OR REPLACE FUNCTION ledger_entries_complete_their_journals() RETURNS trigger
        LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'
    """,
    "add a rule": "CREATE RULE quiet AS ON INSERT TO ledger_entry DO INSTEAD NOTHING",
    "add a trigger": """
        CREATE TRIGGER mine BEFORE INSERT ON ledger_entry FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()
    """,
    "play a replica": "SET session_replication_role = replica",
    "become the owner": "SET ROLE cm_owner",
    "become a superuser": "SET ROLE postgres",
    "change the session's user": "SET SESSION AUTHORIZATION cm_owner",
    "grant itself more": "GRANT UPDATE ON ledger_entry TO cm_app; UPDATE ledger_entry SET pence = 1",
    "unbalanced": journal(f"(900001, 1, {BANK}, 'D', 500), (900001, 2, {HELD}, 'C', 499)"),
    "balanced, but not as announced": journal(f"(900001, 1, {BANK}, 'D', 600), (900001, 2, {HELD}, 'C', 600)"),
    "only debits": journal(f"(900001, 1, {BANK}, 'D', 500), (900001, 2, {HELD}, 'D', 500)"),
    "half a journal": journal(f"(900001, 1, {BANK}, 'D', 500)"),
    "a journal in two halves": journal(f"(900001, 1, {BANK}, 'D', 500)")
    + ENTRIES.format(rows=f"(900001, 2, {HELD}, 'C', 500)"),
    "a gap in the lines": journal(f"(900001, 1, {BANK}, 'D', 500), (900001, 3, {HELD}, 'C', 500)"),
    "the same line twice": journal(f"(900001, 1, {BANK}, 'D', 500), (900001, 1, {HELD}, 'C', 500)"),
    "an entry of nought": journal(
        f"(900001, 1, {BANK}, 'D', 500), (900001, 2, {HELD}, 'C', 500), (900001, 3, {HELD}, 'C', 0)", legs=3
    ),
    "an entry below nought": journal(f"(900001, 1, {BANK}, 'D', -500), (900001, 2, {HELD}, 'C', -500)"),
    "no such account": journal(f"(900001, 1, {BANK}, 'D', 500), (900001, 2, 987654321, 'C', 500)"),
    "no such side": journal(f"(900001, 1, {BANK}, 'D', 500), (900001, 2, {HELD}, 'X', 500)"),
    "one leg": journal(f"(900001, 1, {BANK}, 'D', 500)", legs=1),
    "entries without a journal": ENTRIES.format(rows=f"(900001, 1, {BANK}, 'D', 5), (900001, 2, {HELD}, 'C', 5)"),
    "more entries for a whole journal": ENTRIES.format(
        rows=f"({KNOWN}, 3, {BANK}, 'D', 5), ({KNOWN}, 4, {HELD}, 'C', 5)"
    ),
    "the same entries for a whole journal": ENTRIES.format(
        rows=f"({KNOWN}, 1, {BANK}, 'D', 12000), ({KNOWN}, 2, {HELD}, 'C', 12000)"
    ),
    "an empty journal": JOURNAL.format(legs=2, pence=500) + "SET CONSTRAINTS ALL IMMEDIATE;",
    "take an announcement back": JOURNAL.format(legs=2, pence=500) + "DELETE FROM ledger_announced;",
    "hide an announcement": "INSERT INTO ledger_announced VALUES (0, 0);",
    "a false table in front of the true one": """
        CREATE TEMP TABLE ledger_account (number bigint, kind text, reference text);
        INSERT INTO ledger_account VALUES (987654321, 'held_for', 'P-9');
    """
    + journal("(900001, 1, 987654321, 'D', 500), (900001, 2, 987654321, 'C', 500)"),
    "a false journal in front of the true one": "CREATE TEMP TABLE ledger_journal (LIKE public.ledger_journal);"
    + JOURNAL.format(legs=2, pence=5)
    + ENTRIES.format(rows="(900001, 1, 1, 'D', 5), (900001, 2, 1, 'C', 5)"),
    "the same key again": f"""
        WITH j AS (
            INSERT INTO ledger_journal (id, kind, day, key, because, legs, pence, "by", at)
            SELECT 900001, kind, day, key, because, legs, pence, "by", at FROM ledger_journal LIMIT 1 RETURNING id
        ) INSERT INTO ledger_entry (journal_id, line, account_id, side, pence)
        VALUES (900001, 1, {BANK}, 'D', 12000), (900001, 2, {HELD}, 'C', 12000)
    """,
    "a correction that is not the opposite": f"""
        INSERT INTO ledger_journal (id, kind, day, key, because, legs, pence, "by", at, corrects_id)
        VALUES (900001, 'correction', '2026-03-02', 'attack', '', 2, 500, 'system:attack', now(), {KNOWN});
    """
    + ENTRIES.format(rows=f"(900001, 1, {HELD}, 'D', 500), (900001, 2, {BANK}, 'C', 500)"),
    "a correction of nothing": """
        INSERT INTO ledger_journal (id, kind, day, key, because, legs, pence, "by", at, corrects_id)
        VALUES (900001, 'correction', '2026-03-02', 'attack', '', 2, 500, 'system:attack', now(), 900000);
    """
    + ENTRIES.format(rows=f"(900001, 1, {HELD}, 'D', 500), (900001, 2, {BANK}, 'C', 500)"),
    "a correction that does not say of what": journal(
        f"(900001, 1, {HELD}, 'D', 500), (900001, 2, {BANK}, 'C', 500)"
    ).replace("'receipt'", "'correction'"),
}


@pytest.mark.django_db
@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_the_application_cannot_make_the_books_false(attack: str) -> None:
    received("receipt:B-1.1", 120_00)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(attack)
    assert queries.balance(AccountKind.HELD_FOR, "P-1") == -120_00
    assert queries.trial_balance().by_kind == {AccountKind.BANK: 120_00, AccountKind.HELD_FOR: -120_00}


def test_an_empty_journal_does_not_survive_the_commit(own_database: str) -> None:
    with (
        pytest.raises(DatabaseError, match="has no entries"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(JOURNAL.format(legs=2, pence=500))
    assert queries.journals_with_keys(["attack"]) == {}


def test_nothing_awaits_its_entries_after_a_commit(own_database: str, cluster: Cluster) -> None:
    received("receipt:B-1.1")
    received("receipt:B-1.2")
    with cluster.connect(own_database) as superuser:
        assert superuser.execute("SELECT count(*) FROM ledger_announced").fetchone() == (0,)
        assert superuser.execute("SELECT count(*) FROM ledger_journal").fetchone() == (2,)


FALSE = {
    "unbalanced": journal(f"(900001, 1, {BANK}, 'D', 500), (900001, 2, {HELD}, 'C', 499)"),
    "an empty journal": JOURNAL.format(legs=2, pence=500),
    "change": "UPDATE ledger_entry SET pence = 1",
    "delete": "DELETE FROM ledger_journal",
    "truncate": "TRUNCATE ledger_entry, ledger_journal, ledger_account CASCADE",
}


@pytest.mark.parametrize("attack", FALSE.values(), ids=FALSE.keys())
@pytest.mark.parametrize("user", ["cm_owner", "postgres"])
def test_the_owner_and_a_superuser_playing_a_replica_are_refused_too(
    own_database: str, cluster: Cluster, attack: str, user: str
) -> None:
    received("receipt:B-1.1")
    with cluster.connect(own_database, user=user) as other:
        if user == "postgres":
            other.execute("SET session_replication_role = replica")
        with pytest.raises(psycopg.Error), other.transaction():
            other.execute(attack)
    assert queries.balance(AccountKind.HELD_FOR, "P-1") == -120_00
