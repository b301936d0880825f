"""Two addresses for the machine beside us: is this process alive, and can it serve people."""

from django.db import DatabaseError, connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse

_migrated = False


def live(request: HttpRequest) -> HttpResponse:
    """200 as long as this process answers; it asks nobody."""
    return answer("live", 200)


def ready(request: HttpRequest) -> HttpResponse:
    """200 when the database answers and has every migration of this code; 503 with the reason otherwise."""
    global _migrated
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        if not _migrated:
            executor = MigrationExecutor(connections["default"])
            _migrated = not executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return answer("the database does not answer", 503)
    return answer("ready", 200) if _migrated else answer("the database is not migrated", 503)


def answer(text: str, status: int) -> HttpResponse:
    """Plain words that nobody keeps."""
    return HttpResponse(
        f"{text}\n", status=status, content_type="text/plain; charset=utf-8", headers={"Cache-Control": "no-store"}
    )
