"""Other times than now: before this complaint, earlier in it, and now."""

from bot.language.trigger import Category, Direction, Scope, triggers

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
    # What was told before, and is taken back: "I said there was no bruising, but …".
    *triggers(
        Category.EARLIER,
        """
        i|=ive =said|told|=mentioned|=put|wrote|answered && but|however|though|except
        when|where i|=ive =said|told|=mentioned|=put|wrote|answered && forgot|forgotten|wrong|meant|mistaken
        when|where i|=ive =said|told|=mentioned|=put|wrote|answered && lied|actually
        when|where i|=ive =said|told|=mentioned|=put|wrote|answered && (not true|right|quite|count|think)
        """,
        Direction.INSIDE,
        Scope.SENTENCE,
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
)
