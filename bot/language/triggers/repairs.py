"""Second thoughts: what is taken back, corrected, or said to be the same."""

from bot.language.trigger import Category, Direction, Scope, triggers

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

# What is taken back without being named again: "It's swollen. Sorry, it's not."
SECOND_THOUGHTS = (
    *triggers(
        Category.PRESENT,
        """
        <oops> && ^ [actually|yes] it|they|there =is|=are|=was|=has|=does [actually] $
        ^ [oh|no|sorry] (wait|actually|sorry|scratch that) [no|wait] it|they|there =is|=are|=has|=does [actually] $
        """,
        Direction.BACKWARD,
        Scope.BEFORE,
        reach=14,
    ),
    *triggers(
        Category.ABSENT,
        """
        <oops> && ^ [actually|no] it|they|there|=that not [any|one|actually] $
        ^ [oh|no] (wait|actually|sorry|scratch that) [no|wait|actually] it|they|there not [actually|any] $
        """,
        Direction.BACKWARD,
        Scope.BEFORE,
        reach=14,
    ),
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
