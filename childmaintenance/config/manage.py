"""Run a Django management command; ./run comes here with any word it does not know."""

import contextlib
import os
import sys

from django.core.management import execute_from_command_line

from childmaintenance.config.database.programs import installed_programs
from childmaintenance.config.refusal import Refused

WITHOUT_DATABASE = {
    "help", "version", "check", "makemigrations", "collectstatic", "findstatic", "diffsettings", "sqlmigrate", "startapp",
    "routes", "--help", "--version",
}  # fmt: skip


def main(words: list[str]) -> int:
    """Run the command, with the embedded database beside it if it needs one and no other is named."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "childmaintenance.config.settings")
    try:
        if words[:1] == ["dbshell"]:
            os.environ["PATH"] = (
                f"{os.environ.get('PATH', '')}:{installed_programs()}"  # psql comes with the embedded database
            )
        with database_for(words):
            execute_from_command_line(["./run", *words])
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def database_for(words: list[str]) -> contextlib.AbstractContextManager[object]:
    """Keeps the embedded database running while the command does."""
    from childmaintenance.config.database.addresses import EMBEDDED, TEST_EMBEDDED
    from childmaintenance.config.database.cluster import Cluster
    from childmaintenance.config.environment import read

    environment = read()
    if not words or words[0] in WITHOUT_DATABASE or environment.database_url:
        return contextlib.nullcontext()
    if environment.is_test:
        return Cluster(TEST_EMBEDDED, durable=False).in_use()
    if not Cluster(EMBEDDED).is_made:
        raise Refused("There is no database here yet: ./run demo makes one.")
    return Cluster(EMBEDDED).in_use()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
