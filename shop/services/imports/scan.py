"""What the first look at a file finds: how many records, and what reading them needs to know."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """The size of a file, the memory for its reader (plain JSON) and remarks on the whole file."""

    total: int
    state: Mapping[str, Any] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
