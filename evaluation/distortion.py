"""Claims that were distorted on the way and claims that were reworded faithfully: which are taken for the same?

Gold is `claims.jsonl`, one pair of short reports a line: {id, kind: distorted | faithful, change, left, right, part?}; `left` and
`right` are {text, start, end, outlet?, published_at?}, where the stretch is the claim. `change` says what was distorted (number,
negation, name, date, scope, certainty, attribution, place), or how the claim was reworded.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path
from types import MappingProxyType

from rapidfuzz import fuzz

import stemma
from evaluation.answers import compared
from evaluation.corpora import Record, in_part, records_of
from evaluation.figures import Figure, Outcome, Tally, share
from evaluation.intervals import bootstrapped
from evaluation.runs import tokens

KINDS = ("distorted", "faithful")
SIDES = ("left", "right")
# Changes that tell an editor what is at stake; that words were added, dropped, moved or exchanged tells nothing of the kind.
TELLING = frozenset(
    {"number", "date", "place", "name", "polarity", "certainty", "attribution", "scope", "not-borne-out"}
)
_WORD = re.compile(r"\w+(?:['’\-]\w+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is told of two claims: that they say the same, that they conflict, that something telling changed between them."""

    is_joined: bool
    has_conflict: bool = False
    has_change: bool = False


Judge = Callable[[Record], Verdict]


def verdict_by_stemma(pair: Record) -> Verdict:
    """Give what comparing the two reports alone tells of their claims."""
    reports = [{**pair[side], "id": side} for side in SIDES]
    return verdict_of(compared(reports), claim_words(pair), {side: span_of(pair, side) for side in SIDES})


def span_of(pair: Record, side: str) -> stemma.Span:
    """Give the stretch of one side's claim."""
    return stemma.Span(side, pair[side]["start"], pair[side]["end"])


def verdict_of(
    collations: Sequence[stemma.Collation],
    altered: Mapping[str, Sequence[stemma.Span]],
    stretches: Mapping[str, stemma.Span],
) -> Verdict:
    """Give what collations tell of two stretches, each standing for its clause that covers most of what differs.

    Joined: one assertion holds both clauses. A conflict, a telling change or what a wording's edits touch counts where it
    lies in both stretches, or in one and has nothing on the other side.
    """
    claims = {side: _claim_of(collations, altered[side], stretches[side]) for side in SIDES}
    held = [{claim.id for claim in one.claims} for collation in collations for one in collation.assertions]
    return Verdict(
        is_joined=None not in claims.values() and any(set(claims.values()) <= one for one in held),
        has_conflict=any(
            _lies_in((one.left, one.right), stretches)
            for collation in collations
            for assertion in collation.assertions
            for one in assertion.conflicts
        ),
        has_change=any(
            one.kind in TELLING and _lies_in((one.before, one.after), stretches)
            for collation in collations
            for one in collation.stemma.changes
        )
        or any(
            one.touches and one.against_report_id in stretches and _lies_in((one.spans,), stretches)
            for collation in collations
            for utterance in collation.utterances
            for one in utterance.wordings
        ),
    )


def _claim_of(
    collations: Iterable[stemma.Collation], altered: Sequence[stemma.Span], stretch: stemma.Span
) -> str | None:
    """Give the id of the clause that covers most of what differs, then most of the stretch; None where none lies there."""
    claims = [claim for collation in collations for reading in collation.readings for claim in reading.claims]
    covers = [(_cover(claim.spans, altered), _cover(claim.spans, [stretch]), claim.id) for claim in claims]
    best = max(covers, default=(0, 0, None), key=lambda cover: cover[:2])
    return best[2] if best[1] else None


def _cover(spans: Iterable[stemma.Span], others: Sequence[stemma.Span]) -> int:
    return sum(span.overlap(other) for span in spans for other in others)


def _lies_in(sides: Iterable[Sequence[stemma.Span]], stretches: Mapping[str, stemma.Span]) -> bool:
    """Say whether each side that has spans has some in one of the stretches."""
    filled = [spans for spans in sides if spans]
    return bool(filled) and all(_cover(spans, list(stretches.values())) for spans in filled)


def claim_words(pair: Record) -> dict[str, tuple[stemma.Span, ...]]:
    """Give the words of each side's claim that are not in the other's, in order; all of them where none differ on that side."""
    words = {side: _words(pair, side) for side in SIDES}
    texts = {side: [span.cut(pair[side]["text"]).casefold() for span in words[side]] for side in SIDES}
    codes = SequenceMatcher(None, texts["left"], texts["right"], autojunk=False).get_opcodes()
    left = [span for tag, start, end, _, _ in codes if tag != "equal" for span in words["left"][start:end]]
    right = [span for tag, _, _, start, end in codes if tag != "equal" for span in words["right"][start:end]]
    return {"left": tuple(left or words["left"]), "right": tuple(right or words["right"])}


def _words(pair: Record, side: str) -> list[stemma.Span]:
    stretch = span_of(pair, side)
    return [
        stemma.Span(side, *match.span()) for match in _WORD.finditer(pair[side]["text"], stretch.start, stretch.end)
    ]


def verdict_by_likeness(pair: Record) -> Verdict:
    """Take claims for the same whose letters are alike by eight tenths."""
    left, right = (span_of(pair, side).cut(pair[side]["text"]) for side in SIDES)
    return Verdict(is_joined=fuzz.ratio(left.casefold(), right.casefold()) >= 80)


def verdict_by_words(pair: Record, least: float = 0.8) -> Verdict:
    """Take claims for the same where at least this share of the shorter one's words are in the longer one."""
    left, right = (set(tokens(span_of(pair, side).cut(pair[side]["text"]))) for side in SIDES)
    return Verdict(is_joined=len(left & right) >= least * min(len(left), len(right)))


JUDGES: Mapping[str, Judge] = MappingProxyType(
    {
        "letters alike by .8": verdict_by_likeness,
        "words contained by .8": verdict_by_words,
        "words contained by .5": partial(verdict_by_words, least=0.5),
    }
)


def tally(pair: Record, verdict: Verdict) -> Tally:
    """Count one pair, among all of its kind and among those of its change."""
    if pair["kind"] == "distorted":
        name, is_so = "passed", verdict.is_joined and not verdict.has_conflict and not verdict.has_change
    else:
        name, is_so = "faithful_joined", verdict.is_joined and not verdict.has_conflict
    return dict.fromkeys((name, f"{name}.{pair['change']}"), share(int(is_so), 1))


def score(pairs: Sequence[Record], judge: Judge) -> tuple[Figure, ...]:
    """Measure one way of taking claims for the same."""
    tallies = [tally(pair, judge(pair)) for pair in pairs]
    names = ["passed", "faithful_joined", *sorted({name for one in tallies for name in one if "." in name})]
    plan = {f"distortion.{name}": [name] for name in names}
    return bootstrapped(tallies, plan, {name for name in plan if name.startswith("distortion.passed")})


def pairs_in(path: Path) -> tuple[Record, ...]:
    """Give the pairs of `claims.jsonl` or of a folder that holds it; raises ValueError where one is not in the form."""
    file = path / "claims.jsonl" if path.is_dir() else path
    pairs = records_of(file, id=str, kind=str, change=str, left=dict, right=dict)
    for pair in pairs:
        if pair["kind"] not in KINDS:
            raise ValueError(f"{file}: {pair['id']!r} has the kind {pair['kind']!r}, not one of {', '.join(KINDS)}")
        for side in SIDES:
            text, start, end = (pair[side].get(key) for key in ("text", "start", "end"))
            fits = isinstance(text, str) and isinstance(start, int) and isinstance(end, int)
            if not fits or not 0 <= start < end <= len(text):
                raise ValueError(f"{file}: the {side} claim of {pair['id']!r} is no stretch of its text")
    if not pairs:
        raise ValueError(f"{file}: holds no pair of claims")
    return pairs


def evaluate(path: Path, part: str | None = None, judges: Mapping[str, Judge] | None = None) -> Outcome:
    """Run the task; `part` takes one part only, without it the part to fit on where the pairs are parted."""
    pairs = in_part(pairs_in(path), part)
    judges = {"stemma": verdict_by_stemma, **JUDGES} if judges is None else judges
    figures = {name: score(pairs, judge) for name, judge in judges.items()}
    return Outcome.of("distortion", path, figures)
