"""Doubts: what the person does not know, or is not sure of."""

from bot.language.trigger import Category, Direction, Scope, triggers

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
