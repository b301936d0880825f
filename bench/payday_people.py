"""A hundred thousand people who pay on one day, written into the tables as their rooms would have left them that morning.

For measuring only: by SQL, as the owner, because living them through actions would take an hour. Each has a plan, and one
instalment that fell due; every tenth pays two receiving parents.
"""

from django.db import connections

ON = "2026-04-01"
MOMENT = f"timestamptz '{ON} 06:00:00+00'"

# {lo} and {hi} number the paying parents. Case k is the first of paying parent k; every tenth has a second, numbered from 10 million.
CASES = "(SELECT n, n AS payer FROM generate_series({lo}, {hi}) n UNION ALL SELECT 10000000 + n, n FROM generate_series({lo}, {hi}) n WHERE n % 10 = 0) c"
WEEKLY = "(700 + (c.n::bigint * 7919) % 24300)"

STEPS = {
    "parents": """
        INSERT INTO parties_party (reference, full_name, known_as, nino, registered_at, registered_by)
        SELECT 'P-PAYER-' || n, 'Payer ' || n, 'Payer', '', {moment}, 'bench' FROM generate_series({lo}, {hi}) n
        UNION ALL SELECT 'P-PAYEE-' || c.n, 'Payee ' || c.n, 'Payee', '', {moment}, 'bench' FROM {cases}""",
    "bank accounts": """
        INSERT INTO parties_bankaccount (party_id, account_name, sort_code, account_number, roll_number, since, given_by)
        SELECT id, full_name, '000009', lpad(id::text, 8, '0'), '', {moment}, 'bench' FROM parties_party
        WHERE reference IN (SELECT 'P-PAYEE-' || c.n FROM {cases})""",
    "applications": """
        INSERT INTO cases_application (reference, key, side, applicant_id, submitted_at)
        SELECT 'A-' || c.n, 'bench-' || c.n, 'R', 'P-PAYEE-' || c.n, {moment} FROM {cases}""",
    "cases": """
        INSERT INTO cases_case (reference, application_id, territory, receiving_parent_id, paying_parent_id, opened_on, other_parent_called)
        SELECT 'C-' || c.n, a.id, 'GB', 'P-PAYEE-' || c.n, 'P-PAYER-' || c.payer, date '{on}', 'Payer ' || c.payer
        FROM {cases} JOIN cases_application a ON a.reference = 'A-' || c.n""",
    "one decision for all": """
        INSERT INTO calculation_decision (reference, token, paying_parent_id, kind, territory, effective_from, review_on, facts, sources,
            rate, total_pence, reasons, notes, rulebook, because, decided_at, decided_by)
        VALUES ('D-{lo}', 'bench-{lo}', 'P-PAYER-{lo}', 'initial', 'GB', '2025-12-01', '2026-12-01', '{{}}', '[]', 'basic', 0, '[]', '[]',
            'bench', '', {moment}, 'bench')""",
    "accounts": """
        INSERT INTO ledger_account (kind, reference)
        SELECT kind, reference FROM (
            SELECT payer, 0 AS place, 'held_for' AS kind, 'P-PAYER-' || payer AS reference FROM {cases} WHERE n = payer
            UNION ALL
            SELECT payer, place, kind, 'C-' || c.n FROM {cases},
                unnest(ARRAY['owes_maintenance', 'owes_fee', 'due_maintenance', 'to_pay_out']) WITH ORDINALITY k (kind, place)
        ) named ORDER BY payer, place
        ON CONFLICT DO NOTHING""",
    "fees account": "INSERT INTO ledger_account (kind, reference) VALUES ('fees_charged', '') ON CONFLICT DO NOTHING",
    "payers": """
        INSERT INTO collection_payer (paying_parent_id, payment_reference, held_for, opened_at)
        SELECT 'P-PAYER-' || n, (100000000000 + n::bigint * 7)::text, a.number, {moment}
        FROM generate_series({lo}, {hi}) n JOIN ledger_account a ON a.kind = 'held_for' AND a.reference = 'P-PAYER-' || n ORDER BY n""",
    "books": """
        INSERT INTO collection_casebooks (case_id, payer_id, receiving_parent_id, territory, owes_maintenance, owes_fee, due_maintenance, to_pay_out)
        SELECT 'C-' || c.n, p.id, 'P-PAYEE-' || c.n, 'GB', m.number, f.number, d.number, o.number
        FROM {cases} JOIN collection_payer p ON p.paying_parent_id = 'P-PAYER-' || c.payer
        JOIN ledger_account m ON m.kind = 'owes_maintenance' AND m.reference = 'C-' || c.n
        JOIN ledger_account f ON f.kind = 'owes_fee' AND f.reference = 'C-' || c.n
        JOIN ledger_account d ON d.kind = 'due_maintenance' AND d.reference = 'C-' || c.n
        JOIN ledger_account o ON o.kind = 'to_pay_out' AND o.reference = 'C-' || c.n ORDER BY c.payer, c.n""",
    "plans": """
        INSERT INTO collection_plan (reference, books_id, decision_id, service, frequency, day, weekly, starts, ends, drawn, drawn_at, by)
        SELECT 'L-' || c.n, b.id, 'D-{lo}', 'collect_and_pay', 'M', 1, {weekly}, '2025-12-01', '2026-11-29', 'decision', {moment}, 'bench'
        FROM {cases} JOIN collection_casebooks b ON b.case_id = 'C-' || c.n ORDER BY c.payer, c.n""",
    "instalments": """
        INSERT INTO collection_instalment (plan_id, number, kind, due_on, maintenance, fee, receiving_fee, charged_on)
        SELECT id, 1, 'regular', date '{on}', m, (m * 20 + 50) / 100, (m * 4 + 50) / 100, date '{on}'
        FROM (SELECT p.id, (p.weekly * 52 + 6) / 12 AS m FROM collection_plan p
              WHERE p.reference IN (SELECT 'L-' || c.n FROM {cases})) p ORDER BY id""",
    "what they owe": """
        INSERT INTO collection_owing (instalment_id, payer_id, books_id, due_on, maintenance, fee)
        SELECT i.id, b.payer_id, b.id, i.due_on, i.maintenance, i.fee FROM collection_instalment i
        JOIN collection_plan p ON p.id = i.plan_id JOIN collection_casebooks b ON b.id = p.books_id
        WHERE p.reference IN (SELECT 'L-' || c.n FROM {cases}) ORDER BY i.id""",
    "their charges": """
        WITH charged AS MATERIALIZED (
            SELECT nextval('ledger_journal_id_seq') AS id, i.maintenance, i.fee, p.reference,
                   b.owes_maintenance, b.owes_fee, b.due_maintenance
            FROM collection_instalment i JOIN collection_plan p ON p.id = i.plan_id JOIN collection_casebooks b ON b.id = p.books_id
            WHERE p.reference IN (SELECT 'L-' || c.n FROM {cases})
        ), journals AS (
            INSERT INTO ledger_journal (id, kind, day, key, because, legs, pence, "by", at)
            SELECT id, 'maintenance_due', date '{on}', 'due:' || reference || '.1', 'D-{lo}', 4, maintenance + fee, 'system:bench', {moment} FROM charged
        )
        INSERT INTO ledger_entry (journal_id, line, account_id, side, pence)
        SELECT id, line, account, side, pence FROM charged, LATERAL (VALUES
            (1, owes_maintenance, 'D', maintenance), (2, owes_fee, 'D', fee), (3, due_maintenance, 'C', maintenance),
            (4, (SELECT number FROM ledger_account WHERE kind = 'fees_charged'), 'C', fee)) lines (line, account, side, pence)""",
}


def make(lo: int, hi: int) -> None:
    """Paying parents numbered lo to hi, on the morning their payments are due."""
    with connections["owner"].cursor() as cursor:
        for statement in STEPS.values():
            cases = CASES.format(lo=lo, hi=hi)
            cursor.execute(statement.format(lo=lo, hi=hi, cases=cases, weekly=WEEKLY, on=ON, moment=MOMENT))
        cursor.execute("VACUUM ANALYZE")


def dues(lo: int, hi: int) -> list[tuple[str, int]]:
    """Each paying parent's payment reference and what they owe, in pence."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT p.payment_reference, sum(o.maintenance + o.fee)::bigint FROM collection_owing o JOIN collection_payer p ON p.id = o.payer_id "
            "WHERE p.payment_reference BETWEEN %s AND %s GROUP BY 1 ORDER BY 1",
            [str(100000000000 + lo * 7), str(100000000000 + hi * 7)],
        )
        return list(cursor.fetchall())
