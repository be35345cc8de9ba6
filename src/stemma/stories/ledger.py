"""The ledger: what counting lines needs of a story, and what is looked up in it again and again."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from stemma.model import CitationKind, Derivation, Exemplar, Integrity, Reading, Span, Utterance, Voice
from stemma.stories.families import Kinship
from stemma.stories.kinship import Kin, UnitKey, Units
from stemma.stories.rules import StoryRules
from stemma.stories.witnesses import Witness, find_citation, plain_name


@dataclass(frozen=True, kw_only=True)
class Ledger:
    """What counting needs of a story, and what is looked up in it again and again."""

    kinship: Kinship
    kins: Mapping[tuple[str, str], Kin]
    witnesses: Mapping[str, Witness]
    voices: Mapping[str, Voice]
    derivations: Sequence[Derivation]
    exemplars: Mapping[str, Exemplar]
    utterances: Sequence[Utterance]
    units: Units
    readings: Mapping[str, Reading]
    rules: StoryRules

    @cached_property
    def kindred(self) -> Mapping[str, frozenset[str]]:
        """The kin of each report."""
        found: dict[str, set[str]] = defaultdict(set)
        for (left_id, right_id), kin in self.kins.items():
            if kin.blocks:
                found[left_id].add(right_id)
                found[right_id].add(left_id)
        return {report_id: frozenset(kin) for report_id, kin in found.items()}

    @cached_property
    def mostly_from(self) -> frozenset[tuple[str, str]]:
        """Who has most sentences from whom, or with whom: he hardly has the rest from elsewhere."""
        found = set()
        for kin in self.kins.values():
            pairings = [pairing for block in kin.blocks for pairing in block.pairings]
            left, right = {p.left.number for p in pairings}, {p.right.number for p in pairings}
            for numbers, one, other in ((left, kin.left_id, kin.right_id), (right, kin.right_id, kin.left_id)):
                if len(numbers) >= self.rules.mostly * len(self.units[one]):
                    found.add((one, other))
        return frozenset(found)

    @cached_property
    def _spoken(self) -> Mapping[str, frozenset[tuple[str, ...]]]:
        """The sentences of each transcript, by their words."""
        texts = (one for one, witness in self.witnesses.items() if witness.is_transcript)
        return {one: frozenset(unit.keys for unit in self.units[one]) for one in texts}

    def is_one_transcript(self, left_id: str, right_id: str) -> bool:
        """Say whether two transcripts are one writing-down: nearly all sentences of the shorter stand in the other."""
        told = sorted((self._spoken.get(one, frozenset()) for one in (left_id, right_id)), key=len)
        return len(told[0] & told[1]) >= self.rules.same_transcript * max(1, len(told[0]))

    @cached_property
    def family_of(self) -> Mapping[UnitKey, int]:
        """The family of each passage, by its number: the text that the reports who have it share."""
        return {
            (report_id, number): place
            for place, family in enumerate(self.kinship.families)
            for report_id, numbers in family.members.items()
            for number in numbers
        }

    @cached_property
    def fellows(self) -> Mapping[UnitKey, frozenset[str]]:
        """The reports that have a passage, by the passage."""
        found: dict[UnitKey, set[str]] = defaultdict(set)
        for (report_id, _), cluster in self.kinship.cluster_of.items():
            found[cluster].add(report_id)
        return {cluster: frozenset(report_ids) for cluster, report_ids in found.items()}

    @cached_property
    def citations(self) -> Mapping[str, Sequence[tuple[Span, str, bool]]]:
        """Where each report names another newsroom that tells or hears something: its plain name, and whether it was told it."""
        outlets: dict[str | None, set[str]] = defaultdict(set)
        for one, witness in self.witnesses.items():
            outlets[witness.outlet].add(one)
        found: dict[str, list[tuple[Span, str, bool]]] = {}
        for one, witness in self.witnesses.items():
            found[one] = [
                (span, plain_name(outlet), False)
                for outlet, own in outlets.items()
                if own != {one} and (span := find_citation(witness.report, outlet)) is not None
            ]
            told = ((cited.span, self.whole_name(cited.name), cited.kind) for cited in self.readings[one].citations)
            own_name = plain_name(witness.outlet)
            found[one] += [(span, name, kind is CitationKind.TOLD) for span, name, kind in told if name != own_name]
        return found

    @cached_property
    def _newsrooms(self) -> frozenset[str]:
        """The plain names of all newsrooms that are cited or are in the story."""
        cited = {plain_name(one.name) for reading in self.readings.values() for one in reading.citations}
        return frozenset(cited | {plain_name(witness.outlet) for witness in self.witnesses.values()})

    def whole_name(self, name: str) -> str:
        """Give a newsroom's plain name; of a short one ("the Times") the only longer one here that ends in it."""
        short = plain_name(name)
        longer = [one for one in self._newsrooms if one.endswith(f" {short}")]
        return longer[0] if len(longer) == 1 else short

    def whole_names(self, name: str) -> tuple[str, ...]:
        """Give the plain names of the newsrooms that a name means: of "the Times and the Post" both, if both are known."""
        parts = [self.whole_name(part) for part in re.split(r",\s+(?:and\s+)?|\s+and\s+", name)]
        is_several = len(parts) > 1 and self._newsrooms.issuperset(parts) and plain_name(name) not in self._newsrooms
        return tuple(parts) if is_several else (self.whole_name(name),)

    @cached_property
    def quoted(self) -> Mapping[str, Sequence[tuple[Span, str | None]]]:
        """Where each report has in marks what several quote alike, with the voice that all of them give it together."""
        found: dict[str, list[tuple[Span, str | None]]] = defaultdict(list)
        for utterance in self.utterances:
            marked = [wording for wording in utterance.wordings if wording.is_marked]
            is_lone = len({wording.report_id for wording in marked}) < 2
            if is_lone or any(wording.integrity is Integrity.REATTRIBUTED for wording in marked):
                continue
            for wording in marked:
                found[wording.report_id].extend((span, utterance.voice_id) for span in wording.spans)
        return found

    @cached_property
    def above(self) -> Mapping[str, Sequence[Derivation]]:
        """The derivations of each report, without what tells of no exemplar."""
        found: dict[str, list[Derivation]] = defaultdict(list)
        for derivation in self.derivations:
            if derivation.exemplar_id in self.exemplars and derivation.kind not in ("same-occasion", "unrelated"):
                found[derivation.report_id].append(derivation)
        return found

    @cached_property
    def _bits(self) -> Mapping[str, int]:
        return {report_id: 1 << place for place, report_id in enumerate(self.units)}

    @cached_property
    def holders(self) -> Mapping[str, int]:
        """The reports that have a content word anywhere, as a mask."""
        found: dict[str, int] = defaultdict(int)
        for report_id, units in self.units.items():
            for name in {name for unit in units for name in unit.content}:
                found[name] |= self._bits[report_id]
        return found

    def mask_of(self, report_ids: Iterable[str]) -> int:
        """Give some reports as a mask."""
        return sum(self._bits[one] for one in set(report_ids))
