"""./run messages: gather the sentences of every room into its Welsh catalogue, and say which still wait for Welsh."""

from childmaintenance.config import catalogues
from childmaintenance.config.refusal import Refused
from childmaintenance.config.verbs import setup


def main(arguments: list[str]) -> int:
    """Update every catalogue: new sentences are added empty, those no longer said are dropped. Status 1 while any waits."""
    rooms = catalogues.rooms()
    chosen = [room for room in rooms if not arguments or room.name in arguments]
    unknown = set(arguments) - {room.name for room in rooms}
    if unknown:
        raise Refused(
            f"There is no room called {', '.join(sorted(unknown))}. The rooms are {', '.join(room.name for room in rooms)}."
        )
    waiting = 0
    for room in chosen:
        catalogues.update(room)
        problems = catalogues.problems(room)
        waiting += len(problems)
        for problem in problems:
            print(f"{room.name}: {problem}")
    setup.compile_catalogues()
    print(f"{waiting} sentences wait for Welsh." if waiting else "Every sentence has its Welsh.")
    return 1 if waiting else 0
