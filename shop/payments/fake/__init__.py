"""A card to try the shop with, as honest as a real one: it declines, asks again and pays back."""

from shop.payments.fake.provider import FakeCard

__all__ = ["FakeCard"]
