"""Who did what, about whom, why and when; and who looked. A table one can only add to."""

from childmaintenance.foundation.audit.acts import read, record, refused
from childmaintenance.foundation.audit.queries import Line, times_by_kind, trail

__all__ = ["Line", "read", "record", "refused", "times_by_kind", "trail"]
