"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def put_in_place(place: Path, body: bytes) -> Path:
    """Write beside the place, make it durable, then rename into it: a reader never sees half a file."""
    beside = place.with_name(f".{place.name}.{os.getpid()}.part")
    with beside.open("wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(place)
    return place
