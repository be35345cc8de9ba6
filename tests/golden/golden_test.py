"""The golden stories: each truth of each story is a case of its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

import pytest
from tests.golden import checks
from tests.golden.drawings import DRAWINGS
from tests.golden.truths import HERE, STORIES, Told, paths_of, text_of, told, truth_of

from stemma.model import Span

EXPECTED = [
    "format",
    "version",
    "story",
    "texts",
    "reports",
    "count",
    "dependent",
    "independent",
    "parents",
    "never",
    "not_exemplars",
    "stock",
    "wordings",
    "attributions",
    "unattributed",
    "changes",
    "only",
    "assertions",
    "conflicts",
    "unchanged",
    "credits",
    "headings",
]


@dataclass(frozen=True)
class Case:
    story: str
    sentence: str
    needs: tuple[str, ...]
    check: Callable[[Told], str | None]


def place(value: Told, truth: dict, report: str | None = None) -> Span:
    return value.span(report or truth["report"], truth["start"], truth["end"])


def short(words: str) -> str:
    return words if len(words) < 48 else f"{words[:45].rstrip()}..."


def cases_of_kinship(story: str, truth: dict) -> Iterator[Case]:
    for left, right in truth["dependent"]:
        strangers = {
            other
            for pair in truth["independent"]
            for one, other in (pair, pair[::-1])
            if one in (left, right) and other not in (left, right)
        }
        yield Case(
            story,
            f"{left} and {right} are joined",
            (left, right),
            lambda value, a=left, b=right, out=frozenset(strangers): checks.are_joined(value, a, b, out),
        )
    for left, right in truth["independent"]:
        yield Case(
            story,
            f"{left} and {right} are apart",
            (left, right),
            lambda value, a=left, b=right: checks.are_apart(value, a, b, [place(value, one) for one in truth["stock"]]),
        )
    for one in truth["parents"]:
        yield Case(
            story,
            f"{one['report']} is from {' or '.join(one['allowed'])}",
            (one["report"],),
            lambda value, t=one: checks.has_parent(value, t["report"], t["allowed"], decided=t["decided"]),
        )
    for one in truth["never"]:
        yield Case(
            story,
            f"{one['report']} is never from {one['parent']}",
            (one["report"], one["parent"]),
            lambda value, t=one: checks.never_from(value, t["report"], t["parent"]),
        )
    for name in truth["not_exemplars"]:
        yield Case(story, f"{name} is nobody's exemplar", (), lambda value, n=name: checks.no_exemplar_is(value, n))


def cases_of_words(story: str, truth: dict) -> Iterator[Case]:
    for one in truth["wordings"]:
        yield Case(
            story,
            f"{one['report']} has {short(one['words'])!r} as {one['integrity'][0]}",
            (one["report"],),
            lambda value, t=one: checks.has_integrity(value, place(value, t), t["integrity"], t["touches_any"]),
        )
    for one in truth["attributions"]:
        for piece in one["content"]:
            yield Case(
                story,
                f"{one['report']} gives {short(piece['words'])!r} to {one['voices'][0]}",
                (one["report"],),
                lambda value, t=one, p=piece: checks.is_attributed(
                    value, t["report"], place(value, p, t["report"]), t["voices"], t["manners"]
                ),
            )


def cases_of_narration(story: str, truth: dict) -> Iterator[Case]:
    for one in truth["unattributed"]:
        yield Case(
            story,
            f"{one['report']} tells {short(one['words'])!r} on its own account",
            (one["report"],),
            lambda value, t=one: checks.is_narrated(value, t["report"], place(value, t)),
        )


def cases_of_claims(story: str, truth: dict) -> Iterator[Case]:
    yield Case(story, "all reports are one story", (), lambda value: checks.is_gathered(value, truth["reports"]))
    yield Case(story, "the lead is counted", (), lambda value: checks.lead_is_counted(value, truth["count"]))
    for one in truth["changes"]:
        shown = one["after"] or one["before"]
        yield Case(
            story,
            f"{one['report']} shows {one['kinds'][0]} at {short(shown['words'])!r}",
            (one["report"], one["against"]),
            lambda value, t=one: checks.shows_change(
                value,
                t,
                t["before"] and place(value, t["before"], t["against"]),
                t["after"] and place(value, t["after"], t["report"]),
            ),
        )
    for one in truth["only"]:
        yield Case(
            story,
            f"only {one['report']} has {short(one['words'])!r}",
            (one["report"],),
            lambda value, t=one: checks.stands_alone(value, place(value, t)),
        )
    yield Case(
        story,
        "the reports contradict one another only where they do",
        (),
        lambda value: checks.conflicts_only(
            value, [[place(value, one) for one in group] for group in truth["conflicts"]]
        ),
    )
    for one in truth["unchanged"]:
        yield Case(
            story,
            f"{one['report']} changes no {one['kinds'][0]} at {short(one['words'])!r}",
            (one["report"],),
            lambda value, t=one: checks.is_unchanged(value, place(value, t), t["kinds"]),
        )
    for one in truth["assertions"]:
        yield Case(
            story,
            f"{short(one['carried'][0]['words'])!r} is counted",
            tuple(where["report"] for where in one["carried"]),
            lambda value, t=one: checks.is_asserted(value, [place(value, where) for where in t["carried"]], t["count"]),
        )


def cases_of_pages(story: str, truth: dict) -> Iterator[Case]:
    for one in truth["credits"]:
        yield Case(
            story,
            f"{one['report']} credits {one['names'][0]} as {one['roles'][0]}",
            (one["report"],),
            lambda value, t=one: checks.is_credited(value, t["report"], t["names"], t["roles"]),
        )
    for one in truth["headings"]:
        yield Case(
            story,
            f"{one['report']} has its headline",
            (one["report"],),
            lambda value, t=one: checks.is_headed(value, t["report"], t["headline"]),
        )
        if one["published"]:
            yield Case(
                story,
                f"{one['report']} is of {one['published']}",
                (one["report"],),
                lambda value, t=one: checks.is_published(value, t["report"], t["published"]),
            )


KINDS = (cases_of_claims, cases_of_kinship, cases_of_words, cases_of_narration, cases_of_pages)
CASES = list(chain.from_iterable(kind(story, truth_of(story)) for story in STORIES for kind in KINDS))


OPEN = {
    line.strip() for line in (HERE / "open.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")
}
UNTOLD = pytest.mark.xfail(reason="listed in tests/golden/open.txt", strict=True)


def parameter(case):
    name = f"{case.story}: {case.sentence}"
    return pytest.param(case, id=name, marks=[UNTOLD] if name in OPEN else [])


def test_open_truths_are_truths():
    assert OPEN - {""} <= {f"{case.story}: {case.sentence}" for case in CASES}


@pytest.mark.parametrize("case", [parameter(case) for case in CASES])
def test_the_story_is_told_truly(case):
    value = told(case.story)
    missing = [name for name in case.needs if name not in value.ids]
    found = f"not gathered into the story: {missing}" if missing else case.check(value)

    assert found is None, found


@pytest.mark.parametrize("story", STORIES)
def test_truth_is_whole_and_its_offsets_give_its_words(story):
    truth = truth_of(story)
    texts = {path.name: text_of(path) for path in paths_of(story)}
    placed = [
        (one["report"], one) for key in ("stock", "wordings", "only", "unchanged", "unattributed") for one in truth[key]
    ]
    placed += [(one["report"], one) for group in truth["conflicts"] for one in group]
    placed += [(one["report"], piece) for one in truth["attributions"] for piece in one["content"]]
    placed += [(one["report"], one["after"]) for one in truth["changes"] if one["after"]]
    placed += [(one["against"], one["before"]) for one in truth["changes"] if one["before"]]
    wrong = [one for name, one in placed if texts[name][one["start"] : one["end"]] != one["words"]]
    pairs = {frozenset(pair) for pair in truth["dependent"] + truth["independent"]}

    assert list(truth) == EXPECTED
    assert not wrong
    assert len(pairs) == len(texts) * (len(texts) - 1) // 2


@pytest.mark.parametrize("drawing", DRAWINGS)
@pytest.mark.parametrize("story", STORIES)
def test_drawings_are_as_they_were(story, drawing, write_golden):
    path = HERE / story / drawing
    drawn = DRAWINGS[drawing](told(story))
    if write_golden:
        path.write_text(drawn, encoding="utf-8")

    assert path.exists(), "draw it with pytest --write-golden and read it"
    assert drawn == path.read_text(encoding="utf-8"), "if the change is meant, rewrite with pytest --write-golden"
