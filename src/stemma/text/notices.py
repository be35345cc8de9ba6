"""Notices of the newsroom about its own text: corrections, editor's notes, what an update changed."""

import re

_LONGEST = 1_200  # characters
_WORKS = r"(?:story|article|report|version|post|piece|item|dispatch|headline|caption|copy|page|column)"
_CHANGED = (
    r"(?:correct(?:s|ed|ing)?|amend(?:s|ed)|updat(?:es|ed|ing)|clarif(?:ies|ied)|revis(?:es|ed)|refil(?:es|ed)|remov(?:es|ed)|"
    r"adds|added|fix(?:es|ed)|chang(?:es|ed)|edited|misstated|misspelled|misidentified|mischaracteri[sz]ed|incorrectly|"
    r"erroneously|wrongly)"
)
_CORRECTS = re.compile(
    r"(?i)^[\W_]*(?:(?:editor|publisher)[’']?s?[’']?\s+notes?|corrections?(?:\s+(?:and|&)\s+clarifications?)?|"
    r"clarifications?|erratum|errata|corrigendum|retraction|amendment|note to (?:readers|editors))\b"
    r"(?:\s*\([^()]{1,60}\)|,\s(?=[^\n:]{0,20}?\d)(?:[\w., ]|(?<=\d):(?=\d)){3,30})?\s*[:—–]"
)
_UPDATES = re.compile(
    r"(?i)^[\W_]*(?:updat(?:e|es|ed)|corrected)(?:\s*\([^()]{1,60}\)|\s+\d{1,2}(?::\d\d)?\s?[ap]\.?m\.?)?\s*[:—–]"
)
_NAMES_ITSELF = re.compile(
    rf"(?i)\b(?:this|the)\s+{_WORKS}\b.*\b{_CHANGED}\b|\b{_CHANGED}\b.*\b(?:this|the)\s+{_WORKS}\b"
)
_SLUG = re.compile(r"^[\W_]*(?:(?:UPDATE|REFILE|RPT|WRAPUP)[ -]?\d*[ -/:]*)*CORRECT(?:ED|ION|S)\b")
_CORRECTING = re.compile(
    r"(?i)\b(?:correct(?:s|ed|ing|ions?)?(?! at the time)|"
    r"mis(?:stated|spelled|spelt|identified|named|attributed|quoted|reported)|"
    r"mischaracteri[sz]ed|incorrect(?:ly)?|erroneous(?:ly)?|wrong(?:ly)?|in error|mistaken(?:ly)?|amend(?:s|ed|ment)|"
    r"clarif(?:ies|ied|ications?)|errat(?:um|a)|corrigend(?:um|a))\b"
    r"|\b(?:earlier|previous|prior|original|former)\s+version\b.{0,40}\b(?:said|stated|gave|had|named|called|put|listed|omitted)\b"
)
_SENTENCE = re.compile(r"[.!][\s\"”’)\]*_]*$")
_EARLIER = re.compile(
    rf"(?i)^[\W_]*(?:an|a|the)\s+(?:earlier|previous|prior|original|former)\s+version\s+of\s+(?:this|the)\s+{_WORKS}\b"
    rf"|^[\W_]*this\s+{_WORKS}\s+(?:(?:has|had)\s+been\s+|was\s+|is\s+)?(?:\w+ly\s+)?{_CHANGED}\b"
)
_BRACKETED = re.compile(
    rf"(?is)[\[(](?!.*\bsyndicated\b)\s*(?:[\w -]{{1,20}};\s*)?(?:(?:this|the)\s+{_WORKS}\b.*?\b)?{_CHANGED}\b[^()\[\]]*[\])]\.?"
)


def is_notice(line: str) -> bool:
    """Say whether a paragraph tells of the text itself: what was corrected, updated or noted by its newsroom.

    "Update:" stands before headlines and before news too; a line that begins so is a notice where it names the text itself.

    >>> is_notice("CORRECTION: An earlier version of this story misnamed the river."), is_notice("Correction of the river fails")
    (True, False)
    >>> is_notice("UPDATE: Mayor asks for boats"), is_notice("(This story corrects the name of the river)")
    (False, True)
    """
    if len(line) > _LONGEST:
        return False
    is_update = _UPDATES.match(line) is not None and _NAMES_ITSELF.search(line) is not None
    return is_update or any(
        found is not None for found in (_CORRECTS.match(line), _EARLIER.match(line), _BRACKETED.fullmatch(line))
    )


def is_update_sentence(line: str) -> bool:
    """Say whether a line begins with "Update:" and ends like a sentence: over a headline it is no part of the report.

    >>> is_update_sentence("UPDATE: Nobody was hurt."), is_update_sentence("UPDATE: Nobody hurt in flood")
    (True, False)
    """
    return len(line) <= _LONGEST and _UPDATES.match(line) is not None and _SENTENCE.search(line) is not None


def is_correction(line: str) -> bool:
    """Say whether a notice says that something was wrong before, and not that something is new.

    >>> is_correction("Correction: It is the Orvin, not the Ovrin."), is_correction("(Corrects number in second paragraph)")
    (True, True)
    >>> is_correction("(This story has been updated with comment.)"), is_correction("CORRECTED-Harbour lost 21 boats")
    (False, True)
    >>> is_correction("Correction, 9.10am: It was Ore."), is_correction("This story was correct at the time of going to press.")
    (True, False)
    """
    return _SLUG.match(line) is not None or (is_notice(line) and _CORRECTING.search(line) is not None)
