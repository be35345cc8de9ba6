"""Findings on who has whose text: said with the scale of words, and of a passage never as of the whole."""

from collections.abc import Sequence

from stemma.model import Change, ChangeKind, Derivation, DerivationKind, Direction, Finding, Span
from stemma.stories.onetexts import OneText
from stemma.stories.scenery import Scenery, listed, plural
from stemma.stories.unions import Union
from stemma.stories.witnesses import plain_name

_SURE, _PROBABLE = 0.95, 0.8
_LIKELY = 0.5
_MANY = 3
_WHOLE = 0.5  # of a report's sentences
_TEXTS_SHOWN = 6  # texts that several reports have, named by their letters


def find_descents(scenery: Scenery) -> list[Finding]:
    """Say who has whose text; three reports or more that have it from one exemplar, or share it undecided, in one sentence."""
    decided: dict[str, list[Derivation]] = {}
    open_: list[list[Derivation]] = []
    for report_id in scenery.letters:
        own = _own(report_id, scenery)
        if own and own[0].direction is Direction.DECIDED and own[0].probability >= _PROBABLE:
            decided.setdefault(own[0].exemplar_id, []).append(own[0])
        elif sum(one.probability for one in own) >= _LIKELY:  # else it is likelier its own writing
            open_.append(own)
    told = [own for own in open_ if all(_is_told(one) for one in own)]
    open_ = [own for own in open_ if own not in told]
    found = [_credited(own, scenery) for own in told]
    for same in decided.values():
        found += [_many(same, scenery)] if len(same) >= _MANY else _few(same, scenery)
    for group in _together([own for own in open_ if _is_kin(own)], scenery):
        found += [_shared(group, scenery)] if len(group) >= _MANY else [_undecided(own, scenery) for own in group]
    for group in _together([own for own in open_ if not _is_kin(own)], scenery):
        found += [_shared(group, scenery)] if len(group) > 1 else [_undecided(group[0], scenery)]
    return found


def find_one_texts(scenery: Scenery) -> list[Finding]:
    """Say which reports have one text, all in one sentence; where no two share any narration, that."""
    if not scenery.texts:
        return _strangers(scenery)
    spans = tuple(span for text in scenery.texts for span in text.spans)
    least = min(100, int(100 * min(text.least for text in scenery.texts)))
    how = f"{least}% or more" if least < 100 else "all"
    told = _one_text(scenery.texts[0], how, scenery) if len(scenery.texts) == 1 else _several_texts(how, scenery)
    return [Finding(kind="one-text", weight=9.9, text=told, spans=spans)]


def _one_text(text: OneText, how: str, scenery: Scenery) -> str:
    fullest, *others = text.report_ids
    whose = f"{listed(scenery.ordered(others))} stands word for word in {scenery.letters[fullest]}"
    return f"{scenery.names(text.report_ids)} have one text: {how} of the narration of {whose}"


def _several_texts(how: str, scenery: Scenery) -> str:
    count = len(scenery.letters) - sum(len(text.report_ids) - 1 for text in scenery.texts)
    groups = sorted(scenery.ordered(text.report_ids) for text in scenery.texts)
    shown = [f"one in {listed(letters)}" for letters in groups[:_TEXTS_SHOWN]]
    more = [f"{len(groups) - _TEXTS_SHOWN} more in several"] if len(groups) > _TEXTS_SHOWN else []
    told = f"{len(scenery.letters)} reports, {plural(count, count, 'text')}: {'; '.join([*shown, *more])}"
    return f"{told}; {how} of the narration of each stands word for word in the fullest"


def _strangers(scenery: Scenery) -> list[Finding]:
    """Say so where nothing shows that any report has text from another; that is no proof that none has."""
    own = [one for one, witness in scenery.witnesses.items() if not witness.is_transcript]
    if len(own) < 2 or any(one.kind == "narration" for d in scenery.derivations for one in d.evidence):
        return []
    text = f"{scenery.names(own)} share too little narration to show that any of them has text from another"
    return [Finding(kind="no-text-shared", weight=3.0, text=text)]


def _is_kin(own: Sequence[Derivation]) -> bool:
    """Say whether it is decided that a report has another's text, whoever's it is."""
    return sum(one.probability for one in own) >= _PROBABLE


def _own(report_id: str, scenery: Scenery) -> list[Derivation]:
    """Give the derivations of a report's text, the most probable first."""
    apart = (DerivationKind.SAME_OCCASION, DerivationKind.UNRELATED)
    own = [one for one in scenery.derivations if one.report_id == report_id and one.kind not in apart]
    return sorted(own, key=lambda one: -one.probability)


def _many(same: Sequence[Derivation], scenery: Scenery) -> Finding:
    adverb = "" if all(one.probability >= _SURE for one in same) else "probably "
    exemplar = scenery.exemplar(same[0].exemplar_id)
    text = f"{len(same)} reports {adverb}have text from {exemplar}: {scenery.names(one.report_id for one in same)}"
    spans = tuple(span for one in same for evidence in one.evidence[:1] for span in evidence.spans[:2])
    return Finding(kind="descent", weight=5.5, text=text, spans=spans)


def _few(same: Sequence[Derivation], scenery: Scenery) -> list[Finding]:
    """Say it of each, or of both at once where they have it from one text not seen, with the same words of the scale."""
    is_seen = scenery.exemplars[same[0].exemplar_id].report_id is not None
    alike = {(one.probability >= _SURE, _is_credited(one)) for one in same}
    if is_seen or len(same) == 1 or len(alike) > 1:
        return [_one(derivation, scenery) for derivation in same]
    adverb = "" if same[0].probability >= _SURE else "probably "
    credit = ", credit it" if _is_credited(same[0]) else ""
    names, exemplar = scenery.names(one.report_id for one in same), scenery.exemplar(same[0].exemplar_id)
    text = f"{names} {adverb}have text from {exemplar}{credit}"
    return [Finding(kind="descent", weight=5.2, text=text, spans=tuple(s for one in same for s in _bearing(one)[:2]))]


def _is_told(derivation: Derivation) -> bool:
    """Say whether nothing but a credit speaks for a derivation: no sentence is shared."""
    return bool(derivation.evidence) and all(one.kind == "credit" for one in derivation.evidence)


def _is_credited(derivation: Derivation) -> bool:
    return any(one.kind == "credit" and one.weight > 0 for one in derivation.evidence)


def _one(derivation: Derivation, scenery: Scenery) -> Finding:
    adverb = "" if derivation.probability >= _SURE else "probably "
    credits_nobody = "" if _credits(derivation.report_id, scenery) else ", credits nobody"
    how = ", credits it" if _is_credited(derivation) else credits_nobody
    text = f"{scenery.name(derivation.report_id)} {adverb}has {_how_much(derivation, scenery)} from "
    text += f"{scenery.exemplar(derivation.exemplar_id)}{how}"
    return Finding(kind="descent", weight=5.0, text=text, spans=_bearing(derivation))


def _together(open_: Sequence[list[Derivation]], scenery: Scenery) -> list[list[list[Derivation]]]:
    """Put undecided reports together that are each other's candidates, or have a report as candidate in common."""
    groups: Union[str] = Union()
    for own in open_:
        for one in own:
            groups.join(own[0].report_id, scenery.exemplars[one.exemplar_id].report_id or own[0].report_id)
    found: dict[str, list[list[Derivation]]] = {}
    for own in open_:
        found.setdefault(groups.root(own[0].report_id), []).append(own)
    return list(found.values())


def _shared(group: Sequence[Sequence[Derivation]], scenery: Scenery) -> Finding:
    """Say of many reports at once that they share text and that nobody can tell who has it from whom."""
    seen = [scenery.exemplars[one.exemplar_id].report_id for own in group for one in own]
    ids = {own[0].report_id for own in group}.union(one for one in seen if one is not None)
    unseen = [one.exemplar_id for own in group for one in own if scenery.exemplars[one.exemplar_id].report_id is None]
    names = list(dict.fromkeys(scenery.exemplar(one) for one in unseen))
    signed = _signed(group, scenery)
    if signed is not None:
        agency, crediting = signed
        who = "they" if set(crediting) == ids else scenery.names(crediting)
        verb = "credits" if len(crediting) == 1 else "credit"
        text = f"{scenery.names(ids)} have copy of {agency}, which {who} {verb}: by which hand is undecided"
        return Finding(kind="descent", weight=5.2, text=text, spans=_credit_spans(crediting, scenery))
    credit = "" if any(_credits(one, scenery) for one in ids) else " and credit nobody"
    whom = f", or from {listed(names)}," if names else ""
    text = f"{scenery.names(ids)} have sentences in common{credit}: who has them from whom{whom} is undecided"
    return Finding(kind="descent", weight=5.2, text=text, spans=tuple(s for own in group for s in _bearing(own[0])[:2]))


def _signed(group: Sequence[Sequence[Derivation]], scenery: Scenery) -> tuple[str, list[str]] | None:
    """Give the one agency whose copy some kindred reports have, and who credits it: half of them at least, and none another."""
    ids = [own[0].report_id for own in group]
    crediting = [one for one in ids if _credits(one, scenery)]
    names = {plain_name(credit.name) for one in crediting for credit in scenery.witnesses[one].agencies}
    above = {one.exemplar_id: scenery.exemplars[one.exemplar_id] for own in group for one in own}
    agencies = [one for one in above.values() if one.report_id is None and plain_name(one.name) in names]
    if len(names) != 1 or len(agencies) != 1 or 2 * len(crediting) < len(ids):
        return None
    return scenery.exemplar(agencies[0].id), crediting


def _credit_spans(report_ids: Sequence[str], scenery: Scenery) -> tuple[Span, ...]:
    credits_ = ((one, credit) for one in report_ids for credit in scenery.witnesses[one].agencies)
    return tuple(Span(one, credit.start, credit.end) for one, credit in credits_ if credit.start >= 0)


def _undecided(own: Sequence[Derivation], scenery: Scenery) -> Finding:
    first, name = own[0], scenery.name(own[0].report_id)
    signed = _signed([own], scenery) if _is_kin(own) else None
    if signed is not None:
        hands = " or ".join(scenery.exemplar(one.exemplar_id) for one in own[:3])
        text = f"{name} has copy of {signed[0]}, which it credits: from whose hand, {hands}, is undecided"
        return Finding(kind="descent", weight=4.5, text=text, spans=_credit_spans([first.report_id], scenery))
    candidates = sorted(own[:3], key=lambda one: scenery.exemplars[one.exemplar_id].report_id is None)
    kin = _kin(own, scenery)
    names = " or from ".join(_exemplar(one, kin, scenery) for one in candidates)
    if _is_kin(own) and kin:
        part = "" if _share(first, scenery) >= _WHOLE else f" in {_how_much(first, scenery)}"
        credit = "" if _credits(first.report_id, scenery) else " and credits nobody"
        text = f"{name} has {scenery.name(kin)}'s sentences{part}{credit}: from {names}, undecided"
    else:
        names = " or from ".join(scenery.exemplar(one.exemplar_id) for one in candidates)
        text = f"{name} may have {_how_much(first, scenery)} from {names}: undecided"
    return Finding(kind="descent", weight=4.5, text=text, spans=_bearing(first))


def _credited(own: Sequence[Derivation], scenery: Scenery) -> Finding:
    """Say of a report that credits agencies, and shares no sentence with anybody, what that leaves open."""
    agencies = listed([credit.name for credit in scenery.witnesses[own[0].report_id].agencies])
    seen = [one for derivation in own if (one := scenery.exemplars[derivation.exemplar_id].report_id) is not None]
    whose = scenery.names(seen) if seen else "the others"
    how = "whether it has theirs in other words or another text" if seen else "how much it has from there"
    text = (
        f"{scenery.name(own[0].report_id)} credits {agencies} and shares no sentence with {whose}: {how} is undecided"
    )
    return Finding(kind="descent", weight=4.5, text=text, spans=_bearing(own[0]))


def _exemplar(derivation: Derivation, named: str | None, scenery: Scenery) -> str:
    """Give the name of an exemplar, its letter alone where the sentence has named it already."""
    report_id = scenery.exemplars[derivation.exemplar_id].report_id
    return (
        scenery.letters[named] if named is not None and named == report_id else scenery.exemplar(derivation.exemplar_id)
    )


def _kin(own: Sequence[Derivation], scenery: Scenery) -> str | None:
    """Give the report whose sentences these are: the likeliest of those seen, else another that may have the same exemplar."""
    seen = [one for derivation in own if (one := scenery.exemplars[derivation.exemplar_id].report_id) is not None]
    candidates = {one.exemplar_id for one in own}
    fellows = {d.report_id for d in scenery.derivations if d.exemplar_id in candidates} - {own[0].report_id}
    return next((one for one in (*seen, *scenery.letters) if one in seen or one in fellows), None)


def _bearing(derivation: Derivation) -> tuple[Span, ...]:
    return derivation.evidence[0].spans if derivation.evidence else ()


def _credits(report_id: str, scenery: Scenery) -> bool:
    return bool(scenery.witnesses[report_id].agencies)


def _share(derivation: Derivation, scenery: Scenery) -> float:
    return len(derivation.spans) / max(1, scenery.sizes[derivation.report_id])


def _how_much(derivation: Derivation, scenery: Scenery) -> str:
    """Say how much of a report a derivation speaks of, so that a passage is never called the whole text."""
    if _share(derivation, scenery) >= _WHOLE:
        return "its text"
    return f"{len(derivation.spans)} of its {scenery.sizes[derivation.report_id]} sentences"


def find_totals(scenery: Scenery) -> list[Finding]:
    """Say how much a report leaves out and adds, against the one that most of its text is likeliest from."""
    found = []
    for report_id in scenery.letters:
        own = _own(report_id, scenery)
        whole = [one for one in own if _share(one, scenery) >= _WHOLE]
        seen = [one for derivation in whole if (one := scenery.exemplars[derivation.exemplar_id].report_id) is not None]
        if seen and sum(one.probability for one in own) >= _LIKELY:
            found += _total(report_id, seen[0], scenery)
    return found


def _total(report_id: str, against_id: str, scenery: Scenery) -> list[Finding]:
    changes = [c for c in scenery.changes if (c.report_id, c.against_report_id) == (report_id, against_id)]
    dropped = [change for change in changes if change.kind is ChangeKind.DROPPED]
    added = [change for change in changes if change.kind is ChangeKind.ADDED]
    to = "" if dropped else f" to what {scenery.name(against_id)} has"
    parts = [f"leaves out {plural(len(dropped), len(dropped), 'statement')} of {scenery.name(against_id)}"][
        : len(dropped)
    ]
    parts += [f"adds {plural(len(added), len(added), 'statement')}{to}"][: len(added)]
    text = f"{scenery.name(report_id)} {' and '.join(parts)}"
    return [Finding(kind="totals", weight=4.0, text=text, spans=_places([*dropped, *added]))] if parts else []


def _places(changes: Sequence[Change]) -> tuple[Span, ...]:
    return tuple(span for change in changes for span in (*change.before, *change.after))
