"""What is over, and what only seems to be."""

from bot.language.trigger import Category, Direction, Scope, triggers

OVER = (
    *triggers(
        Category.RESOLVED,
        """
        =gone $
        =gone away|completely|now|altogether|entirely|overnight|already|by|within|after
        =gone|=went|=disappeared|=faded away
        =passed $
        =went completely|entirely $
        =gone|=went|=come|=came down|off $
        =gone|=went|=come|=came [right|straight|all] down|off now|completely|overnight|quickly|fully
        =gone|=went|=come|=came [right|straight|all] down|off since|after|by|within|in|already
        =gone|=went|=come|=came right|all|straight down|away|off
        =gone|=went|=came down|away|off (# days|weeks|day|week)|(days|weeks ago)|yesterday|(last week|night|month)
        =gone thank|thankfully|touch|luckily|i|just|but|still|apart|so
        =settled|=subsided|=vanished|=disappeared|=faded|=resolved|=healed
        =cleared up
        =cleared $
        =stopped [now] $
        =gone|=went|=come|=came right|well|all|back|straight|way down|away|off
        =away now|again|altogether
        =gone|=went quiet
        =worn|=wore off
        =passed [off|over] $
        =passed [off|over] after|within|in|by|since
        =eased off|up completely|altogether|entirely|fully
        =cleared [up|away|off] $
        =healed|=cleared|=settled|=sorted [itself|themselves] [up|out] $
        broke on|last|yesterday|overnight|after
        =faded to nothing
        =came and =went
        =stopped overnight|completely|altogether|within|after|by
        ^ [do|did|have|has|she|he|it] not (now|anymore|any more|any longer) $
        fine|ok|okay|normal|good|better again|now
        =eased [off|up|away] completely|entirely|altogether|fully
        sorted itself out
        =cured [now|completely] $
        =cleared $
        back to normal
        =gone|=went|=come|=came (right|straight|fully|well|all =the way) down|off|away [now|again]
        =gone|=went|=worn|=wore|=lifted|=melted|=dropped|=dissolved|=drained off|away [now|completely|again] $
        =wore|=worn|=melted|=dropped|=dissolved|=drained off|away by|within|after|overnight|quickly|completely
        =lifted|=dissolved|=evaporated|=abated|=ceased|=dispersed|=receded|=departed|=dissipated|=cured [now]
        =after =going|=clearing|=disappearing|=leaving|=settling
        =history [now] $
        thing of past
        behind =me|=us [now] $
        done and dusted
        (over and done)|(done with)|(over with)
        packed [it] up|in|bags
        =buggered|=sodded|=bogged|=fucked|=cleared|=naffed off
        it|has|have|finally|pain|swelling|bruising|ache =pissed off
        =reduced|=subsided|=settled|=eased|=cured|=calmed|=come down|=went down fully|completely|entirely|totally
        =finished|=sorted|=cured [out] [now|up] $
        =reduced|=went|=gone fully
        =passed by|within|after|in|off|over|quickly|now|overnight|soon
        already =went|=gone|=passed|=left|=stopped
        =away now|again $
        all better|clear|cured|done [now] $
        =all|=fully|=completely =gone|=recovered|=removed|=cured
        =recovered|=removed|=vanished $
        now|then nothing|none|gone $
        =is|=was nothing|none now $
        [came|come] back to life|normal|itself
        =became|=becomes nothing
        no more $
        =long since =gone|=passed|=settled|=abated|=faded|=healed
        =said|=says|=taken goodbye|goodbyes|farewell|leave
        """,
        Direction.BACKWARD,
    ),
    *triggers(
        Category.NOTHING,
        """
        nearly|almost =gone|=settled|=disappeared|=faded|=resolved|=cleared|=subsided|=vanished|=worn|=healed
        mostly|partly|partially =gone|=settled|=disappeared|=faded|=resolved
        mostly|partly|partially =cleared|=subsided|=vanished|=worn|=healed
        largely|practically =gone|=settled|=disappeared|=faded|=resolved|=cleared|=subsided|=vanished|=worn|=healed
        half|virtually =gone|=settled|=disappeared|=faded|=resolved|=cleared|=subsided|=vanished|=worn|=healed
        nearly|almost|mostly|partly =gone|=went|=come|=came|=worn down|away|off|completely
        partially|largely|practically|half|virtually =gone|=went|=come|=came|=worn down|away|off|completely
        only|just partly|partially|half|somewhat =gone|=settled|=disappeared|=faded|=resolved|=cleared|=subsided|=healed
        come|came back to life|normal
        not =cured|=passed|=lifted|=abated|ceased|dispersed|receded|dissipated
        not|never .. back to normal|itself
        nearly|almost|mostly|half|partly|partially back to normal
        """,
    ),
    # Said in the next breath of what was named before: "It was swollen. Not any more."
    *triggers(
        Category.RESOLVED,
        """
        ^ [but] not now|anymore|(any more|longer) $
        ^ [but] [it|=they|there] =is|=are not now $
        ^ [but] [it|=they|that|there] [do|did|have|has] not now|anymore|(any more|longer) $
        ^ [but] [it|=they|that|all] =gone|=settled|=disappeared [down|away|off|up] [now|since|again] $
        ^ [but] [it|=they|that|all] =cleared|=resolved|=faded [down|away|off|up] [now|since|again] $
        ^ [but] [it|=they|that|all] (=gone|=went|=come|=came down|away|off) [now|since|again] $
        ^ [but] now|today [it|=they|there] not [there] $
        ^ [all|both] gone [now] $
        """,
        Direction.BACKWARD,
        Scope.BEFORE,
        reach=14,
    ),
    *triggers(
        Category.RESOLVED,
        """
        ^ but|and|then|though =gone|=went down|away|off
        ^ but|and|then|though =gone|=went $
        ^ but|and|then|though =gone|=went by|in|after|within|over|quickly|completely|entirely|fully|since|again|now
        ^ but|and|then|though =settled|=subsided|=disappeared|=faded|=resolved|=cleared [down|away|off|up]
        ^ [but|and|then|since] =passed|=vanished|=stopped|=lifted|=healed|=ceased|=abated|=settled|=resolved|=gone $
        ^ [but|and|then] since =passed|=vanished|=stopped|=lifted|=healed
        ^ [but|and|then] since =ceased|=abated|=settled|=resolved|=gone|=cleared
        ^ [but|and] [it|=they] back to normal|itself
        ^ which [=has|=have] =gone|=settled|=resolved|=disappeared|=faded|=cleared|=passed|=stopped
        ^ but|and [now] it|=they fine|ok|okay|normal|good|well|alright now|again $
        ^ but|and now [it|=they] fine|ok|okay|normal|good|alright $
        ^ but|and now [it|=they] =gone|=settled|=resolved|=disappeared|=cleared|=passed|=stopped
        ^ now [it|=they] fine|ok|okay|normal|good|alright|=gone|=settled|=resolved|=cleared $
        ^ but|and|then [it|=they] come back to life|normal
        [but|and] then nothing|fine|gone|normal|ok|okay|better|good|stopped $
        ^ [but|and|then|so] [it|=that|they|all|which|everything] <gone> $
        ^ [but|and] it|they|=that [definitely|actually|really] not $
        ^ [but|and] [it|they|i|=that] [do|have|would|can] not [do|happen] (these days|nowadays|now|=this time) $
        ^ [but|and] [it|they|i|=that] [do|have|would|can] not [do|happen] (anymore|any more|any longer) $
        ^ [but|and] not =this time|since $
        ^ =gone by|in|after|within
        ^ [but|and] it|=that|they not done|happened|had [=that|it|so] [for|since|in]
        ^ [but|and] [i] can [=now] [do|stand|walk|manage|put] [it|=that] now|today|again $
        ^ =wore|=worn off
        ^ [the|all] feeling [is|has|came|come] back
        ^ back to normal
        ^ [now] all|completely =cleared|=gone|=settled|=faded|=healed [up|away|down]
        ^ all|completely fine|ok|okay|normal|good|better now|again
        ^ [but] not today|now|anymore|currently $
        ^ [but|and] now i can $
        ^ [but] not =this time $
        ^ [but] today|now [it|there|=they] not [there] $
        ^ [but] not any more|longer $
        """,
        Direction.BACKWARD,
        Scope.SENTENCE,
        reach=10,
    ),
    *triggers(
        Category.NOTHING,
        """
        go|gone|come down|away|off bit|little|lot|touch|slightly|somewhat|some|mostly|partly|slowly|gradually
        minute|min|hour|mile|step|stride|k|km|metres|lap && [but|and] then fine|normal|ok|okay|better|good
        morning|breakfast|coffee|shower|(first thing)|(warm up)|(get going)|(get up) && [but|and] then nothing|fine|gone
        morning|breakfast|coffee|shower|(first thing)|(warm up)|(get going)|(get up) && [but|and] then normal|ok|okay
        morning|breakfast|coffee|shower|(first thing)|(warm up)|(get going)|(get up) && [but|and] then better|good
        minute|min|hour && [it|all|they|=then|and] [all|totally|completely|quickly] =gone
        stop|rest .. [it|all|they|=then|and] [all|totally|completely|quickly] =gone
        =gone|=goes|=went|=settled|=stopped [off|away|down] .. minute|second|min|sec
        =passed|=disappeared|=faded|=cleared [off|away|down] .. minute|second|min|sec
        =gone|=went|=settled|=stopped|=passed|=disappeared by time|when|once
        plaster|cast|boot|stitches|bandage|brace|strapping|splint come off
        go|gone <colour>
        =gone completely|entirely|altogether <colour>|weak|useless|paralysed
        what|all|only [thing] [that] has|have|do|will not gone|settled|cleared|healed|eased|shifted|resolved|go
        =settled|=faded|=healed|=cleared bit|little|slightly|somewhat|partly
        bang|snap|pop|crack|crunch|boom|twang|ping && ^ =gone $
        i|=ive (say|said|told|mentioned) && can|could <bear> && can not
        loosen|undo|remove|(take off)|(let go)|shake|wiggle|rub|(sit down)|(lie down) && [and|then] it|=they =gone
        """,
    ),
    *triggers(
        Category.RESOLVED,
        """
        no longer
        not .. (anymore|any more|any longer)
        no more
        """,
        scope=Scope.LIST,
    ),
    *triggers(Category.RESOLVED, "=stopped|=ceased", reach=3),
    *triggers(Category.RESOLVED, "=went|=gone [away] too|also|=as [well] $", Direction.BACKWARD, reach=5),
    *triggers(
        Category.RESOLVED,
        """
        =got|=gotten|=been|=am|=now rid of
        =shot|=shut|=cured of
        =seen back|end|last of
        =recovered from
        resolution|disappearance of
        """,
        reach=8,
    ),
    *triggers(
        Category.RESOLVED,
        "i|=ive (say|said|told|mentioned) && not $",
        Direction.INSIDE,
        Scope.SENTENCE,
        reach=12,
    ),
    *triggers(
        Category.RESOLVED,
        "scrap|scratch|forget|ignore|disregard|strike what|everything i said|told|wrote|put [about|on]",
        reach=5,
    ),
    *triggers(
        Category.PRESENT,
        """
        ^ [but|and] [it|they] =is|=are [now|today|again] $
        ^ [but|and] [it|they] =is|=are now|today
        ^ [but|and] [it|they] [has|have] come|appeared|started|developed [up|on|out] since|now|later|overnight
        """,
        Direction.BACKWARD,
        Scope.SENTENCE,
        reach=10,
    ),
    *triggers(
        Category.RESOLVED,
        "=was|=were|=had|could|=felt|=went && fine|ok|okay|normal|gone|settled|better now",
        Direction.INSIDE,
        Scope.SENTENCE,
    ),
)
