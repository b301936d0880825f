"""What the invented nation is drawn from, read from the table beside this."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


@lru_cache(maxsize=1)
def parameters() -> dict[str, dict[str, Any]]:
    """Every group of parameters with its status and its sentence."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def names(group: str) -> list[str]:
    """The choices of a group, in order; a column holds their places."""
    return list(parameters()[group]["of"])


def shares(group: str) -> NDArray[np.float64]:
    """The share of each choice; they come to one."""
    weights = np.array(list(parameters()[group]["of"].values()), dtype=float)
    return np.asarray(weights / weights.sum())


def one_of(random: np.random.Generator, group: str, number: int) -> NDArray[np.int64]:
    """So many draws of a group's choices, as places."""
    return np.searchsorted(np.cumsum(shares(group))[:-1], random.random(number), side="right").astype(np.int64)


def chance(random: np.random.Generator, of_100: float, number: int) -> NDArray[np.bool_]:
    """So many draws of something that happens to so many in a hundred."""
    return random.random(number) * 100 < of_100
