"""Scopes of claims: for how many, for whom alone, on what condition."""

import pytest
from tests.readings.made import made_report

from stemma.readings.claims import find_claims

CASES = [
    ("All the shops will close.", [("All", "all")], "all"),
    ("Everyone left the town.", [("Everyone", "all")], "everyone"),
    ("It stopped after all.", [], "after all"),
    ("Both sides left the talks.", [("Both", "all")], "both"),
    ("Nearly all of the town was dark.", [("Nearly all", "most")], "nearly all is not all"),
    ("Most members left the hall.", [("Most", "most")], "most of them"),
    ("The most recent storm broke the pier.", [], "a superlative"),
    ("A majority of voters wanted it.", [("majority", "most")], "a majority"),
    ("Some of them left the town.", [("Some of", "some")], "some of"),
    ("Some people left the town.", [("Some", "some")], "some with a plural"),
    ("Some 4,000 people left the town.", [], "some as about"),
    ("Part of the bridge fell.", [("Part of", "some")], "a part"),
    ("None of the 33 crew was hurt.", [("None", "none")], "none"),
    ("Only the mayor may close it.", [("Only", "only")], "only"),
    ("He was among those arrested there.", [("among", "among")], "among"),
    ("They will withdraw once order is restored.", [("once", "once")], "once waits"),
    ("They will withdraw if order is restored.", [("if", "if")], "if may never come"),
    ("They will withdraw unless it rains.", [("unless", "if")], "unless"),
    ("They asked if it was safe there.", [], "a question is no condition"),
    ("He went there once.", [], "once as a time"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_scopes(text, expected, why):
    report = made_report(text)
    found = [scope for claim in find_claims(report, ()) for scope in claim.scopes]

    assert [(scope.span.cut(text), scope.kind.value) for scope in found] == expected
