"""What a careful editor expects of two reports and a transcript, read from expected.json, each expectation by itself."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tests.golden import checks
from tests.golden.truths import Told

import stemma
from stemma.model import Attribution, ChangeKind, Direction, Report, Span, Zone, ZoneKind

LEADING = frozenset({"that", "and", "but", "if", "whether", "so", "as", "because", "why", "how", "which", "on"})
SAME = frozenset({"verbatim", "punctuation"})
ALTERED = "reworded-inside-marks"


@dataclass(frozen=True)
class Trial:
    """The files of the reports by their letters, and what is expected of them."""

    expected: dict
    folder: Path

    def path(self, letter: str) -> Path:
        """Give the file of a report."""
        return self.folder / self.expected["files"][letter]


class Trials:
    """One trial's collations, each made once when it is first asked for."""

    def __init__(self, trial: Trial) -> None:
        self.trial, self.expected = trial, trial.expected

    @cached_property
    def pair(self) -> Told:
        """Compare A and B."""
        return self.compared("A", "B")

    @cached_property
    def three(self) -> Told:
        """Compare A, B and the transcript."""
        return self.compared("A", "B", "T")

    @cached_property
    def checked(self) -> Told:
        """Check A against the transcript."""
        return Told(stemma.check(self.trial.path("A"), against=self.trial.path("T")).collation)

    def compared(self, *letters: str) -> Told:
        """Compare some of the reports."""
        comparison = stemma.compare([self.trial.path(letter) for letter in letters])
        if len(comparison.collations[0].reports) != len(letters):
            groups = [[Path(one.path).name for one in story.reports] for story in comparison.collations]
            raise AssertionError(f"{' and '.join(letters)} are not one story: {groups}")
        return Told(comparison.collations[0])

    def name(self, letter: str) -> str:
        """Give a report's file name."""
        return self.expected["files"][letter]

    def spans(self, told: Told, letter: str, pieces: Sequence[Sequence[int]]) -> list[Span]:
        """Give expected pieces as spans."""
        return [told.span(self.name(letter), start, end) for start, end in pieces]

    def report(self, told: Told, letter: str) -> Report:
        """Give a report's value."""
        return next(one for one in told.collation.reports if one.id == told.ids[self.name(letter)])


Check = Callable[[Trials], str | None]


@dataclass(frozen=True)
class Expectation:
    """One thing that must be found; `check` gives None, or a sentence on what was found instead."""

    sentence: str
    check: Check


def letters_of(text: str, spans: Sequence[Span]) -> set[int]:
    """Give the places of all letters and digits inside some spans."""
    return {place for span in spans for place in range(span.start, span.end) if text[place].isalnum()}


def is_near(text: str, found: Sequence[Span], wanted: Sequence[Span]) -> bool:
    """Tell whether two passages are the same but for marks, white space and a leading conjunction or complementiser.

    >>> is_near("he said that it rains.", [Span("a", 8, 22)], [Span("a", 13, 21)])
    True
    >>> is_near("he said that it rains.", [Span("a", 0, 22)], [Span("a", 13, 21)])
    False
    """
    apart = letters_of(text, found) ^ letters_of(text, wanted)
    words = {match for match in re.finditer(r"\w+", text) if match.start() in apart}
    loose = {place for match in words if match[0].casefold() in LEADING for place in range(match.start(), match.end())}
    return apart <= loose


def zones(report: Report, kind: ZoneKind) -> list[Zone]:
    return [zone for zone in report.zones if zone.kind is kind]


def shown(report: Report, found: Sequence[Zone]) -> list[str]:
    return [report.text[zone.start : zone.end] for zone in found]


def has_zone(trials: Trials, letter: str, kind: ZoneKind, wanted: Sequence[int]) -> str | None:
    """Say if a zone is not where it is expected; a byline or dateline may take in more of its own line."""
    report = trials.report(trials.pair, letter)
    found, (start, end) = zones(report, kind), wanted
    for zone in found:
        inside = zone.start <= start and end <= zone.end
        rest = report.text[zone.start : start] + report.text[end : zone.end]
        if inside and (not any(mark.isalnum() for mark in rest) or (kind in LOOSE and "\n" not in rest.strip())):
            return None
    return f"{kind} {shown(report, found)}, wanted {report.text[start:end]!r}"


LOOSE = frozenset({ZoneKind.BYLINE, ZoneKind.DATELINE})


def has_no(trials: Trials, letter: str, kind: ZoneKind) -> str | None:
    report = trials.report(trials.pair, letter)
    found = shown(report, zones(report, kind))
    return f"{kind} {found}, wanted none" if found else None


def is_published(trials: Trials, letter: str, wanted: dict | None) -> str | None:
    found = trials.report(trials.pair, letter).published
    if wanted is None:
        own = found and found.inferred_from is None
        return f"published {found}, wanted unknown" if own else None
    if found is None or found.earliest is None:
        return f"published unknown, wanted {wanted}"
    same = found.earliest.isoformat().startswith(wanted["earliest"])
    whole = same and found.granularity.value == wanted["granularity"] and found.zone == wanted["zone"]
    return None if whole else f"published {found}, wanted {wanted}"


def has_credits(trials: Trials, letter: str, wanted: Sequence[dict]) -> str | None:
    report = trials.report(trials.pair, letter)
    found = {(one.role.value, one.start, one.end) for one in report.credits}
    expected = {(one["role"], *one["span"]) for one in wanted}
    named = [(one.name, one.role.value, one.start, one.end) for one in report.credits]
    return None if found == expected else f"credits {named}, wanted {sorted(expected)}"


def has_subheads(trials: Trials, letter: str, wanted: Sequence[Sequence[int]]) -> str | None:
    report = trials.report(trials.pair, letter)
    found = zones(report, ZoneKind.SUBHEAD)
    same = {(zone.start, zone.end) for zone in found} == {tuple(one) for one in wanted}
    return None if same else f"subheads {shown(report, found)}, wanted {[report.text[s:e] for s, e in wanted]}"


def expect_pages(expected: dict) -> Iterator[Expectation]:
    for letter, page in expected["reports"].items():
        for key, kind in PLACES.items():
            if page.get(key):
                yield Expectation(
                    f"{letter} has its {key}", lambda t, a=letter, k=kind, w=page[key]: has_zone(t, a, k, w)
                )
            elif key in page:
                yield Expectation(f"{letter} has no {key}", lambda t, a=letter, k=kind: has_no(t, a, k))
        yield Expectation(
            f"{letter} is published when it says", lambda t, a=letter, w=page["published"]: is_published(t, a, w)
        )
        yield Expectation(
            f"{letter} credits whom it names", lambda t, a=letter, w=page["credits"]: has_credits(t, a, w)
        )
        wanted = page.get("subheads", [])
        yield Expectation(f"{letter} has its subheads", lambda t, a=letter, w=wanted: has_subheads(t, a, w))


PLACES = {
    "headline": ZoneKind.HEADLINE,
    "standfirst": ZoneKind.STANDFIRST,
    "byline": ZoneKind.BYLINE,
    "dateline_place": ZoneKind.DATELINE,
}


def tells_time(trials: Trials, wanted: dict) -> str | None:
    told = trials.pair
    (span,) = trials.spans(told, wanted["report"], [wanted["span"]])
    found = [
        time
        for reading in told.collation.readings
        if reading.report_id == span.report_id
        for time in reading.times
        if time.span.overlap(span)
    ]
    for time in found:
        moment = time.moment
        if moment and moment.earliest and moment.earliest.date().isoformat() == wanted["day"]:
            inferred = moment.inferred_from is not None
            same = inferred == wanted.get("inferred", False)
            return None if same else f"{told.words(span)!r}: inferred_from {moment.inferred_from}, wanted {wanted}"
    return f"{told.words(span)!r} is {[time.moment for time in found]}, wanted {wanted['day']}"


def best_attribution(trials: Trials, wanted: dict) -> Attribution | None:
    """Give the attribution whose content is most like the expected one."""
    told, letter = trials.pair, wanted["report"]
    text = told.texts[told.ids[trials.name(letter)]]
    goal = letters_of(text, trials.spans(told, letter, wanted["content"]))
    scores = {}
    for one in told.attributions(trials.name(letter)):
        found = letters_of(text, one.content)
        if found & goal:
            scores[one.id] = (len(found & goal) / len(found | goal), one)
    return max(scores.values(), key=lambda score: score[0])[1] if scores else None


def is_attributed(trials: Trials, wanted: dict, part: str) -> str | None:
    told, letter = trials.pair, wanted["report"]
    text = told.texts[told.ids[trials.name(letter)]]
    goal = told.words(*trials.spans(told, letter, wanted["content"]))
    found = best_attribution(trials, wanted)
    if found is None:
        return f"nobody is given as saying {goal!r}"
    if part == "voice":
        same = told.voice(found).casefold() == wanted["voice"].casefold()
        return None if same else f"{goal!r} is given to {told.voice(found)!r}, wanted {wanted['voice']!r}"
    if part == "manner":
        same = found.manner.value == wanted["manner"]
        return None if same else f"{goal!r} is {found.manner}, wanted {wanted['manner']}"
    spans = trials.spans(told, letter, wanted[part])
    same = is_near(text, getattr(found, part), spans)
    if part == "content" and wanted["manner"] == "mixed":  # marked parts are named; the content may be the whole clause
        same = all(checks.covered(span, found.content) > 0.95 for span in spans)
    seen = told.words(*getattr(found, part))
    return None if same else f"{part} of {goal!r} is {seen!r}, wanted {told.words(*spans)!r}"


def expect_attributions(expected: dict) -> Iterator[Expectation]:
    for number, wanted in enumerate(expected["attributions"], start=1):
        for part in ("content", "voice", "manner", "source", "cue"):
            if part in {"source", "cue"} and not wanted[part]:
                continue  # where none is named, none is asked for: the passage has its cue elsewhere or its cue is no verb
            yield Expectation(
                f"attribution {number} ({wanted['report']}, {wanted['manner']}) has its {part}",
                lambda t, w=wanted, p=part: is_attributed(t, w, p),
            )


def is_one_utterance(trials: Trials, told: Told, wanted: dict) -> str | None:
    """Say if no utterance has all expected wordings under the expected voice."""
    near = []
    for utterance in told.collation.utterances:
        meets = []
        for wording in wanted["wordings"]:
            goal = trials.spans(told, wording["report"], wording["spans"])
            found = [span for one in utterance.wordings if one.report_id == goal[0].report_id for span in one.spans]
            meets.append(all(checks.covered(span, found) > 0.95 for span in goal))
        voice = told.voices.get(utterance.voice_id or "", "nobody")
        if all(meets) and voice.casefold() == wanted.get("voice", voice).casefold():
            return None
        if any(meets):
            near.append(
                (voice, [f"{told.names[one.report_id]}: {told.words(*one.spans)}" for one in utterance.wordings])
            )
    return f"the wordings of {wanted['gist']!r} are not one utterance of {wanted.get('voice', 'one voice')}: {near}"


def has_class(
    trials: Trials, told: Told, wording: dict, allowed: Sequence[str], touches: Sequence[str] | None = None
) -> str | None:
    for span in trials.spans(told, wording["report"], wording["spans"]):
        found = checks.has_integrity(told, span, allowed, touches or ())
        if found:
            return found
        value = checks.find_wording(told, span)
        lacks = set(wording.get("also_possible", ())) - {one.value for one in value.also_possible}
        if lacks:
            return f"{told.words(span)!r}: also_possible {value.also_possible} lacks {lacks}"
        if touches == [] and value.touches:
            return f"{told.words(span)!r} touches {value.touches}, wanted nothing"
    return None


def adds_words(trials: Trials, told: Told, wording: dict, words: Sequence[str]) -> str | None:
    """Say if a wording's edits are others than these added words."""
    spans = trials.spans(told, wording["report"], wording["spans"])
    found = {id(value): value for span in spans if (value := checks.find_wording(told, span))}
    edits = [edit for value in found.values() for edit in value.edits]
    added = sorted(word for edit in edits for word in set(re.findall(r"\w+", edit.after.casefold())))
    removed = sorted(word for edit in edits for word in re.findall(r"\w+", edit.before.casefold()))
    more = [word for word in added if word not in removed]
    return None if more == sorted(words) else f"edits add {more}, wanted {sorted(words)}: {edits}"


def expect_utterances(expected: dict) -> Iterator[Expectation]:
    for wanted in expected["utterances"]:
        gist = wanted["gist"]
        yield Expectation(f"{gist}: one utterance", lambda t, w=wanted: is_one_utterance(t, t.pair, w))
        for wording in wanted["wordings"]:
            if "integrity" in wording:
                yield Expectation(
                    f"{gist}: {wording['report']} is {wording['integrity']}",
                    lambda t, w=wording: has_class(t, t.pair, w, [w["integrity"]], w.get("touches", [])),
                )
        if "A_against_B" in wanted:
            for wording in wanted["wordings"]:
                yield Expectation(
                    f"{gist}: {wording['report']} has the same words as the other",
                    lambda t, w=wording: has_class(t, t.pair, w, sorted(SAME), []),
                )
        if "against_T" in wanted:
            yield from expect_transcript(wanted)
        if any("certainty" in wording.get("touches", ()) for wording in wanted["wordings"]):
            yield Expectation(f"{gist}: a change of certainty", lambda t, w=wanted: changes_certainty(t, w))


def expect_transcript(wanted: dict) -> Iterator[Expectation]:
    gist, first = wanted["gist"], wanted["wordings"][0]
    allowed = [wanted["against_T"]]
    for wording in wanted["wordings"]:
        yield Expectation(
            f"{gist}: {wording['report']} is {allowed[0]} beside the transcript",
            lambda t, w=wording: has_class(t, t.three, w, allowed, []),
        )
    yield Expectation(f"{gist}: check says {allowed[0]}", lambda t: has_class(t, t.checked, first, allowed, []))
    yield Expectation(
        f"{gist}: check names the added words", lambda t: adds_words(t, t.checked, first, wanted["added_words"])
    )


def changes_certainty(trials: Trials, wanted: dict) -> str | None:
    told = trials.pair
    spans = [span for one in wanted["wordings"] for span in trials.spans(told, one["report"], one["spans"])]
    found = [one for one in told.collation.stemma.changes if one.kind is ChangeKind.CERTAINTY]
    for one in found:
        sides = one.before + one.after
        if all(any(span.overlap(side) for side in sides) for span in spans):
            return None
    return f"no change of certainty between {[told.words(span) for span in spans]}; found {[one.note for one in found]}"


def expect_check(expected: dict) -> Iterator[Expectation]:
    """Beside the transcript, what it does not hold is not in it; what it may hold in other words is not called absent."""
    said = [w for one in expected["utterances"] for w in one["wordings"] if w["report"] == "A"]
    heard = {tuple(span) for wording in said for span in wording["spans"]}
    for number, wanted in enumerate(expected["attributions"], start=1):
        if wanted["report"] == "A" and not {tuple(span) for span in wanted["content"]} & heard:
            allowed = ["not-in-transcript", "paraphrase"] if number == 1 else ["not-in-transcript"]  # a lede sums up
            yield Expectation(
                f"attribution {number} is not in the transcript",
                lambda t, w=wanted, k=allowed: has_class(t, t.checked, {"report": "A", "spans": w["content"]}, k),
            )
    for wording in said[1:]:
        yield Expectation(
            "what the transcript may hold in other words is not called absent",
            lambda t, w=wording: has_class(t, t.checked, w, ["paraphrase", "undecided"]),
        )


def is_counted(told: Told, wanted: dict) -> str | None:
    (lines_min, lines_max), (voices_min, voices_max) = wanted["lines"], wanted["voices"]
    allowed = {
        "reports": [wanted["reports"]],
        "lines_min": [lines_min],
        "lines_max": [lines_max],
        "voices_min": [voices_min],
        "voices_max": [voices_max],
    }
    return checks.lead_is_counted(told, allowed)


def has_unseen(trials: Trials, letter: str, name: str) -> str | None:
    told = trials.pair
    nodes = [
        told.node(one.exemplar_id)
        for one in checks.dependent_derivations(told)
        if one.report_id == told.ids[trials.name(letter)]
    ]
    same = [node for node in nodes if node.startswith("unseen:") and name.casefold() in node.casefold()]
    return None if same else f"{letter} is from {nodes}, wanted {name} (not seen)"


def is_undecided(trials: Trials, kinds: Sequence[str]) -> str | None:
    """Say if B is not surely dependent, with A and A's unseen exemplar both possible and neither decided."""
    told = trials.pair
    name_of = trials.name
    found = [one for one in told.collation.stemma.derivations if told.names[one.report_id] == name_of("B")]
    nodes = {told.node(one.exemplar_id) for one in found}
    decided = [one for one in found if one.direction is Direction.DECIDED]
    both = name_of("A") in nodes and any(node.startswith("unseen:") for node in nodes)
    kin = all(one.kind.value in kinds for one in found)
    seen = checks.drawn(told, name_of("A"), name_of("B"))
    return None if both and kin and not decided else f"wanted A or its exemplar, undecided, as {kinds}: {seen}"


def stands_alone(trials: Trials, letter: str, piece: Sequence[int]) -> str | None:
    (span,) = trials.spans(trials.pair, letter, [piece])
    return checks.stands_alone(trials.pair, span)


def expect_story(expected: dict) -> Iterator[Expectation]:
    counts = expected["counts"]
    yield Expectation("A and B are counted", lambda t: is_counted(t.pair, counts["A+B"]))
    yield Expectation("A, B and the transcript are counted", lambda t: is_counted(t.three, counts["A+B+T"]))
    tree = expected["stemma"]
    yield Expectation("A has its exemplar, not seen", lambda t: has_unseen(t, "A", tree["A"]["exemplar"]))
    yield Expectation("B is from A or A's exemplar, undecided", lambda t: is_undecided(t, tree["B"]["kind"]))
    yield Expectation("A and B are joined", lambda t: checks.are_joined(t.pair, t.name("A"), t.name("B"), frozenset()))
    for letter, pieces in expected["only_in"].items():
        for number, piece in enumerate(pieces, start=1):
            yield Expectation(
                f"only {letter} has its statement {number}", lambda t, a=letter, p=piece: stands_alone(t, a, p)
            )


def expectations(expected: dict) -> list[Expectation]:
    """Give everything that is expected, in reading order."""
    found = [*expect_pages(expected)]
    found += [
        Expectation(f"time {number} ({wanted['report']}) is told", lambda t, w=wanted: tells_time(t, w))
        for number, wanted in enumerate(expected["times"], start=1)
    ]
    for expect in (expect_attributions, expect_utterances, expect_check, expect_story):
        found += expect(expected)
    return found
