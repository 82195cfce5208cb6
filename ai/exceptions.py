"""The errors of the ai app; a docstring is the message people see."""


class AiError(Exception):
    """Something in the ai app went wrong."""

    def __init__(self, message: str = "") -> None:
        super().__init__(message or (self.__doc__ or "").strip())


class ProviderError(AiError):
    """The provider could not answer."""


class ProviderUnavailable(ProviderError):
    """The provider cannot be reached right now; trying again later may help."""

    def __init__(self, message: str = "", retry_after_s: float | None = None) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s


class ProviderRefused(ProviderError):
    """The provider refuses this input; trying again will not help."""


class ProviderMisconfigured(ProviderError):
    """The provider refuses the key, or does not know the model: the setting has to change."""


class BudgetExceeded(ProviderError):
    """The provider's budget for this period is used up."""


class ModelMissing(ProviderError):
    """The model's files are missing or not the ones they should be."""


class NoLiveSpace(AiError):
    """No embedding space is live yet."""


class JobConflict(AiError):
    """A job is already running in this space."""


class PicturesNotUnderstood(AiError):
    """The live space's model reads texts only."""


class RankerUnusable(AiError):
    """A learnt ranking's file is broken, changed, or about other features."""


class ExperimentConflict(AiError):
    """The experiment cannot be begun or ended now."""


class LabelsUnusable(AiError):
    """The labels of these texts cannot be learnt from."""


class SentimentUnusable(AiError):
    """A sentiment model's file is broken, changed, or of another make."""


class AspectRefused(AiError):
    """This cannot be done with the aspect."""
