"""Files kept beside the rows made from them: compressed, because a statement shrinks to a tenth."""

import zlib

FASTEST = 1  # a higher level costs more time than it saves room


def packed(data: bytes) -> bytes:
    return zlib.compress(data, FASTEST)


def unpacked(body: bytes | memoryview) -> bytes:
    """The file as it was."""
    return zlib.decompress(body)
