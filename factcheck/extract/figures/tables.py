"""All that a language says of figures, compiled once from its file."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from factcheck.extract.figures.ages import Ages
from factcheck.extract.figures.compounds import Compounds
from factcheck.extract.figures.digits import VULGAR
from factcheck.extract.figures.measures import Measures
from factcheck.extract.figures.multipliers import Multipliers
from factcheck.extract.figures.nothing import Nothing
from factcheck.extract.figures.nouns import Nouns
from factcheck.extract.figures.number_words import Tables, folds
from factcheck.extract.figures.qualifiers import Qualifiers
from factcheck.extract.figures.ranges import Links
from factcheck.extract.figures.refusals import Refusals
from factcheck.extract.figures.shares import Ratios
from factcheck.extract.figures.signs import Signs
from factcheck.language.lexicon import Lexicon


class FigureTables(NamedTuple):
    """The sections `figures:` and `units:` of a language. `starters` are the words that may begin a
    number."""

    words: Tables
    measures: Measures
    nouns: Nouns
    refusals: Refusals
    qualifiers: Qualifiers
    multipliers: Multipliers
    links: Links
    ratios: Ratios
    compounds_of: Compounds
    nothing: Nothing
    ages: Ages
    group: str
    starters: frozenset[str]
    doubtful: frozenset[str]
    compounds: bool
    year_cues: frozenset[str]
    counted: tuple[str, ...]
    countable: frozenset[str]
    always: frozenset[str]
    signs: Signs
    lengths: frozenset[str]
    definite: frozenset[str]

    @classmethod
    def of_lexicon(cls, lexicon: Lexicon, own: Collection[str] = ()) -> FigureTables:
        """Compile the sections `figures:`, `units:` and `rates:`; `own` are further units, which a
        registry has and no table. Raises LexiconError where a table is missing."""
        words, nouns = Tables.of_lexicon(lexicon), Nouns.of_lexicon(lexicon)
        measures, multipliers = Measures.of_lexicon(lexicon, own), Multipliers.of_lexicon(lexicon)
        none = Nothing.of_lexicon(lexicon, nouns.closed)
        return cls(
            words=words,
            measures=measures,
            nouns=nouns,
            refusals=Refusals.of_lexicon(lexicon, nouns),
            qualifiers=Qualifiers.of_lexicon(lexicon),
            multipliers=multipliers,
            links=Links.of_lexicon(lexicon),
            ratios=Ratios.of_lexicon(lexicon, nouns),
            compounds_of=Compounds.of_lexicon(lexicon),
            nothing=none,
            ages=Ages.of_lexicon(lexicon),
            group=str(lexicon.get("figures.digits.group")),
            starters=words.starters
            | multipliers.starters
            | measures.percents
            | none.starters
            | frozenset(VULGAR),
            doubtful=folds(lexicon.words("figures.doubtful")),
            compounds=lexicon.get("figures.compounds") == "yes",
            year_cues=folds(lexicon.words("figures.years.after")),
            counted=lexicon.words("figures.years.counted"),
            countable=folds(lexicon.words("figures.years.nouns")),
            always=folds(lexicon.words("figures.always")),
            signs=Signs.of_lexicon(lexicon, nouns.closed),
            lengths=folds(lexicon.words("figures.lengths.before")),
            definite=folds(lexicon.words("figures.lengths.after")),
        )
