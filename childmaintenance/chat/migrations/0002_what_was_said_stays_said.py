"""The database keeps three promises, whoever asks: a line is never changed, none goes before its end, a version never goes back."""

from django.db import migrations

PROMISES = """
CREATE FUNCTION chat_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% of % is refused: what was said is never changed', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER chat_never_changed BEFORE UPDATE OR TRUNCATE ON chat_message
    FOR EACH STATEMENT EXECUTE FUNCTION chat_refuse_change();

CREATE FUNCTION chat_refuse_early_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM chat_conversation WHERE id = OLD.conversation_id AND state <> 'ended') THEN
        RAISE EXCEPTION 'DELETE of chat_message is refused: its conversation goes on'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
END
$$;
CREATE TRIGGER chat_not_deleted_early BEFORE DELETE ON chat_message
    FOR EACH ROW EXECUTE FUNCTION chat_refuse_early_delete();

CREATE FUNCTION chat_refuse_going_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.version < OLD.version OR NEW.last < OLD.last OR (OLD.state = 'ended' AND NEW.state <> 'ended') THEN
        RAISE EXCEPTION 'UPDATE of chat_conversation is refused: it would go back'
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.version = OLD.version AND (NEW.state, NEW.agent, NEW.language, NEW.last)
        IS DISTINCT FROM (OLD.state, OLD.agent, OLD.language, OLD.last) THEN
        RAISE EXCEPTION 'UPDATE of chat_conversation is refused: a change has a version of its own'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER chat_only_forward BEFORE UPDATE ON chat_conversation
    FOR EACH ROW EXECUTE FUNCTION chat_refuse_going_back();

ALTER TABLE chat_message ENABLE ALWAYS TRIGGER chat_never_changed;
ALTER TABLE chat_message ENABLE ALWAYS TRIGGER chat_not_deleted_early;
ALTER TABLE chat_conversation ENABLE ALWAYS TRIGGER chat_only_forward;
"""
TAKEN_BACK = """
DROP TRIGGER chat_never_changed ON chat_message;
DROP TRIGGER chat_not_deleted_early ON chat_message;
DROP TRIGGER chat_only_forward ON chat_conversation;
DROP FUNCTION chat_refuse_change();
DROP FUNCTION chat_refuse_early_delete();
DROP FUNCTION chat_refuse_going_back();
"""


class Migration(migrations.Migration):
    dependencies = [("chat", "0001_conversations")]
    operations = [migrations.RunSQL(PROMISES, TAKEN_BACK)]
