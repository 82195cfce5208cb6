"""What a classifier reads: a title, if there is one, and a body."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ai.reviews.language.sentences import split_sentences
from ai.reviews.language.words import Word, read_words


@dataclass(frozen=True, kw_only=True)
class Text:
    """A text in two fields, read into words once."""

    title: str = ""
    body: str

    @cached_property
    def title_words(self) -> Sequence[Word]:
        """The words of the title."""
        return read_words(self.title)

    @cached_property
    def body_words(self) -> Sequence[Word]:
        """The words of the body."""
        return read_words(self.body)

    @cached_property
    def words(self) -> Sequence[Word]:
        """The words of both, the title's first; a full stop between them ends what it negates."""
        stop = [Word(".", 0, 0, False)] if self.title_words and self.body_words else []
        return [*self.title_words, *stop, *self.body_words]

    @cached_property
    def last_words(self) -> Sequence[Word]:
        """The words of the last sentence, where reviewers sum up."""
        sentences = [each for each in split_sentences(self.body) if len(each.text) > _SHORTEST]
        if not sentences:
            return self.body_words
        return [word for word in self.body_words if word.begin >= sentences[-1].begin]

    @property
    def whole(self) -> str:
        """Title and body as one text."""
        return f"{self.title}. {self.body}" if self.title else self.body


# Characters: "Thanks!" sums nothing up.
_SHORTEST = 8
