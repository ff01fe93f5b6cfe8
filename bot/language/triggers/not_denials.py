"""What looks like a denial and is none, and what ends the reach of one."""

from bot.language.trigger import Category, Direction, Scope, Trigger, triggers

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
    ^ no no
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
    can|could not =be more|any|=this|so|better|worse
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
