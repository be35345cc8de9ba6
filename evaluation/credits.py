"""Credits and citations against gold: which agencies a text is credited to, which names only sign its pictures, whom it cites.

Gold is one JSON object a line: id, text, and what else is known, with `agencies`, a list of names or of {name, shown}: those the
text, not its pictures, is credited to. `shown` says whether the text names the agency as such (`named`), only signs as it does
(`form`), or bears no sign of it (`absent`). `credits` [{role, start, end}] and `citations` [{kind, start, end}] are scored where
they are given and the record was read whole (`read`). A record in the form of PolNeAR, `wire` and no `agencies`, is scored
where its publisher has a wire at all: of others the corpus did not collect it.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

import stemma
from evaluation.answers import KEYS
from evaluation.corpora import Record, records_of
from evaluation.figures import Figure, Outcome, Ratio, Tally, f1, share
from evaluation.intervals import bootstrapped

TABLE = Path(__file__).parent / "traditions" / "tables" / "agencies.tsv"
FULL = MappingProxyType(
    {"AP": "Associated Press", "UPI": "United Press International", "AFP": "Agence France-Presse", "CNN": "CNN Wire"}
)
ROLES = ("agency", "contributor", "photo")
LESS_IS_BETTER = ("credits.photo_as_text",)
_END = 300  # characters at either end of a text, where bylines, datelines and credit lines stand
_CITED = re.compile(
    r"\b(?:told|tells|telling|reported by|according to)\s(?:[Tt]he\s)?((?:[A-Z]\w+\s?){1,3})|((?:[A-Z]\w+\s){1,3})reported\b"
)

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told of one text: the agencies it is credited to, credits by role (None: not told), citations by kind."""

    agencies: frozenset[str] = frozenset()
    credits: Mapping[str, Sequence[Span]] | None = None
    citations: Mapping[str, Sequence[Span]] = field(default_factory=dict)


Teller = Callable[[Record, frozenset[str]], Told]


def name_of(agency: str) -> str:
    """Give an agency's full name.

    >>> name_of("AFP"), name_of("The Associated Press")
    ('Agence France-Presse', 'Associated Press')
    """
    bare = agency.strip().removeprefix("The ")
    return FULL.get(bare, bare)


def agencies_of(record: Record) -> dict[str, str]:
    """Give the agencies of a record's gold, each with how it is shown."""
    if "agencies" not in record:
        return {name_of(record["wire"]): "named"} if record.get("wire") else {}
    listed = [one if isinstance(one, dict) else {"name": one} for one in record["agencies"]]
    return {name_of(one["name"]): one.get("shown", "named") for one in listed}


def told_by_stemma(record: Record, agencies: frozenset[str]) -> Told:
    """Give what stemma reads in a record; a contributor counts as an agency where the gold knows one of that name."""
    shown = {key: record[key] for key in KEYS if record.get(key) is not None}
    read = stemma.read(shown, settings=stemma.Settings().but("readings", reader="fast"))
    signs = [(str(one.role), one.name, (one.start, one.end)) for one in read.report.credits]
    cited = [(str(one.kind), (one.span.start, one.span.end)) for one in read.reading.citations]
    signing = {name for role, name, _ in signs if role == "agency"} - {"agencies"}
    helping = {name for role, name, _ in signs if role == "contributor"} & agencies
    return Told(
        agencies=frozenset(map(name_of, signing | helping)),
        credits=_grouped((role, span) for role, _, span in signs),
        citations=_grouped(cited),
    )


def _grouped(spans: Iterable[tuple[str, Span]]) -> dict[str, list[Span]]:
    grouped: dict[str, list[Span]] = {}
    for key, span in spans:
        grouped.setdefault(key, []).append(span)
    return grouped


def told_plainly(record: Record, agencies: frozenset[str]) -> Told:  # noqa: ARG001 a plain method knows its own list alone
    """Give the listed agencies that either end of a text names, and as cited whoever capitals name behind "told"."""
    text = record["text"]
    ends = text if len(text) <= 2 * _END else f"{text[:_END]}\n{text[-_END:]}"
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line]
    named = {name for name, short in rows if re.search(rf"\b(?:{re.escape(name)}|{re.escape(short)})\b", ends)}
    cited = [match.span(1) if match.group(1) else match.span(2) for match in _CITED.finditer(text)]
    return Told(agencies=frozenset(named), citations={"reported": cited})


def tally(record: Record, told: Told) -> Tally:
    """Count one record; an agency that the text does not name counts in `with_unshown` alone, whoever finds it."""
    gold = agencies_of(record)
    named = {name for name, shown in gold.items() if shown == "named"}
    counted = told.agencies - (gold.keys() - named)
    hits = len(named & counted)
    found = {
        "f1": f1(hits, len(counted), len(named)),
        "precision": share(hits, len(counted)),
        "recall": share(hits, len(named)),
        "f1.with_unshown": f1(len(gold.keys() & told.agencies), len(told.agencies), len(gold)),
    }
    photos = _gold_spans(record, "credits", "role").get("photo", [])
    if told.credits is not None:
        found["photo_as_text"] = share(_hits(photos, told.credits.get("agency", ())), len(photos))
    if record.get("read", "whole") == "whole":
        found |= _role_tallies(record, told) | _citation_tallies(record, told)
    return {f"credits.{name}" if not name.startswith("citations") else name: ratio for name, ratio in found.items()}


def _role_tallies(record: Record, told: Told) -> Tally:
    if "credits" not in record or told.credits is None:
        return {}
    gold = _gold_spans(record, "credits", "role")
    return {f"role_f1.{role}": _span_f1(gold.get(role, []), told.credits.get(role, ())) for role in ROLES}


def _citation_tallies(record: Record, told: Told) -> Tally:
    if "citations" not in record:
        return {}
    gold = _gold_spans(record, "citations", "kind")
    every = [span for spans in gold.values() for span in spans]
    found = [span for spans in told.citations.values() for span in spans]
    right = sum(_hits(spans, told.citations.get(kind, ())) for kind, spans in gold.items())
    return {"citations.f1": _span_f1(every, found), "citations.kind_right": share(right, _hits(every, found))}


def _gold_spans(record: Record, key: str, kind: str) -> dict[str, list[Span]]:
    return _grouped((one[kind], (one["start"], one["end"])) for one in record.get(key, ()))


def _span_f1(gold: Sequence[Span], found: Sequence[Span]) -> Ratio:
    """Give the F1 of spans that overlap; a gold span may be met by several ("AFP/Getty Images"), which are one."""
    hits = _hits(gold, found)
    wrong = len(found) - _hits(found, gold)
    return f1(hits, hits + wrong, len(gold))


def _hits(spans: Iterable[Span], others: Sequence[Span]) -> int:
    return sum(any(start < last and first < end for first, last in others) for start, end in spans)


def scored(records: Sequence[Record]) -> tuple[Record, ...]:
    """Give the records whose gold says something: of those with `wire` alone, the ones of publishers that have any."""
    collected = {record.get("publisher") for record in records if record.get("wire")}
    return tuple(record for record in records if "agencies" in record or record.get("publisher") in collected)


def evaluate(path: Path) -> Outcome:
    """Run the task on a file or a folder with `credits.jsonl`; raises ValueError where it is not in the form."""
    records = scored(records_of(path / "credits.jsonl" if path.is_dir() else path, id=str, text=str))
    if not records:
        raise ValueError(f"{path}: no record has `agencies`, and none a `wire`")
    known = frozenset(name for record in records for name in agencies_of(record))
    tellers: dict[str, Teller] = {
        "stemma": told_by_stemma,
        "an agency named at either end; capitals behind told": told_plainly,
    }
    figures: dict[str, tuple[Figure, ...]] = {}
    for name, teller in tellers.items():
        tallies = [tally(record, teller(record, known)) for record in records]
        names = dict.fromkeys(key for one in tallies for key, ratio in one.items() if ratio.whole)
        figures[name] = bootstrapped(tallies, {key: [key] for key in names}, LESS_IS_BETTER)
    return Outcome.of("credits", path, figures)
