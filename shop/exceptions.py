"""The errors of the shop; a docstring is the message people see."""


class ShopError(Exception):
    """The shop cannot do this."""

    def __init__(self, message: str = "") -> None:
        super().__init__(message or (self.__doc__ or "").strip())


class InvalidValue(ShopError):
    """A value is not of the kind it should be."""


class InvalidImage(ShopError):
    """The file is not a picture the shop can use."""


class ImportFileError(ShopError):
    """The file cannot be read as what it should be."""


class JobAlreadyRunning(ShopError):
    """This job is already running."""
