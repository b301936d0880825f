-- What the database itself promises about the books, whoever writes to it; docs/decisions/0030 and 0031 say why so.
--
-- In each function's search_path the caller's own tables (pg_temp) come last, so that nobody can put a false journal in front of
-- the true one. The planner settings keep the plan to one look-up by key for each row, whatever size the tables had when it was made.

CREATE TABLE ledger_announced (
    first_journal bigint NOT NULL,
    last_journal bigint NOT NULL
);
COMMENT ON TABLE ledger_announced IS 'Journals whose entries are awaited inside a transaction; empty at every commit.';

CREATE FUNCTION ledger_entries_complete_their_journals() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, public, pg_temp
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off
AS $$
DECLARE
    wrong bigint;
    corrections boolean;
BEGIN
    -- All entries of a journal arrive in one statement and come to what the journal announced: as many, numbered from one,
    -- with both sides equal. So a journal is whole or has no entries, and nothing can be added to a whole one.
    SELECT min(a.journal_id) FILTER (WHERE j.id IS NULL), bool_or(j.corrects_id IS NOT NULL)
    INTO wrong, corrections
    FROM (
        SELECT journal_id, count(*) AS legs, max(line) AS last_line,
               sum(pence) FILTER (WHERE side = 'D') AS debits, sum(pence) FILTER (WHERE side = 'C') AS credits
        FROM arrived GROUP BY journal_id
    ) a
    LEFT JOIN ledger_journal j
        ON j.id = a.journal_id AND j.legs = a.legs AND j.legs = a.last_line AND j.pence = a.debits AND j.pence = a.credits;
    IF wrong IS NOT NULL THEN
        RAISE EXCEPTION 'journal % does not come to what was announced, or was not announced, or is whole already', wrong
            USING ERRCODE = 'check_violation';
    END IF;

    PERFORM FROM arrived a WHERE NOT EXISTS (SELECT FROM ledger_account WHERE number = a.account_id) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'an entry names an account that does not exist' USING ERRCODE = 'foreign_key_violation';
    END IF;

    IF corrections THEN
        SELECT j.id INTO wrong
        FROM (SELECT DISTINCT journal_id FROM arrived) a JOIN ledger_journal j ON j.id = a.journal_id
        WHERE j.corrects_id IS NOT NULL AND EXISTS (
            (SELECT account_id, CASE side WHEN 'D' THEN 'C' ELSE 'D' END, pence FROM ledger_entry WHERE journal_id = j.corrects_id
             EXCEPT ALL SELECT account_id, side, pence FROM ledger_entry WHERE journal_id = j.id)
            UNION ALL
            (SELECT account_id, side, pence FROM ledger_entry WHERE journal_id = j.id
             EXCEPT ALL
             SELECT account_id, CASE side WHEN 'D' THEN 'C' ELSE 'D' END, pence FROM ledger_entry WHERE journal_id = j.corrects_id)
        )
        LIMIT 1;
        IF FOUND THEN
            RAISE EXCEPTION 'journal % is not the opposite of the one it corrects', wrong USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION ledger_journals_are_announced() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    INSERT INTO ledger_announced SELECT min(id), max(id) FROM arrived HAVING count(*) > 0;
    RETURN NULL;
END
$$;

CREATE FUNCTION ledger_announced_journals_are_whole() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off
AS $$
DECLARE
    empty bigint;
BEGIN
    SELECT j.id INTO empty FROM ledger_journal j
    WHERE j.id BETWEEN NEW.first_journal AND NEW.last_journal
      AND NOT EXISTS (SELECT FROM ledger_entry WHERE journal_id = j.id AND line = 1)
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'journal % has no entries', empty USING ERRCODE = 'check_violation';
    END IF;
    DELETE FROM ledger_announced WHERE first_journal = NEW.first_journal AND last_journal = NEW.last_journal;
    RETURN NULL;
END
$$;

CREATE TRIGGER ledger_entries_complete AFTER INSERT ON ledger_entry REFERENCING NEW TABLE AS arrived
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_entries_complete_their_journals();
CREATE TRIGGER ledger_journals_announced AFTER INSERT ON ledger_journal REFERENCING NEW TABLE AS arrived
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_journals_are_announced();
CREATE CONSTRAINT TRIGGER ledger_journals_whole AFTER INSERT ON ledger_announced DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION ledger_announced_journals_are_whole();

-- Not switched off for a session that replays changes (session_replication_role).
ALTER TABLE ledger_entry ENABLE ALWAYS TRIGGER ledger_entries_complete;
ALTER TABLE ledger_journal ENABLE ALWAYS TRIGGER ledger_journals_announced;
ALTER TABLE ledger_announced ENABLE ALWAYS TRIGGER ledger_journals_whole;
