"""Words that carry grammar rather than content."""

from typing import Final

BEFORE_NOUNS: Final = frozenset(
    "a an the this that these those my your his her its our their some any each every no".split()  # noqa: SIM905
)
LINKING: Final = frozenset(
    "is are was were be been am 's seems seem seemed looks look looked feels feel felt works work "  # noqa: SIM905
    "worked has have had does do did gets get got".split()
)
_OTHERS: Final = """
about above after again against all also although always among and another anybody anyone anything
anyway around as at away back because before behind being below between both but by came can cannot
can't come could couldn't did didn't doesn't doing don't down during either else enough ever
everybody everyone everything for from further give given go goes going gone gonna he here herself
him himself how however i i'd i'll i'm i've if in instead into isn't it it's itself just keep kept
know less let like likely made make makes making many may maybe me mean might mine more most much
must myself near need needed needs neither never next nobody none nor not nothing now of off often
oh ok okay on once one ones only onto or other others ought out over own perhaps put quite rather
really said same saw say see seen several she should since so somebody someone something sometimes
still such take taken than then there therefore they thing things think though through thus to
together too took toward towards tried try trying two under unless until up upon us use used very
want wanted way we well went what whatever when where whether which while who whole whom whose why
will with within without won't would wouldn't yes yet you you're yourself didn't wasn't weren't
they're that's there's he's she's we're isn't aren't haven't hasn't hadn't let's what's first last
day days year years time times month months week weeks lot lots bit little
"""
SMALL_WORDS: Final = BEFORE_NOUNS | LINKING | frozenset(_OTHERS.split())
