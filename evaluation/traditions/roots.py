"""Newsrooms' own texts of one event: from the corpora of others, and from event files of ours that lie beside the code."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from evaluation.corpora import records_of
from evaluation.traditions.draft import Draft, Part, Quote, Sentence, Word
from evaluation.traditions.integrity import Said
from evaluation.traditions.manuscript import make_sentence, read_manuscript
from evaluation.traditions.operators.quotes import core

EVENTS = Path(__file__).resolve().parent / "events"
LEAD = "lead"
_OUTLETS = {
    "nyt": "The New York Times", "fox": "Fox News", "hpo": "HuffPost", "L": "The New York Times", "LL": "HuffPost",
    "M": "USA Today", "R": "Fox News", "RR": "Breitbart", "huff-post": "HuffPost", "breitbart": "Breitbart",
    "politico": "Politico", "wash-post": "The Washington Post", "west-journal": "Western Journalism", "usa-today": "USA Today",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """What one person said on one occasion, sentence by sentence; its transcript is an exemplar of quotations."""

    id: str
    speaker: str
    title: str
    sentences: tuple[str, ...]

    @property
    def words(self) -> tuple[Word, ...]:
        """Give all words, each with its place in the speech."""
        return tuple(
            Word(text=text, origin=(self.id, place)) for place, text in enumerate(" ".join(self.sentences).split())
        )

    @property
    def starts(self) -> tuple[int, ...]:
        """Give the places where its sentences begin."""
        sizes = [len(sentence.split()) for sentence in self.sentences]
        return tuple(sum(sizes[:number]) for number in range(len(sizes)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """One newsroom's own writing, or a press release; a newsroom that never saw another's text of the event."""

    id: str
    outlet: str
    draft: Draft
    is_release: bool = False
    hears: frozenset[str] = frozenset()  # the speeches that it quotes


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What independent newsrooms wrote of one event; `is_marked` where it is marked by hand which sentences state the same."""

    id: str
    corpus: str
    began_at: datetime
    roots: tuple[Root, ...]
    speeches: tuple[Speech, ...] = ()
    is_marked: bool = False
    has_every_fact: bool = False  # every sentence that two roots have in common is marked, not the lead alone


# ---- events of ours


def _turns(block: Sequence[str]) -> Iterable[list[str]]:
    paragraph: list[str] = []
    for line in [*block, ""]:
        if line.strip():
            paragraph.append(line.strip())
        elif paragraph:
            yield paragraph
            paragraph = []


def said_in(words: Sequence[str], speeches: Sequence[Speech]) -> tuple[Word, ...]:
    """Give the words of a quotation with their places in a speech; raises ValueError where nobody says them."""
    wanted = [core(word) for word in words]
    for speech in speeches:
        spoken = [core(word.text) for word in speech.words]
        for start in range(len(spoken) - len(wanted) + 1):
            if spoken[start : start + len(wanted)] == wanted:
                return tuple(Word(text=word, origin=(speech.id, start + place)) for place, word in enumerate(words))
    raise ValueError(f"nobody says {' '.join(words)!r}")


def _article(root_id: str, title: str, block: Sequence[str], speeches: Sequence[Speech]) -> Draft:
    paragraphs, number = [], 0
    for lines in _turns(block):
        sentences = []
        for line in lines:
            tagged = re.match(r"\{(\w+)\} *(.*)", line)
            words = tagged[2] if tagged else line
            if re.fullmatch(r"[A-Z ,.\-]+(?:, [A-Z][a-z.]+)? —", words):
                sentences.append(Sentence(parts=(words,), kind="dateline"))
                continue
            made = make_sentence(words, lambda told: said_in(told, speeches))
            if made is None:
                raise ValueError(f"{root_id}: marks do not pair in {words!r}")
            spoken = (
                Said(starts={speech.id: speech.starts for speech in speeches}).name(made.quotes[0])
                if made.quotes
                else None
            )
            claim = tagged[1] if tagged else spoken or f"{root_id}s{number}"
            sentences.append(replace(made, claims=((claim, root_id),)))
            number += 1
        paragraphs.append(tuple(sentences))
    return Draft(paragraphs=tuple(paragraphs), headline=title)


def read_event(path: Path) -> Event:
    """Give the event of one of our files: a head, speeches, releases and articles, one sentence a line."""
    blocks: list[tuple[list[str], list[str]]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            blocks.append(([field.strip() for field in line[3:].split("|")], []))
        elif blocks:
            blocks[-1][1].append(line)
    head = next(fields for fields, _ in blocks if fields[0] == "event")
    said = [fields for fields in blocks if fields[0][0] == "speech"]
    speeches = tuple(
        Speech(
            id=f"s{number}",
            speaker=fields[1],
            title=fields[2],
            sentences=tuple(line.strip() for line in block if line.strip()),
        )
        for number, (fields, block) in enumerate(said)
    )
    roots: list[Root] = []
    for fields, block in blocks:
        if fields[0] in {"article", "release"}:
            root_id = f"r{len(roots)}"
            draft = _article(root_id, fields[2], block, speeches)
            hears = frozenset(
                word.origin[0] for one in draft.sentences for quote in one.quotes for word in quote.words if word.origin
            )
            roots.append(
                Root(id=root_id, outlet=fields[1], draft=draft, is_release=fields[0] == "release", hears=hears)
            )
    return Event(
        id=path.stem,
        corpus="own",
        began_at=datetime.fromisoformat(head[1]).replace(tzinfo=UTC),
        roots=tuple(roots),
        speeches=speeches,
        is_marked=True,
        has_every_fact=True,
    )


def own_events() -> tuple[Event, ...]:
    """Give the events that ship with the code."""
    return tuple(read_event(path) for path in sorted(EVENTS.glob("*.txt")))


# ---- events of others' corpora


def narrated_runs(draft: Draft, size: int) -> frozenset[tuple[str, ...]]:
    """Give the runs of narrated words of a draft; speech may be shared by strangers."""
    runs = set()
    for sentence in draft.sentences:
        for part in sentence.parts:
            words = [core(word) for word in part.split()] if isinstance(part, str) else []
            runs |= {tuple(words[start : start + size]) for start in range(len(words) - size + 1)}
    return frozenset(runs)


def strangers(roots: Sequence[Root]) -> tuple[Root, ...]:
    """Give the roots that share no run of seven narrated words with one before them: what is left is independent writing."""
    chosen: list[Root] = []
    for root in roots:
        if not any(narrated_runs(root.draft, 7) & narrated_runs(one.draft, 7) for one in chosen):
            chosen.append(root)
    return tuple(chosen)


def _moment(record: Mapping[str, Any]) -> datetime:
    told = record.get("published") or ""
    found = re.search(r"(\d{4})[/-](\d{2})[/-](\d{2})", str(told) + " " + str(record.get("url", "")))
    return (
        datetime(int(found[1]), int(found[2]), int(found[3]), 12, tzinfo=UTC)
        if found
        else datetime(2018, 5, 14, 12, tzinfo=UTC)
    )


def _root(record: Mapping[str, Any], number: int, lead: int | None) -> Root | None:
    text, title = record["text"], record.get("title")
    if text.count(" , ") > 3 or text.count("?s ") > 5:  # cut into tokens, or with its apostrophes lost
        return None
    if title is None:
        first, _, rest = text.strip().partition("\n")
        title, text = (first.strip(" ."), rest) if len(first.split()) <= 18 else (None, text)
    draft = read_manuscript(text, prefix=f"r{number}", headline=" ".join(title.split()) if title else None)
    if draft is None:
        return None
    if lead is not None:
        begun = " ".join(record["text"].split())[lead:]
        draft = replace(
            draft, paragraphs=tuple(tuple(_marked(one, begun) for one in paragraph) for paragraph in draft.paragraphs)
        )
    name = str(record.get("outlet") or record.get("publisher"))
    outlet = _OUTLETS.get(
        name, _OUTLETS.get(name.lower(), re.sub(r" \((?:News|Online News|Online|Opinion)\)", "", name))
    )
    return Root(id=f"r{number}", outlet=outlet, draft=draft)


def _marked(sentence: Sentence, begun: str) -> Sentence:
    """Give the sentence as stating the lead assertion where the marked text begins with it."""
    is_lead = sentence.kind == "body" and begun.startswith(sentence.text)
    return replace(sentence, claims=tuple((LEAD, newsroom) for _, newsroom in sentence.claims)) if is_lead else sentence


def unknown(part: Part) -> Part:
    """Give a quotation as one of which nobody knows what was said."""
    return (
        part if isinstance(part, str) else replace(part, words=tuple(replace(word, origin=None) for word in part.words))
    )


def without_disputed(roots: Sequence[Root]) -> tuple[Root, ...]:
    """Give the roots with one utterance for what two of them quote in the same words, and none for what they quote alike only."""
    known: dict[tuple[str, ...], str] = {}
    runs: dict[tuple[str, ...], set[str]] = {}
    for root in roots:
        for quote in (quote for one in root.draft.sentences for quote in one.quotes):
            words = tuple(core(word.text) for word in quote.words)
            for start in range(len(words) - 2):
                runs.setdefault(words[start : start + 3], set()).add(root.id)

    def settle(quote: Quote) -> Quote:
        if not quote.is_known:
            return quote
        words = tuple(core(word.text) for word in quote.words)
        utterance = known.setdefault(words, quote.words[0].origin[0] if quote.words[0].origin else "")
        told = [Word(text=word.text, origin=(utterance, place)) for place, word in enumerate(quote.words)]
        return replace(quote, words=tuple(told))

    spoken = [
        {tuple(core(word.text) for word in quote.words) for one in root.draft.sentences for quote in one.quotes}
        for root in roots
    ]

    def is_disputed(quote: Quote) -> bool:
        words = tuple(core(word.text) for word in quote.words)
        others = {name for start in range(len(words) - 2) for name in runs[words[start : start + 3]]}
        return len(others) > 1 and sum(words in one for one in spoken) < len(others)

    def settled(sentence: Sentence) -> Sentence:
        parts = (
            part if isinstance(part, str) else unknown(part) if is_disputed(part) else settle(part)
            for part in sentence.parts
        )
        return replace(sentence, parts=tuple(parts))

    return tuple(
        replace(
            root,
            draft=replace(
                root.draft,
                paragraphs=tuple(tuple(settled(one) for one in paragraph) for paragraph in root.draft.paragraphs),
            ),
        )
        for root in roots
    )


def event_of(
    event_id: str, corpus: str, records: Sequence[Mapping[str, Any]], leads: Mapping[str, int]
) -> Event | None:
    """Give the event of some records: those with a marked lead that share no narration, else the first that can be read."""
    marked = [record for record in records if record["id"] in leads]
    made = [_root(record, number, leads.get(record["id"])) for number, record in enumerate(marked or records)]
    readable = [root for root in made if root is not None]
    roots = strangers(readable if marked else readable[:1])
    if not roots:
        return None
    return Event(
        id=event_id, corpus=corpus, began_at=_moment(records[0]), roots=without_disputed(roots), is_marked=bool(marked)
    )


_FILES = {
    "basil": "basil/articles.jsonl",
    "newswcl50": "newswcl50/articles.jsonl",
    "pac": "pac/articles.jsonl",
    "polnear": "polnear/train.jsonl",
}


def marked_leads() -> Mapping[str, int]:
    """Give, for articles of others, where the sentence begins that states the event's lead assertion, as read and marked by hand.

    Counted in characters of the article's text with all white space as single spaces.
    """
    leads: dict[str, int] = json.loads((Path(__file__).resolve().parent / "leads.json").read_text(encoding="utf-8"))
    return leads


def corpus_events(corpus: str, folder: Path) -> tuple[Event, ...]:
    """Give the events of a corpus in the folder of data; PolNeAR's articles are an event each."""
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for record in records_of(folder / _FILES[corpus]):
        groups.setdefault(str(record.get("event", record["id"])), []).append(record)
    leads = marked_leads()
    events = (event_of(event_id, corpus, records, leads) for event_id, records in sorted(groups.items()))
    return tuple(event for event in events if event is not None)
