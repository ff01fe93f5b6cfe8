"""The good side against the bad one."""

from bot.language.trigger import Category, Direction, Scope, triggers

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
        same as
        match|matches
        same|equal size|height|shape|strength to
        like|as|than i|it [can|could|do|does|did] on|with
        what|where i can|could [do] on|with
        (size|width) of
        good <foot_side>
        (i|it) favour|favor
        favouring|favoring
        lead|leading|led [up|down|off] with
        leaning|lean|leant|relying|rely [more|heavily|all] on|onto
        (all|most of) weight [is|goes|went|going] on|onto|over|through
        (shift|shifted|shifting|move|moved) weight to|onto|over
        stand|standing|balance|balancing better|fine|only|longer on
        <act> better|fine|happily|ok|okay on
        """,
        reach=4,
    ),
    *triggers(
        Category.HEALTHY,
        "[is|was] [=my|=the] good|better|decent|working|ok one|side|leg|foot|ankle $",
        Direction.BACKWARD,
        reach=5,
    ),
    *triggers(Category.OPPOSITE, "good|unaffected|healthy|uninjured", reach=1),
    *triggers(
        Category.NOTHING, "you asked|ask about|if\nnot peep|squeak|murmur|word from|out\nfeeling [has|come|came] back"
    ),
    *triggers(
        Category.NOTHING, "higher|farther|further|lower|more|less|rather|other|worse|better than [usual|before|normal]"
    ),
)
