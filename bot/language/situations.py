"""Triggers of other times, other people, comparisons and second thoughts."""

from bot.language.trigger import Category, Direction, Scope, Trigger, triggers

TIMES = (
    *triggers(
        Category.NOW,
        "=now\ntoday\ncurrently\nat moment\nthese days\n=this time\nstill\n=again\never since",
        Direction.BOTH,
    ),
    *triggers(
        Category.PAST,
        """
        used to
        in the past
        back when
        in =my|=his|=her teens|twenties|thirties|youth|childhood .. =had|=got|used
        =had|=got|used .. in =my|=his|=her teens|twenties|thirties|youth|childhood
        previously|formerly
        years ago
        (# years|months) before
        last year|season|summer|winter|spring|autumn
        when i (kid|child|teenager|teen|student|younger|young|at school|little|#)
        as kid|child|teenager|teen|youngster
        back in #|=the|=my|january|february|march|april|june|july|august|september|october|november|december
        last time
        in|of =yyyy
        at time
        last sprain|injury|one =was|=had|got|went
        # years|months back|ago .. =was|=were|=had
        after =the|=my injection|jab|op|operation|surgery
        before =the|=my op
        when i broke|sprained|tore|fractured|snapped .. in|at|as|years
        historically
        with|during|after =my last|previous|first|old injury|sprain|break|fracture|operation|surgery
        with|during =a|=an previous|earlier|old|different|past injury|sprain|break|fracture|episode
        history of
        (never|not) .. before
        another time
        once before
        before =the|=my|=this operation|surgery|injury|accident
        before =the|=my|=this op|reconstruction|fusion|keyhole|children|kids|marriage|wedding
        as [=a] kid|child|boy|girl|lad|lass|teenager|teen|youngster|junior|toddler
        when i [=was] [=a] kid|child|boy|girl|lad|lass|teenager|teen|small|young|junior|baby
        when i =was wee|=a =student
        when i expecting|pregnant|serving|married|single
        when i [=was|=were] in|at [middle|high|primary|secondary|junior|grammar|boarding] school|college|uni
        when i [=was|=were] in|at [middle|high|primary|secondary|junior|grammar|boarding] university|army|navy
        when i [=was|=were] in|at [middle|high|primary|secondary|junior|grammar|boarding] raf|forces|marines
        when i [=was|=were] in|at [middle|high|primary|secondary|junior|grammar|boarding] year|grade|class|service
        when i =played|=danced|=rowed|=boxed|=fenced|=raced|=competed .. always|forever|constantly|every|often|never
        when i =lived|=served|=studied
        =the|=my children|kids|boys|girls|twins .. small|young|little|babies|at school
        in|during =the seventies|eighties|nineties|sixties|fifties|noughties|70s|80s|90s|60s|2000s
        in|during|from =my <past_days> days|years|career|time
        =in|=during =my [high] school|college|university|uni days|years|time|life
        ^ =in|=during =my|=his|=her youth|childhood|boyhood|girlhood|teens|twenties|thirties
        in|during childhood|boyhood|girlhood|youth|adolescence
        in =my childhood|boyhood|girlhood|youth|adolescence
        ^ =in [middle|high|primary|secondary|junior] school|college .. =had|=was|=were|=got|=went|=kept|used
        ^ =in [middle|high|primary|secondary|junior] uni|university|kindergarten .. =had|=was|=were
        ^ =in [middle|high|primary|secondary|junior] uni|university|kindergarten .. =got|=went|=kept|used
        ^ =in first|second|third|final year|grade|form .. =had|=was|=were|=got|=went|=kept|used
        ^ =in freshman|sophomore|junior|senior year|grade|form .. =had|=was|=were|=got|=went|=kept|used
        freshman|sophomore|junior|senior year =my|i|it .. =had|=was|=were|=got|=went|=kept|used
        =was|=were|=had|=got|=went .. =in college|uni|university
        in army|navy|forces|raf|marines .. =had|=was|=were|=got|=went|=kept|used
        (some|many|several|few|couple|long|donkey|donkeys) years|decades|ages|time back|ago|before|earlier
        years|decades|centuries|yonks|ages|donkeys|eons|lifetime|moons back|ago
        =long|=way back
        before # years
        season|summer|winter|marathon|race|surgery|operation|baby|pregnancy ago|back
        year|summer|season|winter before last
        in|from previous|former|past|another|earlier|different|old life|lifetime|existence
        once upon time
        in [good] old|bygone days|times
        in days gone by
        remember it|=this|=my|having|=being|how
        =had .. before $
        =had .. =way|=long back $
        with|during other|another|separate|different injury|sprain|break|fracture|episode|bout|occasion
        ^ [=the|=a] different|other|another|separate injury|sprain|break|fracture|episode|occasion $
        ^ =the|=my|=a|=an previous|earlier|former injury|sprain [=had|=was|=were|=came|=brought|=involved|=gave|=left]
        ^ =the|=my|=a|=an previous|earlier|former break|fracture [=had|=was|=were|=came|=brought|=involved|=gave|=left]
        ^ =the|=my|=a|=an old|other|first|last injury|sprain [=had|=was|=were|=came|=brought|=involved|=gave|=left]
        ^ =the|=my|=a|=an old|other|first|last break|fracture [=had|=was|=were|=came|=brought|=involved|=gave|=left]
        ^ =the|=my|=a|=an previous|earlier|former episode|bout [=had|=was|=were|=came|=brought|=involved|=gave|=left]
        ^ =the|=my previous|earlier|former operation|surgery [=had|=was|=were|=came|=brought|=involved|=gave|=left]
        ^ =a|=an previous|earlier|former operation|surgery [=had|=was|=were|=came|=brought|=involved|=gave|=left]
        ^ =the|=my|=a|=an old|other|first|last episode|bout [=had|=was|=were|=came|=brought|=involved|=gave|=left]
        ^ =the|=my|=a|=an old|other|first|last operation|surgery [=had|=was|=were|=came|=brought|=involved|=gave|=left]
        ^ [=the] first|last|other time i|=this|it|=the
        growing up
        back then
        in =those|=them days
        in # grade|class|form
        ^ [once] back in
        as [=a|=an] student|undergrad|undergraduate|apprentice|recruit|cadet i|it|=my|we =had|=was|=got|=kept
        during =the war
        years|ages|decades ago $
        previous|earlier|past episode|bout of
        """,
        Direction.BOTH,
        reach=14,
    ),
    *triggers(
        Category.PAST,
        "^ [past] [medical] history $\n^ past medical history\nhistory of",
        scope=Scope.SENTENCE,
    ),
    *triggers(
        Category.EARLIER,
        """
        at first
        initially|originally
        to begin with
        to start with
        at start|beginning|outset|onset
        early on
        earlier =was|=were|=had
        ^ earlier|before .. =was|=were|=had
        first #|few|couple second|minute|hour|day|week
        """,
        Direction.BOTH,
        reach=14,
    ),
    *triggers(
        Category.NOTHING,
        """
        since last year|season|summer|winter|spring|autumn
        since .. years ago
        <happened> .. years|decades|ages|yonks back|ago
        <happened> .. (some|many|several|few|couple|long) years|decades|ages|time back|ago
        same|as|like years|ages|long ago|back
        like|unlike|as|than [with] [=my|=the] last|previous|first|other|old time|year|season|summer|winter
        like|unlike|as|than [with] [=my|=the] last|previous|first|other|old sprain|injury|break|fracture|operation
        like|unlike|as|than when i [=was] [=a] kid|child|young|small|little|teenager|teen
        since .. =in|of =yyyy
        again and again
        than at start|beginning|outset|onset|first
        years|decades|centuries|yonks|ages|donkeys|eons|time back
        time and again
        since i [=was] [=a] kid|child|boy|girl|lad|teenager|teen|young|small|little
        since childhood|youth|(=my youth|childhood|teens)
        since [=the] first|last|other time i|=this|it|=the
        like|as before
        for years
        had =this|it .. years ago
        at =the first step|steps
        not there|=here before
        where|than|as it|=that|they|i used to
        when|as|after|since|before i|he|she =went down|over|off
        """,
    ),
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
        =buggered|=sodded|=pissed|=bogged|=fucked|=cleared|=naffed off
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
        ^ but|and|then|though =gone|=went|=settled|=subsided|=disappeared|=faded|=resolved|=cleared [down|away|off|up]
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
        plaster|cast|boot|stitches|bandage|brace|strapping|splint come off
        go|gone <colour>
        =gone completely|entirely|altogether <colour>|weak|useless|paralysed
        =settled|=faded|=healed|=cleared bit|little|slightly|somewhat|partly
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
    *triggers(
        Category.HYPOTHETICAL,
        """
        if
        in case
        what if
        tell|say [=me] [=that] i
        ignore .. instructions
        should it
        unless
        worry|scared|afraid|anxious|paranoid|concerned|frightened|nervous about|it|=that|of|i|if
        look|watch out for
        =look|=looking|watch|=check|=checking|wait for
        risk|chance|danger|prevent|avoid [of|from]
        do not want [to|it]
        would hate
        imagine|assuming|provided
        let [us] say
        as|so long as .. no|not
        can|could|will|would|may|might i|we get|develop
        read|hear =that|about .. people|you|they|others
        leaflet|website|internet|article|page|book|forum mention|say|talk|list|describe
        can|could|will|would|might|may .. cause|lead|mean|result
        can|could|will|would|may|might it|=this|=that|they|there|you
        expect|expected|expecting
        ask about
        normal to|for|=that|if
        difference between
        symptom|sign of
        cause of
        mean i|it|=that
        =were it|there|=they|=my to
        =were there
        should any|there
        in event
        ^ =suppose|=supposing|=presuming|=say it|there|i|=my|=this|=they
        =supposing|=presuming|assume|assuming
        what happen|would|will when|if|should
        have|in fear =that|of|it
        dread|petrified|terrified|fear|fearful|fearing [=that|of] [it|i]
        monitor|alert|vigilant|ready|braced|brace|prepared|waiting|wait for
        eye [out|open|peeled] for
        wait for|until|till it|=the
        lest
        otherwise|else it|i|=that will|would|could|might
        it|there will|could|might|may .. tomorrow|tonight|later
        tomorrow|tonight|later it|there|=this|i will|might|could|may
        ^ [so] whether
        so =that it|=this|=they|i .. not
        to stop|keep any
        back|return|come|go|ring|call|phone|hospital|doctor for|with any
        any =increase|=new|=sign|=signs of
        =had it|there =been
        could|may|might|can =start|=begin|=develop|=turn|=become|=lead|=end|=come|=happen|=set
        =minute|=moment it|there|=my =goes|=gets|=is|=starts && will|would|going|calling|straight
        =second|=instant|(soon as) it|there|=my =goes|=gets|=is|=starts && will|would|going|calling|straight
        =minute|=moment it|there|=my =becomes|=feels|=looks|=swells && will|would|going|calling|straight
        =second|=instant|(soon as) it|there|=my =becomes|=feels|=looks|=swells && will|would|going|calling|straight
        =minute|=moment it|there|=my =goes|=gets|=is|=starts && off|ring|doctor|hospital|emergency
        =second|=instant|(soon as) it|there|=my =goes|=gets|=is|=starts && off|ring|doctor|hospital|emergency
        =minute|=moment it|there|=my =becomes|=feels|=looks|=swells && off|ring|doctor|hospital|emergency
        =second|=instant|(soon as) it|there|=my =becomes|=feels|=looks|=swells && off|ring|doctor|hospital|emergency
        soon as there|it && will|would|going|calling|ring|doctor|hospital|emergency
        =once it starts|gets|becomes && should|will|shall|can|would
        hope|hoping|pray|praying|wish .. not|no|never
        fingers crossed .. not|no|never
        ^ any && ^ and|then i|we will|would|shall|(going to)
        if it|there|=they|i|=this|=my|=the not|no
        ought it|there|=this|i|=they|=my
        how would|will|do|can|could i|you|one|we know|tell if
        ^ do|does it|=this|=they usually|normally|ordinarily|commonly|typically|generally
        must|ought|need there|it be
        read|reads|hear|hears|heard of people|others|runners|folk|someone|cases
        video|film|clip|podcast|programme|book|article|leaflet|literature|textbook [he|she|it|they] say|said|show
        video|film|clip|podcast|programme|book|article|leaflet|literature [he|she|it|they] mention|claim|describe
        tiktok|youtube|reddit|facebook|instagram|chatgpt|webmd|wikipedia [page|site|video] say|said|mean|mention|claim
        tiktok|youtube|reddit|facebook [page|site|video] list|describe|reckon|warn|suggest|tell
        instagram|chatgpt|webmd|wikipedia [page|site|video] list|describe|reckon|warn|suggest|tell
        nhs|internet|website|google [page|site|video] say|said|mean|mention|claim|list|describe|reckon|warn|suggest|tell
        literature|textbook|textbooks|guidelines [page|site|video] say|said|mean|mention|claim
        literature|textbook|textbooks|guidelines [page|site|video] list|describe|reckon|warn|suggest|tell
        textbook|classic|typical|typically cases
        =usually|=typically|=normally|=generally|=often|=commonly patients|people|runners|sprains|you|one
        =they say .. always|usually|normally|can|should|often
        =people say
        to watch|look [out] for
        bound|destined|liable to
        worst case
        (god|heaven) forbid
        depend on
        once|when there any
        will tell|call|ring|stop|come|see|go .. when|once it|there
        warned .. may|might|could|will|can
        ^ ought|should .. appear|develop|occur|arise|come|happen|start|begin
        just in case
        google
        likely|going to
        """,
        scope=Scope.CLAUSE,
    ),
    *triggers(Category.HYPOTHETICAL, "do|could|may|might i|we|he|she have", reach=3),
    *triggers(
        Category.NOTHING,
        """
        if|when i|you|we <manner>
        even if i|you|we|he|she|=my
        as|ask|asking|see|wonder|wondering|know|check|checked|checking if
        if it|=this|=that help|matter
        if it|=this|=that makes sense
        if anything
        if i am honest
        ^ i mean it|i|=that|there|=they
        if i had to guess|say|call|pick|choose
        if i am not mistaken|wrong
        if only
        worry|scared|afraid|anxious|concerned|nervous [=that] [it] .. still|already
        worry|scared|afraid|anxious|concerned|nervous about|of|by =the|=my|=this|how
        =the|=my|=this risk of
        wait|waiting for =the|=my|=this
        all but|(as good as) =gone|=settled|=disappeared|=faded|=resolved|=cleared|=subsided|=vanished
        should|would it still|always|keep
        should .. still
        should .. =this|so|as <degree>
        may|might|could|can =be|feel =that
        normal for|=that|if|to <own>
        normal =that it|=this|=the|there
        what =is|=are|=does|=do .. <own>
        going to =the|=a|=my|work|bed|gym
        going to have to
        can|could|would you|anyone|someone|somebody tell|explain|say
        do|could|may|might i|we|he|she have to
        sign of
        """,
    ),
    *triggers(
        Category.DEFINITION,
        """
        ^ [so|hey|hi|hello|well|ok|okay|um|also] what|how|why [exactly] =is|=are|=does|=do|long|cause|help|make
        ^ [so|hey|hi|hello|well|ok|okay|um|also] how common|normal|usual
        ^ [so|hey|hi|hello|well|ok|okay|um|also] how much|many|often|bad .. normal|usual|expected|typical|expect
        ^ which|what =nerve|=injury|=injuries|=condition|=muscle|=bone
        ^ =is|=are .. same|different|better|worse|called
        ^ tell me about|more
        ^ what difference|cause
        """,
        scope=Scope.SENTENCE,
        reach=20,
    ),
    *triggers(
        Category.DEFINITION,
        """
        ^ =whats
        ^ what .. mean|meant
        ^ what best|good|mean|symptoms|stretches|exercises|shoes
        ^ what =a high
        ^ which stretches|exercises|shoes|trainers|brace|socks|insoles|one|muscles|tendon|bone
        ^ [any|some|good|best|need|want|looking] [for] stretches|stretching|exercises|tips|advice|shoes for|to|on
        ^ =is it ok|okay|safe|worth|alright [to] strap|tape|ice|massage|rub|stretch|roll|heat|wrap|brace
        ^ how did you get to
        ^ =show|=teach|=give|=send me .. exercises|stretches|rehab
        ^ =is|=are .. serious|common|dangerous|permanent|curable|contagious
        ^ =does|=do .. work|cause|mean
        """,
        reach=20,
    ),
    *triggers(
        Category.NOTHING,
        """
        what|how|why =is|=does|=do .. wrong|happen|matter|going|up|it|=this
        """,
    ),
    *triggers(
        Category.QUESTION,
        """
        ^ [so|hey|hi|hello|well|ok|okay|um|also] do|=is|=are|can|could|will|would|should|which|might
        ^ [so|hey|hi|hello|well|ok|okay|um|also] when will|do|should|can
        ^ [so|hey|hi|hello|well|ok|okay|um|also] must|ought|may
        ^ [so] at|to what|which point|stage should|would|do|does|=is|will|might
        """,
        scope=Scope.SENTENCE,
        reach=20,
    ),
    *triggers(
        Category.HYPOTHETICAL,
        """
        =mean|=means what $
        would worry|alarm|concern|scare|frighten|mean|indicate|suggest|stop|put
        would =be .. flag|sign|bad|serious|emergency|concern|concerning|worrying|alarming|normal|strange|unusual
        may|might|could|will follow|appear|occur|develop|happen|arise
        to =be =expected
        """,
        Direction.BACKWARD,
        reach=6,
    ),
    *triggers(
        Category.OTHER,
        "(with|from|in|on|of|broke|tore|twisted|sprained|did) =his|=hers|=theirs [own]",
        Direction.BACKWARD,
    ),
)

PEOPLE = (
    *triggers(
        Category.OTHER,
        """
        =my|=our|=me|=a|=his|=her <relation>
        <relation> of mine
        runs in family
        other|fellow runner|people|athlete|player
        guy|woman|man|girl|bloke|lad|someone|somebody|people|others in|at|from|on|i work|club|gym|=the|=my|know
        someone|somebody else
        <relation> has|had|have|got|gets
        =my|=our dog|cat|horse
        =his|=her|=their ankle|foot|leg|heel|calf
        ^ mum|mom|dad|gran|grandma|grandad|nan ankle|foot|leg|heel|face|mouth|arm|chest|head|speech
        family history
        =my|=our|=a|=his|=her|=your =bro|=sis|=bestie|=bff|=hubby|=grandfather|=grandmother|=granny
        =my|=our|=a|=his|=her|=your =auntie|=nephew|=flatmate|=housemate|=teammates|=brothers|=sisters|=mates|=friends
        =my|=our|=a patient|client|student|pupil|athlete|player =had|=has|=got|=gets|=was|=went|of
        =my|=our|=a lodger|tenant|landlord|landlady|teacher|trainer|supervisor =had|=has|=got|=gets|=was|=went|of
        patient|client|customer|student|pupil|colleague of mine
        one of =my|=our|=the lads|girls|boys|guys|women|men|mates|friends|kids
        one of =my|=our|=the patients|clients|players|colleagues|runners|students|teachers|nurses|others
        guy|woman|man|girl|boy|bloke|lad|lass|chap|fella|lady|kid|couple next|down|over|up|who|round
        ^ [but] <relation> =was|=got|=went|=had|=has|=did|=swelled
        some|many|most|lots|certain|few|plenty [of] people|folk|folks|runners|patients|women
        some|many|most|lots|certain|few|plenty [of] men|kids|guys|lads|athletes|players
        some [poor] soul|bloke|guy|lad|woman|man|girl|chap
        for|in|with =others
        people|patients|folk|folks|runners get|have|report|experience|develop|suffer
        athletes|players|sufferers|kids|others get|have|report|experience|develop|suffer
        people|patients|folk|folks|runners describe|complain|whose|with|often|usually|sometimes
        athletes|players|sufferers|kids|others describe|complain|whose|with|often|usually|sometimes
        =physio|=doctor|=gp|=podiatrist|=surgeon =sees|=treats|=gets lot|lots|many|plenty|loads|tons
        =nurse|=therapist|=coach|=he|=she =sees|=treats|=gets lot|lots|many|plenty|loads|tons
        =seen|=treated|=met plenty|many|loads|lots|enough|dozens|hundreds|tons [of] swell|ankles|feet|people|cases|legs
        i see|treat|nurse .. every day|week|shift
        next door
        ^ =herself|=himself =had|=has|=got|=gets
        =the <relation> [in law] =had|=has|=got|=gets|=was|=went
        someone|somebody|he|she told|said .. =his|=hers
        everyone|everybody|folk say|said|reckon
        half|most|all|everyone [of|at|in|down] =the|=my club|team|squad|gym|office|family|class
        """,
        scope=Scope.SENTENCE,
        reach=20,
    ),
    *triggers(Category.OTHER, "runs|run|running|ran in family|blood\nin =our family", Direction.BOTH, Scope.SENTENCE),
    # "My other ankle isn't swollen" says nothing of this one.
    *triggers(
        Category.OTHER,
        """
        =my|=the other|good|opposite|uninjured|healthy|unaffected ankle|foot|leg|side|one not|never
        """,
        reach=6,
    ),
    *triggers(
        Category.NOTHING,
        """
        as|when|since i|it [=was] =a kid|child|teen
        as =a kid|child
        =was =a kid|child
        <relation> <says>
        =my|=our|=me|=a|=his|=her <relation> <says>
        =my|=our|=me|=a <relation> .. physio|nurse|doctor|physiotherapist|medic|paramedic|gp|reckon|says|said
        (with|carrying|chasing|lifting|holding|and) =my|=our <relation>
        =my|=our|=me|=a <relation> <belonging>
        =my|=our|=me <relation> [=is] worried|concerned|convinced|sure|adamant|insists|nagging|making
        =a|=an|=his|=her patient say|said|told|asked
        =my|=our|=a <relation> say|think|reckon|notice|see|(=told =me) [=that] it|i|=my|=this
        other|fellow people|runner say|think|reckon|notice|see [=that] it|i|=my|=this
        =my|=our|=a <relation> (had look|took look|looked|pointed|pressed) .. say|said|told [=me] [=that] it|i|=my|=this
        =a <relation> of mine say|think|reckon|notice|see|(=told =me) [=that] it|i|=my|=this
        how long will|would it|=this|=that|they
        everyone|everybody|folk say|said|reckon [=that] it|i|=my|=this
        =my|=our|=a <relation> =looked|=checked|=examined|=inspected
        i|we coach has|have|had|got|gets
        """,
    ),
)

ELSEWHERE = (
    *triggers(
        Category.ELSEWHERE,
        """
        wrist|shoulder|elbow|neck|hand|finger|thumb|jaw|hip|knee
        thigh|hamstring|quad|forearm|groin|arm|ear|nose|throat|tooth|rib
        """,
        Direction.BOTH,
    ),
    *triggers(Category.NOTHING, "to|towards|toward knee|thigh|groin|hip"),
)

# What is taken back without being named again: "It's swollen. Sorry, it's not."
SECOND_THOUGHTS = (
    tuple(
        Trigger(f"{repair} && ^ {statement} $", category, Direction.BACKWARD, Scope.BEFORE, reach=14)
        for repair in ("sorry|actually|correction|oops|whoops|wait|scratch|joking|kidding|wrong|mistake|lie|no",)
        for statement, category in (
            ("[actually|no] it|they|there|=that not [any|one|actually]", Category.ABSENT),
            ("[actually|yes] it|they|there =is|=are|=was|=has|=does [actually]", Category.PRESENT),
        )
    )
    + triggers(
        Category.PRESENT,
        "^ [oh|no|sorry] (wait|actually|sorry|scratch that) [no|wait] it|they|there =is|=are|=has|=does [actually] $",
        Direction.BACKWARD,
        Scope.BEFORE,
        reach=14,
    )
    + triggers(
        Category.ABSENT,
        "^ [oh|no] (wait|actually|sorry|scratch that) [no|wait|actually] it|they|there not [actually|any] $",
        Direction.BACKWARD,
        Scope.BEFORE,
        reach=14,
    )
)

# "My brother's was swollen but mine isn't", "it was stiff years ago and still is".
SAME_IS_SO = """
    ^ [but|and|while|whereas] mine|(=this one) =is|=are|=has|=does|do|have|=am [too|also|now|still] $
    ^ [but|and|while|whereas] (=my one)|(=this ankle) =is|=are|=has|=does|do|have|=am [too|also|now|still] $
    ^ [but|and|while|whereas] (=this foot)|(=this side) =is|=are|=has|=does|do|have|=am [too|also|now|still] $
    ^ [but|and|while|whereas] (=this leg)|i|me =is|=are|=has|=does|do|have|=am [too|also|now|still] $
    ^ [but|and] so do|=has|have|=is|=are mine|i|=this [one] $
    ^ [and] [it] still =is|=does|=has $
    ^ [and] [it] =is|=does =now|=still|too $
    ^ [and] i have|got|get it again|still|too|now $
    ^ [and] again now $
    ^ [and] now again $
    ^ [but|and|though] [it|=they] [=is|=are] still there|present|visible|around|noticeable [though|now|today] $
    ^ [and|but] [now|it] =is|has [come] back|returned [again|now] $
"""
SAME_IS_NOT = """
    ^ [but|and|while|whereas] mine|(=this one)|(=my one)|(=this ankle) [do|have|has] not [either|though|anymore] $
    ^ [but|and|while|whereas] (=this foot)|(=this side)|(=this leg)|i [do|have|has] not [either|though|anymore] $
    ^ [but|and] nor|neither do|has|have|=is|=are mine|i|=this [one] $
"""
SAME = tuple(
    trigger
    for said, category in ((SAME_IS_SO, Category.PRESENT), (SAME_IS_NOT, Category.ABSENT))
    for each in (Category.SAME, category)
    for trigger in triggers(each, said, Direction.BACKWARD, Scope.BEFORE, reach=16)
)

COMPARISONS = (
    *triggers(
        Category.HEALTHY,
        """
        fine|ok|okay|normal|good|perfect|unaffected|alright|great|healthy|uninjured
        <well>
        not hurt|affected|sore
        not|never bother|trouble|worry|annoy|affect [me]
        (does|do|did|manages|managed|doing) [it] easily|easy|(no bother|problem|trouble)
        """,
        Direction.BACKWARD,
        reach=6,
    ),
    *triggers(
        Category.HEALTHY,
        """
        unlike
        compared to|with
        than
        peep|squeak|murmur|word from|(out of)
        nothing wrong|matter with|on
        no problem|problems|bother|trouble|issue|issues|pain with|on|in
        can|could do|hop|balance|raise|manage|jump
        can|could stand|walk|hop on =the|=my =left|=right [one|leg|foot|ankle] no|fine|easily|but
        fine on
        opposite|other ankle|foot|leg|side|one
        """,
        reach=6,
    ),
)

WELL = (
    *triggers(
        Category.HEALTHY,
        """
        ^ [but|and|so] =that|which|it|=this [one] [all|now] <well> [now|though|again|already] $
        ^ =that|which [one] <well>
        """,
        Direction.BACKWARD,
        Scope.SENTENCE,
        reach=12,
    ),
    *triggers(Category.HEALTHY, "^ <well> $", Direction.BACKWARD, Scope.PREVIOUS),
    *triggers(
        Category.HEALTHY,
        """
        start|begin|began|=was|=were && =now just|only|both|mostly|mainly|moved|it|=its
        i thought|assumed|figured && no|not|turns|actually it|=its|out
        used to && =now
        =was && ^ =now
        """,
        Direction.INSIDE,
        Scope.SENTENCE,
    ),
    *triggers(
        Category.OPPOSITE,
        """
        unlike|than
        compared|compare|comparing|next|relative to|with
        (same|match|matches) [as]
        (size|width) of
        good <foot_side>
        (i|it) favour|favor
        """,
        reach=4,
    ),
    *triggers(Category.OPPOSITE, "good|unaffected|healthy|uninjured", reach=1),
    *triggers(
        Category.NOTHING, "you asked|ask about|if\nnot peep|squeak|murmur|word from|out\nfeeling [has|come|came] back"
    ),
    *triggers(
        Category.NOTHING, "higher|farther|further|lower|more|less|rather|other|worse|better than [usual|before|normal]"
    ),
)

REPAIRS = triggers(
    Category.REPAIR,
    """
    sorry
    i mean|meant
    no wait
    wait no
    scratch that
    correction
    or rather
    actually
    =my mistake|bad
    ^ mistake
    typo
    ^ i mean it|i|=that|there|=they
    or rather not
    just|only joking|kidding|messing
    tell lie
    ^ [no|oh|nah|naw] wait|hang|sorry|actually [on|no|it]
    no|wait sorry|wait|no
    hang|hold on
    oh|wait|oops|whoops|pardon|perdon|edit|update
    strike|cancel|amend|ignore|forget that
    i|it|=that =was wrong|mistaken
    ^ [no|naw] i wrong|mistaken|(tell lie)
    to accurate|precise|exact|honest|correct
    on second thoughts
    looking|checking again
    ^ [but] no|negative $
    just|now checked|looked
    """,
    Direction.BACKWARD,
)
