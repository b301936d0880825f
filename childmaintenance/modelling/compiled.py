"""How the kernel is made into machine code."""

from collections.abc import Callable
from typing import Any, TypeVar

from numba import njit

Function = TypeVar("Function", bound=Callable[..., Any])


def compiled(function: Function) -> Function:
    """Machine code that works beside other threads and is kept between runs.

    No array is made in it, so none need be counted: without `_nrt=False` each helper would count the references of every array it
    is handed, atomically and so against the other threads, at five times the cost of the arithmetic. Making one does not compile.
    """
    options: dict[str, Any] = {"nogil": True, "cache": True, "forceinline": True, "_nrt": False}
    made: Function = njit(**options)(function)
    return made
