"""Referrals are only added to, and their steps come in order: nothing is handed over that nobody agreed to."""

from django.db import migrations

from childmaintenance.foundation.append_only import AppendOnly

IN_ORDER = """
CREATE FUNCTION referrals_only_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    last record;
    handed_over boolean;
BEGIN
    SELECT kind, number INTO last FROM referrals_referralstep
        WHERE referral_id = NEW.referral_id ORDER BY number DESC LIMIT 1;
    handed_over := EXISTS (SELECT FROM referrals_referralstep WHERE referral_id = NEW.referral_id AND kind = 'handed_over');
    IF NEW.number <> coalesce(last.number, 0) + 1 OR NOT coalesce(
        CASE NEW.kind
            WHEN 'agreed' THEN last.kind IS NULL
            WHEN 'declined' THEN last.kind IS NULL
            WHEN 'withdrawn' THEN last.kind IN ('agreed', 'handed_over')
            WHEN 'handed_over' THEN last.kind = 'agreed'
            WHEN 'told_to_forget' THEN last.kind = 'withdrawn' AND handed_over
        END, false)
    THEN
        RAISE EXCEPTION 'a referral that is % cannot be % next', coalesce(last.kind, 'offered'), NEW.kind
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER referrals_only_in_order BEFORE INSERT ON referrals_referralstep
    FOR EACH ROW EXECUTE FUNCTION referrals_only_in_order();
ALTER TABLE referrals_referralstep ENABLE ALWAYS TRIGGER referrals_only_in_order;
"""
BACK = """
DROP TRIGGER referrals_only_in_order ON referrals_referralstep;
DROP FUNCTION referrals_only_in_order();
"""


class Migration(migrations.Migration):
    dependencies = [("referrals", "0001_tables")]

    operations = [
        AppendOnly("referrals_referral"),
        AppendOnly("referrals_referralstep"),
        migrations.RunSQL(IN_ORDER, BACK),
    ]
