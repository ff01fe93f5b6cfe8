"""Words for pain as the answer to how bad it is, on the scale from 0 to 10."""

from __future__ import annotations

LEVELS = {
    1: """
hardly|barely|scarcely|almost|practically|virtually|(next to) [worth] there|hurt|any|anything|noticeable|nothing
hardly|barely|scarcely|can not|just [about] notice|feel it
negligible|minimal|trivial|tiny
""",
    2: """
mild|mildly|slight|slightly|minor|light|lightly|little|gentle|small|=low|lowish|=faint
niggle|niggly|twinge|twingy|grumble|grumbly|discomfort|uncomfortable|tickle
annoy|nuisance|irritating|bothersome [but|more [than|=of]] [pain|painful|sore|anything]
uncomfortable [more|rather] than pain|painful|sore
(more|just) [=of] nuisance|annoyance|discomfort [than pain|anything]
(bit|little|touch|tad|slightly|mildly) annoying|uncomfortable|niggly|tight|stiff
only|just feel it
""",
    3: """
not [too|so|that|very|all|really|particularly|especially|overly] bad|much|painful|sore|terrible|awful|severe|serious
not much|lot
nothing [too] major|serious|dramatic|terrible|awful|severe|drastic|crazy
bearable|manageable|tolerable|liveable|livable|doable|copeable
can|could live|cope|manage|deal|work|run [with|on|through]
can|could put up with
can|could bear|stand|tolerate|handle|take it
(bit|little|touch|tad|slightly|mildly|kind of|sort of|=sorta|=kinda|dull) sore|painful|achy|ache|tender|ouch|pain
dull|achy|ache|aching|meh|sorish|soreish|tender
could worse
(have|had) [had|seen|known] [much|lot] worse
had|seen|known [much|lot] worse
ok|okay|fine ish
pain ok|okay|fine|alright|bearable
nippy|tingly|tight
ache more|rather
not [the] worst
""",
    4: """
not great [but|and] [not] [terrible|awful|horrific|horrendous]
not great
""",
    5: """
moderate|moderately|medium|middling|mid|average|noticeable|distracting|fair|fairly|middle
so so
mild to moderate
half|half full|way|scale
=half
mid|middle range|way
normal pain
not [so|very|too] nice|pleasant|fun|comfortable
[smack|bang|right] in [the] middle
middle of [the] road|scale|range
half way [up|along] [the] [scale]
medium|fairly|moderately bad|sore|painful
grit|clench|gritting [my] teeth [through] [it]
[can] push|run through it
""",
    7: """
[pretty|quite] bad|badly|sore|painful|strong|nasty|grim|rough|fierce|intense|ugly|rotten
(hurts [quite|a]) lot|bad|loads|plenty|much
(lots|lot|plenty|loads) of pain
can not ignore it
high|big|strong|much|huge pain
=high
like toothache|(tooth ache)|needles|knives
big time
[pain] =high [up there]
paining [too] much|lot|bad
stops|stopping me [running|walking|in my tracks]
mad|wild|pure|fair|gey|rare|well sore|painful
makes|making me limp|hobble|wince|grimace
""",
    8: """
severe|severely|awful|awfully|terrible|terribly|horrible|horrific|dreadful|horrendous|brutal|savage|shocking|vicious
(very|really|so|extremely|super|bloody|fucking|damn|terribly|proper|incredibly|insanely|pretty) high
(very|really|so|extremely|super|bloody|fucking|damn|terribly|proper|incredibly|insanely) bad|sore|painful|strong|intense
(hurts|hurting|sore|throbbing|burning|aching|stinging|paining) like hell|mad|crazy|fuck|shit|bitch|anything|devil
(hurts|hurting|sore|pain) like =a b|f|bitch|mother
(as|like) hell
kills|killing [me]
murder|murdering|misery|miserable|hideously|chronic|wicked|crippling|crucifying
(fucking|bloody|really|so|damn|absolutely) hurts|kills
hurts (so|very) much|bad|badly
makes|making|made|have|had|got|brings|bringing|brought|leaves|left|nearly|almost|reduces|reduced|could|can
 [me|want|us|to] [in|to] cry|crying|scream|screaming|yell|shout|swear|yelp|tears|weep|sob [to eyes]
(in|to|with) tears
crying|screaming|sobbing|yelling|weeping
can not|never sleep|think|concentrate|focus|function
keeps|kept|keeping|wakes|woke|waking me up|awake
a lot a lot
""",
    10: """
off|over|above|beyond|past scale|charts|limit
through [the] roof
agony|unbearable|excruciating|intolerable|torture|unspeakable|unreal|insufferable|hideous|max|maximum|maxed
(absolute|pure|total|sheer|utter|complete) agony|torture|hell|murder
worst pain [ever|imaginable|possible|of life|i have [had|felt|known]]
worst ever|imaginable|possible|(of life)|(i have [ever] had|felt|known)
=the worst $
(worse|worst) than|of labour|labor|childbirth|birth|(giving|having|given birth|baby)|broken|breaking|anything|kidney
can not|never stand|take|bear|handle|tolerate it|pain|=this|any|another [more|longer|minute]
top|highest|full|maximum|end|limit [of] [the] scale|number|marks|score|whack|everything
(as|so) bad|high|painful as [it|anything] can|could|gets|goes|get|possibly [get|go]
would not wish [it|=this] on
(nearly|almost) fainted|collapsed|passed out
passed|passing|pass|black|blacked|blacking|faint|fainted|fainting out|with|from
begging|beg [for|me]
dying|=die
""",
}
"""Level → ways of saying it, in the language of `bot.language.phrases`; an indented line goes on with the one before.

Mild is up to 3, moderate up to 6, severe above (Serlin 1995); the place within each part is judgement. Doubt goes up:
"bad" counts as severe.
"""

BESIDE = frozenset(
    "oh um er erm hmm well so honestly tbh to be honest i'd i would say actually sorry ah hi hello thanks thank you "
    "please and but haha lol ha like just a an the im am it its is have that this was feels feel about id call "
    "describe rate mate doc doctor bot really think though at moment now there bit right then much guess yeah yes "
    "suppose reckon can could does do did my pain ankle one only quite pretty rather fairly very more less kind of "
    "sort usually mostly mainly normally generally usual currently atm today overall all things considered probably "
    "maybe perhaps almost nearly me he she they her his their hurts hurt with fuck hell god jesus christ omg man bro "
    "pal love bloody pure proper".split()
)
"""Words of a clause that may stand before or after one of these and leave it the answer."""

CIRCUMSTANCE = frozenset(
    "when whenever if while at on after during by in most sometimes some every unless until that enough since because "
    "once as walking running standing sitting going even especially cos cause first for".split()
)
"""Words that tell when or where it is so: what follows is no part of the answer."""
