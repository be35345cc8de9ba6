"""The page on input says what the code does."""

import doctest
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "input.md"


def test_every_example_on_the_page_runs():
    outcome = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")

    assert outcome.attempted > 10
    assert outcome.failed == 0
