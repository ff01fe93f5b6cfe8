"""Words that change what is asserted: denials, doubts, other times, other people.

Each is data: a phrase, what it does, which way it looks, how far. The engine in `bot.language.assertion` only applies
them. After NegEx and ConText (Chapman 2001, Harkema 2009), with the ways in which people talk about their own body.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Category(StrEnum):
    """What a trigger does to the mentions in its scope."""

    ABSENT = "absent"
    UNKNOWN = "unknown"
    HEDGED = "hedged"
    PAST = "past"
    RESOLVED = "resolved"
    HYPOTHETICAL = "hypothetical"
    OTHER = "other"
    QUESTION = "question"
    """Asks whether; has no force in a sentence about one's own body, or about "it"."""
    DEFINITION = "definition"
    """Asks what something is; has no force in a sentence about oneself."""
    PRESENT = "present"
    """Undoes a denial or a resolution in the same clause: "the swelling went and came back"."""
    NOTHING = "nothing"
    """Looks like a trigger and is none: takes the words away from the others ("no wonder")."""
    HEALTHY = "healthy"
    """Says that a side or a place is not the bad one: "the right one is fine"."""
    END = "end"
    """Ends the scope of denials that reach it from either side."""
    REPAIR = "repair"
    """Takes back what came before: "left, sorry, right"."""


class Direction(StrEnum):
    """Where the words stand that a trigger bears on."""

    FORWARD = "forward"
    BACKWARD = "backward"
    BOTH = "both"
    INSIDE = "inside"


class Scope(StrEnum):
    """How far a trigger reaches, within its `reach` of words.

    `LIST` is the clause and the items of a list that follow ("no swelling, bruising or numbness"); `PREVIOUS` the
    clause and a bare one before it ("bruising? none").
    """

    CLAUSE = "clause"
    LIST = "list"
    PREVIOUS = "previous"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Trigger:
    """One way of changing an assertion.

    Attributes:
        phrase: in the language of `bot.language.phrases`.
        reach: the most words it bears on, each way.
    """

    phrase: str
    category: Category
    direction: Direction = Direction.FORWARD
    scope: Scope = Scope.CLAUSE
    reach: int = 12


def _all(
    category: Category,
    phrases: str,
    direction: Direction = Direction.FORWARD,
    scope: Scope = Scope.CLAUSE,
    reach: int = 12,
) -> tuple[Trigger, ...]:
    lines = (line.strip() for line in phrases.splitlines())
    return tuple(Trigger(line, category, direction, scope, reach) for line in lines if line)


DENIALS = (
    *_all(
        Category.ABSENT,
        """
        no
        not
        never
        without
        nothing
        neither
        nor
        zero
        zilch
        nil
        free of|from
        lack of
        absence of
        instead of
        rather than
        hardly|barely|scarcely
        can|could not|hardly|barely see|feel|notice|find any
        can|could not say
        can|could not see|notice|find
        doubt
        non
        no sign|signs|evidence|trace|hint of
        """,
        scope=Scope.LIST,
    ),
    *_all(
        Category.ABSENT,
        """
        no|none|nope|nah|nil|negative|zero|zilch|nothing|never $
        not really|particularly|noticeably|yet $
        not at all $
        not that i (know|can tell|can see|noticed) [of] $
        not $
        not (shown|showed|show|appeared|appear|come|came) [up|out|through|on]
        not (developed|develop|materialised|materialized)
        """,
        Direction.BACKWARD,
        reach=6,
    ),
    Trigger("free", Category.ABSENT, Direction.BACKWARD, reach=1),
    *_all(
        Category.ABSENT,
        """
        ^ no|none|nope|nah|nil|negative|zero|zilch|nothing|never|neither $
        ^ no not [really|at all] $
        ^ not really|particularly|noticeably|yet $
        ^ not at all $
        ^ not that i (know|can tell|can see|noticed) [of] $
        ^ there|it|i|they [do|did|have|has|would|can] not [any|one|much|really|at all] $
        ^ [do|did|have|has] not (think so|at all|really) $
        """,
        Direction.BACKWARD,
        Scope.PREVIOUS,
        reach=8,
    ),
    *_all(Category.ABSENT, "none|neither of =that|those|these|them|above", Direction.BACKWARD, Scope.SENTENCE),
)

NOT_DENIALS = _all(
    Category.NOTHING,
    """
    no|nothing wonder|doubt|question|end|joke
    no matter|offence|offense|thanks
    no better|less|different|closer|nearer|sooner
    no change|improvement|let up|relief|difference|progress [in|of|with|to]
    no more than
    not (only|just|merely|simply)
    not to mention
    not counting
    not as|so|quite as
    not =that|too|very|so|super|overly|massively|hugely|terribly|especially|extremely|badly|completely|totally|fully|entirely|all|always|constantly
    not a lot|ton|huge amount|great deal [of]
    not much|many
    not loads|tons|lots of
    not (going|gone|go|went|come|came) (down|away|off|anywhere)
    not (improving|improve|improved|settling|settle|settled|subside|subsided|subsiding|shifted|shifting|budge|budging)
    not getting|got|get any better
    not (getting|got|get) better
    not (healed|healing|heal|resolved|resolving|cleared|clearing|clear) [up]
    not|never|hardly stopped|stop|stopping|vanished|disappeared|faded
    not =gone $
    not =gone yet|completely|fully|entirely
    not now|anymore|yet|today
    not help|helped|helping|work|worked
    not even touch|touched
    never|not .. =this|so|as <degree>
    never|not .. like =this|before
    never|not .. =this|so .. before
    never|not .. (it|anything) =this|so
    never|not =this|so|as
    never go|going away
    never stop|stops
    never goes away|down
    never fully|really|completely|properly|quite go|goes|went|recovered|healed|settled|cleared
    can|could not|never
    not|never|hardly|barely .. without
    will not stop|go|settle|budge
    not be surprised
    not until
    not unless
    not if
    not sooner
    why not
    nothing but
    nothing (helps|helped|works|worked|touches|else|i do)
    nothing like
    not half
    not (it|they|he|she|i|you) $
    ^ no it|i|=my|=the|there|=this|=that|we|he|she|they|just|only|but|actually|sorry|wait|yes
    no idea
    no clue
    not the only
    not the same
    no longer able
    not alone
    not know what|why|how|where|when
    not sure what|why|how|where|when
    not normally|usually
    not bear|stand [it]
    not handle|deal|cope
    not mind
    not going to lie
    not to brag|sound
    not stretched|rested|iced|rest|ice|stretch
    no choice
    no longer than
    not able
    not worth
    """,
)

ENDS = (
    *_all(
        Category.END,
        """
        just
        only
        but
        except
        apart from
        aside from
        other than
        besides
        because
        so <own>
        with some|slight|mild|lots|=a
        which|who
        still
        though
        however
        otherwise
        more like|of|=the|on|in|around|towards|at
        mainly|mostly
        yes|yeah|yep
        definitely
        """,
    ),
    *_all(
        Category.PRESENT,
        """
        unless
        until
        except when|if|after|for|on|at|in
        apart from when|if|after|=a
        """,
        Direction.BACKWARD,
    ),
    *_all(
        Category.PRESENT,
        """
        come back
        return|flare again
        flared up
        =returned
        back [again|now] $
        """,
        Direction.BACKWARD,
        Scope.SENTENCE,
        reach=10,
    ),
)

DOUBTS = (
    *_all(
        Category.UNKNOWN,
        """
        not sure|certain|convinced [if|whether|about]
        unsure|uncertain|dunno [if|whether|about]
        do not know [if|whether|about]
        can|could not tell|remember|recall|say if|whether
        hard|difficult|impossible to tell|say|know [if|whether]
        no idea|clue [if|whether|about]
        have not checked|looked|tried|tested [if|whether|for]
        """,
        scope=Scope.LIST,
    ),
    *_all(
        Category.UNKNOWN, "or not\n(not sure|no idea|do not know|dunno|unsure) $", Direction.BACKWARD, Scope.PREVIOUS
    ),
    *_all(
        Category.HEDGED,
        """
        maybe|perhaps|possibly|probably|presumably|apparently
        might|may [have]
        (i|we) think|guess|suppose|reckon|believe
        kind|sort of
        seem|seems|seemed
        could be
        not really|very|=that|too|so|much
        hardly|barely|scarcely
        doubt
        roughly|approximately
        if anything
        """,
    ),
    *_all(Category.HEDGED, "(i think|i guess|maybe|possibly|probably|perhaps|or something|ish) $", Direction.BACKWARD),
)

TIMES = (
    *_all(
        Category.PAST,
        """
        used to
        in the past
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
        historically
        history of
        (never|not) .. before
        another time
        once before
        before =the|=my|=this operation|surgery|injury|accident
        """,
        Direction.BOTH,
        reach=14,
    ),
    *_all(
        Category.NOTHING,
        """
        since last year|season|summer|winter|spring|autumn
        since .. years ago
        (start|begin|began|onset) .. years ago
        like|as before
        for years
        had =this|it .. years ago
        """,
    ),
    *_all(
        Category.RESOLVED,
        """
        =gone $
        =gone away|completely|now|altogether|entirely|overnight|already|by
        =gone|=went|=disappeared|=faded away
        =gone|=went|=come|=came down|off $
        =gone|=went|=come|=came down|off now|completely|overnight|quickly|fully|since|after|by|within|in|already
        =settled|=subsided|=vanished|=disappeared|=faded|=resolved|=healed
        =cleared up
        =stopped [now] $
        ^ [do|did|have|has|she|he|it] not (now|anymore|any more|any longer) $
        fine|ok|okay|normal|good|better again|now
        back to normal
        """,
        Direction.BACKWARD,
    ),
    *_all(
        Category.NOTHING,
        """
        go|gone|come down|away|off bit|little|lot|touch|slightly|somewhat|some|mostly|partly|slowly|gradually
        go|gone <colour>
        =settled|=faded|=healed|=cleared bit|little|slightly|somewhat|partly
        """,
    ),
    *_all(
        Category.RESOLVED,
        """
        no longer
        not .. (anymore|any more|any longer)
        no more
        """,
        scope=Scope.LIST,
    ),
    Trigger("=stopped", Category.RESOLVED, reach=2),
    *_all(
        Category.RESOLVED,
        "=was|=were|=had|could|=felt|=went && fine|ok|okay|normal|gone|settled|better now",
        Direction.INSIDE,
        Scope.SENTENCE,
    ),
    *_all(
        Category.HYPOTHETICAL,
        """
        if
        in case
        what if
        should it
        unless
        (worried|worry|worrying|scared|afraid|anxious|paranoid|concerned|frightened|nervous) (about|it|=that|of|i|if|in case)
        look|watch out for
        look|watch|check|wait for
        risk|chance|danger|prevent|avoid [of|from]
        do not want [to|it]
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
    *_all(
        Category.NOTHING,
        """
        if|when i|you|we <manner>
        even|as|ask|asking|see|wonder|wondering|know|check|checked|checking if
        if it|=this|=that help|matter
        if it|=this|=that makes sense
        if anything
        if not
        if i am honest
        if only
        normal for|=that|if|to <own>
        what =is|=are|=does|=do .. <own>
        going to =the|=a|=my|work|bed|gym
        going to have to
        sign of
        """,
    ),
    *_all(
        Category.DEFINITION,
        """
        ^ [so] what|how|why [exactly] =is|=are|=does|=do|long|cause|help|make
        ^ =is|=are .. same|different|better|worse|called
        ^ tell me about|more
        """,
        scope=Scope.SENTENCE,
        reach=20,
    ),
    *_all(
        Category.NOTHING,
        """
        what|how|why =is|=does|=do .. wrong|happen|matter|going|up|it|=this
        """,
    ),
    *_all(
        Category.QUESTION,
        """
        ^ do|=is|=are|can|could|will|would|should|which|might
        ^ when will|do|should|can
        """,
        scope=Scope.SENTENCE,
        reach=20,
    ),
)

PEOPLE = (
    *_all(
        Category.OTHER,
        """
        =my|=our|=a|=his|=her <relation>
        runs in family
        guy|woman|man|girl|bloke|lad|someone|somebody|people|others in|at|from|on|i work|club|gym|=the|=my|know
        someone|somebody else
        <relation> has|had|have|got|gets
        =my|=our dog|cat|horse
        =his|=her|=their ankle|foot|leg|heel|calf
        family history of
        """,
        scope=Scope.SENTENCE,
        reach=20,
    ),
    *_all(
        Category.NOTHING,
        """
        <relation> say|said|think|thought|reckon|told|notice|ask|suggest|help|drove|carried|take|look|point|saw
        """,
    ),
)

COMPARISONS = (
    *_all(
        Category.HEALTHY,
        """
        fine|ok|okay|normal|good|perfect|unaffected|alright|great|healthy|uninjured
        not hurt|affected|sore
        """,
        Direction.BACKWARD,
        reach=6,
    ),
    *_all(
        Category.HEALTHY,
        """
        unlike
        compared to|with
        than
        nothing wrong with|on
        fine on
        opposite|other ankle|foot|leg|side|one
        """,
        reach=6,
    ),
)

REPAIRS = _all(
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

TRIGGERS: tuple[Trigger, ...] = (
    *DENIALS,
    *NOT_DENIALS,
    *ENDS,
    *DOUBTS,
    *TIMES,
    *PEOPLE,
    *COMPARISONS,
    *REPAIRS,
)
