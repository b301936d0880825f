"""The audit under attack, with the application's own role and raw SQL."""

import psycopg
import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from childmaintenance.foundation import audit
from childmaintenance.foundation.actor import Actor
from tests.plugin.databases import Cluster

CLERK = Actor("staff", "U-0000-0000-0", "Clerk")
ATTACKS = [
    "UPDATE foundation_auditline SET why = 'nothing to see'",
    "UPDATE foundation_auditline SET why = 'nothing to see' WHERE false",
    "DELETE FROM foundation_auditline",
    "TRUNCATE foundation_auditline",
    "ALTER TABLE foundation_auditline DISABLE TRIGGER ALL",
    "DROP TRIGGER foundation_append_only ON foundation_auditline",
    "DROP TABLE foundation_auditline",
    "SET session_replication_role = replica",
    "SET ROLE cm_owner",
    "CREATE OR REPLACE FUNCTION foundation_refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    "CREATE RULE quiet AS ON INSERT TO foundation_auditline DO INSTEAD NOTHING",
    "CREATE TABLE public.foundation_auditline_2 (id int)",
    "GRANT UPDATE ON foundation_auditline TO cm_app; UPDATE foundation_auditline SET why = 'mine now'",
    "MERGE INTO foundation_auditline a USING foundation_auditline b ON a.id = b.id WHEN MATCHED THEN DELETE",
    "INSERT INTO foundation_auditline SELECT * FROM foundation_auditline ON CONFLICT (id) DO UPDATE SET why = ''",
    "SELECT * FROM foundation_auditline FOR UPDATE",
]


@pytest.mark.django_db
@pytest.mark.parametrize("attack", ATTACKS)
def test_the_application_cannot_change_what_was_audited(attack: str) -> None:
    audit.record(by=CLERK, act="test.act", about="P-1")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(attack)
    assert [line.why for line in audit.trail(about="P-1")] == [""]


@pytest.mark.django_db
def test_tests_run_as_the_application_and_not_as_the_owner() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, usesuper FROM pg_user WHERE usename = current_user")
        assert cursor.fetchone() == ("cm_app", False)


@pytest.mark.parametrize(
    "attack",
    ["UPDATE foundation_auditline SET why = ''", "DELETE FROM foundation_auditline", "TRUNCATE foundation_auditline"],
)
@pytest.mark.parametrize("user", ["cm_owner", "postgres"])
def test_the_owner_and_even_a_superuser_are_refused(
    own_database: str, cluster: Cluster, attack: str, user: str
) -> None:
    audit.record(by=CLERK, act="test.act", about="P-1")
    with (
        cluster.connect(own_database, user=user) as owner,
        pytest.raises(psycopg.errors.RestrictViolation, match="is refused"),
    ):
        owner.execute("SET session_replication_role = replica") if user == "postgres" else None
        owner.execute(attack)
    assert len(audit.trail(about="P-1")) == 1
