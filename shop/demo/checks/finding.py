"""What a check says about one thing that is wrong."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault: where it is, what it is, and what to do."""

    file: str
    subject: str
    problem: str
    mend: str
    also_in: str = ""  # a second file that the fault lies between

    def __str__(self) -> str:
        return f"{self.file}: {self.subject}: {self.problem} -> {self.mend}"
