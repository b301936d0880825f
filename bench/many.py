"""One family that was lived through actions, copied many times in the database: a nation's worth of rows in a minute.

For measuring only. Every table that holds the family's rows is copied whole, in one statement a table: numbers are moved by a
stride, references and keys get a suffix, and what is foreign points at the copy.
"""

from django.apps import apps
from django.db import models

from bench.scratch import NAME
from childmaintenance.config.database.cluster import Cluster

# Downward: what is pointed at is copied before what points at it.
ROOMS = ("accounts", "parties", "cases", "calculation", "ledger", "collection")
STRIDE = 10_000
# The bank sends a statement every day, and most of them bring nothing for one family.
ONLY = {
    "ledger.account": " AND t.reference <> ''",
    "collection.bankstatement": " AND EXISTS (SELECT FROM collection_bankentry e WHERE e.statement_id = t.id)",
}
REFERENCE = "^[A-Z]{1,3}-[0-9A-Z]{4}-"


def copy_everything(cluster: Cluster, copies: int, *, first: int = 1) -> int:
    """Copy the family so many times, numbering the copies from `first`; answers how many rows were made.

    Asked as the database's superuser, who may leave out the checks of each row: a whole copy of what is whole is whole.
    """
    made = 0
    with cluster.connect(NAME) as connection:
        connection.execute("SET session_replication_role = replica")
        # One transaction: at its end the ledger, which nobody may leave out, asks whether every journal has its entries.
        with connection.transaction():
            for model in _in_order():
                columns = [field for field in model._meta.local_concrete_fields if not field.generated]
                names = ", ".join(f'"{field.column}"' for field in columns)
                values = ", ".join(_copied(field) for field in columns)
                table = model._meta.db_table
                copied = connection.execute(
                    f'INSERT INTO "{table}" ({names}) SELECT {values} FROM "{table}" t CROSS JOIN generate_series({first}, {first + copies - 1}) n{_only_the_first(model)}',
                )
                made += copied.rowcount
        connection.execute("VACUUM ANALYZE")
        connection.execute("CHECKPOINT")
    return made


def _only_the_first(model: type[models.Model]) -> str:
    """Copies are not copied again: the family that was lived has the lowest numbers, its own or those it points at."""
    fields = model._meta.local_concrete_fields
    numbered = [field for field in fields if field.primary_key and _is_number(field)]
    numbered += [field for field in fields if field.is_relation and _is_number(field)]
    first = f' WHERE t."{numbered[0].column}" < {STRIDE}' if numbered else " WHERE false"
    return first + ONLY.get(model._meta.label_lower, "")


def _is_number(field: models.Field) -> bool:
    """Whether the database counts the column, or the one it points at."""
    while field.is_relation:
        field = field.target_field
    return isinstance(field, (models.AutoField, models.BigAutoField))


def _in_order() -> list[type[models.Model]]:
    """Every stored model of the rooms, pointed-at first."""
    found = [model for room in ROOMS for model in apps.get_app_config(room).get_models() if model._meta.managed]
    placed: list[type[models.Model]] = []

    def place(model: type[models.Model]) -> None:
        if model in placed or model not in found:
            return
        for field in model._meta.local_concrete_fields:
            target = field.related_model
            if isinstance(target, type) and target is not model:
                place(target)
        placed.append(model)

    for model in found:
        place(model)
    return placed


def _copied(field: models.Field) -> str:
    """The SQL that makes a copy's value of a column."""
    column = f't."{field.column}"'
    kind = field.target_field if field.is_relation else field
    if _is_number(field):
        moved = f"{column} + n * {STRIDE}"
        # The service's own accounts, such as the bank's, have no reference: there is one of each, and copies use it.
        owned = field.is_relation and field.related_model._meta.label_lower == "ledger.account"
        shared = "(SELECT number FROM ledger_account WHERE reference = '')"
        return f"CASE WHEN {column} IN {shared} THEN {column} ELSE {moved} END" if owned else moved
    if not isinstance(kind, (models.CharField, models.TextField)):
        return column
    if not (field.unique or kind.unique or _unique_by_a_constraint(field)):
        return f"CASE WHEN {column} ~ '{REFERENCE}' THEN {column} || '.' || n ELSE {column} END"
    digits = f"WHEN {column} ~ '^[0-9]+$' THEN lpad(n::text, length({column}) - 2, '0') || right({column}, 2)"
    most = kind.max_length or 1000
    full = f"WHEN length({column}) + 7 > {most} THEN left(md5({column} || n) || md5(n || {column}), {most})"
    return f"CASE WHEN {column} = '' THEN '' {digits} {full} ELSE {column} || '.' || n END"


def _unique_by_a_constraint(field: models.Field) -> bool:
    """Whether a text must differ from every other row's, said by a constraint of the table and not by the field."""
    constraints = (one for one in field.model._meta.constraints if isinstance(one, models.UniqueConstraint))
    alone = (field.name,), ("account", "number")  # the bank's accounts are shared, so a statement's number must differ
    return any(
        tuple(one.fields) in alone and field.name == one.fields[-1] and one.condition is None for one in constraints
    )
