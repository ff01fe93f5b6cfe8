"""How people ask something of the talk itself, as phrases of `bot.language.phrases`."""

BACK = """
go|step|take [me|us] back [to] [one] [last|previous] [question|one|step]
can|could|may i|we|you go back [one] [question|step]
one back
previous|last|=earlier question|one [again] [please]
back one [question|step]
back to last|previous|first question|one
=undo =that|=it|last
wrong button|option|one|answer
i pressed|clicked|hit|picked|chose|tapped wrong [one|button|option|thing|answer]
"""
"""Put the question before this one again."""

CHECK = """
how do|can|should|would i|you|we check|test|tell|do|find [=that|=this|=it|out] [myself]
how to check|test|tell|do [=that|=this|=it]
how can|do i know [=that|=this] [for sure]
where [exactly] do i|you press|look|feel|push|touch
where|what [exactly] should i press|look|feel|push|touch [for|at]
where [exactly] =is =that|=this|=it|=they
show|tell me how [to] [check|do|test] [=that|=this|=it]
[can you] help me check|test|with =that|=this
how [exactly]
how does =that|=this|=it work
"""
"""How is what the open question asks about checked?"""

MEANING = """
what does|do =that|=this|=it|=they|=these|=those mean
what|how do you mean [by] [=that|=this]
what =is =that|=this|=it|=those|=these
meaning
not understand [question|=that|=this|=it]
not get|follow [question|=that|=this|=it]
confused
explain [=that|=this|=it] [please]
can|could you explain [=that|=this|=it]
come again
eh
huh
what
"""
"""What does the open question mean?"""

REPEAT = """
repeat [=that|=this|question|=it]
say =that|=it again
can|could you repeat|say [=that|question|=it] [again]
ask [me] again
what did you ask [me]
what question
what you ask|asked [me]
"""
"""Put the open question once more."""

KNOWN = """
what did|have i tell|told|say|said [you] [so far|until now|before|already]
what do|did you know|have|note|noted|got|remember [about|of|on|from] [me|it|ankle] [so far|until now|already]
what [have] you got [on|about|from] [me|it] [so far]
what [have] you written|noted down
what have|do|did you understood|understand|understood|gathered|taken [so far|until now|already]
what [is|=is] your understanding [so far]
summary
sum|summarise|summarize [it|=that|=this|everything] [up]
can|could you sum|summarise|summarize [it|=that|=this] [up]
show|tell me what i told|said [you]
show|tell me what you have|know|got [so far]
where were we
"""
"""What was told so far?"""

LEFT = """
how many [more] questions [=are] [there] [left|more|to go]
how many more [to go]
how many [=are] left
how much longer [=is|does|will] [=this|=it] [take]
how long does|will =this take
[=is] =this|=it|=that nearly|almost over|done|finished
=are we nearly|almost done|there|finished
=are we done [yet]
[=is] =that|=this everything|all|it
many more questions
more questions
when =are we done
"""
"""How many questions are left?"""

CHANGE = """
i want|need|like|have to change|correct|fix something|things|answer
can|could|may i change|correct|fix something|answer
can|could|may i change|correct|fix what i said|told
how do|can i change|correct|fix something|answer
how do|can i change|correct|fix what i said|told
=that wrong|mistake
=that not right
something wrong|not right
made mistake
mistake
i said something wrong
"""
"""Something that was said is to be changed, without saying what."""

WOULD_CHANGE = """
what|which would|could|might|will change [=that|=this|=it]
what|which would|could|might|will change [your|=the|=that|=this] advice|result|answer|verdict|level|opinion|mind
what would|could|might|will make it|=that|=this [more|less] urgent|serious
what would have to change|happen
what would|could|might|will make you change|say|decide|think [=your] [mind|advice|answer|yes|no|ok|differently]
when would|will|does|do [your|=the|=that|=this] advice|result|answer change
"""
"""What would have to be different for another advice."""

RESUME = """
go|carry on|ahead [then|anyway]
carry|go on with it
continue|proceed [then|anyway]
let us|me start|begin|continue|go [then|anyway]
let us do =it|=this [then|anyway]
start|begin [then|anyway]
[i] [have] changed my mind
ask [me|away] [then|anyway]
yes|yeah|yep|yup|sure
i agree|consent|accept
"""
"""Who refused goes on after all."""

TAKES_BACK = """
forget|ignore|scrap|disregard|scratch|drop|strike|cancel [what] i said|told|wrote|mentioned [you] [about|of|with]
forget|ignore|scrap|disregard|scratch|drop|strike|cancel [about] [bit|thing|part|answer] [about]
please|and|just forget|ignore|scrap|disregard|scratch|drop|strike|cancel [what] [i said|told] [about]
take back what i said|told|wrote [about]
i take|took back [what] [i said] [about]
i never|not said|say|told|tell|mentioned|mention|wrote|meant|mean [you] [anything|something] [about]
what i said about .. wrong|mistake
"""
"""The start of a message that takes back something by name."""

COURTESIES = frozenset(
    "oh um er erm hmm hm uh well so ok okay sorry please hi hello hey hang hold on wait no yes actually and but i do "
    "does can could would you me my to just thanks thank then now again mate love dear pls plz quick right lol haha "
    "oops really like what mean".split()
)
"""Words that may stand around a request without changing it."""
