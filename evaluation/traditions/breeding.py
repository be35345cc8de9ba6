"""The breeding of a story: roots become nodes, desks take texts from nodes, and every text knows which."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random

from evaluation.traditions import house
from evaluation.traditions.desk import apply_once, cite, dress, edit, everywhere, manner
from evaluation.traditions.draft import Draft, Paragraph, Place, Sentence, is_body
from evaluation.traditions.house import AGENCIES, PAPERS, House
from evaluation.traditions.operators import marks, shape, wording
from evaluation.traditions.roots import Event, Root, Speech, unknown
from evaluation.traditions.sets import SetRules


@dataclass(frozen=True, slots=True, kw_only=True)
class Parent:
    """What a text was made from: a node, and the state that it was in."""

    node_id: str
    state: int = 0


@dataclass(slots=True, kw_only=True)
class Node:
    """A text of the story, seen or not; an agency's file has several states, the oldest first."""

    id: str
    house: House
    states: list[Draft]
    kind: str = "report"  # report, agency-file, press-release, transcript
    parents: tuple[Parent, ...] = ()
    is_seen: bool = True
    published_at: datetime | None = None
    told_at: str | None = None  # the moment as the outlet gives it
    newsroom: str | None = None  # the root whose own writing it is
    hears: frozenset[str] = frozenset()
    credit: House | None = None  # the agency that its text is of, named in it or not
    depth: int = 0


@dataclass(slots=True, kw_only=True)
class Story:
    """A story in the making."""

    event: Event
    rules: SetRules
    nodes: dict[str, Node] = field(default_factory=dict)
    houses: list[House] = field(default_factory=list)

    def seen(self) -> list[Node]:
        """Give the nodes that are among the reports."""
        return [node for node in self.nodes.values() if node.is_seen]


def inherit(node: Node, state: int) -> Draft:
    """Give what a desk takes up from a node: its text without its furniture, each sentence knowing its place there."""
    draft, number, paragraphs = node.states[state], 0, []
    for paragraph in draft.paragraphs:
        taken = []
        for sentence in paragraph:
            taken.append(replace(sentence, prior=(Place(node_id=node.id, state=state, index=number),), operator=None))
            number += 1
        paragraphs.append(tuple(taken))
    return shape.without_furniture(replace(draft, paragraphs=tuple(paragraphs)))


def transcript(speech: Speech) -> Draft:
    """Give a speech in transcript form: a header, then the speaker's paragraphs of four sentences each."""
    turns = [" ".join(speech.sentences[start : start + 4]) for start in range(0, len(speech.sentences), 4)]
    lines = [("TRANSCRIPT", "furniture"), (f"Title: {speech.title}", "furniture")]
    lines += [(f"{speech.speaker.upper()}: {turns[0]}", "speech"), *((turn, "speech") for turn in turns[1:])]
    return Draft(paragraphs=tuple((Sentence(parts=(text,), kind=kind),) for text, kind in lines), headline=speech.title)


def states_of(draft: Draft, count: int, rng: Random) -> list[Draft]:
    """Give the states of an agency's file, the oldest first: each shorter than the next and here and there in other words."""
    states = [draft]
    while len(states) < count:
        shorter = shape.trim(states[0], rng)
        if shorter is None:
            break
        for name in rng.sample(["synonym", "certainty", "numbers"], rng.randint(0, 2)):
            shorter = apply_once(shorter, name, rng) or shorter
        states.insert(0, shorter)
    return states


def _moment(story: Story, parents: Sequence[Parent], rng: Random) -> datetime:
    after = [story.nodes[parent.node_id].published_at for parent in parents]
    latest = max([moment for moment in after if moment is not None], default=story.event.began_at)
    return latest + timedelta(minutes=rng.randint(4, 90) if rng.random() < 0.6 else rng.randint(90, 1500))


def told_moment(node: Node, rng: Random) -> str | None:
    """Give the moment as the outlet gives it: to the minute, the day alone, not at all, or wrong by hours or a day."""
    if node.published_at is None:
        return None
    how = rng.choices(["minute", "day", "none", "wrong"], weights=[62, 18, 12, 8])[0]
    if how == "none":
        return None
    moment = node.published_at
    if how == "wrong":
        moment += timedelta(hours=rng.choice([-26, -12, -5, -4, 5, 8, 24]))
    return moment.date().isoformat() if how == "day" else moment.isoformat()


def _new_id(story: Story, rng: Random) -> str:
    while True:
        made = f"{rng.getrandbits(24):06x}"
        if made not in story.nodes:
            return made


def _found(story: Story, root: Root, rng: Random) -> Node:
    """Give the node of a root: a newspaper's report, an agency's file, a release."""
    is_agency = not root.is_release and rng.random() < 0.4
    used = {node.house.name for node in story.nodes.values()}
    agencies = [agency for agency in AGENCIES if agency.name not in used]
    place = house.House(name=root.outlet)
    draft, states, is_seen = root.draft, [root.draft], True
    if is_agency and agencies:
        place = rng.choice(agencies)
        is_seen = rng.random() < 0.4
        states = states_of(draft, 1 if is_seen else rng.randint(1, 3), rng)
        draft = house.with_credit(draft, place, rng) if is_seen else draft
    else:
        is_seen = rng.random() < (0.4 if root.is_release else 0.85)
    kind = "press-release" if root.is_release else "agency-file" if is_agency and agencies else "report"
    node = Node(
        id=_new_id(story, rng), house=place, states=[draft] if is_seen else states, kind=kind, is_seen=is_seen, newsroom=root.id,
        hears=root.hears, credit=place if kind == "agency-file" else None,
        published_at=_moment(story, (), rng),
    )  # fmt: skip
    if is_seen and kind == "report":
        node.states = [dress(draft, place, None, story.event.began_at.year, rng)]
        node.states[0] = replace(node.states[0], headline=root.draft.headline)
    story.nodes[node.id] = node
    return node


def _choose_parent(story: Story, rng: Random) -> Node:
    nodes = [node for node in story.nodes.values() if node.kind != "transcript"]
    weights = [
        (4.0 if node.kind == "agency-file" else 2.0 if not node.parents else 1.0) / (1 + node.depth) for node in nodes
    ]
    return rng.choices(nodes, weights=weights)[0]


def _mix(story: Story, draft: Draft, parent: Node, rng: Random) -> tuple[Draft, tuple[Parent, ...]]:
    """Join on a passage of another line of the story, now and then."""
    others = [node for node in story.nodes.values() if node.newsroom != parent.newsroom and node.kind != "transcript"]
    if not others or "join" in story.rules.without or rng.random() > 0.14:
        return draft, ()
    other = rng.choice(others)
    state = rng.randrange(len(other.states))
    taken = inherit(other, state)
    joined = shape.join(draft, [_named(paragraph, "join") for paragraph in taken.paragraphs], rng)
    return (joined, (Parent(node_id=other.id, state=state),)) if joined else (draft, ())


def _named(paragraph: Paragraph, operator: str) -> Paragraph:
    return tuple(replace(sentence, operator=operator) for sentence in paragraph)


def _second_story(story: Story, draft: Draft, others: Sequence[Event], rng: Random) -> tuple[Draft, tuple[Parent, ...]]:
    """Join on a passage of a story of another event, which nobody else here has."""
    if not others or "second-story" in story.rules.without or rng.random() > 0.05:
        return draft, ()
    root = rng.choice(rng.choice(others).roots)
    alien = replace(
        root.draft, paragraphs=tuple(tuple(_alien(one) for one in paragraph) for paragraph in root.draft.paragraphs)
    )
    node = Node(
        id=_new_id(story, rng),
        house=House(name=root.outlet),
        states=[alien],
        is_seen=False,
        newsroom=f"other-{root.id}",
        published_at=story.event.began_at,
    )
    taken = [_named(shape.body_alone(paragraph), "second-story") for paragraph in inherit(node, 0).paragraphs]
    title = (shape.new_sentence(root.draft.headline or "In other news", "subhead", "second-story"),)
    story.nodes[node.id] = node
    return shape.append(draft, (title, *taken[: rng.randint(2, 4)])), (Parent(node_id=node.id),)


def _alien(sentence: Sentence) -> Sentence:
    return replace(sentence, claims=(), parts=tuple(unknown(part) for part in sentence.parts))


def derive(story: Story, others: Sequence[Event], rng: Random) -> Node:
    """Let one more desk take up a text of the story."""
    parent = _choose_parent(story, rng)
    state = rng.randrange(len(parent.states))
    draft = inherit(parent, state)
    parents = (Parent(node_id=parent.id, state=state),)
    if rng.random() < 0.3 and draft.paragraphs and len([one for one in draft.paragraphs if is_body(one)]) > 8:
        draft = shape.trim(draft, rng) or draft
    draft, mixed = _mix(story, draft, parent, rng)
    draft = edit(draft, manner(rng), rng, story.rules.without)
    draft, alien = _second_story(story, draft, others, rng) if not mixed else (draft, ())
    node_house = story.houses.pop()
    if rng.random() < 0.2 and parent.kind != "press-release":
        draft = cite(draft, parent.id, parent.house, "cite", rng) or draft
    if rng.random() < 0.25:
        draft = everywhere(draft, wording.spelling, rng)
    if rng.random() < 0.15:
        draft = everywhere(draft, marks.house_marks, rng)
    draft = dress(draft, node_house, parent.credit, story.event.began_at.year, rng)
    made = parents + mixed + alien
    kept = {place.node_id for sentence in draft.sentences for place in sentence.prior}
    node = Node(
        id=_new_id(story, rng), house=node_house, states=[draft], parents=tuple(one for one in made if one.node_id in kept),
        published_at=_moment(story, made, rng), newsroom=parent.newsroom, credit=parent.credit, depth=parent.depth + 1,
    )  # fmt: skip
    story.nodes[node.id] = node
    return node


def _circle(story: Story, rng: Random) -> None:
    """Let two reports cite each other: one that took up the other's text, and that other, updated; nobody else has either."""
    children: dict[str, list[str]] = {}
    for node in story.nodes.values():
        for parent in node.parents:
            children.setdefault(parent.node_id, []).append(node.id)
    pairs = [(story.nodes[node_id], story.nodes[taken[0]]) for node_id, taken in children.items() if len(taken) == 1]
    fitting = [
        (above, below)
        for above, below in pairs
        if above.parents and above.is_seen and below.is_seen and below.id not in children
    ]
    for above, below in rng.sample(fitting, len(fitting)):
        forward = cite(below.states[0], above.id, above.house, "circle", rng)
        backward = cite(above.states[0], below.id, below.house, "circle", rng) if forward else None
        if forward and backward:
            below.states[0], above.states[0] = forward, backward
            return


def breed(events: Sequence[Event], rules: SetRules, rng: Random) -> Story:
    """Breed one story of 3 to 40 reports."""
    marked = [one for one in events if len(one.roots) > 1]
    event = rng.choice(marked if marked and rng.random() < 0.5 else events)
    others = [one for one in events if one.id != event.id and one.corpus == event.corpus]
    story = Story(event=event, rules=rules, houses=rng.sample(PAPERS, len(PAPERS)))
    wanted = min(40, max(3, round(2 ** rng.uniform(1.5, 5.4))))
    roots = list(event.roots) if event.is_marked else list(event.roots[:1])
    roots = rng.sample(roots, max(rng.randint(1, len(roots)), rng.randint(1, len(roots))))
    if all(root.is_release for root in roots):  # a release alone is too short to breed from
        roots.append(rng.choice([root for root in event.roots if not root.is_release]))
    for root in roots:
        _found(story, root, rng)
    for speech in event.speeches:
        if any(speech.id in root.hears for root in roots):
            _record(story, speech, rng)
    while len(story.seen()) < wanted:
        derive(story, others, rng)
    _hide(story, rng)
    while len(story.seen()) < wanted:
        derive(story, others, rng)
    if "circle" not in rules.without and rng.random() < 0.35:
        _circle(story, rng)
    for node in story.nodes.values():
        node.told_at = told_moment(node, rng)
    return story


def _record(story: Story, speech: Speech, rng: Random) -> None:
    node_id = _new_id(story, rng)
    story.nodes[node_id] = Node(
        id=node_id,
        house=House(name="Public Record"),
        states=[transcript(speech)],
        kind="transcript",
        hears=frozenset({speech.id}),
        published_at=_moment(story, (), rng),
        is_seen=rng.random() < 0.35,
    )


def _hide(story: Story, rng: Random) -> None:
    """Leave out a report here and there that at least two others were made from."""
    for node in list(story.nodes.values()):
        children = sum(node.id in {parent.node_id for parent in one.parents} for one in story.nodes.values())
        if node.is_seen and node.kind == "report" and children >= 2 and rng.random() < 0.2:
            node.is_seen = False
