from tests.stories.quoted import descent, piece, report_of

from stemma.model import Reading, Span, Stamp
from stemma.stories.plainwords import plain_words
from stemma.stories.units import units_of

PLAIN = "The mayor said that the old harbour crane must stay where it is, and went home."
QUOTED = "the old harbour crane must stay where it is"


def reading(name: str) -> Reading:
    stamp = Stamp(tool="t", version="1", settings={}, background="none")
    return Reading(
        report_id=name, stamp=stamp, voices=(), attributions=(), claims=(), times=(), quantities=(), names=()
    )


def test_words_in_marks_are_found_without_in_the_whole_line_and_in_no_other():
    reports = {name: report_of(name, PLAIN) for name in "bcd"}
    units = {name: units_of(report, reading(name)) for name, report in reports.items()}
    found = plain_words([piece("a", QUOTED)], units, reports, descent(["abc", "d"]), {n: reading(n) for n in reports})

    assert [plain.report.id for _, plain in found] == ["b", "c"]
    assert {plain.spans[0].cut(PLAIN) for _, plain in found} == {QUOTED}


def test_no_more_words_are_found_than_are_sought():
    text = "At noon the show, the only honest news show of the coast, was cancelled."
    reports = {"b": report_of("b", text)}
    units = {"b": units_of(reports["b"], reading("b"))}
    ((_, plain),) = plain_words(
        [piece("a", "the only honest news show of the coast")], units, reports, descent(["ab"]), {"b": reading("b")}
    )

    assert plain.spans == (Span("b", text.index("the only"), text.index(", was")),)
