"""Reads one report: its voices, attributions, claims, times, quantities and names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stemma.model import Moment, Reading, Refusal, Report, Stamp
from stemma.readings.attributions import attribute, attribute_turns, is_transcript
from stemma.readings.citations import find_citations
from stemma.readings.claims import find_claims
from stemma.readings.drafts import draft
from stemma.readings.idlecues import without_idle
from stemma.readings.names import find_names, with_canonical
from stemma.readings.orphans import find_orphans
from stemma.readings.otherlanguages import LEAST_MARKED, find_dates, find_numbers, has_rules, unread
from stemma.readings.quantities import find_quantities
from stemma.readings.readers import RULES, reader_named, version_of
from stemma.readings.sentence import parse
from stemma.readings.silences import silences
from stemma.readings.tellings import drafts_of
from stemma.readings.times import find_times
from stemma.text.marks import Marked, marked

__all__ = ["ReadingRules", "read"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRules:
    """How a report is read."""

    reader: str = "network"  # who marks what is said: network, fast (rules alone), or a name that a package registered
    processes: int = (
        0  # how many reports are read at once, each by a process of its own; 0: one on every core, where they are many
    )
    has_minds: bool = True  # whether attitudes ("wants to") count as attributions beside speech; for fast alone
    gazetteer: str = ""  # a file of places with the variants of their names, one a line, parted by tabs; "" for none
    # a model of sentence vectors, by which claims are compared too: a folder, "none", or "" for that which ships (none for fast)
    vectors: str = ""


def read(
    report: Report,
    rules: ReadingRules = ReadingRules(),
    anchor: Moment | None = None,
    gazetteer: Mapping[str, str] | None = None,
) -> Reading:
    """Read one report; the same text gives the same reading.

    `anchor` is a moment of publication known by way of another report, against which times are read where the report's own
    text gives none; `gazetteer` the canonical names of places by their variants; neither is needed. Raises UsageError for a
    reader that nobody registered.
    """
    stretches = marked(report.text)
    if not has_rules(report) and not is_transcript(report):
        return _read_plainly(report, stretches)
    names, citations = find_names(report), find_citations(report)
    refusals: tuple[Refusal, ...] = ()
    name = version_of(rules.reader)
    if is_transcript(report):
        name = RULES
        attributions, voices = attribute_turns(report, names)
    else:
        sentences = list(parse(report, stretches))
        drafts = draft(sentences, has_minds=rules.has_minds or name != RULES)
        if name != RULES:
            reader = reader_named(name)
            if reader is None:
                name, refusals = RULES, (Refusal(subject=report.path, reason=_NO_NETWORK),)
            else:
                drafts = drafts_of(tuple(reader.tell(report)), sentences, stretches, drafts)
        drafts = without_idle(drafts)
        drafts = sorted([*drafts, *silences(report.text, sentences, drafts)], key=lambda one: (one.content[0], one.cue))
        attributions, voices = attribute(report, drafts, stretches, names, citations, sentences)
        attributions = tuple(
            sorted(
                (*attributions, *find_orphans(report, stretches, attributions)),
                key=lambda a: (a.content[0].start, a.id),
            )
        )
    return Reading(
        report_id=report.id,
        stamp=Stamp(tool=f"stemma.readings.{name}", version="1", settings={"has_minds": str(rules.has_minds)}),
        voices=voices,
        attributions=attributions,
        claims=find_claims(report, attributions),
        times=find_times(report, anchor),
        quantities=find_quantities(report),
        names=with_canonical(names, gazetteer or {}),
        refusals=refusals,
        citations=citations,
    )


def _read_plainly(report: Report, stretches: Sequence[Marked]) -> Reading:
    """Read what needs no rules of a language, and say what was not read."""
    return Reading(
        report_id=report.id,
        stamp=Stamp(tool="stemma.readings.otherlanguages", version="1"),
        voices=(),
        attributions=find_orphans(report, stretches, (), LEAST_MARKED),
        claims=(),
        times=find_dates(report),
        quantities=find_numbers(report),
        names=(),
        refusals=(unread(report),),
    )


_NO_NETWORK = "read by rules alone, for the network's file is not there; install stemma again, or ask for --reader fast"
