"""One family for all tests of this folder: it is lived once, and what a test does to it is undone."""

from collections.abc import Iterator

import pytest
from django.core import mail
from django.db import transaction

from childmaintenance.foundation import clock
from tests.leaks.family import Family, the_log


@pytest.fixture(scope="package")
def _lived(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[Family]:
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        mail.outbox = []
        with the_log() as log:
            family = Family()
        family.log, family.emails = log.getvalue(), list(mail.outbox)
        yield family
        transaction.set_rollback(True)


@pytest.fixture
def family(_lived: Family, django_db_blocker: pytest.FixtureRequest) -> Iterator[Family]:
    with django_db_blocker.unblock(), transaction.atomic(), clock.travel(_lived.today):  # type: ignore[attr-defined]
        yield _lived
        transaction.set_rollback(True)
