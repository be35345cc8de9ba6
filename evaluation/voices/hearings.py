"""Who is heard as speaking in a report: as gold has it, as stemma reads it, and as plainer methods would."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import stemma
from evaluation.attribution import Piece
from evaluation.corpora import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A voice as it is held against others: what it is called, and where it stands in the text."""

    name: str
    mentions: tuple[Piece, ...]
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One attribution with the ids of the voices that are right for it, `None` where nobody is; of a told one, at most one."""

    content: tuple[Piece, ...]
    source: tuple[Piece, ...] = ()
    voice_ids: tuple[str | None, ...] = (None,)
    via: str | None = None
    stance: str = "asserts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """All that is told, or true, of one report."""

    voices: Mapping[str, Named]
    heard: tuple[Heard, ...]


Listener = Callable[[Record], Hearing]


def gold_of(row: Record) -> Hearing:
    """Give what is true of one report."""
    return Hearing(
        voices={
            voice["id"]: Named(name="", kind=voice["kind"], mentions=_pieces(voice["mentions"]))
            for voice in row["voices"]
        },
        heard=tuple(
            Heard(
                content=_pieces(one["content"]),
                source=_pieces(one["source"]),
                voice_ids=(one["voice"], *one.get("also", ())),
                via=one.get("via"),
                stance=one["stance"],
            )
            for one in row["attributions"]
        ),
    )


def _pieces(rows: Iterable[Sequence[int]]) -> tuple[Piece, ...]:
    return tuple((start, end) for start, end in rows)


def read(record: Record, reader: str = "network") -> stemma.Reading:
    """Give stemma's reading of a report, whose outlet is known where the record tells it."""
    settings = stemma.Settings().but("readings", reader=reader)
    outlet = str(record.get("outlet") or record.get("publisher") or "")
    known = {"id": str(record["id"]), "text": record["text"]} | ({"outlet": outlet} if outlet else {})
    return stemma.read(known, settings=settings).reading


def heard_by_stemma(record: Record, reader: str = "network") -> Hearing:
    """Give what stemma hears in a report."""
    reading = read(record, reader)
    return Hearing(
        voices={
            voice.id: Named(name=voice.name, kind=str(voice.kind), mentions=_places(voice.named_in))
            for voice in reading.voices
        },
        heard=tuple(
            Heard(
                content=_places(one.content),
                source=_places(one.source),
                voice_ids=(one.voice_id,),
                via=one.via,
                stance=str(one.stance),
            )
            for one in reading.attributions
        ),
    )


def _places(spans: Iterable[stemma.Span]) -> tuple[Piece, ...]:
    return tuple((span.start, span.end) for span in spans)


def heard_by_source(record: Record) -> Hearing:
    """Give stemma's attributions, each with its source alone as its voice."""
    return _heard_plainly(record, lambda one, reading: _places(one.source[:1]))  # noqa: ARG005 names are not asked


def heard_by_last_person(record: Record) -> Hearing:
    """Give stemma's attributions, each with the person last named before the end of its source or cue as its voice."""

    def last(one: stemma.Attribution, reading: stemma.Reading) -> tuple[Piece, ...]:
        before = max((span.end for span in (*one.source, *one.cue)), default=one.content[0].start)
        people = [name.span for name in reading.names if name.kind == "person" and name.span.end <= before]
        return _places([max(people, key=lambda span: span.start)] if people else [])

    return _heard_plainly(record, last)


def _heard_plainly(record: Record, namer: Callable[[stemma.Attribution, stemma.Reading], tuple[Piece, ...]]) -> Hearing:
    reading = read(record)
    found = [(one, namer(one, reading)) for one in reading.attributions]
    return Hearing(
        voices={one.id: Named(name="", mentions=mentions) for one, mentions in found if mentions},
        heard=tuple(
            Heard(content=_places(one.content), voice_ids=(one.id if mentions else None,)) for one, mentions in found
        ),
    )
