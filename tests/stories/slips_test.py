"""Details of one thing that two reports give otherwise are told, in whatever sentences; what counts two things is not."""

import pytest

import stemma

HEAD = "Long naps were discussed at the congress in Sandhaven on Tuesday, where the lecture hall was full."
CASES = [
    ("The researchers followed 31,482 adults for eleven years.",
     "The finding comes from a study of the university that followed 13,482 adults.", 1, "two digits changed places"),
    ("In the end 2,029 points stood on the board.", "McDermott now has 2,129 points as a Bluejay.", 1, "one digit"),
    ("The club counted 14,212 spectators.", "Town lost before a crowd of 14,122.", 1, "long, and of nothing named alike"),
    ("The club counted 212 spectators.", "The hall had 122 seats.", 0, "two things"),
    ("The firm will shed 2,300 jobs.", "Unions hold that 2,400 jobs hang on the ferry.", 0, "rounded figures"),
    ("The firm will shed about 2,312 jobs.", "The firm will shed 2,321 jobs.", 0, "told as rough"),
    ("Jones ran for 193 yards and Thomas for 793 yards.", "Jones ran for 183 yards.", 0, "who counts it twice"),
    ("The works had 481 workers.", "The works had 418 workers, not 481 workers as was told before.", 0, "who tells both"),
    ("Ida Marl, 79, led the hall.", "The 78-year-old singer Ida Marl bowed.", 1, "the age of one person"),
    ("Ida Marl has died at her home in Kell aged 79.", "Ida Marl (78) was the town's voice.", 1, "the age at a death"),
    ("Ida Marl, 79, led the hall.", "Tom Marl, 78, bowed.", 0, "two persons"),
    ("Ida Marl left at 10, when it rained.", "Ida Marl, 78, bowed.", 0, "an hour is no age"),
    ("Ida Marl was convicted after a 19-day trial.", "Two counts were left for the 16-day trial.", 1, "the one trial"),
    ("Ida Marl is a 19-year veteran of the choir.", "Fish was sold by Tom Roe, a 16-year veteran.", 0, "two of a kind"),
]  # fmt: skip


def _slips(one, other, *dates, kind="number"):
    records = [
        {
            "id": name,
            "headline": f"Congress, {name}",
            "text": f"{HEAD}\n\n{told}",
            **({"published": date} if date else {}),
        }
        for name, told, date in zip("ab", (one, other), dates, strict=True)
    ]
    (collation,) = stemma.compare(records).collations
    found = [conflict for assertion in collation.assertions for conflict in assertion.conflicts]
    return [conflict for conflict in found if conflict.kind == kind]


@pytest.mark.parametrize(("one", "other", "number", "why"), CASES, ids=[case[-1] for case in CASES])
def test_details_of_one_thing(one, other, number, why):
    assert len(_slips(one, other, "2031-03-04", "2031-03-05")) == number


def test_a_birthday_may_lie_between_two_reports():
    told = "Ida Marl, 79, led the hall through the oldest songs.", "Rain fell on the 78-year-old singer Ida Marl."

    assert not _slips(*told, "2031-03-04", "2030-03-05")
    assert [conflict.is_sure for conflict in _slips(*told, None, "2030-03-05")] == [False]


@pytest.mark.parametrize(
    ("one", "other", "number", "why"),
    [
        ("Ida Teasdale led the hall.", "The singer Ida Teesdale bowed.", 1, "a letter of the surname"),
        ("Ida Teasdale led the hall.", "The singer Ada Teesdale bowed.", 0, "another first name"),
        ("Ida Teasdale led the hall.", "Ida Teesdale bowed to Ida Teasdale.", 0, "who names both"),
        ("The Dock Workers met.", "Every Dock Worker met.", 0, "more than one of them"),
    ],
)
def test_a_name_that_is_spelt_otherwise(one, other, number, why):
    found = _slips(one, other, "2031-03-04", "2031-03-05", kind="name")

    assert [conflict.is_sure for conflict in found] == [False] * number
