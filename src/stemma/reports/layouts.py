"""The layout of a saved text: which stretch is headline, standfirst, byline, dateline, subhead, body or furniture."""

import re
from dataclasses import dataclass, replace

from stemma.model import Credit, CreditRole, Form, Moment, Zone, ZoneKind
from stemma.reports.bodies import body_kinds
from stemma.reports.bylines import first_published
from stemma.reports.credits import ending_credit
from stemma.reports.heads import Head, find_head
from stemma.reports.letters import find_signer
from stemma.reports.lines import Label, Line, read_lines
from stemma.reports.mastheads import read_heads
from stemma.reports.moments import Told
from stemma.reports.nameplates import read_name_over_authors, read_nameplate
from stemma.reports.outlets import headline_length
from stemma.reports.paragraphs import paragraphs
from stemma.reports.releases import find_issuer
from stemma.reports.transcripts import find_transcript

_FEWEST_AFTER_CAPTION = 2  # paragraphs
_TITLE_PREFIX = re.compile(
    r"(?i)(?:#{1,6}\s+|(?:title|headline|subject)\s*:\s*)(?=\S)"
)  # as Markdown and mail mark titles


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The zones of a text with the credits and the moment of publication read from them.

    `issuer` is who gives out a text that is no newsroom's: a press release, a statement, a letter.
    """

    zones: tuple[Zone, ...]
    credits: tuple[Credit, ...]
    published: Moment | None
    form: Form = Form.REPORT
    issuer: str | None = None


def lay_out(text: str, headline: str | None = None) -> Layout:
    r"""Cut a text into zones; `headline` is the one given beside the text, if any ("" says that there is none in it).

    >>> text = "Rain Falls On Town\n\nBy Jane Roe\n\nPARIS (AP) — Rain fell on the town on Monday, the mayor said."
    >>> [(zone.kind.value, text[zone.start:zone.end]) for zone in lay_out(text).zones][2:]
    [('dateline', 'PARIS (AP) —'), ('body', 'Rain fell on the town on Monday, the mayor said.')]
    """
    found = paragraphs(text)
    transcript = find_transcript(text, found)
    if transcript is not None:
        return Layout(zones=transcript.zones, credits=(), published=transcript.published, form=Form.TRANSCRIPT)
    lines = read_heads(text, read_lines(text, found))
    if headline is None:
        lines = read_name_over_authors(text, read_nameplate(text, lines))
    head = find_head(text, lines, headline)
    kinds = dict(head.kinds)
    kinds.update(body_kinds(text, lines, head.body_start, head.headline))
    zones: list[Zone] = []
    named: list[Credit] = []
    bodies = [number for number, kind in sorted(kinds.items()) if kind is ZoneKind.BODY]
    last = bodies[-1] if bodies else -1
    caption = _caption(text, [(number, lines[number]) for number in bodies])
    for number, line in enumerate(_first_datelines(lines, head.body_start)):
        placed = _as_photo(line) if head.body_start < number < last else line
        cut_zones, cut_credits = cut(text, placed, kinds[number], is_last=number == last)
        if number == caption:
            cut_zones, cut_credits = _cut_caption(text, line)
        zones += cut_zones
        named += cut_credits
    issuer = find_signer(text, lines) or find_issuer(text, lines, kinds, named)
    return Layout(zones=tuple(zones), credits=tuple(named), published=_published(lines, head), issuer=issuer)


def _first_datelines(lines: list[Line], start: int) -> list[Line]:
    """Keep datelines where a report begins: at the start of the body or, after it, where an agency is credited."""
    return [
        line._replace(dateline=None) if number > start and not line.credits else line
        for number, line in enumerate(lines)
    ]


def _as_photo(line: Line) -> Line:
    """Take an agency's name alone between paragraphs as the credit of a photograph; a text is credited before or after it."""
    is_name_alone = line.byline is not None and not (line.byline.has_by or line.byline.told)
    is_plain = line.label is Label.CREDIT or (line.label is Label.BYLINE and is_name_alone)
    if not is_plain or any(credit.role is not CreditRole.AGENCY for credit in line.credits) or len(line.keys) > 6:
        return line
    return line._replace(credits=tuple(replace(credit, role=CreditRole.PHOTO) for credit in line.credits))


def _caption(text: str, bodies: list[tuple[int, Line]]) -> int | None:
    """Give the number of the first paragraph where it alone ends with an agency in brackets and the text goes on: a caption.

    In a column of briefs every paragraph ends so, and a dispatch has its agency at its end.
    """
    ending = [number for number, line in bodies if ending_credit(text, line.start, line.end) is not None]
    is_caption = len(bodies) > _FEWEST_AFTER_CAPTION and ending == [bodies[0][0]] and bodies[0][1].dateline is None
    return ending[0] if is_caption else None


def _cut_caption(text: str, line: Line) -> tuple[list[Zone], list[Credit]]:
    """Cut off the credit of a caption that stands over the text, as the picture's."""
    zones, named = _cut_body(text, line, is_last=True)
    return zones, [replace(credit, role=CreditRole.PHOTO) for credit in named]


def cut(text: str, line: Line, kind: ZoneKind, *, is_last: bool) -> tuple[list[Zone], list[Credit]]:
    """Cut one paragraph into its zones: a dateline or an ending credit apart from the body, authors apart from moments."""
    if kind is ZoneKind.BYLINE and line.byline is not None and line.byline.authors:
        return _stretches(text, line, list(line.byline.authors), ZoneKind.BYLINE), list(line.byline.credits)
    prefix = _TITLE_PREFIX.match(text[line.start : line.end]) if kind in {ZoneKind.HEADLINE, ZoneKind.SUBHEAD} else None
    start = line.start + (prefix.end() if prefix is not None else 0)
    end = start + headline_length(text[start : line.end]) if kind is ZoneKind.HEADLINE else line.end
    if (start, end) != (line.start, line.end):
        return _stretches(text, line, [(start, end)], kind), list(line.credits)
    if kind is not ZoneKind.BODY:
        return [Zone(kind=kind, start=line.start, end=line.end)], list(line.credits)
    return _cut_body(text, line, is_last=is_last)


def _cut_body(text: str, line: Line, *, is_last: bool) -> tuple[list[Zone], list[Credit]]:
    zones: list[Zone] = []
    named: list[Credit] = []
    start, end = line.start, line.end
    if line.dateline is not None:
        stop = start + len(text[start : line.dateline.end].rstrip())
        zones.append(Zone(kind=ZoneKind.DATELINE, start=start, end=stop))
        named += line.dateline.credits
        start = line.dateline.end
    ending = ending_credit(text, start, end) if is_last else None
    if ending is not None:
        named += ending[1]
        end = start + len(text[start : ending[0]].rstrip())
    if start < end:
        zones.append(Zone(kind=ZoneKind.BODY, start=start, end=end))
    if ending is not None:
        zones.append(Zone(kind=ZoneKind.FURNITURE, start=ending[0], end=line.end))
    return zones, named


def _stretches(text: str, line: Line, marked: list[tuple[int, int]], kind: ZoneKind) -> list[Zone]:
    """Give the marked stretches of a paragraph as zones of this kind and whatever lies between them as furniture."""
    zones: list[Zone] = []
    offset = line.start
    for start, end in [*sorted(marked), (line.end, line.end)]:
        between = text[offset:start]
        if between.strip():
            left = offset + len(between) - len(between.lstrip())
            zones.append(Zone(kind=ZoneKind.FURNITURE, start=left, end=left + len(between.strip())))
        if start < end:
            zones.append(Zone(kind=kind, start=start, end=end))
        offset = end
    return zones


def _published(lines: list[Line], head: Head) -> Moment | None:
    """Give the moment told in the head; else the dateline's day; else a moment told on a line of its own further down."""
    told: tuple[Told, ...] = tuple(one for line in lines[: head.body_start] if line.byline for one in line.byline.told)
    dated = next(
        (
            line.dateline.published
            for line in lines
            if line.dateline is not None and line.dateline.published is not None
        ),
        None,
    )
    below = tuple(
        one
        for line in lines[head.body_start :]
        if line.label is Label.BYLINE and line.byline
        for one in line.byline.told
    )
    return first_published(told) or dated or first_published(below)
