"""A letter that a newspaper prints is the letter of whoever signs it."""

import pytest

from stemma.reports.layouts import lay_out

SAID = (
    "The council did not lose this weir. It let it go, one stone at a time, and nine people have now decided that the "
    "stones shall not be laid again.\n\nWe ask for a second vote before Easter, in public and by name."
)
TOP = "LETTERS TO THE EDITOR\nHallin Herald, Thursday, May 4, 2028\n\n“One stone at a time”\n\n"
LETTERS = [
    (
        f"{TOP}SIR - {SAID}\n\nJane Roe (chair) and four others\nSave Hallin Weir, 2 May 2028",
        "Save Hallin Weir",
        "a group",
    ),
    (f"{TOP}Sir, {SAID}\n\nDr Jane Roe\nMill Road, Hallin", "Jane Roe", "a person and her address"),
    (f"{TOP}SIR - {SAID}\n\nYours etc,\n\nJane Roe, on behalf of the Weir Society", "Weir Society", "on behalf of"),
    (f"{TOP}SIR - {SAID}\n\nJane Roe\n\n[Letters may be cut for length. - Ed.]", "Jane Roe", "a note under it"),
    (
        f"Hallin School\n\n4 May 2028\n\nDear parents,\n\n{SAID}\n\nYours sincerely,\n\nJane Roe\nHead teacher",
        "Jane Roe",
        "a head",
    ),
    (f"Open letter\n\nDear Mayor,\n\n{SAID}\n\nFriends of Hallin Weir", "Friends of Hallin Weir", "a group alone"),
    (f"{TOP}SIR - {SAID}\n\nJane Roe\n\nSIR - {SAID}\n\nAl Bo", None, "two letters"),
    (f"{TOP}SIR - {SAID}\n\nName and address supplied", None, "nobody signs"),
    (f"Dear readers,\n\n{SAID}\n\nJane Roe, Editor\nHallin Herald", None, "an editor's letter"),
    (f"{TOP}SIR - {SAID}", None, "no signature"),
    (f"Weir to go\n\nBy Al Bo\n\nDear reader,\n\n{SAID}\n\nJane Roe", None, "a byline"),
    (
        f"Weir to go\n\n{SAID}\n\nThe letter began “Dear parents,” and ended there.\n\nJane Roe",
        None,
        "a letter told of",
    ),
    (f"Sir Al Bo dies at 90\n\n{SAID}\n\nJane Roe", None, "a knight"),
]


@pytest.mark.parametrize(("text", "signer", "why"), LETTERS, ids=[case[-1] for case in LETTERS])
def test_letters(text, signer, why):
    assert lay_out(text).issuer == signer
