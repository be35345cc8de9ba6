import stemma
from stemma.model import Integrity

HOPE = "I would hope that a wise old ferryman with the richness of his years would more often reach a better shore"
TROUBLE = (
    "I have no more trouble with that than with what Brandt told us, that a wise old ferryman with the richness of his "
    "years would more often than not reach a better shore than a young one"
)
FIRST = f'''Ferrymen quarrel at Skerry

"{HOPE}," Orla Brandt said at the pilots' dinner on Monday.

"{TROUBLE}," Karl Voss said on the radio the next morning, and hung up.
'''
SECOND = f'''Voss answers Brandt

Karl Voss did not wait long. "{TROUBLE}," Voss said on Tuesday, before the boats went out.

The evening before, Orla Brandt had spoken to the pilots. "{HOPE}," Brandt said.
'''


def test_two_remarks_that_a_report_has_apart_are_held_against_themselves_alone():
    reports = [{"id": "first", "text": FIRST}, {"id": "second", "text": SECOND}]
    (collation,) = stemma.compare(reports).collations
    told = [w for utterance in collation.utterances for w in utterance.wordings if w.is_marked]
    long = [w for w in told if sum(span.end - span.start for span in w.spans) >= len(HOPE)]

    assert len(long) == 4
    assert {w.integrity for w in long} == {Integrity.VERBATIM}
