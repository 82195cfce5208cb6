"""Learning a classifier from labelled texts."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from ai.exceptions import LabelsUnusable
from ai.reviews.sentiment.blending import blend_lanes, sigmoid
from ai.reviews.sentiment.lanes import ALL_FAMILIES, Columns, lanes_for
from ai.reviews.sentiment.linear import fit_logistic
from ai.reviews.sentiment.measures import Labels, Measures, Numbers, best_threshold, measure
from ai.reviews.sentiment.model import SentimentModel
from ai.reviews.sentiment.terms import TermFamily
from ai.reviews.sentiment.texts import Text

# Of each class; with fewer, inner folds would measure chance.
FEWEST: Final = 20
# Terms of a family at most: the commonest. More cost memory and bring nothing.
MOST_TERMS: Final = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """Labelled texts; `groups` are numbers of what belongs together (an item, an author).

    `vectors` are of shape (texts, dimensions), made by the model `embedder`.
    """

    texts: Sequence[Text]
    labels: Labels
    groups: npt.NDArray[np.int64]
    vectors: Numbers | None = None
    embedder: str = ""

    @classmethod
    def of(
        cls,
        texts: Sequence[Text],
        labels: Sequence[int],
        *,
        groups: Sequence[str] | None = None,
        vectors: Numbers | None = None,
        embedder: str = "",
    ) -> "Examples":
        """Return examples; without groups, texts that are the same are one."""
        names = groups if groups is not None else [text.whole.casefold() for text in texts]
        numbers = np.unique(np.array(names, object).astype(str), return_inverse=True)[1]
        return cls(
            texts=texts,
            labels=np.array(labels, np.int64),
            groups=numbers,
            vectors=vectors,
            embedder=embedder if vectors is not None else "",
        )

    def only(self, places: npt.NDArray[np.int64]) -> "Examples":
        """Return the examples at these places."""
        return Examples(
            texts=[self.texts[place] for place in places],
            labels=self.labels[places],
            groups=self.groups[places],
            vectors=None if self.vectors is None else self.vectors[places],
            embedder=self.embedder,
        )


def learn_sentiment(
    examples: Examples,
    *,
    families: Sequence[str] = ALL_FAMILIES,
    most_terms: int = MOST_TERMS,
    card: Mapping[str, Any] | None = None,
) -> SentimentModel:
    """Return a classifier of these texts; raises LabelsUnusable where they are too few.

    Nothing but the examples decides: terms, weights, calibration and threshold come from inner
    folds over them.
    """
    counts = np.bincount(examples.labels, minlength=2)
    if counts.min() < FEWEST:
        raise LabelsUnusable(
            f"At least {FEWEST} texts of each class are needed: there are {counts[1]} positive and "
            f"{counts[0]} negative ones."
        )
    columns = Columns(
        families=[TermFamily.learn(name, examples.texts, most=most_terms) for name in families],
        dimensions=0 if examples.vectors is None else examples.vectors.shape[1],
    )
    rows = columns.rows(examples.texts, examples.vectors)
    blend = blend_lanes(
        rows, examples.labels, columns=columns, lanes=lanes_for(columns), groups=examples.groups
    )
    return SentimentModel(
        columns=columns,
        weights=blend.weights,
        intercept=blend.intercept,
        threshold=blend.threshold,
        embedder=examples.embedder,
        card={
            **(card or {}),
            "texts": len(examples.texts),
            "positive": int(counts[1]),
            "negative": int(counts[0]),
            "groups": len(np.unique(examples.groups)),
            "lanes": {
                name: {"auc_on_inner_folds": round(auc, 4), "share": round(blend.shares[name], 3)}
                for name, auc in blend.auc_of_lanes.items()
            },
            "learnt_at": datetime.now(UTC).isoformat(timespec="seconds"),
        },
    )


def judge_sentiment(model: SentimentModel, examples: Examples) -> Measures:
    """Return how good the model is on other examples."""
    probabilities = model.probabilities(examples.texts, examples.vectors)
    return measure(probabilities, examples.labels, threshold=model.threshold)


def judge_baseline(examples: Examples, others: Examples) -> Measures:
    """Return how good the usual baseline is: TF-IDF of words and pairs, logistic regression."""
    family = TermFamily.learn("plain", examples.texts)
    rows = family.rows(examples.texts)
    weights, intercept = fit_logistic(rows, examples.labels, strength=1.0)
    said = sigmoid(rows @ weights + intercept)
    return measure(
        sigmoid(family.rows(others.texts) @ weights + intercept),
        others.labels,
        threshold=best_threshold(said, examples.labels),
    )


def as_figures(measures: Measures) -> dict[str, float]:
    """Return measures as JSON has them."""
    return {
        name: value if isinstance(value, int) else round(value, 4)
        for name, value in asdict(measures).items()
    }
