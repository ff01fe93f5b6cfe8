"""Triggers of other times, other people, comparisons and second thoughts."""

from bot.language.trigger import Category, Direction, Scope, Trigger, triggers

TIMES = (
    *triggers(Category.NOW, "=now\ntoday\ncurrently\nat moment\nthese days\n=this time", Direction.BOTH),
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
        at first
        initially|originally
        to begin with
        to start with
        last time
        in|of =yyyy
        first #|few|couple second|minute|hour|day|week
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
        """,
        Direction.BOTH,
        reach=14,
    ),
    *triggers(
        Category.NOTHING,
        """
        since last year|season|summer|winter|spring|autumn
        since .. years ago
        (start|begin|began|onset) .. years ago
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
        """,
        Direction.BACKWARD,
    ),
    *triggers(
        Category.RESOLVED,
        """
        ^ but|and|then|though =gone|=went|=settled|=subsided|=disappeared|=faded|=resolved|=cleared [down|away|off|up]
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
        ^ [but] today|now it not $
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
    Trigger("=stopped", Category.RESOLVED, reach=2),
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
        if not
        if i am honest
        if only
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
        """,
        scope=Scope.SENTENCE,
        reach=20,
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
        family history of
        """,
        scope=Scope.SENTENCE,
        reach=20,
    ),
    *triggers(
        Category.NOTHING,
        """
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
        i|we coach has|have|had|got|gets
        """,
    ),
)

ELSEWHERE = (
    *triggers(
        Category.ELSEWHERE,
        """
        wrist|shoulder|elbow|neck|hand|finger|thumb|jaw|hip|knee|thigh|hamstring|quad|forearm|groin|arm|ear|nose|throat|tooth|rib
        """,
        Direction.BOTH,
    ),
    *triggers(Category.NOTHING, "to|towards|toward knee|thigh|groin|hip"),
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
    typo
    """,
    Direction.BACKWARD,
)
