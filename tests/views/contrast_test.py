"""The colours of the page can be told apart by weak eyes, in the light and in the dark (WCAG 2.2: 4.5 to 1 for text)."""

import re
from pathlib import Path

import pytest

import stemma.views

SHEET = (Path(stemma.views.__file__).parent / "templates" / "page.css").read_text(encoding="utf-8")
PAIRS = [
    ("ink", "paper"),
    ("ink", "raised"),
    ("ink", "fellow"),
    ("ink", "mark-paper"),
    ("quiet", "paper"),
    ("quiet", "raised"),
    ("accent", "paper"),
    ("accent", "raised"),
    ("warn", "paper"),
    ("warn", "warn-paper"),
    ("ins", "ins-paper"),
    ("ins", "fellow"),
    ("ins", "mark-paper"),
    ("del", "paper"),
    ("del", "fellow"),
    ("del", "mark-paper"),
]


def palettes():
    """Give the colours by name for light, dark and print."""
    roots = re.findall(r":root \{(.*?)\}", SHEET, re.DOTALL)
    found = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", root)) for root in roots]
    light, dark, paper = found
    return {"light": light, "dark": light | dark, "print": light | paper}


def luminance(colour):
    digits = colour.removeprefix("#")
    digits = "".join(2 * sign for sign in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
@pytest.mark.parametrize(("front", "back"), PAIRS, ids=[" on ".join(pair) for pair in PAIRS])
def test_text_stands_out(scheme, front, back):
    palette = palettes()[scheme]
    high, low = sorted((luminance(palette[front]), luminance(palette[back])), reverse=True)

    assert (high + 0.05) / (low + 0.05) >= 4.5
