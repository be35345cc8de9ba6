"""Ordinary words of the news in rows of words that can stand for one another, inflections and derivations in the same order.

Cue verbs stand with cue verbs. Words that carry certainty, polarity or number, and words of time, are left out: to exchange
them would change what an editor finds.
"""

ROWS = """
crisis crises | standoff standoffs | upheaval upheavals | showdown showdowns
protest protests protested protesting protester protesters | march marches marched marching marcher marchers
parade parades | rally rallies
capacity capacities | power powers | strength strengths
authority authorities | ministry ministries | agency agencies
government governments | cabinet cabinets | administration administrations
assistance | backing | relief
help helps | aid aids | relief reliefs
standard standards | norm norms | principle principles
peaceful | orderly | calm
resolution resolutions resolving resolve resolved | solution solutions solving solve solved
settlement settlements | bargain bargains
peacekeeping peacekeeper peacekeepers | monitoring monitor monitors | observing observer observers
deployment deployments | stationing stationings | transfer transfers
unrest | turmoil | disorder
instability | volatility | insecurity
price prices | fee fees | tariff tariffs
gas | fuel | water | bread
increase increases increased | rise rises rose | jump jumps jumped
attack attacks attacked | raid raids raided | strike strikes struck
assailant assailants | gunman gunmen | intruder intruders
militant militants | rebel rebels | fighter fighters
terrorist terrorists terrorism | extremist extremists extremism | separatist separatists separatism
bandit bandits | thug thugs | looter looters
city cities | town towns | port ports
region regions regional | province provinces provincial | district districts district
officer officers | agent agents | guard guards
vehicle vehicles | car cars | truck trucks
civilian civilians | resident residents | citizen citizens
channel channels | network networks | service services
information | content | traffic
level levels | tier tiers | grade grades
emergency emergencies | siege sieges | alarm alarms
blackout blackouts | shutdown shutdowns | outage outages
contingent contingents | battalion battalions | convoy convoys
question questions | doubt doubts | worry worries
learn learns learned learning | hear hears heard hearing | discover discovers discovered discovering
ongoing | current | present
outside | foreign | external
severe severity | grave gravity | acute acuteness
threat threats | danger dangers | hazard hazards
critical | extreme | highest
different | separate | unrelated
local | national | private
largest | biggest | busiest | oldest
outlet outlets | portal portals | paper papers
introduce introduced | launch launched | ordain ordained
impose imposed | set set | decree decreed
conduct conducted | mount mounted | stage staged
mobilize mobilizes mobilized mobilizing | activate activates activated activating | marshal marshals marshaled marshaling
search searched | inspect inspected | stop stopped
restrict restricts restricted restricting | limit limits limited limiting | curb curbs curbed curbing
direct directs directed directing | steer steers steered steering | guide guides guided guiding
movement movements | travel travels | passage passages
access accesses accessed accessing | view views viewed viewing | tap taps tapped tapping
transmit transmits transmitted transmitting | relay relays relayed relaying | send sends sent sending
various | numerous | sundry
special | secret | elite
center centers | base bases | bureau bureaus
attempt attempts | effort efforts | bid bids
promise promises | pledge pledges | vow vows
decrease decreases | lower lowers | reduce reduces
manage manages managed | contain contains contained | steady steadies steadied
situation situations | predicament predicaments | trouble troubles
issue issues | dispute disputes | quarrel quarrels
clash clashes | fight fights | scuffle scuffles
wave waves | round rounds | bout bouts
resource resources | tool tools | fund funds
cope copes coped | grapple grapples grappled | wrestle wrestles wrestled
people | residents | workers
lesson lessons | truth truths | rule rules
history | memory | experience
house houses | home homes | yard yards
leave leaves | go goes | depart departs
appropriately | properly | sensibly
certainly | surely | plainly
adhere adheres adhered adhering | conform conforms conformed conforming | stick sticks stuck sticking
support supports supported supporting | further furthers furthered furthering | promote promotes promoted promoting
respect respects respected | protect protects protected | honor honors honored
maintain maintains maintained maintaining | preserve preserves preserved preserving | keep keeps kept keeping
fully | wholly | entirely
internet | telephone | radio
twofold | threefold | fourfold
human | civil | basic
red | orange | purple
context contexts | matter matters | development developments
assert asserts asserted | contend contends contended | insist insists insisted
stated | remarked | observed
claimed | alleged | contended
fire fires | blaze blazes | explosion explosions
storm storms | flood floods | gale gales
hospital hospitals | clinic clinics | ward wards
school schools | college colleges | academy academies
election elections | ballot ballots | vote votes
company companies | firm firms | business businesses
worker workers | employee employees | labourer labourers
judge judges | magistrate magistrates | court courts
road roads | street streets | highway highways
bridge bridges | tunnel tunnels | crossing crossings
"""

FAMILIES = tuple(tuple(tuple(word.split()) for word in row.split("|")) for row in ROWS.strip().splitlines())

GIVEN = (
    "Tomas",
    "Ruben",
    "Viktor",
    "Leopold",
    "Anselm",
    "Henrik",
    "Matthias",
    "Dorian",
    "Casper",
    "Edvin",
    "Joost",
    "Rafael",
)
FAMILY = (
    "Marlowe",
    "Vantrice",
    "Holloway",
    "Brandsen",
    "Quillan",
    "Ostrander",
    "Pellegrin",
    "Tarkett",
    "Lindqvist",
    "Aldermoor",
)
PLACES = ("Harlau", "Brisk", "Varnholm", "Kinloch", "Seewang", "Drossen", "Orvin", "Tarvik", "Lenthal", "Hollen")
STEMS = ("Morvak", "Tavrel", "Zemgal", "Orlesh", "Kalmyr", "Belgor")
PEOPLES = ("Dravian", "Norlandian", "Osmarian", "Velmarian", "Sorlandian")
AGENCIES = ("Interfax", "Xinhua", "Reuters", "Anadolu")
OUTLETS = ("HarbourPoint", "NorthStar", "CityBeacon", "MorningPost")
FIRST_WORDS = ("Common", "Mutual", "Regional", "Joint", "Permanent")
MIDDLE_WORDS = ("Defense", "Border", "Charter", "Pact", "Covenant", "Safety", "Frontier", "Shield")
LAST_WORDS = ("Alliance", "League", "Council", "Assembly", "Community")
UNIONS = (("Federal", "Provinces"), ("Allied", "Cantons"), ("Northern", "Territories"), ("Sovereign", "Counties"))
