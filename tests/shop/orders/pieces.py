"""A second account of orders, piece by piece, to hold the shop's own sums against."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Piece:
    """One piece of an order's line: whether it was on the shelf, where it is, who has its money."""

    was_there: bool
    place: str = "shop"  # shop, buyer, back
    is_wanted: bool = True  # not given up before it could leave
    is_refunded: bool = False

    @property
    def is_unsent(self) -> bool:
        return self.place == "shop" and self.is_wanted


@dataclass(slots=True)
class Account:
    """What the shop has to know of one order."""

    lines: dict[int, list[Piece]]
    variants: dict[int, int]
    is_paid: bool = False
    statuses: list[str] = field(default_factory=list)
    on_the_way_back: dict[int, dict[int, int]] = field(default_factory=dict)

    def unsent(self, line: int) -> list[Piece]:
        """Return what is still to be sent of a line, what is in the shop first."""
        return sorted(
            (piece for piece in self.lines[line] if piece.is_unsent),
            key=lambda piece: not piece.was_there,
        )

    def with_buyer(self, line: int) -> list[Piece]:
        """Return what the buyer has of a line, what was not paid back first."""
        return sorted(
            (piece for piece in self.lines[line] if piece.place == "buyer"),
            key=lambda piece: piece.is_refunded,
        )

    def returnable(self, line: int) -> int:
        """Return how many pieces the buyer has and nobody agreed to take back yet."""
        agreed = sum(pieces.get(line, 0) for pieces in self.on_the_way_back.values())
        return len(self.with_buyer(line)) - agreed

    def to_refund(self, line: int) -> list[Piece]:
        """Return what was not paid back of a line: what is missing, what is here, what has left."""
        rank = {("shop", False): 0, ("shop", True): 1}
        return sorted(
            (piece for piece in self.lines[line] if not piece.is_refunded),
            key=lambda piece: rank.get((piece.place, piece.was_there), 2),
        )

    def send(self, wanted: dict[int, int]) -> None:
        """Let pieces leave."""
        for line, count in wanted.items():
            for piece in self.unsent(line)[:count]:
                piece.place = "buyer"

    def give_up(self, *, restock: bool = True) -> dict[int, int]:
        """Send nothing more; return by variant what goes on the shelf."""
        return self._shelve(
            [piece for pieces in self.lines.values() for piece in pieces if piece.is_unsent],
            restock=restock,
        )

    def refund(self, wanted: dict[int, int], *, restock: bool) -> dict[int, int]:
        """Pay pieces back; return by variant what goes on the shelf."""
        chosen = [piece for line, count in wanted.items() for piece in self.to_refund(line)[:count]]
        for piece in chosen:
            piece.is_refunded = True
        return self._shelve(chosen, restock=restock)

    def take_back(
        self, wanted: dict[int, int], *, restock: bool, is_paid_back: bool
    ) -> dict[int, int]:
        """Take in what the buyer sent; return by variant what goes on the shelf."""
        chosen = [
            piece for line, count in wanted.items() for piece in self.with_buyer(line)[:count]
        ]
        for piece in chosen:
            piece.is_refunded = piece.is_refunded or is_paid_back
            piece.place = "back"
        return self._count(chosen) if restock else {}

    def _shelve(self, chosen: Iterable[Piece], *, restock: bool) -> dict[int, int]:
        found = []
        for piece in chosen:
            if piece.is_unsent:
                piece.is_wanted = False
                found += [piece] if piece.was_there and restock else []
            elif piece.place == "buyer" and restock:
                piece.place = "back"
                found.append(piece)
        return self._count(found)

    def _count(self, chosen: Iterable[Piece]) -> dict[int, int]:
        ids = {id(piece) for piece in chosen}
        found: dict[int, int] = {}
        for line, pieces in self.lines.items():
            count = sum(id(piece) in ids for piece in pieces)
            found[self.variants[line]] = found.get(self.variants[line], 0) + count
        return found
