"""Quotations that stop, or begin, as if a sentence did."""

import pytest

import stemma

HEAD = "{headline}\n\n{paper}, March 3, 2021\n\n{body}"
SAID = (
    "The harbour board met for three hours on Tuesday evening.\n\n"
    '"{said}" board chair Ida Stromberg said after the meeting.\n\nThe ferry to Lunde sails twice a day.'
)
WHOLE = "We will not raise the fares before the winter, and we hope to keep both ferries."


def findings(tmp_path, whole: str, part: str) -> str:
    for name, paper, told in (
        ("a.txt", "Springfield Echo", SAID.format(said=whole)),
        ("b.txt", "Capital Courier", SAID.replace("met for three hours", "sat late").format(said=part)),
    ):
        (tmp_path / name).write_text(HEAD.format(headline="Board meets on fares", paper=paper, body=told), "utf-8")
    story = stemma.compare([tmp_path / "a.txt", tmp_path / "b.txt"]).story
    return "\n".join(one.text for one in story.story.findings if one.kind == "quotation")


@pytest.mark.parametrize(
    ("whole", "part", "shown", "why"),
    [
        (
            "The old pier will stay closed until May,",
            "The old pier will stay closed,",
            '"until May"',
            "a limit in time",
        ),
        (
            "The pumps worked all night, but nobody switched them on,",
            "The pumps worked all night,",
            '"but nobody switched them on"',
            "what takes it back",
        ),
        (
            "It would be wrong to say that the pumps failed us,",
            "The pumps failed us,",
            '"It would be wrong to say that"',
            "what stands before it",
        ),
        (
            "Some of the pumps failed us before the tide came in,",
            "The pumps failed us before the tide came in,",
            '"Some of"',
            "how many it is about",
        ),
        (
            "I think somebody cut the rope of the pier,",
            "Somebody cut the rope of the pier,",
            '"I think"',
            "that it is a guess",
        ),
        (
            "No fault was found that would have closed the pier,",
            "No fault was found,",
            '"that would have closed the pier"',
            "of which alone it is denied",
        ),
    ],
)
def test_a_sentence_that_is_cut_short_is_told(tmp_path, whole, part, shown, why):
    found = findings(tmp_path, whole, part)
    assert shown in found, why
    assert "Ida Stromberg" in found


@pytest.mark.parametrize(
    ("whole", "part", "why"),
    [
        (WHOLE, "We will not raise the fares before the winter,", "another thought behind a comma"),
        (WHOLE, WHOLE, "the same"),
        (
            "The pumps worked all night. We never feared for the pier,",
            "The pumps worked all night,",
            "another sentence",
        ),
        (
            "We met the man who mends the pumps,",
            "We met the man,",
            "who somebody is",
        ),
    ],
)
def test_a_part_that_stands_for_itself_is_not_told(tmp_path, whole, part, why):
    assert " as saying " not in findings(tmp_path, whole, part), why


def test_what_is_quoted_further_down_is_not_left_out(tmp_path):
    whole = "The pumps worked all night, but nobody switched them on,"
    part = 'The pumps worked all night," Stromberg said, "but nobody switched them on,'
    assert " as saying " not in findings(tmp_path, whole, part)
