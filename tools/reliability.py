"""Draw what is told against what is true: `python tools/reliability.py NAME=FILE ... > picture.svg`.

Each FILE is what `python -m evaluation calibration --data PATH --json` printed. A dot is a bin: where it lies
says with which probability derivations were told and how many of them are true, its size how many they are. On the line they are
worth what they say.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from html import escape
from math import sqrt
from pathlib import Path

SIDE, LEFT, TOP = 360, 56, 16
COLOURS = ("#0b6e99", "#b3541e", "#5a7d2a")


def bins_of(outcome: Mapping[str, list[Mapping[str, float]]]) -> Iterator[tuple[float, float, int]]:
    """Give of each bin the mean probability told, the share true, and how many."""
    figures = {str(figure["name"]): figure for figure in outcome["figures"]}
    for name, told in figures.items():
        if name.startswith("calibration.told."):
            yield told["value"], figures[name.replace(".told.", ".true.")]["value"], int(told["n"])


def x_of(value: float) -> float:
    """Give where a probability lies from the left."""
    return LEFT + SIDE * value


def y_of(value: float) -> float:
    """Give where a share lies from the top."""
    return TOP + SIDE * (1 - value)


def frame() -> Iterator[str]:
    """Give the square with its scale and the line on which all would be true as told."""
    yield f'<rect x="{LEFT}" y="{TOP}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#888"/>'
    yield f'<line x1="{x_of(0)}" y1="{y_of(0)}" x2="{x_of(1)}" y2="{y_of(1)}" stroke="#888" stroke-dasharray="4 4"/>'
    for value in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
        yield f'<text x="{x_of(value):.0f}" y="{TOP + SIDE + 18}" text-anchor="middle">{value:.1f}</text>'
        yield f'<text x="{LEFT - 8}" y="{y_of(value) + 4:.0f}" text-anchor="end">{value:.1f}</text>'
    yield f'<text x="{x_of(0.5):.0f}" y="{TOP + SIDE + 38}" text-anchor="middle">told</text>'
    yield f'<text x="14" y="{y_of(0.5):.0f}" text-anchor="middle" transform="rotate(-90 14 {y_of(0.5):.0f})">true</text>'


def drawing(outcomes: Mapping[str, Mapping[str, list[Mapping[str, float]]]]) -> str:
    """Give the picture of some outcomes by their names."""
    marks = list(frame())
    for number, (name, outcome) in enumerate(outcomes.items()):
        colour = COLOURS[number % len(COLOURS)]
        for told, true, count in bins_of(outcome):
            marks.append(
                f'<circle cx="{x_of(told):.1f}" cy="{y_of(true):.1f}" r="{2 + sqrt(count) / 2:.1f}" fill="{colour}" '
                f'fill-opacity=".7"><title>{escape(name)}: told {told:.2f}, true {true:.2f}, n {count}</title></circle>'
            )
        place = TOP + 18 + 18 * number
        marks.append(f'<circle cx="{LEFT + 14}" cy="{place}" r="5" fill="{colour}"/>')
        marks.append(f'<text x="{LEFT + 26}" y="{place + 4}">{escape(name)}</text>')
    size = f'viewBox="0 0 {LEFT + SIDE + 20} {TOP + SIDE + 50}"'
    style = 'font-family="sans-serif" font-size="12" fill="#555"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {style}>\n' + "\n".join(marks) + "\n</svg>\n"


def main(arguments: list[str]) -> int:
    """Draw the outcomes that are named; exit code 2 where none is."""
    named = dict(one.split("=", 1) for one in arguments if "=" in one)
    if not named:
        sys.stderr.write("name the outcomes to draw: NAME=FILE\n")
        return 2
    outcomes = {name: json.loads(Path(file).read_text(encoding="utf-8")) for name, file in named.items()}
    sys.stdout.write(drawing(outcomes))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
