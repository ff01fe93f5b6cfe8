"""Denials."""

from bot.language.trigger import Category, Direction, Scope, Trigger, triggers

DENIALS = (
    *triggers(
        Category.ABSENT,
        "i said|put|wrote|typed|told|clicked|pressed|picked|meant .. mistake|wrongly|accident|error|mistakenly",
        Direction.INSIDE,
    ),
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
        can|could not =be
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
    # "None of these bones is sore": the bones are those asked about; "none of those, it is swollen" goes on anew.
    *triggers(
        Category.ABSENT,
        "none|neither|(not one) of =these|=those|=the|=my bone|bones|spot|spots|place|places|point|points|toe|toes"
        "|part|parts|side|sides|joint|joints|tendon|tendons|area|areas|bit|bits",
        reach=6,
    ),
)
