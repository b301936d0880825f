"""Loaded by name before Django reads its settings: tests are tests, whatever the shell says."""

import os

import pytest

os.environ["OCM_MODE"] = "test"
os.environ["OCM_WIDGET_HOSTS"] = "http://localhost:*"  # 127.0.0.1 is another site, which may not frame us
os.environ.setdefault("OCM_SECRET_KEY", "only-for-tests-" * 4)
for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "OCM_DATABASE_NAME", "OCM_TOWN_CLOCK"):
    os.environ.pop(name, None)  # tests use their own embedded database, whatever the shell says


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse what would empty tables between tests: the application's role may not, and that is a promise."""
    for item in items:
        marker = item.get_closest_marker("django_db")
        if marker and (marker.kwargs.get("transaction") or marker.kwargs.get("reset_sequences")):
            raise pytest.UsageError(
                f"{item.nodeid}: ask for the fixture own_database instead of django_db(transaction=True)."
            )
        if "own_database" in getattr(item, "fixturenames", ()) and marker:
            raise pytest.UsageError(f"{item.nodeid}: own_database commits for real; take the django_db marker away.")
    items[:] = long_ones_first(items)


def long_ones_first(items: list[pytest.Item]) -> list[pytest.Item]:
    """Whole modules, the slow ones at the front of each half: two workers begin with a half each, and end with short tests.

    Else the last to be begun may take a minute, while the other worker has nothing left to do.
    """
    modules: dict[str, list[pytest.Item]] = {}
    for item in items:
        modules.setdefault(item.nodeid.partition("::")[0], []).append(item)
    slow = [name for name, inside in modules.items() if any(map(takes_long, inside))]
    quick = [name for name in modules if name not in slow]
    halves = [*slow[::2], *quick[::2], *slow[1::2], *quick[1::2]]
    return [item for name in halves for item in modules[name]]


def takes_long(item: pytest.Item) -> bool:
    """Whether it is marked as slow, or drives a browser."""
    return any(item.get_closest_marker(name) for name in ("slow", "browser"))
