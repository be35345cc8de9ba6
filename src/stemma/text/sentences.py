"""Sentences of a text with their offsets."""

from sentencex import get_sentence_boundaries


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Give (start, end) of each sentence between two offsets, white space trimmed; a quotation stays in one piece.

    >>> text = 'One is here. "Two is. And goes on," he said.'
    >>> [text[start:end] for start, end in sentences(text)]
    ['One is here.', '"Two is. And goes on," he said.']
    """
    stop = len(text) if end is None else end
    found = []
    for boundary in get_sentence_boundaries("en", text[start:stop]):
        piece = boundary["text"]
        left = start + boundary["start_index"] + len(piece) - len(piece.lstrip())
        right = left + len(piece.strip())
        if right > left:
            found.append((left, right))
    return found
