"""Triggers of denial and doubt, and what looks like a denial and is none."""

from bot.language.trigger import Category, Direction, Scope, Trigger, triggers

DENIALS = (
    *triggers(
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
        =lacks|=lacked|=lacking
        deny
        negative for
        not describe|class|rate .. as
        absence of
        instead of
        rather than
        hardly|barely|scarcely
        can|could not|hardly|barely see|feel|notice|find any
        can|could not say
        can|could not see|notice|find
        doubt
        non
        not =that i|it|=my|they
        not at all
        no|not|without|zero sign|signs|evidence|trace|hint of
        """,
        scope=Scope.LIST,
    ),
    *triggers(
        Category.ABSENT,
        """
        no|none|nope|nah|nil|negative|zero|zilch|nothing|never $
        not really|particularly|noticeably|yet $
        not at all $
        not that i (know|can tell|can see|noticed) [of] $
        not $
        not (shown|showed|show|appeared|appear|come|came) [up|out|through|on]
        not (developed|develop|materialised|materialized)
        =absent $
        not =a|=an issue|problem|concern $
        not there|present $
        """,
        Direction.BACKWARD,
        reach=6,
    ),
    Trigger("free", Category.ABSENT, Direction.BACKWARD, reach=1),
    *triggers(
        Category.ABSENT,
        """
        ^ no|none|nope|nah|nil|negative|zero|zilch|nothing|never|neither $
        ^ no not [really|at all] $
        ^ no way|chance|sir|mam $
        ^ nothing like =that|it $
        ^ nothing of sort|kind $
        ^ not really|particularly|noticeably|yet $
        ^ not at all $
        ^ not that i (know|can tell|can see|noticed) [of] $
        ^ there|it|i|they [do|did|have|has|would|can] not [any|one|much|really|at all] $
        ^ [i] [do|did|have|has] not (think so|at all|really) $
        """,
        Direction.BACKWARD,
        Scope.PREVIOUS,
        reach=8,
    ),
    Trigger("check|look|feel for && there not any|anything|one", Category.ABSENT, Direction.INSIDE, Scope.SENTENCE),
    Trigger("^ but|actually|though [actually] it|they not $", Category.ABSENT, Direction.BACKWARD, Scope.SENTENCE, 10),
    *triggers(
        Category.ABSENT,
        "^ but|and|though [now] it|=that =is not [now|really|anymore|actually] $",
        Direction.BACKWARD,
        Scope.SENTENCE,
        reach=12,
    ),
    *triggers(Category.ABSENT, "none|neither of =that|those|these|them|above", Direction.BACKWARD, Scope.SENTENCE),
)

NOT_DENIALS = triggers(
    Category.NOTHING,
    """
    no|nothing wonder|doubt|question|end|joke|denying|mistaking
    no matter|offence|offense|thanks
    no better|less|different|closer|nearer|sooner
    no (change|improvement|let up|relief|difference|progress) [in|of|with|to]
    no more than
    no|not|without|zero|any sign|signs|hint|trace|evidence of
    not (only|just|merely|simply)
    not to mention
    not counting
    not as|so|quite as
    not as|so .. as before
    not =that|too|very|so|super|<greatly>
    not all|<wholly>
    not (lot|ton|huge amount|great deal) [of]
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
    nothing (helps|helped|works|worked|touches|shifts|shifted|eases|eased|cures|improves|else|i do)
    nothing like
    not half
    not (it|they|he|she|i|you) $
    ^ no it|i|=my|=the|there|=this|=that|we|he|she|they|just|only|but|actually|sorry|wait|yes
    no idea
    no clue
    no word of lie
    not the only
    not the same
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
    *triggers(
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
    Trigger(
        "^ =my|=the [left|right|other|bad] one|ankle|foot|side|left|right =is|=does|=has $",
        Category.PRESENT,
        Direction.BACKWARD,
        Scope.SENTENCE,
        10,
    ),
    *triggers(
        Category.PRESENT,
        """
        unless
        until
        except [for] when|if|after|on|at|in|during|while
        except for <act>
        apart from when|if|after|during|while
        apart from =a|=the <act>
        """,
        Direction.BACKWARD,
    ),
    *triggers(
        Category.PRESENT,
        """
        apart|aside from
        other than
        besides
        except for
        """,
        reach=6,
    ),
    Trigger(
        "^ only|just in|on =the|=my left|right|other|outside|inside|back|front [one|side|ankle|foot] $",
        Category.PRESENT,
        Direction.BACKWARD,
        Scope.SENTENCE,
        10,
    ),
    *triggers(
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
    *triggers(
        Category.UNKNOWN,
        """
        not sure|certain|convinced [if|whether|about]
        unsure|uncertain|dunno [if|whether|about]
        do not know [if|whether|about]
        can|could not tell|remember|recall|say|decide|judge if|whether
        can|could not judge|assess
        hard|difficult|impossible to tell|say|know [if|whether]
        no idea|clue [if|whether|about]
        have not checked|looked|tried|tested [if|whether|for]
        """,
        scope=Scope.LIST,
    ),
    *triggers(
        Category.UNKNOWN,
        "or not\n(not sure|no idea|do not know|dunno|unsure|can not tell|can not say|hard to say|hard to tell) $",
        Direction.BACKWARD,
        Scope.PREVIOUS,
    ),
    *triggers(
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
    *triggers(
        Category.HEDGED,
        "(i think|i guess|maybe|possibly|probably|perhaps|or something|ish) $",
        Direction.BACKWARD,
        Scope.PREVIOUS,
    ),
)
