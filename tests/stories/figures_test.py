"""Figures of one thing told with another number or bound have changed, unless another unit alone tells them so."""

from types import SimpleNamespace

import pytest

from stemma.model import Quantity, Span
from stemma.stories.figures import figures_changed


def telling(number, unit, *, is_approximate=False):
    one = Quantity(span=Span("a", 0, 1), low=number, high=number, unit=unit, is_approximate=is_approximate)
    return SimpleNamespace(quantities=(one,))


@pytest.mark.parametrize(
    ("number", "unit", "is_changed", "why"),
    [
        (149.0, "second", False, "the same in another unit"),
        (90.0, "second", True, "another figure in another unit"),
        (2.5, "minute", True, "told as rough no more"),
        (149.0, "people", False, "another thing"),
    ],
)
def test_figures_changed(number, unit, is_changed, why):
    about = telling(2.5, "minute", is_approximate=True)

    assert bool(figures_changed(about, telling(number, unit))) == is_changed, why
