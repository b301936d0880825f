"""Requests made from the description alone, good and bad, find nothing that the description does not say."""

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.db import connections
from hypothesis import HealthCheck, settings
from schemathesis.config import SchemathesisConfig

from childmaintenance.portals.developers.interface.limits import everybody

# The description cannot say everything: a day before the scheme, or the same parent twice, is right by its schema and
# refused by the law. So a 422 is an allowed answer to what the schema allows; test_interface sends what must be answered.
CONFIG = SchemathesisConfig.from_dict(
    {"checks": {"positive_data_acceptance": {"expected-statuses": [200, 422]}}, "generation": {"deterministic": True}}
)


@pytest.fixture
def description():
    connections.close_all()  # one that an earlier test left open would be looked at, and no database may be asked here
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application(), config=CONFIG)


schema = schemathesis.pytest.from_fixture("description")


@schema.parametrize()
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.function_scoped_fixture],
)
def test_what_the_description_says_is_so(case):
    everybody.clear()
    case.call_and_validate()
