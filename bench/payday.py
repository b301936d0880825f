"""A payday: receipts matched, allocated, posted and put in payout files, beside a bare COPY of the same number of ledger rows."""

import datetime as dt
import os
import random
import time
import traceback
from collections.abc import Callable

from bench.scratch import scratch

SIZES = (10_000, 100_000)
WORKERS = 2


def run() -> str:
    """A section of Markdown."""
    with scratch():
        found = [measure(size, first) for size, first in ((SIZES[0], 1), (SIZES[1], 1_000_001))]
    return section(found)


def measure(size: int, first: int) -> dict[str, float]:
    from bench import payday_people
    from childmaintenance.collection import actions, queries, settings
    from childmaintenance.collection.bank import camt053
    from childmaintenance.foundation import clock
    from childmaintenance.foundation.actor import Actor

    on = dt.date.fromisoformat(payday_people.ON)
    say(f"{size:,} paying parents: setting them up")
    payday_people.make(first, first + size - 1)
    before = last_rows()
    data = statement(payday_people.dues(first, first + size - 1), on, number=first)
    times: dict[str, float] = {"size": size, "megabytes": len(data) / 1e6}
    now = settings.current()
    with clock.travel(on):
        times["read"] = timed(
            lambda: camt053.read(
                data,
                bban=settings.own_account().bban,
                largest=now.largest_statement_bytes,
                a_transaction=now.bytes_without_a_transaction,
            )
        )
        by = Actor.system("payday")
        times["taken in"] = timed(lambda: actions.take_in_statement(data=data, by=by)) - times["read"]
        times["allocated"] = timed(lambda: in_workers(lambda: actions.allocate_waiting(by=by)))
        files: list[str | None] = []
        times["prepared"] = timed(lambda: files.append(actions.prepare_payouts(on=on, by=by)))
        times["released"] = timed(
            lambda: actions.release_payouts(file=files[0], by=Actor("staff", "U-RELE-ASES-1"))  # type: ignore[arg-type]
        )
    where = queries.money_is_all_there()
    assert where.holds, where.differences[:5]
    journals, entries = (after - earlier for after, earlier in zip(last_rows(), before, strict=True))
    times |= {"journals": journals, "entries": entries, "suspense": where.suspense}
    times["payday"] = sum(times[step] for step in ("taken in", "allocated", "prepared", "released"))
    times["bare"] = bare_copy(before, indexed=False)
    times["indexed"] = bare_copy(before, indexed=True)
    say(f"{size:,}: " + ", ".join(f"{name} {value:,.2f}" for name, value in times.items()))
    return times


def statement(dues: list[tuple[str, int]], on: dt.date, *, number: int) -> bytes:
    """What the bank says that evening: most pay what is due, some less, some more, some without a reference."""
    chance = random.Random(4)
    closing, lines = 0, []
    for place, (reference, pence) in enumerate(dues):
        paid, words = pence, reference
        lot = chance.random()
        if lot < 0.03:
            paid = max(1, pence * chance.randrange(20, 95) // 100)
        elif lot < 0.05:
            paid = pence + chance.randrange(1, 5000)
        elif lot < 0.06:
            words = "for the kids"
        elif lot < 0.10:
            words = f"Maint {reference[:4]} {reference[4:8]} {reference[8:]} April"
        closing += paid
        lines.append(
            ENTRY.format(pounds=f"{paid // 100}.{paid % 100:02d}", on=on, id=f"{number}-{place:07d}", words=words)
        )
    balance = f"{closing // 100}.{closing % 100:02d}"
    return (HEAD.format(on=on, number=number, closing=balance) + "".join(lines) + TAIL).encode()


ENTRY = (
    '<Ntry><Amt Ccy="GBP">{pounds}</Amt><CdtDbtInd>CRDT</CdtDbtInd><RvslInd>false</RvslInd><Sts><Cd>BOOK</Cd></Sts>'
    "<BookgDt><Dt>{on}</Dt></BookgDt><ValDt><Dt>{on}</Dt></ValDt><AcctSvcrRef>M{id}</AcctSvcrRef>"
    "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>DMCT</SubFmlyCd></Fmly></Domn></BkTxCd>"
    "<NtryDtls><TxDtls><Refs><AcctSvcrRef>M{id}</AcctSvcrRef><EndToEndId>NOTPROVIDED</EndToEndId></Refs>"
    '<Amt Ccy="GBP">{pounds}</Amt><CdtDbtInd>CRDT</CdtDbtInd><RltdPties><Dbtr><Pty><Nm>A PAYER</Nm></Pty></Dbtr>'
    "<DbtrAcct><Id><Othr><Id>00000200000101</Id></Othr></Id></DbtrAcct></RltdPties>"
    "<RmtInf><Ustrd>{words}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n"
)
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>'
    "<GrpHdr><MsgId>B-{number}</MsgId><CreDtTm>{on}T23:30:00</CreDtTm></GrpHdr><Stmt><Id>B-{number}</Id><CreDtTm>{on}T23:30:00</CreDtTm>"
    "<Acct><Id><Othr><Id>00000100000042</Id></Othr></Id><Ccy>GBP</Ccy></Acct>"
    '<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="GBP">0.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>{on}</Dt></Dt></Bal>'
    '<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="GBP">{closing}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>{on}</Dt></Dt></Bal>'
)
TAIL = "</Stmt></BkToCstmrStmt></Document>"


def in_workers(work: Callable[[], object]) -> None:
    """The same work in as many processes as there are cores, as that many workers would do it."""
    from django.db import connections

    connections.close_all()
    connections["default"].close_pool()  # type: ignore[attr-defined]
    children = []
    for _ in range(WORKERS):
        child = os.fork()
        if child == 0:
            status = 1
            try:
                work()
                connections.close_all()
                connections["default"].close_pool()  # type: ignore[attr-defined]
                status = 0
            except Exception:
                traceback.print_exc()
            finally:
                os._exit(status)
        children.append(child)
    for child in children:
        if os.waitpid(child, 0)[1]:
            raise RuntimeError("a worker failed")


def last_rows() -> tuple[int, int]:
    from django.db import connections

    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT (SELECT count(*) FROM ledger_journal), (SELECT count(*) FROM ledger_entry)")
        journals, entries = cursor.fetchone()
    return journals, entries


def bare_copy(before: tuple[int, int], *, indexed: bool) -> float:
    """Seconds for a COPY of the payday's own ledger rows, in one transaction, into tables that promise nothing."""
    from django.db import connections

    kept = {}
    tables = {"ledger_journal": before[0], "ledger_entry": before[1]}
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT min(id) FROM (SELECT id FROM ledger_journal ORDER BY id OFFSET %s LIMIT 1) first", [before[0]]
        )
        first = cursor.fetchone()[0]
        for table, column in (("ledger_journal", "id"), ("ledger_entry", "journal_id")):
            with cursor.copy(
                f"COPY (SELECT * FROM {table} WHERE {column} >= {first} ORDER BY {column}) TO STDOUT"
            ) as rows:
                kept[table] = b"".join(bytes(row) for row in rows)
            shape = "INCLUDING ALL" if indexed else ""
            cursor.execute(f"DROP TABLE IF EXISTS bare_{table}; CREATE TABLE bare_{table} (LIKE {table} {shape})")
    started = time.perf_counter()
    with connections["owner"].cursor() as cursor:
        cursor.execute("BEGIN")
        for table in tables:
            with cursor.copy(f"COPY bare_{table} FROM STDIN") as copy:
                for start in range(0, len(kept[table]), 2**17):
                    copy.write(kept[table][start : start + 2**17])
        cursor.execute("COMMIT")
    took = time.perf_counter() - started
    with connections["owner"].cursor() as cursor:
        for table in tables:
            cursor.execute(f"DROP TABLE bare_{table}")
    return took


def timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def say(words: str) -> None:
    print(words, flush=True)


def section(found: list[dict[str, float]]) -> str:
    """The figures in words and a table."""
    rows = "".join(
        f"| {one['size']:,.0f} | {one['journals'] + one['entries']:,.0f} | {one['payday']:.2f} s | {one['size'] / one['payday']:,.0f} "
        f"| {one['bare'] / one['payday']:.2f} | {one['indexed'] / one['payday']:.2f} | {one['taken in']:.2f} | {one['allocated']:.2f} "
        f"| {one['prepared']:.2f} | {one['released']:.2f} | {one['read']:.2f} |\n"
        for one in found
    )
    small, large = found
    growth = (large["payday"] / large["size"]) / (small["payday"] / small["size"])
    return f"""## A payday

Every receipt of a bank statement is matched, allocated with fees, posted in the ledger, and paid out in a file that a second person
releases, with all the database's promises on and durable commits; {WORKERS} workers allocate. Beside it, a bare COPY of the same
ledger rows by one connection: into tables without key, index or check, and into tables with the ledger's keys and indexes. 90 in 100
pay exactly, the others short, over, with words around the reference, or without one; every tenth pays two receiving parents.

| Receipts | Ledger rows | Payday | Receipts a second | COPY / payday | COPY with keys / payday | taken in | allocated | prepared | released | (file read before) |
|---|---|---|---|---|---|---|---|---|---|---|
{rows}
A receipt of the large payday costs {growth:.2f} times one of the small. The aim is a third of a bare COPY; reading, matching and
explaining each receipt takes longer than writing its rows. The books were counted twice after each
(`money_is_all_there`)."""
