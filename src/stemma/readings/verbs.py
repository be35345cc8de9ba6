"""Verbs: which words are finite verbs, by a closed list of auxiliaries, irregular pasts, common verbs and endings.

There is no tagger here: the list of common verbs was compiled for news; what it does not know is taken for no verb, so
that a clause may stay whole but is seldom cut wrongly.
"""

AUXILIARIES = frozenset(
    "is are was were am isn't aren't wasn't weren't has have had hasn't haven't hadn't do does did don't doesn't didn't will would "
    "won't wouldn't can could can't couldn't cannot may might mightn't must mustn't shall should shouldn't shan't ain't".split()
)
MODALS = frozenset("will would won't wouldn't can could can't couldn't cannot may might must mustn't shall should shouldn't".split())
BE = frozenset("is are was were am be been being isn't aren't wasn't weren't 's 're 'm".split())
HAVE = frozenset("has have had hasn't haven't hadn't having 've".split())
# Pasts that are no participles: finite wherever they stand.
PASTS = frozenset(
    "went took gave saw fell rose began came wrote spoke knew grew flew threw drew chose drove became ate ran sang swam shook "
    "forgot hid tore wore swore stole froze woke arose withdrew overthrew undertook underwent overcame foresaw broke rode sank "
    "drank rang sprang shrank said told thought meant felt got blew lay mistook oversaw redrew awoke beat".split()
)
# Pasts that are participles too: finite when a subject stands before them.
PASTS_OR_PARTICIPLES = frozenset(
    "made found left held brought kept led met paid sent built won lost put cut set hit let cost hurt shut spent stood sold bought "
    "caught taught sought fought heard understood laid read sat shot struck swept fled bled bred dealt drove dug fed hung lent lit "
    "slept slid spread stuck strung swung wept bound burst cast shed split spun quit rid wed bet bid forecast broadcast overturned "
    "upheld withheld withstood misled rebuilt repaid resold undid begun".split()
)
_BASE = (
    "abandon accelerate accept accuse achieve acknowledge acquire act add address adhere admit adopt advance advise affect agree aim "
    "alert allege allow alter announce answer anticipate apologize apologise appeal appear apply appoint approach approve argue arise "
    "arm arrange arrest arrive ask assail assert assess assign assist assume assure attack attempt attend attract authorize authorise "
    "avoid await award back ban bar base battle be bear beat become beg begin believe belong benefit bid blame block board boast bomb "
    "boost borrow break bring build burn buy call calm campaign cancel capture care carry cast catch cause celebrate challenge change "
    "charge chase check choose cite claim clash clear climb close collapse collect combat come command comment commit compare compel "
    "compete complain complete comply concede concern conclude condemn conduct confirm confront congratulate connect consider consist "
    "construct consult contact contain contend continue contradict contribute control convene convert convict convince cooperate cope "
    "count cover crack crash create criticize criticise cross crush cut damage date deal debate decide declare decline decrease defeat "
    "defend define defy delay delete deliver demand demonstrate denounce deny depart depend deploy describe deserve design destroy "
    "detail detain deteriorate determine develop devote die differ direct disagree disappear disclose discover discuss dismiss "
    "disperse dispute disrupt distribute disturb divide dodge dominate donate double doubt draft drag draw dream drive drop drown earn "
    "ease echo edit elect eliminate emerge emphasize emphasise employ enable encounter encourage end endorse endure enforce engage "
    "enjoy ensure enter erupt escalate escape establish estimate evacuate evade exceed exchange exclude execute exercise exist expand "
    "expect expel expire explain explode exploit explore export expose express extend face fail fall favor favour fear feature feel "
    "fight file fill finance find finish fire fix flee flow fly focus follow force forecast foresee forget forgive form free freeze "
    "fuel fulfill function fund gain gather get give go govern grab grant greet grow guarantee guard guess guide halt hand handle hang "
    "happen harm hate have head heal hear heighten help hide highlight hint hire hit hold honor honour hope host hurt identify ignore "
    "illustrate imagine impact imply import impose impress improve include increase indicate inflict influence inform inherit injure "
    "insist inspect inspire install insult intend intensify intervene interview introduce invade invest investigate invite involve "
    "issue jail join judge jump justify keep kick kill know label lack land last launch lay lead leak lean leap learn leave lend let "
    "lie lift like limit link list listen live load lobby locate lock look loom loot lose love lower maintain make manage march mark "
    "match matter mean measure meet mention mind miss mobilize mobilise mock monitor mount mourn move murder name narrow near need "
    "negotiate nominate note notice notify number obey object oblige observe obtain occupy occur offend offer open operate oppose "
    "order organize organise oust outline overcome overlook oversee overthrow overturn owe own pack paint panic participate pass pay "
    "peak perform permit persist persuade pick place plan play plead please pledge plot plunge point portray pose possess post "
    "postpone pour praise pray predict prefer prepare present preserve press prevail prevent proceed proclaim produce prohibit "
    "project promise promote prompt propose prosecute protect protest prove provide provoke publish pull punish purchase pursue push "
    "put qualify question quit quote raid raise rally reach react read realize realise rebuild recall receive recognize recognise "
    "recommend record recover recruit reduce refer reflect refuse regain regard register regret reiterate reject relate relax release "
    "rely remain remember remind remove renew reopen repeat repel replace reply report represent request require rescue resemble "
    "resign resist resolve respect respond restore restrict result resume retain retire retreat return reveal review revise ride rise "
    "risk rob rule run rush sack sail satisfy save say scare schedule score scrap seal search secure see seek seem seize sell send "
    "sentence separate serve set settle shake shape share shed shift shock shoot show shrink shut side sign signal sit slam slash sleep "
    "slide slow smash smuggle soar solve sound spark speak specify spend spill split sponsor spot spread spur squeeze stab stage stand "
    "star start state stay steal stem step stop storm strengthen stress stretch strike strip struggle study submit succeed suffer "
    "suggest sue supply support suppose surface surge surprise surrender surround survive suspect suspend sustain swear sweep swing "
    "switch tackle take talk target taunt tax teach tear tell tend term terminate test testify thank think threaten throw tie tighten "
    "topple total touch tour trace track trade train transfer transform translate transmit travel treat trigger triumph trust try turn "
    "undergo undermine understand undertake unite unveil uphold upset urge use usher vacate value vanish vary veto view violate visit "
    "voice vote vow wait walk want warn wash watch weaken wear weigh welcome win wish withdraw withhold witness wonder work worry "
    "worsen wound wrap write yield account amount tweet text rank rename reassure rebuke rebuff recuse repeal resettle downplay"
)
BASES = frozenset(_BASE.split())
# Verbs whose bare or -s form is at least as often a noun: verbs only after a subject that is surely one.
NOUNISH = frozenset(
    "act address aim attack attempt award back ban bar battle bid blame block board bomb boost call campaign care cause challenge "
    "change charge check claim clash combat command comment concern contact control cost count cover crack crash cut damage date deal "
    "debate decline decrease defeat delay demand design detail dispute doubt draft dream drive drop end estimate exchange exercise "
    "export face fall favor fear feature fight file fire fix flow focus force forecast form fuel function fund gain guard guess guide "
    "halt hand harm hate head help hint hit hold honor hope host hurt impact import increase influence insult interview issue jail "
    "judge jump kick label lack land last launch lead leak leap lift like limit link list load lobby lock look love march mark match "
    "matter measure mention mind miss mount move murder name need note notice number object offer order pack paint panic pass pay peak "
    "permit pick place plan play pledge plot plunge point post praise present press project promise protest purchase push question "
    "quote raid rally reach record regard register regret release remain reply report request rescue respect result return review "
    "ride rise risk rule run rush sail scare schedule score seal search sentence set shake shape share shift shock show side sign "
    "signal slide sound spark split sponsor spot spread spur stage stand star start state stay stem step stop storm stress stretch "
    "strike strip struggle study supply support surface surge surprise suspect sweep swing switch talk target tax tear term test thank "
    "tie total touch tour trace track trade train transfer travel treat trigger triumph trust try turn use value veto view visit voice "
    "vote vow wait walk wash watch win wish witness wonder work worry wound wrap yield account amount tweet text rank document".split()
)


def _forms(base: str) -> tuple[str, str]:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        third = base + "es"
    elif base.endswith("y") and base[-2] not in "aeiou":
        third = base[:-1] + "ies"
    else:
        third = base + "s"
    if base.endswith("e"):
        past = base + "d"
    elif base.endswith("y") and base[-2] not in "aeiou":
        past = base[:-1] + "ied"
    else:
        past = base + "ed"
    return third, past


THIRDS = {third: base for base in BASES for third in (_forms(base)[0],)} | {"has": "have", "does": "do", "goes": "go"}
_NO_PASTS = frozenset(
    "hundred indeed embed exceed proceed succeed need bleed breed feed speed seed weed united armed unprecedented alleged "
    "so-called aged red bed led shed wed sacred naked wicked hatred kindred infrared crooked rugged limited".split()
)


def is_regular_past(word: str) -> bool:
    """Say that a word has the form of a regular past or past participle.

    >>> is_regular_past("introduced"), is_regular_past("stopped"), is_regular_past("hundred")
    (True, True, False)
    """
    return len(word) > 4 and word.endswith("ed") and word not in _NO_PASTS and not word.endswith("eed") and "-" not in word
