"""Two addresses for the machine beside us tell the truth."""

import pytest
from django.db import connections
from django.test import Client
from pytest_django import DjangoDbBlocker

from childmaintenance.config import health
from tests.plugin.databases import point_at


@pytest.fixture(autouse=True)
def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    """What another test found out about the database is not remembered."""
    monkeypatch.setattr(health, "_migrated", False)


def test_it_is_alive_without_a_database(client: Client) -> None:
    answer = client.get("/health/live")
    assert (answer.status_code, answer.content, answer["Cache-Control"]) == (200, b"live\n", "no-store")


@pytest.mark.django_db
def test_it_is_ready_when_the_database_is_migrated(client: Client) -> None:
    assert (client.get("/health/ready").status_code, client.get("/health/ready").content) == (200, b"ready\n")


def test_it_is_not_ready_before_the_last_migration(own_database: str, client: Client) -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'foundation'")
    assert (client.get("/health/ready").status_code, client.get("/health/ready").content) == (
        503,
        b"the database is not migrated\n",
    )


def test_it_is_not_ready_without_its_database(
    client: Client, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> None:
    usual = connections["default"].settings_dict["NAME"]
    with django_db_blocker.unblock():
        connections["default"].close()
        point_at("nowhere")
        try:
            assert (client.get("/health/ready").status_code, client.get("/health/ready").content) == (
                503,
                b"the database does not answer\n",
            )
            assert client.get("/health/live").status_code == 200
        finally:
            connections["default"].close()
            point_at(usual)
