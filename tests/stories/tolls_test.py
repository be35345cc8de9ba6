"""Numbers of dead contradict each other where they are said to hold for one time, and not where the toll has risen."""

import pytest

import stemma

HEAD = "A ferry burned off Cape Hollin on Tuesday with 214 people on board."
CASES = [
    ("The coastguard's count stood at nine dead at four o'clock.", "Eleven bodies had been recovered by 4 p.m., Orr said.", 1,
     "two numbers for one hour"),
    ("Nine people were confirmed dead on Tuesday. The figures were correct at 4 p.m., Orr said.",
     "Eleven bodies had been recovered by 4 p.m., Lund said.", 1, "the next sentence says for which hour"),
    ("Nine people were confirmed dead on Tuesday. The ferry sank at 4 p.m., Orr said.",
     "Eleven bodies had been recovered by 4 p.m., Lund said.", 0, "the next sentence tells of another thing"),
    ("By 7 a.m. three people had died.", "Eleven bodies had been recovered by 4 p.m., Orr said.", 0, "the toll has risen"),
    ("By 4 p.m. at least nine people had died.", "Eleven bodies had been recovered by 4 p.m., Orr said.", 0, "a bound"),
    ("The fire at 4 p.m. killed nine people.", "Eleven people died in the fire at 4 p.m., Orr said.", 0,
     "the hour of the fire, not of the count"),
    ("By 4 p.m. eleven people had died.", "Eleven bodies had been recovered by 4 p.m., Orr said.", 0, "one number"),
    ("By 4 p.m. nine had died. Another count stood at 11 dead at 4 p.m., he said.",
     "Eleven bodies had been recovered by 4 p.m., Orr said.", 0, "who tells both contradicts nobody"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "number", "why"), CASES, ids=[case[-1] for case in CASES])
def test_tolls_of_one_time(one, other, number, why):
    records = [
        {"id": name, "headline": f"Ferry, {name}", "published": "2031-03-04T20:00", "text": f"{HEAD}\n\n{told}"}
        for name, told in (("a", one), ("b", other))
    ]
    (collation,) = stemma.compare(records).collations
    notes = {conflict.note for assertion in collation.assertions for conflict in assertion.conflicts}
    timed = [note for note in notes if all("p.m." in side or "o'clock" in side for side in note.split(" against "))]

    assert len(timed) == number
