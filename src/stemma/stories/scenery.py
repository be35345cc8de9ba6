"""All that findings are drawn from, and how reports, exemplars and words are named in them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stemma.model import (
    Amendment,
    Assertion,
    Change,
    Derivation,
    Exemplar,
    Span,
    Utterance,
    Voice,
)
from stemma.stories.onetexts import OneText
from stemma.stories.witnesses import Witness
from stemma.text.words import words

_NAMED = 3  # reports that are named by their outlets; more go by their letters alone
_SHOWN = 7
_LONGEST_NAME = 40  # characters
_BEHIND = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenery:
    """All that findings are drawn from; `letters` name the reports."""

    letters: Mapping[str, str]
    witnesses: Mapping[str, Witness]
    exemplars: Mapping[str, Exemplar]
    derivations: Sequence[Derivation]
    changes: Sequence[Change]
    amendments: Sequence[Amendment]
    utterances: Sequence[Utterance]
    assertions: Sequence[Assertion]
    lead: Assertion | None
    voices: Mapping[str, Voice]
    sizes: Mapping[str, int]
    texts: Sequence[OneText]

    def name(self, report_id: str) -> str:
        """Give a report's letter with its outlet, where that is known: "A (Harbour Post)"; a transcript is called one."""
        witness = self.witnesses[report_id]
        outlet = witness.name or ("transcript" if witness.is_transcript else None)
        return f"{self.letters[report_id]} ({clipped(outlet, _LONGEST_NAME)})" if outlet else self.letters[report_id]

    def names(self, report_ids: Iterable[str]) -> str:
        """Give some reports, each once and in the order of their letters: by outlet while they are few."""
        known = set(report_ids)
        ordered = [one for one in self.letters if one in known]
        if len(ordered) <= _NAMED:
            return listed([self.name(one) for one in ordered])
        shown = self.ordered(known)
        return listed(shown if len(shown) <= _SHOWN + 1 else [*shown[:_SHOWN], f"{len(shown) - _SHOWN} more"])

    def ordered(self, report_ids: Iterable[str]) -> list[str]:
        """Give the letters of some reports, each once and in their order."""
        known = set(report_ids)
        return [letter for one, letter in self.letters.items() if one in known]

    def exemplar(self, exemplar_id: str) -> str:
        """Give the name of an exemplar, and that it was not seen."""
        exemplar = self.exemplars[exemplar_id]
        if exemplar.report_id is not None:
            return self.name(exemplar.report_id)
        return f"{exemplar.name} (not seen)" if exemplar.name else "a text that nobody names (not seen)"

    def words(self, span: Span, behind: int = 0) -> str:
        """Give the words of a span on one line, those of an earlier edition too, with so many words behind it."""
        for witness in self.witnesses.values():
            texts = {witness.report.id: witness.report.text, **{e.id: e.text for e in witness.report.earlier}}
            if span.report_id in texts:
                text = texts[span.report_id]
                more = words(text, span.end, min(len(text), span.end + _BEHIND))[:behind]
                return " ".join(text[span.start : more[-1].end if more else span.end].split())
        return ""


def listed(names: Sequence[str]) -> str:
    """Give names as a list in words.

    >>> listed(["A"]), listed(["A", "B"]), listed(["A", "B", "C"])
    ('A', 'A and B', 'A, B and C')
    """
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def clipped(words: str, most: int = 60) -> str:
    """Give words on one line, cut behind a whole word where they are long.

    >>> clipped("We might find it hard", 12), clipped("We might", 12)
    ('We might…', 'We might')
    """
    plain = " ".join(words.split())
    if len(plain) <= most:
        return plain
    return (plain[:most] if plain[most].isspace() else plain[:most].rsplit(" ", 1)[0]).rstrip(" ,;:") + "…"


def quoted(words: str, most: int = 60) -> str:
    r"""Give words between marks, cut behind a whole word where they are long; "nothing" for none.

    >>> quoted('calling it an "assault" on us')
    '"calling it an \'assault\' on us"'
    """
    plain = re.sub('["“”]', "'", clipped(words.strip('"“”'), most))
    return f'"{plain}"' if plain else "nothing"


def plural(least: int, most: int, noun: str) -> str:
    """Give a number or a range with its noun.

    >>> plural(1, 1, "line"), plural(1, 3, "line")
    ('1 line', '1-3 lines')
    """
    number = str(most) if least == most else f"{least}-{most}"
    return f"{number} {noun}" if number == "1" else f"{number} {noun}s"
