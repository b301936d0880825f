"""Two sentences that import-linter has no contract for; pyproject.toml names them."""

import sys
from collections.abc import Iterable

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class OwnModels(Contract):
    """A models module is imported only inside its own app."""

    type_name = "own_models"
    package = fields.StringField()

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        found = []
        for models in sorted(module for module in graph.modules if "models" in module.split(".")):
            app = models.split(".models")[0]
            for importer in sorted(graph.find_modules_that_directly_import(models)):
                if importer != app and not importer.startswith(f"{app}."):
                    found.append(f"{importer} imports {models}: use {app}.queries, .actions, .terms or .access")
        return ContractCheck(kept=not found, metadata={"found": found})

    def render_broken_contract(self, check: ContractCheck) -> None:
        print_all(check.metadata["found"])


class PlainPython(Contract):
    """Some packages import only the standard library and the packages named for them: "package: may import these"."""

    type_name = "plain_python"
    allowed = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        found = []
        for sentence in self.allowed:  # type: ignore[attr-defined]
            package, _, rest = sentence.partition(":")
            may = rest.split()
            for module in sorted(graph.modules):
                if not is_in(module, [package]) or "tests" in module.split("."):
                    continue
                found += [
                    f"{module} imports {imported}"
                    for imported in sorted(graph.find_modules_directly_imported_by(module))
                    if not is_in(imported, may) and imported.split(".")[0] not in sys.stdlib_module_names
                ]
        return ContractCheck(kept=not found, metadata={"found": found})

    def render_broken_contract(self, check: ContractCheck) -> None:
        print_all(check.metadata["found"])


def is_in(module: str, packages: Iterable[str]) -> bool:
    """Whether a module is one of the packages or inside one."""
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def print_all(lines: Iterable[str]) -> None:
    """Show what was found, a line each."""
    for line in lines:
        output.print_error(line)
