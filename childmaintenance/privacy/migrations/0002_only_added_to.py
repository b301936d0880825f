"""What people allowed, and which notice they saw: never changed, and erased only when each row says so."""

from django.db import migrations

from childmaintenance.privacy.erased_after import ErasedAfter


class Migration(migrations.Migration):
    dependencies = [("privacy", "0001_consents_and_notices_seen")]

    operations = [
        ErasedAfter("privacy_consent", "forgotten_on"),
        ErasedAfter("privacy_noticeseen", "forgotten_on"),
    ]
