"""The words of this room: plans and instalments, what the bank tells us, where money went, payouts, and what the homes show."""

from childmaintenance.collection.terms.bank import (
    BankEntryRecord,
    EntryKind,
    Refusal,
    StatementRefused,
    SuspenseRecord,
    TakenIn,
)
from childmaintenance.collection.terms.history import HistoryKind, HistoryLine, Standing, StatementOfAccount
from childmaintenance.collection.terms.payouts import (
    CannotRelease,
    CannotSettle,
    FileState,
    FileWaiting,
    PayoutFileRecord,
    PayoutRecord,
    Whereabouts,
)
from childmaintenance.collection.terms.plans import (
    Drawn,
    InstalmentKind,
    InstalmentRecord,
    MissedRecord,
    NextPayment,
    Owed,
    OwedItem,
    Payment,
    PayTo,
    PlanRecord,
)

__all__ = [
    "BankEntryRecord",
    "CannotRelease",
    "CannotSettle",
    "Drawn",
    "EntryKind",
    "FileState",
    "FileWaiting",
    "HistoryKind",
    "HistoryLine",
    "InstalmentKind",
    "InstalmentRecord",
    "MissedRecord",
    "NextPayment",
    "Owed",
    "OwedItem",
    "PayTo",
    "Payment",
    "PayoutFileRecord",
    "PayoutRecord",
    "PlanRecord",
    "Refusal",
    "Standing",
    "StatementOfAccount",
    "StatementRefused",
    "SuspenseRecord",
    "TakenIn",
    "Whereabouts",
]
