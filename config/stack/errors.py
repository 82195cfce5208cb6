"""The one error of the stack."""


class StackError(Exception):
    """The services cannot start; the message is one sentence that says what to do.

    `log_tail` holds the last lines of the log of the program that failed, where there is one.
    """

    def __init__(self, message: str, *, log_tail: str = "") -> None:
        super().__init__(message)
        self.log_tail = log_tail
