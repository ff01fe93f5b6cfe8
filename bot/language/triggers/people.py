"""Other people, and other parts of the body."""

from bot.language.trigger import Category, Direction, Scope, triggers

PEOPLE = (
    *triggers(
        Category.OTHER,
        """
        =my|=our|=me|=a|=his|=her <relation>
        =my|=our|=me|=a <relation> <foot_side> tear|sprain|break|fracture|rupture|surgery|operation|strain|injury
        <relation> of mine
        runs in family
        other|fellow runner|people|athlete|player
        guy|woman|man|girl|bloke|lad|someone|somebody|people|others in|at|from|on|i work|club|gym|=the|=my|know
        someone|somebody else
        <relation> has|had|have|got|gets
        =my|=our dog|cat|horse|puppy|kitten|rabbit|pony|mare|gelding|hamster|parrot
        =my|=our # s|year|yr|kids|class|team|squad|athletes|juniors keep|always|get|tend
        =my|=our players|students|pupils|girls|boys|lads keep|always|get|tend
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
        it =the other|good one|ankle|foot [=that|which] go|goes|gets|has|feels
        =the <relation> [in law] =had|=has|=got|=gets|=was|=went
        someone|somebody|he|she told|said .. =his|=hers
        everyone|everybody|folk say|said|reckon
        half|most|all|everyone [of|at|in|down] =the|=my club|team|squad|gym|office|family|class
        """,
        scope=Scope.SENTENCE,
        reach=20,
    ),
    *triggers(Category.OTHER, "runs|run|running|ran in family|blood\nin =our family", Direction.BOTH, Scope.SENTENCE),
    *triggers(Category.OTHER, "=their =ankles|=feet|=heels|=legs|=calves|=shins", Direction.BOTH, Scope.SENTENCE),
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
    *triggers(
        Category.OTHER,
        "(with|from|in|on|of|broke|tore|twisted|sprained|did) =his|=hers|=theirs [own]",
        Direction.BACKWARD,
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
    *triggers(
        Category.NOTHING,
        """
        to|towards|toward knee|thigh|groin|hip
        thumb|finger|knuckle|hand in|into|on|onto|against|behind|over|along
        thumb|finger|knuckle|hand around|round|under|below|down|there|underneath
        <press>|stick|shove|put|jam|rest|run|lay|place .. thumb|finger|knuckle|hand
        with|using|by =my|=a|=one|=the|=your|two thumb|finger|knuckle|hand
        by =hand
        thumb|finger|hand width|tip|print|wide|breadth|sized
        cover|coverable|locate|point|pinpoint .. thumb|finger
        on other|one hand
        hand on|up
        at|to hand
        hand side
        """,
    ),
)
