"""What is wrong with a file of data."""

from ai.exceptions import AiError


class DataUnusable(AiError):
    """The data cannot be measured on."""
