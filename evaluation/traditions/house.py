"""What a house puts round a text: headline, byline, credit, stock lines; and the houses (invented) and agencies themselves."""

import re
from dataclasses import dataclass, replace
from random import Random

from evaluation.traditions.draft import Draft, Paragraph, Sentence, is_body
from evaluation.traditions.operators.grammar import capitalise
from evaluation.traditions.operators.shape import new_sentence
from evaluation.traditions.operators.tables import pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """An outlet, who owns it, and the short form of its name where it is an agency."""

    name: str
    owner: str = "independent"
    short: str | None = None

    @property
    def said_as(self) -> str:
        """Give the name as it stands inside a sentence."""
        if self.name == "Associated Press":
            return "the Associated Press"
        return self.name[0].lower() + self.name[1:] if self.name.startswith("The ") else self.name

    @property
    def owners_name(self) -> str:
        """Give the name that its stock lines carry: the owner's, where there is one."""
        return self.name if self.owner == "independent" else self.owner


PAPERS = tuple(House(name=name, owner=owner) for name, owner in pairs("outlets"))
AGENCIES = tuple(House(name=name, short=short) for name, short in pairs("agencies"))
_REPORTERS = (
    "Dana Whitlock", "Peter Okafor", "Lena Marsh", "Tom Ferreira", "Grace Adeyemi", "Ivan Holt", "Ruth Callender", "Sam Nakagawa",
    "Nora Pell", "Miguel Santoro", "Hanne Birk", "Colin Draper", "Aisha Rahman", "Felix Brandt", "Joan Tully", "Owen Price",
)  # fmt: skip


def furniture(house: House, year: int, rng: Random) -> tuple[Paragraph, ...]:
    """Give the stock lines that a house sets under a text; houses of one owner set the same."""
    named = house.owners_name
    slug = re.sub(r"[^a-z]", "", house.name.lower())
    lines = [
        f"Sign up for the {named.removeprefix('The ')} morning newsletter and get the day’s main stories in your inbox.",
        f"Follow {house.name} on Facebook and Twitter.",
        f"© {year} {named}. All rights reserved.",
        f"Do you have a story for {named}? Write to newsroom@{slug}.example.",
        f"Support local journalism: subscribe to {named} today.",
        "This material may not be published, broadcast, rewritten or redistributed.",
        f"{named} is not responsible for the content of external sites.",
    ]
    key = Random(f"furniture {named}")
    own = key.sample(lines, 3)
    return tuple((new_sentence(line, "furniture", "furniture"),) for line in own[: rng.choice([0, 1, 1, 2, 3])])


def byline(rng: Random) -> Paragraph:
    """Give a staff writer's byline."""
    return (
        new_sentence(
            rng.choice(["By {}", "{}", "By {}, Staff Writer"]).format(rng.choice(_REPORTERS)), "byline", "byline"
        ),
    )


def added(house: House, rng: Random) -> Paragraph:
    """Give a sentence of body that a desk adds of its own: that nobody answered, that more is awaited."""
    texts = (
        f"{house.name} could not independently verify all of the account.",
        f"Calls by {house.said_as} to the offices involved were not returned by press time.",
        f"{house.name} has asked those named in this report for comment.",
        "It was not immediately clear what would happen next.",
        "More details were expected later in the day.",
    )
    return (new_sentence(rng.choice(texts), "body", "add"),)


def stock(house: House) -> Paragraph:
    """Give the paragraph that a house sets under its stories as if it belonged to them."""
    named = house.owners_name
    texts = (
        f"{named} has covered this story since it began and will update this report as more becomes known.",
        f"Readers who know more about these events can reach the news desk of {named} at any hour.",
        f"A shorter version of this report was read on air in the evening bulletin of {named}.",
    )
    return (new_sentence(Random(f"stock {named}").choice(texts), "furniture", "stock"),)


def with_credit(draft: Draft, agency: House, rng: Random) -> Draft:
    """Give the draft with its agency named: in the dateline, over the text or under it."""
    style = rng.choice(["dateline", "byline", "below", "contributed"])
    first = draft.paragraphs[0]
    if style == "dateline":
        bare = first[0].text.rstrip(" —–-") if first[0].kind == "dateline" else ""
        line = Sentence(parts=(f"{bare} ({agency.short}) —".strip(),), kind="dateline", prior=(), operator="credit")
        rest = first[1:] if first[0].kind == "dateline" else first
        return replace(draft, paragraphs=((line, *rest), *draft.paragraphs[1:]))
    if style == "byline":
        return replace(
            draft,
            paragraphs=((new_sentence(f"By {capitalise(agency.said_as)}", "byline", "credit"),), *draft.paragraphs),
        )
    text = f"— {agency.short}" if style == "below" else f"{agency.said_as} contributed to this report."
    line = new_sentence(capitalise(text), "credit", "credit")
    last = max(number for number, paragraph in enumerate(draft.paragraphs) if is_body(paragraph)) + 1
    return replace(draft, paragraphs=(*draft.paragraphs[:last], (line,), *draft.paragraphs[last:]))


_CUT = re.compile(
    r",? (?:after|amid|as|while|following|because|despite|until|"
    r"who|which|where|saying|according to|with|but|and|since|even)\b.*$|,.*$"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|may|could|said|says|told|won|lost|met|gave|took|made|sued|burst|broke|began|left|fell|rose|"
    r"came|became|found|hit|cut|put|sent|held|led|drew|ran|saw|got|paid|set|[a-z]{3,}ed)\b"
)
_FIRST_LETTER = re.compile(r"[^\W\d_]")
_DROP = re.compile(r"\b(?:the|an?|his|her|its|their|Mr\.|Mrs\.|Ms\.) ")


def headline(draft: Draft, rng: Random) -> str | None:
    """Give a new headline made of the first sentence: shortened, without articles; None where that reads as no headline."""
    told = next((one for one in draft.sentences if one.kind == "body"), None)
    if told is None or told.quotes or not told.text.endswith("."):
        return None
    short = _CUT.sub("", told.text.rstrip("."))
    short = re.sub(
        r"\b(?:late |early )?on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|night|evening|afternoon))?\b ?",
        "",
        short,
    )
    short = re.sub(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b ?", "", short)
    words = " ".join(
        _DROP.sub("", short[0].lower() + short[1:] if re.match(r"(?:The|A|An) ", short) else short).split()
    )
    if not _FINITE.search(words):
        return None
    if not 5 <= len(words.split()) <= 13 or re.search(
        r"\b(?:he|she|they|it|of|in|to|for|that|by|from|at|on|was|is|were|are|had|has|would|will)$|[“”\";:—()]", words
    ):
        return None
    if rng.random() < 0.5:
        small = {"a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with", "from"}
        return " ".join(
            word if place and word in small else _FIRST_LETTER.sub(lambda one: one.group().upper(), word, count=1)
            for place, word in enumerate(words.split())
        )
    return words[0].upper() + words[1:]
