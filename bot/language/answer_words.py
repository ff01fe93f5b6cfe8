"""What people answer when they do not pick an option, as phrases of `bot.language.phrases`."""

YES = """
yes|yeah|yep|yup|yea|yeh|yh|ye|ya|yas|yess|yepp|aye|yessir|si|affirmative|indeed|correct
definitely|absolutely|certainly|totally|exactly|obviously
of course
for sure
sure
ok|okay
i do|did|have|=am|=was|would
i think|believe|suppose so
i guess|reckon
it|they|there do|did|have|would|=is|=are|=was
only when|after|if|at|on|in|during|with|while
afraid|fraid|unfortunately|sadly so
i think|guess|suppose|believe|reckon so
you bet
too right
spot on
=that|=thats =the one
=that|=thats it|correct|right
bang on
big time
true
=is
=haan|=han|=ja|=oui|=da
"""
"""Yes, said at the start of a message whatever follows."""

PLAIN_YES = frozenset("yes yeah yep yup aye yea".split())
"""Yes, said beside other things."""

WEAK_YES = """
bit|little|slightly|somewhat|mildly|minor|tad|touch
kind|sort of
sometimes|occasionally|often|always|constantly|mostly|usually|mainly|partly|loads|lots|very|badly|extremely|massively|hugely|both
lot
now and then|again
on and off
off and on
once or twice
probably|possibly yes
probably
more or less
only bit|little|slightly|sometimes|occasionally
still
still bit|little|slightly|lot
[maybe|perhaps|possibly] tiny|teeny|wee|small|slight|touch [bit|amount]
[maybe|perhaps|possibly] bit|little|tad|slightly
[maybe|perhaps|possibly] wee|tiny bit
less [than before|yesterday|it was]
not as much|bad [as before|yesterday|it was]
quite bit|lot
some
right
unfortunately|sadly
just bit|little|slightly
every time
[just|only|maybe] smidge|smidgen|smidgin|whisker|hint|shade|fraction
"""
"""Yes, when it is all that is said."""

WEAK_NO = """
no longer
"""
"""No, when it is all that is said."""

NO = """
no|nope|nah|nay|nahh|noo|nooo|nop|naw|negative|never
not really|particularly|noticeably|especially|exactly
not at all
not anymore|now|yet|today|currently|recently
not so far
not in the slightest|least
not one bit
not that i (know|can tell|can see|noticed|remember|recall|have noticed) [of]
not think|believe so
i do|did|have|=am|=was|would not
it|they|there do|did|have|would|=is|=are|=was not
=is not
hardly|barely
absolutely|definitely|certainly not
of course not
afraid|hope not
devil|divil bit
not single|whit|jot|sausage
=nein|=non|=nahi|=nahin|=nyet
none|nothing|zero|zilch|nil
neither
"""
"""No, said at the start of a message whatever follows."""

ABLE = """
i can
can do
managed
easily
easy [peasy]
piece of cake
cinch|doddle|breeze
no problem|bother|trouble
i able
just about
"""

WEAK_ABLE = """
with limp|difficulty|effort|pain|care
just
only just
about
hobble|limp|shuffle|waddle
can|could [just|only] hobble|limp|shuffle|waddle
slowly|carefully|gingerly
"""
"""Able, when it is all that is said: limping counts as able in the Ottawa rules (Stiell 1992)."""

WEAK_UNABLE = """
[not|only] without|with crutches|crutch|stick|frame|help|support|somebody|wall
hop|hopping [only]
only hop|hopping
couple|few steps [only|max|tops]
"""
"""Unable, when it is all that is said."""

UNABLE = """
i can|could not
can|could not [do] [it]
not able
unable
no chance|hope
not chance|hope|prayer|earthly
fat chance
forget it
impossible
no way
"""

TAKEN_BACK = """
not now|anymore|any more|today|yet
not .. now|anymore
no longer
but|then not|no|never
but|then can|could|will|do not
"""
"""What takes a yes back when it follows."""

DONT_KNOW = """
do not know
do not really know
no idea|clue
not [have] clue|idea
not have clue|idea|foggiest|scooby
have not clue|idea|foggiest
not [too|really|entirely|quite] sure|certain
unsure|uncertain
can|could not tell|say|remember|recall
hard|difficult|impossible|tricky to say|tell|know
who knows
your guess
have not checked|looked|tried|tested|noticed
not checked|looked|tried|tested
maybe|possibly|perhaps
maybe not
maybe|possibly|perhaps yes
might [be|do|have]
i forget|forgot
beats me
god|goodness|heaven knows
search me
depends
pass on that
=idk|=dunno
"""

SKIP = """
skip [it|=this|=that|question|one]
pass
next
next question|one
rather|prefer not [to|say|answer]
not going to|telling say|answer|you
do not want to answer|say|tell [you|it]
none of your business
move on
no comment
not relevant|applicable
n a
"""

WHY = """
why [do] [you] [ask|asking|need|want|care] [to] [know] [it|=that|=this]
why is =that|=this|it [relevant|important|needed]
what for
why does =that|=this|it matter
why =that|=this
how [is] =that|=this relevant|important
what has =that got to do
what difference does =that|=this|it make
"""

BACK = """
back
go|take [me] back
previous [question|one]
last question
undo
change [=my|previous|last] answer
"""

LONG_AGO = """
years|ages|forever|decades|yonks
[for] (very|really) long time|while
months and months
donkey years
as long as i remember
last spring|summer|autumn|fall|winter|year
"""
"""A time longer ago than can be counted, as the whole answer to how long ago it began."""

NONE = """
none
none of =these|=those|=them|=that|=the
none apply|applies
neither
neither of =these|=them|=those
nothing [like|of] [=that|=these|=those|sort|kind]
nothing [else] [really|more]
no to all
not any|one of =these|=those|=them
all no
no none
no nothing
nowt|nil|nada|zilch|naw
"""

ALL = """
all [of] [=these|=those|=them|=the above|above]
everything
every one
yes to all
both [of] [=these|=those|=them]
=the lot
lot of them
"""

LETTERS = {"y": "yes", "n": "no"}
"""What a letter by itself stands for; elsewhere "n" is "and"."""

INTERJECTIONS = frozenset(
    "oh um er erm hmm hm uh well so honestly tbh to be honest i'd would say actually sorry ah hi hello thanks thank "
    "you please and but haha lol ha mm mmm like just a the".split()
)
"""Words that may come before an answer."""

LEAD_INS = INTERJECTIONS | frozenset("i im am it its is have that".split())
"""Words that may come before what is the whole of a message."""

CLOSERS = frozenset(
    "thanks thank you please mate doc doctor bot really i think tbh to be honest it is was does do that though sorry "
    "so at the moment now there lol a bit actually right then sir much guess yeah would say suppose reckon".split()
)
"""Words that may come after one without making it say more."""

ORDINALS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "fifth": 5,
    "5th": 5,
    "sixth": 6,
    "6th": 6,
    "seventh": 7,
    "7th": 7,
    "eighth": 8,
    "8th": 8,
    "last": -1,
}

CHOOSING = frozenset(
    "option number no answer the one ones and or i'd say go with for choose pick i it is it's to please".split()
)
"""Words that may stand around the number of an option."""
