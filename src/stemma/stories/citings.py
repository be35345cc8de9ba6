"""Who names whose newsroom as telling something: a relation of its own beside the stemma, and the circles in it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from stemma.model import Circle, Citing, Span, VoiceKind
from stemma.stories.ledger import Ledger
from stemma.stories.speakers import is_nameless
from stemma.stories.statements import Statement
from stemma.stories.witnesses import plain_name

Named = Mapping[str, Span]  # newsrooms by their plain names, and where each is named


def find_citings(ledger: Ledger) -> tuple[Citing, ...]:
    """Give which report names which newsroom as telling, hearing or having seen something, in the order of the reports."""
    reports: dict[str, list[str]] = defaultdict(list)
    for one, witness in ledger.witnesses.items():
        reports[plain_name(witness.outlet)].append(one)
    found = []
    for one, witness in ledger.witnesses.items():
        named: dict[str, set[Span]] = defaultdict(set)
        for span, name, _ in ledger.citations[one]:
            if name and name != plain_name(witness.outlet):
                named[name].add(span)
        for name, spans in sorted(named.items(), key=lambda one: min(one[1])):
            cited = tuple(reports.get(name, ()))
            told = ledger.witnesses[cited[0]].outlet if cited else None
            places = tuple(sorted(spans))
            shown = told or places[0].cut(witness.report.text)
            found.append(Citing(report_id=one, name=shown, cited_ids=cited, spans=places))
    return tuple(found)


def named_beside(statement: Statement, ledger: Ledger) -> Named:
    """Give the newsrooms on whose word a claim is told: its voice, who passes it on, and whom its sentence cites."""
    attribution = statement.attribution
    voices = [attribution.voice_id, attribution.via] if attribution is not None else []
    known = [ledger.voices[one] for one in voices if one is not None and one in ledger.voices]
    place = attribution.source[0] if attribution is not None and attribution.source else statement.unit.span
    found = {
        name: place
        for voice in known
        if voice.kind is VoiceKind.NEWSROOM and not is_nameless(voice)
        for name in ledger.whole_names(voice.name)
    }
    return found | {
        name: span
        for span, name, is_told in ledger.citations[statement.report.id]
        if span.overlap(statement.unit.span) and (attribution is not None or not is_told)
    }


def find_circles(group: Iterable[Statement], ledger: Ledger) -> tuple[Circle, ...]:
    """Give where newsrooms tell a claim on each other's word, each circle once: from the outlet that comes first by name.

    Each step is a report that names the newsroom of the next one as telling it; the last names that of the first. An earlier
    report of such a newsroom may have told it on its own word: as a confirmation of that the circle is worth nothing.
    """
    named: dict[str, dict[str, Span]] = defaultdict(dict)  # by report
    for statement in group:
        own = ledger.whole_name(ledger.witnesses[statement.report.id].outlet or "")
        others = {name: span for name, span in named_beside(statement, ledger).items() if name != own}
        named[statement.report.id] = others | named[statement.report.id]
    steps: dict[str, dict[str, tuple[str, Span]]] = defaultdict(dict)
    for one, others in named.items():
        outlet = ledger.whole_name(ledger.witnesses[one].outlet or "")
        for name, span in others.items() if outlet else ():
            steps[outlet].setdefault(name, (one, span))
    found = {min(circle[place:] + circle[:place] for place in range(len(circle))) for circle in _circles(steps)}
    return tuple(
        Circle(
            report_ids=tuple(steps[one][other][0] for one, other in zip(names, (*names[1:], names[0]), strict=True)),
            spans=tuple(steps[one][other][1] for one, other in zip(names, (*names[1:], names[0]), strict=True)),
        )
        for names in sorted(found)
    )


def _circles(steps: Mapping[str, Mapping[str, object]]) -> Iterator[tuple[str, ...]]:
    """Give for each name the shortest way back to it, if there is one."""
    for first in sorted(steps):
        ways: dict[str, tuple[str, ...]] = {}
        waiting: list[tuple[str, ...]] = [(first,)]
        while waiting and first not in ways:
            found: list[tuple[str, ...]] = []
            for way in waiting:
                for name in sorted(steps.get(way[-1], ())):
                    if name not in ways:
                        ways[name] = way
                        found.append((*way, name))
            waiting = found
        if first in ways:
            yield ways[first]
