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
        not so much as
        or rather not
        nowhere near
        (far|exempt|safe) from
        devoid|bereft|void|innocent|clear of
        anything but
        nary
        (sod|bugger|naff|feck|fuck|jack|damn) all
        devil|divil bit
        yet to see|notice|feel|get|have|find|develop|experience|spot|observe
        fail to
        =spared|=escaped|=dodged
        =excluded|=ruled [out]
        unremarkable for
        minus =the|any|=all
        all|every|everything .. sign|signs|symptom|symptoms|hallmark .. except|bar|minus|but|save
        stop|stopped short of
        =the lot|works|shebang .. except|bar|minus|save
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
        not =a|=an issue|problem|concern [now|anymore|(any more|longer)|(at moment)|for me] $
        not there|present $
        never (showed|show|appeared|appear|came|come|turn|turned|arrived|arrive) [up|out|through|on]
        never (developed|develop|materialised|materialized|happened|happen|started|began)
        not (turned|turn) up
        not feature|apply|exist|arise
        non event|issue|starter|existent
        =nonexistent
        no show $
        =excluded|=ruled out
        nothing there|present $
        not noted|seen|found|observed|evident|detected|reported|visible|apparent|noticed $
        not something|anything i|we
        """,
        Direction.BACKWARD,
        reach=6,
    ),
    Trigger("free", Category.ABSENT, Direction.BACKWARD, reach=1),
    Trigger("un", Category.ABSENT, reach=1),
    *triggers(
        Category.ABSENT,
        "^ yet to appear|show|develop|materialise|materialize|arrive|happen|start|(come up|out)|(make .. appearance)",
        Direction.BACKWARD,
        Scope.SENTENCE,
        reach=5,
    ),
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
        ^ i|we|it [do|did] not have|see|get|notice|find [it|=that|any] $
        ^ lol|haha|lmao|ha|er|um no|none|nope|nah|never|not [really|at all] $
        """,
        Direction.BACKWARD,
        Scope.PREVIOUS,
        reach=8,
    ),
    Trigger("check|look|feel for && there not any|anything|one", Category.ABSENT, Direction.INSIDE, Scope.SENTENCE),
    Trigger("^ but|actually|though [actually] it|they not $", Category.ABSENT, Direction.BACKWARD, Scope.SENTENCE, 10),
    *triggers(
        Category.ABSENT, "all|both absent|negative|nil|none $\n^ neither $", Direction.BACKWARD, Scope.SENTENCE, 8
    ),
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
    no|nothing wonder|doubt|question|end|joke|denying|mistaking|hiding|escaping|ignoring|disguising
    not|never deny|ignore|overlook|escape|hide|miss|dispute
    [can|could|would|do] not|never [honestly|truthfully] <claim> [there|i|ankle|foot] not|no|never|without|nothing
    not =that [it|=they|=my|there] not
    not|no like it|there|=my not|no
    no way .. <claim> [there|i] not|no
    <untrue> .. <claim> [there|i|=that] not|no|never|without|nothing
    <untrue> if i <claim> [there|i|=that] not|no|never|without|nothing
    not|never not
    not un
    not insignificant|inconsiderable|negligible|minor|trivial|insubstantial|=slight|=small
    not unusual|uncommon|unlike
    no|hardly|scarcely|barely|never day|night|morning|week|hour|run [go by] .. not|without|but
    hardly|barely|scarcely less|better|different|changed|improved
    no .. without
    not free|devoid|clear|immune|bereft|exempt of|from|to
    not|never .. =ruled|=excluded [out]
    not supposed|meant to
    fail to go|come|settle|improve|heal|clear|shift|subside|resolve|disappear|reduce|ease|respond
    yet to go|come down|settle|improve|heal|clear|shift|subside|resolve|disappear|reduce|ease
    deny .. not
    no matter|offence|offense|thanks
    no better|less|different|closer|nearer|sooner
    no (change|improvement|let up|relief|difference|progress|increase|decrease|reduction) [in|of|with|to]
    no more than
    no|not|without|zero|any sign|signs|hint|trace|evidence of
    not (only|just|merely|simply)
    not to mention
    not counting
    not as|so|quite as
    not|nowhere|never (near|nearly) as|so|=this
    far from as|so|=this
    anything but as|so|gone|better|settled
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
    not say|tell i
    or rather not
    wait|sorry|actually|oh no it|i|there
    not able
    not rule out
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
        unless|until
        """,
    ),
    Trigger(
        "^ =my|=the|=this [left|right|other|bad] one|ankle|foot|side|left|right =is|=does|=has $",
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
    # Hardly any more is what is left of it: "hardly swollen now" was more and is some.
    Trigger("hardly|barely|scarcely && =now|today|anymore $", Category.PRESENT, Direction.INSIDE),
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
        ^ [but|and|though] [it|=they] [=is|=are] still there|present|visible|around|noticeable
        ^ [but|and|though] [it|=they] [=is|=are] not gone
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
        not sure|certain|convinced|persuaded|positive [if|whether|about]
        can|could not tell you
        not understand if|whether
        unable to tell|say|see|assess|judge|feel|test|check [if|whether|for]
        not <quite> sure|certain|convinced|persuaded|positive [if|whether|about]
        unsure|uncertain|dunno [if|whether|about]
        do not know [if|whether|about]
        can|could not tell|remember|recall|say|decide|judge if|whether
        can|could not judge|assess
        not tell|say|know|decide|judge|determine|establish .. if|whether
        not (figure|work|make) out [if|whether]
        not (see|feel|notice) [well|properly|clearly|really] if|whether
        not (able|possible) to tell|say|see|know|judge|assess|determine|(make|work|figure out) [if|whether|for]
        would not know if|whether|=that|it
        i|we would not know [about]
        would not swear [to] [if|whether|=that|it]
        not (care|like|want) to say [if|whether]
        not confirm|vouch
        not rule out
        hard|difficult|impossible|tricky|tough to tell|say|know|judge [if|whether|for]
        hard|difficult|impossible|tricky|tough to assess|gauge|determine|(be sure|certain) [if|whether|for]
        not easy to tell|say|know|judge|assess|see [if|whether|for]
        unclear|undecided|debatable|inconclusive|equivocal|indeterminate [if|whether]
        in two minds [if|whether|as|about]
        jury .. out [on] [if|whether]
        toss up [if|whether]
        confused|confusion|question|wonder|wondering whether
        doubt whether
        (buggered|damned|blowed|hanged|fucked|stuffed) if i know|(can tell) [if|whether]
        not notion|scooby|foggiest|faintest|inkling [if|whether]
        no idea|clue [if|whether|about]
        have not checked|looked|tried|tested [if|whether|for]
        not|never checked|looked|examined|felt|measured [to see] if|whether|for
        """,
        scope=Scope.LIST,
    ),
    *triggers(
        Category.UNKNOWN,
        """
        or not
        (not sure|no idea|do not know|dunno|unsure|can not tell|can not say|hard to say|hard to tell) $
        unclear|debatable|inconclusive|equivocal|indeterminate|questionable|uncertain $
        not assessed|checked|examined|tested|documented|looked at $
        (up in air)|(open to debate)|(anyone guess) $
        (not notion|clue|scooby)|(have not checked|looked) [yet] $
        """,
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
        there [good|fair|decent|some|slight|real] chance =that it|=this|=my
        not convinced|persuaded|sure .. not
        """,
    ),
    *triggers(
        Category.HEDGED,
        "(i think|i guess|maybe|possibly|probably|perhaps|or something|ish) $",
        Direction.BACKWARD,
        Scope.PREVIOUS,
    ),
)
