"""Voices against gold: of the attributions that are found, whose voice is right, and which stances and chains are kept.

Gold is a folder with `reports.jsonl` and `voices.jsonl`, one line a report: docs/formats/voices.md. An attribution of gold is
held against the one whose content overlaps it, one to one. A voice that is told is the gold voice on whose mentions its own lie
most often; a pronoun counts only where the gold voice has nothing but pronouns, for else nobody is named by it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from evaluation.attribution import Piece, pair
from evaluation.corpora import Record, records_of
from evaluation.figures import Figure, Outcome, Ratio, Tally, f1, share
from evaluation.intervals import bootstrapped
from evaluation.voices.hearings import (
    Heard,
    Hearing,
    Listener,
    Named,
    gold_of,
    heard_by_last_person,
    heard_by_source,
    heard_by_stemma,
)

STANCES = ("asserts", "denies", "declines", "asks", "unverified")
SORTS = ("name", "short", "description", "pronoun", "body", "role", "document", "newsroom", "none")
PRONOUNS = frozenset(
    "he she they it who which that i we you his her their its our my him them us me himself herself themselves "
    "this those these".split()
)
_HONORIFICS = frozenset("mr mrs ms miss dr".split())


def is_pronoun(text: str) -> bool:
    """Say whether a mention names nobody by itself.

    >>> is_pronoun("She"), is_pronoun("who"), is_pronoun("the mayor")
    (True, True, False)
    """
    return text.casefold() in PRONOUNS


def matched(voice: Named, gold: Mapping[str, Named], text: str) -> str | None:
    """Give the gold voice that a told voice is: the one on whose naming mentions most of its own lie; ties: the earliest."""
    names = [piece for piece in voice.mentions if not is_pronoun(text[slice(*piece)])]
    if names:
        return _voted(names, {key: _naming(one, text) for key, one in gold.items()})
    unnamed = {key: list(one.mentions) for key, one in gold.items() if not _naming(one, text)}
    return _voted(voice.mentions, unnamed)


def _naming(voice: Named, text: str) -> list[Piece]:
    return [piece for piece in voice.mentions if not is_pronoun(text[slice(*piece)])]


def _voted(mentions: Sequence[Piece], gold: Mapping[str, Sequence[Piece]]) -> str | None:
    votes: Counter[str] = Counter()
    for piece in mentions:
        likest = max(
            ((_likeness(piece, other), key) for key, held in gold.items() for other in held), default=(0.0, "")
        )
        if likest[0] > 0:
            votes[likest[1]] += 1
    return max(votes, key=lambda key: (votes[key], -min(gold[key])[0]), default=None)


def _likeness(left: Piece, right: Piece) -> float:
    """Give the characters that two pieces share over those that either has."""
    shared = min(left[1], right[1]) - max(left[0], right[0])
    return shared / (max(left[1], right[1]) - min(left[0], right[0])) if shared > 0 else 0.0


def sort_of(one: Heard, voices: Mapping[str, Named], text: str) -> str:
    """Give what sort of source a gold attribution has."""
    voice = voices.get(one.voice_ids[0] or "")
    if voice is None or not one.source:
        return "none"
    here = [
        text[start:end]
        for start, end in voice.mentions
        if any(start < last and first < end for first, last in one.source)
    ]
    named = [mention for mention in here if not is_pronoun(mention)]
    if not named:
        return "pronoun"
    return voice.kind if voice.kind != "person" else min(map(_form, named), key=SORTS.index)


def _form(mention: str) -> str:
    """Say whether a mention of a person is a full name, a short form or a description.

    >>> [_form(mention) for mention in ("Ada Orr", "Ms. Orr", "the mayor")]
    ['name', 'short', 'description']
    """
    words = [word for word in mention.split() if word.casefold().rstrip(".") not in _HONORIFICS]
    if not all(word[:1].isupper() for word in words):
        return "description"
    return "short" if len(words) < 2 else "name"


def tally(text: str, gold: Hearing, told: Hearing) -> Tally:
    """Count one report: every figure of the task as a ratio that adds up over reports."""
    pairs = pair(gold.heard, told.heard)
    is_gold = {key: matched(voice, gold.voices, text) for key, voice in told.voices.items()}
    figures = {"voices.found": share(len(pairs), len(gold.heard)), "voices.accuracy": Ratio()}
    for true, found in pairs:
        key = found.voice_ids[0]
        answer = None if key is None else is_gold[key] or "nobody of gold"
        is_right = share(int(answer in true.voice_ids), 1)
        for name in ("voices.accuracy", f"voices.accuracy.{sort_of(true, gold.voices, text)}"):
            figures[name] = figures.get(name, Ratio()) + is_right
    return figures | _chains(pairs, is_gold)


def _chains(pairs: Iterable[tuple[Heard, Heard]], is_gold: Mapping[str, str | None]) -> Tally:
    """Count who passes words on, and the stances that are no plain assertion."""
    figures = {"voices.via_f1": Ratio(), "voices.stance_accuracy": Ratio()}
    for true, found in pairs:
        via = None if found.via is None else is_gold.get(found.via) or "nobody of gold"
        figures["voices.via_f1"] += f1(via == true.via is not None, via is not None, true.via is not None)
        figures["voices.stance_accuracy"] += share(int(found.stance == true.stance), 1)
        for stance in {true.stance, found.stance} - {"asserts"}:
            name = f"voices.stance_f1.{stance}"
            counted = f1(found.stance == true.stance, found.stance == stance, true.stance == stance)
            figures[name] = figures.get(name, Ratio()) + counted
    return figures


WHO = ("voices.accuracy", *(f"voices.accuracy.{sort}" for sort in SORTS))
NAMES = (
    *WHO,
    "voices.found",
    "voices.via_f1",
    "voices.stance_accuracy",
    *(f"voices.stance_f1.{stance}" for stance in STANCES[1:]),
)


def score(
    reports: Mapping[str, Record], rows: Sequence[Record], listener: Listener, names: Sequence[str] = NAMES
) -> tuple[Figure, ...]:
    """Measure one way of hearing who speaks, with intervals over reports: the named figures alone."""
    tallies = [tally(reports[row["id"]]["text"], gold_of(row), listener(reports[row["id"]])) for row in rows]
    return bootstrapped(tallies, {name: [name] for name in names if any(name in one for one in tallies)})


def checked(rows: Sequence[Record], reports: Mapping[str, Record], path: Path) -> Sequence[Record]:
    """Give the rows as they are; raises ValueError where one names a report, voice or stance that is not known."""
    for row in rows:
        voices = {voice["id"] for voice in row["voices"]}
        named = {key for one in row["attributions"] for key in (one["voice"], one.get("via"), *one.get("also", ()))}
        is_known = row["id"] in reports and named <= voices | {None}
        if not is_known or any(one["stance"] not in STANCES for one in row["attributions"]):
            raise ValueError(f"{path}: unknown report, voice or stance in the row of {row['id']!r}")
    return rows


def evaluate(path: Path, listeners: Mapping[str, Listener] | None = None) -> Outcome:
    """Run the task on a folder; raises ValueError where it is not in the form."""
    reports = {record["id"]: record for record in records_of(path / "reports.jsonl", id=str, text=str)}
    rows = checked(
        records_of(path / "voices.jsonl", id=str, voices=list, attributions=list), reports, path / "voices.jsonl"
    )
    if not rows:
        raise ValueError(f"{path / 'voices.jsonl'}: holds no report")
    if listeners is None:
        listeners = {
            "stemma": heard_by_stemma,
            "stemma --reader fast": lambda record: heard_by_stemma(record, "fast"),
            "the source's own words": heard_by_source,
            "the last person named": heard_by_last_person,
        }
    plain = {name for name, one in listeners.items() if one in {heard_by_source, heard_by_last_person}}
    figures = {name: score(reports, rows, one, WHO if name in plain else NAMES) for name, one in listeners.items()}
    return Outcome.of("voices", path, figures)
