"""Roles: what persons and bodies are, and what kinds of places there are, in classes of which one thing is seldom two."""

from collections.abc import Iterable, Mapping

from stemma.text.relations import are_related, term

# Words that any voice may go by are in no class: official, spokeswoman, authorities, leader, head, member, expert, statement.
_ROLES = (
    "police policeman policewoman policemen sheriff constable trooper gendarme carabinieri detective cop",
    "army military soldier troops general colonel navy admiral infantry warship",
    "government ministry minister cabinet premier department treasury president governor administration",
    "council councillor councilman councilwoman mayor",
    "parliament senator lawmaker mp deputy legislator senate congressman congresswoman",
    "opposition",
    "court judge magistrate tribunal jury",
    "prosecutor prosecution",
    "lawyer barrister solicitor counsel attorney",
    "rebel insurgent guerrilla militia militant separatist gunman kidnapper hijacker",
    "company firm manufacturer employer management chairman chairwoman director manager executive operator "
    "brewer brewery shipowner airline chain supplier maker",
    "union worker employee staff workforce striker docker miner labourer porter",
    "scientist researcher biologist astronomer physicist chemist geologist archaeologist historian palaeontologist botanist "
    "zoologist professor academic",
    "engineer architect surveyor inspector auditor",
    "analyst economist trader broker",
    "doctor surgeon nurse hospital physician medic paramedic clinic cardiologist pathologist",
    "parent mother father widow wife husband son daughter brother sister relative family uncle aunt cousin",
    "neighbor resident villager inhabitant householder",
    "witness bystander onlooker",
    "survivor victim hostage",
    "activist campaigner environmentalist charity protester demonstrator",
    "journalist reporter newspaper broadcaster magazine",
    "landlord landlady owner proprietor",
    "tenant lodger renter",
    "customer consumer shopper client",
    "passenger traveler commuter",
    "driver pilot skipper captain crew sailor",
    "teacher headmaster headmistress principal headteacher",
    "pupil student schoolboy schoolgirl",
    "farmer grower rancher shepherd",
    "fisherman angler",
    "minister bishop priest vicar pastor imam rabbi cardinal",
    "coach trainer",
    "player goalkeeper striker midfielder batsman bowler",
    "referee umpire federation",
    "firefighter fireman brigade",
    "coastguard lifeboat rescuer",
    "insurer underwriter",
    "rival competitor",
    "sponsor donor benefactor",
    "curator museum librarian archivist",
    "investor shareholder creditor",
    "forecaster meteorologist",
    "hotelier innkeeper",
)
# whose word on a matter is that of one side in it: without it, what they say is told as a fact
_PARTIES = (
    "opposition rebel activist campaigner witness bystander neighbor resident villager tenant worker employee staff union "
    "parent widow husband wife father mother brother sister son daughter "
    "relative family victim survivor pupil student passenger customer rival competitor porter teacher complaint "
    "lawsuit complainant plaintiff"
)
_SITES = (
    "airport runway airfield terminal",
    "station platform railway",
    "stadium arena",
    "hospital clinic infirmary ward",
    "university campus college",
    "school kindergarten nursery classroom",
    "church chapel abbey cathedral monastery",
    "mosque synagogue temple",
    "hall theater auditorium opera concert",
    "museum gallery",
    "library archive",
    "court courthouse courtroom",
    "prison jail cell",
    "hotel guesthouse hostel inn",
    "restaurant cafe pub tavern bakery",
    "supermarket warehouse store shop",
    "bank",
    "embassy consulate",
    "parliament palace",
    "port harbor dock quay pier wharf marina",
    "beach shore coast dune",
    "river creek stream canal",
    "lake reservoir pond",
    "forest wood jungle",
    "field meadow pasture farm orchard vineyard",
    "mountain hill ridge peak slope",
    "valley gorge canyon",
    "desert",
    "cave tunnel",
    "mine pit shaft quarry",
    "factory plant mill refinery workshop sawmill",
    "bridge",
    "square plaza",
    "park garden playground zoo",
    "pool bath",
    "garage shed barn cellar attic basement kitchen bedroom",
    "roof",
    "cemetery graveyard",
    "tower lighthouse",
    "bus tram coach",
    "plane aircraft helicopter",
    "ship boat ferry yacht trawler",
    "car lorry truck van taxi",
    "studio",
    "gym",
    "barracks",
)


def _classes(lines: Iterable[str]) -> Mapping[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for number, line in enumerate(lines):
        for word in line.split():
            found[term(word)] = found.get(term(word), frozenset()) | {number}
    return found


def _forms(lines: Iterable[str]) -> frozenset[str]:
    singular = {word for line in lines for word in line.split()}
    return frozenset(
        singular | {f"{word}s" for word in singular} | {f"{word[:-1]}ies" for word in singular if word[-1] == "y"}
    )


ROLES = _classes(_ROLES)
SITES = _classes(_SITES)
NOUNS = _forms((*_ROLES, *_SITES))  # "they work" has the term of "workers", and names nobody
PARTIES = frozenset(map(term, _PARTIES.split()))
GENERIC = {
    term(word)
    for word in "official officer spokesman spokeswoman spokesperson authority leader head chief chairman chairwoman director "
    "member expert statement report document study paper letter organization agency office service body group man woman "
    "people person source aide deputy representative rep publicist agent adviser manager executive secretary board "
    "committee commission commissioner association story article release dozen hundred thousand many other colleague "
    "friend partner city state country town party boy girl youth teenager adult veteran star figure native author founder "
    "winner candidate host guest community crowd suit lawsuit complaint filing indictment memo message tweet post blog "
    "transcript book poll survey review analysis verdict ruling site announcement page note giant titan heavyweight "
    "platform".split()
} - ROLES.keys()


# bodies, for which a person speaks who is called by one of the words below
BODIES = frozenset(
    map(
        term,
        "company firm business corporation group maker manufacturer producer operator supplier airline carmaker bank "
        "retailer chain publisher broadcaster network government ministry department administration council city agency "
        "authority service office commission board committee institute university college school hospital clinic trust "
        "museum gallery theater club team federation league union association society party campaign charity foundation "
        "church court tribunal prosecution police army navy military force brigade regulator watchdog bureau embassy "
        "mission delegation consortium venture startup".split(),
    )
)
MEDIA = frozenset(
    map(
        term,
        "newspaper daily magazine journal gazette newsroom media press broadcaster television tv radio channel newswire "
        "newsletter website times herald tribune telegraph chronicle bulletin advocate courier mirror guardian observer "
        "news weekly tabloid reuters afp ap tass itar xinhua dpa upi bbc cnn nbc cbs abc espn tmz newsday interfax "
        "bloomberg".split(),
    )
)
# offices, whose holder many reports name without it
OFFICES = frozenset(
    map(
        term,
        "president premier minister chancellor governor senator secretary king queen prince princess emperor sultan emir pope "
        "archbishop mayor leader speaker chief ambassador commissioner general congressman congresswoman lawmaker".split(),
    )
)
SPEAKERS = frozenset(
    map(
        term,
        "spokesman spokeswoman spokesperson speaker lawyer attorney counsel director manager boss chief head leader chair "
        "chairman chairwoman president executive ceo founder owner secretary minister commissioner governor mayor captain "
        "commander general principal dean rector chancellor treasurer administrator officer official representative envoy "
        "ambassador inspector superintendent negotiator rep aide agent publicist adviser".split(),
    )
)


def are_exclusive(left: str, right: str, classes: Mapping[str, frozenset[int]]) -> bool:
    """Say whether two terms are in classes that have nothing in common, and nothing else relates them.

    >>> are_exclusive(term("doctor"), term("goalkeepers"), ROLES), are_exclusive(term("doctor"), term("nurse"), ROLES)
    (True, False)
    """
    one, other = classes.get(left), classes.get(right)
    return one is not None and other is not None and one.isdisjoint(other) and not are_related(left, right)
