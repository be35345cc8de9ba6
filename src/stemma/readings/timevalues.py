"""TIMEX3 values: what an expression of time stands for, against a moment of publication and the time told before it."""

from stemma.readings.anchors import Setting
from stemma.readings.datevalues import DATE_READERS
from stemma.readings.relativevalues import RELATIVE_READERS
from stemma.readings.timewords import Told
from stemma.readings.yearvalues import YEAR_READERS

_READERS = DATE_READERS | YEAR_READERS | RELATIVE_READERS


def value_of(told: Told, text: str, setting: Setting) -> str | None:
    """Give the TIMEX3 value of an expression, None where nothing anchors it or the calendar has no such day.

    >>> from datetime import datetime
    >>> from stemma.readings.timewords import scan
    >>> text = "They met on Friday, a week after January 1."
    >>> [value_of(told, text, Setting(datetime(2022, 1, 8, 1), None)) for told in scan(text)]
    ['2022-01-07', 'P1W', '2022-01-01']
    """
    try:
        return _READERS[told.form](told, text, setting)
    except (ValueError, OverflowError):
        return None
