"""One codec for all values: to plain records (dicts, lists, numbers, strings) and back."""

from typing import Any, TypeVar

import msgspec

Value = TypeVar("Value")


def to_record(value: object) -> Any:
    """Give a value as plain JSON types; moments become ISO 8601, bytes base64.

    >>> from stemma.model.spans import Span
    >>> to_record(Span("a", 0, 3))
    {'report_id': 'a', 'start': 0, 'end': 3}
    """
    return msgspec.to_builtins(value)


def from_record(record: Any, kind: type[Value]) -> Value:
    """Give back the value that a record was made from; raises msgspec.ValidationError where it does not fit.

    >>> from stemma.model.spans import Span
    >>> from_record({'report_id': 'a', 'start': 0, 'end': 3}, Span)
    Span(report_id='a', start=0, end=3)
    """
    return msgspec.convert(record, kind)
