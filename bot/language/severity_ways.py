"""Ways of saying how bad the pain is with a number, and that there is none, as phrases."""

from __future__ import annotations

OUT_OF_TEN = """
# =/ =10
# out of [possible] =10|ten
# [or so] outta|outa|outer|outof|oota [of] =10|ten
# or so|thereabouts out of =10|ten
# or so|thereabouts =/ =10
# of =10|ten
# on pain|vas|nrs [scale]
# on [=the] scale
scale of =10|ten [it|pain|about|=is] #
"""
"""Ways that make any number a score."""

RATED = """
<rated> [level|score|rating|scale] #
<rated> [level|score|rating|scale] of|at|on|about|around|roughly|probably|maybe|say|currently|approximately #
<rated> at|of|probably|maybe|currently about|around|roughly #
level|score|rating|scale|intensity .. #
^ <rated> [level|score] $ && ^ # $
i would say|rate|give|call [it|pain|about|around|like] #
say|rate|call|score [it|about|around|like] #
would say|give|rate|call .. #
=a|=an [solid|good|strong|hard|steady|proper|constant|dull] # $
=a|=an # when|after|if|on|by|during|most|some|while
# [at|when|it] worst
worst .. #
# for pain
# pain
# when|if|while i <act>
# at rest|desk
# at =my desk
# on =the sofa|couch|run|stairs|walk
when|if i run|=running|walk|jog [it|about|maybe] # $
# resting|walking|running
# on|after|during stairs|runs|walks|run|walk|jog|training|session
hits|hit|reached|peaks|peaked|spikes|spiked|shot [up] [at|to|about] #
# now
now [it|pain] [at|about|around|like|maybe|probably] #
=was|=were [at|about|like|around] #
put [it|=this|pain] [at|as|down as|about|around] #
i would go #
touching|pushing|nudging =a|=an #
touching|pushing|nudging|hovering|hovers|sits|sitting|stays [at|around|about] =a|=an|about|around|at #
easily|solid|definitely =a|=an #
solid|touching #
=went|=gone|=jumped|=crept|=climbed|=risen [up] from =a|=an # to =a|=an #
=went|=gone|=jumped|=crept|=climbed|=risen [up] from # to #
=went|=gone|=jumped|=crept|=climbed|=risen [up] from #
=gone|=went|=up to =a|=an #
(gets|get|got|goes|go) [up] to =a|=an #
maxes|maxed|tops|topped|maxing|topping out [at|about|around] #
maxes|maxed|tops|topped|maxing|topping out [at|about|around] =a|=an #
peaks|peaked|caps|capped|plateaus|settles|settled|idles|lives|averages|averaging [out] [at|about|around] #
peaks|peaked|caps|capped|plateaus|settles|settled|idles|lives|averages|averaging [out] [at|about|around] =a|=an #
(never|not) .. above|over|past|beyond|worse|higher|more than|=a|about|around #
grumble|niggle|ache|throb|twinge|sting|burn|pain|hurt|sore|soreness [at|about|around|like|maybe|roughly] =a|=an #
more like =a|=an #
like =an|=a # rn|now|right|atm|today|tbh
# on|upon|with movement|moving|walking|standing|stairs|steps
# going|coming|climbing|walking up|down stairs|steps|hills
nrs|vas|pain #
tops|most of #
^ # sat|sitting|stood|standing|lying [down|still|here]
# doing|climbing|using|taking =the|=my|stairs|steps|hills
^ # walking|running|jogging|standing|hopping
^ # (on flat)|uphill|downhill|upstairs|downstairs|(up|down stairs)
^ walking|running|jogging|standing|stairs|hills|resting [is|about|maybe|it is|like] # $
^ (at rest)|(on stairs)|(on hills)|(on flat) [is|about|maybe|it is|like] # $
sits|hovers|hovering|sitting|stays|grumbles|grumbling|niggles|aches|throbs at|around|about =a|=an #
=a|=an # tops|max|easy|easily|if|(at most)|(at max)|(at best)|(at worst)
"""
"""Ways that make a number a score when it fits the scale and counts nothing else."""

ALONE = """
^ [still|about|around|maybe|probably|roughly|like|currently|easily|now|only|just|mild|moderate|sharp|bad] # $
^ =a|=an [solid|good|dull|mild|strong|sharp] # $
^ # maybe|probably|ish|roughly|tops|max|honestly|tbh $
gets|get =a|=an [dull|sharp|mild|good|solid] #
[in|on] scale $ && ^ # $
"""
"""Ways that make a number a score in a message about pain, when it is the only one that could be."""

NO_PAIN = """
no|zero|nil pain|discomfort [at all] $
no|zero|nil pain|discomfort now|today|currently|just|only|or|nor|oddly|whatsoever|(at moment)|(at all)
^ nothing hurts|hurting $
^ nothing hurts|hurting just|only|now|but|anymore
pain free $
"""
"""Ways of saying that the score is 0."""
