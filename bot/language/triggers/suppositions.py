"""What is supposed, wished, feared or asked, and not told."""

from bot.language.trigger import Category, Direction, Scope, triggers

SUPPOSITIONS = (
    *triggers(Category.HYPOTHETICAL, "read|reading [up] about|on", reach=3),
    *triggers(
        Category.HYPOTHETICAL,
        """
        if
        if|whether i can|could|should|may|will
        in case
        what if
        tell|say [=me] [=that] i
        ignore .. instructions
        should it
        unless
        worry|scared|afraid|anxious|paranoid|concerned|frightened|nervous about|it|=that|of|i|if
        look|watch out for
        =look|=looking|watch|=check|=checking|wait for
        risk|chance|danger|prevent|avoid [of|from]
        do not want [to|it]
        would hate
        imagine|assuming|provided
        let [us] say
        as|so long as .. no|not
        can|could|will|would|may|might i|we get|develop
        read|hear =that|about .. people|you|they|others
        leaflet|website|internet|article|page|book|forum mention|say|talk|list|describe
        can|could|will|would|might|may .. cause|lead|mean|result
        can|could|will|would|may|might it|=this|=that|they|there|you
        expect|expected|expecting
        ask about
        normal to|for|=that|if
        difference between
        symptom|sign of
        cause of
        mean i|it|=that
        =were it|there|=they|=my to
        =were there
        should any|there
        in event
        ^ =suppose|=supposing|=presuming|=say it|there|i|=my|=this|=they
        =supposing|=presuming|assume|assuming
        what happen|would|will when|if|should
        have|in fear =that|of|it
        dread|petrified|terrified|fear|fearful|fearing [=that|of] [it|i]
        monitor|alert|vigilant|ready|braced|brace|prepared|waiting|wait for
        eye [out|open|peeled] for
        wait for|until|till it|=the
        lest
        otherwise|else it|i|=that will|would|could|might
        it|there will|could|might|may .. tomorrow|tonight|later
        tomorrow|tonight|later it|there|=this|i will|might|could|may
        ^ [so] whether
        so =that it|=this|=they|i .. not
        to stop|keep any
        back|return|come|go|ring|call|phone|hospital|doctor for|with any
        any =increase|=new|=sign|=signs of
        =had it|there =been
        could|may|might|can =start|=begin|=develop|=turn|=become|=lead|=end|=come|=happen|=set
        =minute|=moment it|there|=my =goes|=gets|=is|=starts && will|would|going|calling|straight
        =second|=instant|(soon as) it|there|=my =goes|=gets|=is|=starts && will|would|going|calling|straight
        =minute|=moment it|there|=my =becomes|=feels|=looks|=swells && will|would|going|calling|straight
        =second|=instant|(soon as) it|there|=my =becomes|=feels|=looks|=swells && will|would|going|calling|straight
        =minute|=moment it|there|=my =goes|=gets|=is|=starts && off|ring|doctor|hospital|emergency
        =second|=instant|(soon as) it|there|=my =goes|=gets|=is|=starts && off|ring|doctor|hospital|emergency
        =minute|=moment it|there|=my =becomes|=feels|=looks|=swells && off|ring|doctor|hospital|emergency
        =second|=instant|(soon as) it|there|=my =becomes|=feels|=looks|=swells && off|ring|doctor|hospital|emergency
        soon as there|it && will|would|going|calling|ring|doctor|hospital|emergency
        =once it starts|gets|becomes && should|will|shall|can|would
        hope|hoping|pray|praying|wish .. not|no|never
        fingers crossed .. not|no|never
        ^ any && ^ and|then i|we will|would|shall|(going to)
        if it|there|=they|i|=this|=my|=the not|no
        ought it|there|=this|i|=they|=my
        how would|will|do|can|could i|you|one|we know|tell if
        ^ do|does it|=this|=they usually|normally|ordinarily|commonly|typically|generally
        must|ought|need there|it be
        read|reads|hear|hears|heard of people|others|runners|folk|someone|cases
        video|film|clip|podcast|programme|book|article|leaflet|literature|textbook [he|she|it|they] say|said|show
        video|film|clip|podcast|programme|book|article|leaflet|literature [he|she|it|they] mention|claim|describe
        tiktok|youtube|reddit|facebook|instagram|chatgpt|webmd|wikipedia [page|site|video] say|said|mean|mention|claim
        tiktok|youtube|reddit|facebook [page|site|video] list|describe|reckon|warn|suggest|tell
        instagram|chatgpt|webmd|wikipedia [page|site|video] list|describe|reckon|warn|suggest|tell
        nhs|internet|website|google [page|site|video] say|said|mean|mention|claim|list|describe|reckon|warn|suggest|tell
        literature|textbook|textbooks|guidelines [page|site|video] say|said|mean|mention|claim
        literature|textbook|textbooks|guidelines [page|site|video] list|describe|reckon|warn|suggest|tell
        textbook|classic|typical|typically cases
        =usually|=typically|=normally|=generally|=often|=commonly patients|people|runners|sprains|you|one
        =they say .. always|usually|normally|can|should|often
        =people say
        to watch|look [out] for
        bound|destined|liable to
        worst case
        (god|heaven) forbid
        depend on
        once|when there any
        will tell|call|ring|stop|come|see|go .. when|once it|there
        warned .. may|might|could|will|can
        ^ ought|should .. appear|develop|occur|arise|come|happen|start|begin
        just in case
        google
        likely|going to
        """,
        scope=Scope.CLAUSE,
    ),
    *triggers(Category.HYPOTHETICAL, "do|could|may|might i|we|he|she have", reach=3),
    *triggers(Category.HYPOTHETICAL, "can|could|should|shall|may|will|would i|we still|even|just|maybe", reach=1),
    *triggers(
        Category.NOTHING,
        """
        nor|neither|barely|hardly|scarcely|way can|could|will|would i|we
        if anything
        forget|forgot|forgotten|meant to say|mention|tell|add|write|put|note [=you] [=that] [i|=my|it|there|=this]
        """,
    ),
    *triggers(
        Category.HYPOTHETICAL,
        "i|we =thought|assumed|figured [=that] it|=this|=that =was|=were|=might && but|until|turns|now",
        Direction.INSIDE,
        Scope.SENTENCE,
    ),
    *triggers(
        Category.NOTHING,
        """
        if|when i|you|we <manner>
        if|when i|you|we feel|run|trace|follow|go|look along|around|round|down|at|halfway|half
        even if i|you|we|he|she|=my
        as|ask|asking|see|wonder|wondering|know|check|checked|checking if
        if it|=this|=that help|matter
        if it|=this|=that makes sense
        if anything
        if i am honest
        ^ i mean it|i|=that|there|=they
        if i had to guess|say|call|pick|choose
        if i am not mistaken|wrong
        if only
        worry|scared|afraid|anxious|concerned|nervous [=that] [it] .. still|already
        worry|scared|afraid|anxious|concerned|nervous about|of|by =the|=my|=this|how
        =the|=my|=this risk of
        wait|waiting for =the|=my|=this
        all but|(as good as) =gone|=settled|=disappeared|=faded|=resolved|=cleared|=subsided|=vanished
        should|would it still|always|keep
        should .. still
        should .. =this|so|as <degree>
        may|might|could|can =be|feel =that
        normal for|=that|if|to <own>
        normal|usual|common|ok|okay|weird|odd for|=that =the|=an|=a|=both ankle|foot|heel|achilles|leg to|=is
        normal =that it|=this|=the|there
        what =is|=are|=does|=do .. <own>
        going to =the|=a|=my|work|bed|gym
        going to have to
        can|could|would you|anyone|someone|somebody tell|explain|say
        do|could|may|might i|we|he|she have to
        sign of
        """,
    ),
    *triggers(
        Category.DEFINITION,
        """
        ^ [so|hey|hi|hello|well|ok|okay|um|also] what|how|why [exactly] =is|=are|=does|=do|long|cause|help|make
        ^ [so|hey|hi|hello|well|ok|okay|um|also] how common|normal|usual
        ^ [so|hey|hi|hello|well|ok|okay|um|also] how much|many|often|bad .. normal|usual|expected|typical|expect
        ^ which|what =nerve|=injury|=injuries|=condition|=muscle|=bone
        ^ =is|=are .. same|different|better|worse|called
        ^ [please|can|could] [you] tell|talk [to] [me] about|more|through|what
        ^ [please|can|could] [you] talk me through
        ^ what|how brings|brought|sets|triggers|gives|happens
        ^ [whats|what] usual|typical|normal|average|expected timeline|time|timescale|recovery|course|outlook
        ^ timeline|timescale|timeframe|prognosis|outlook|recovery [time] for|of|with
        ^ [please|can|could] [you] explain|define|describe|clarify
        ^ who [normally|usually|typically|mostly|generally|else] get|gets|has|suffer
        ^ [and|but|so] what [exactly] =is|=are =a|=an|=the
        ^ do|does|=are|can|will .. runners|people|women|men|kids get|need|have|suffer|help|cause|stop
        ^ do|does|=are|can|will .. athletes|beginners|insoles|orthotics|folk get|need|have|suffer|help|cause|stop
        ^ do|does|=are heavier|older|taller|younger|new|most|many|other|flat|high
        ^ what difference|cause
        """,
        scope=Scope.SENTENCE,
        reach=20,
    ),
    *triggers(
        Category.DEFINITION,
        """
        ^ =whats
        ^ what .. mean|meant
        ^ what best|good|mean|symptoms|stretches|exercises|shoes
        ^ what =a high
        ^ which stretches|exercises|shoes|trainers|brace|socks|insoles|one|muscles|tendon|bone
        ^ [any|some|good|best|need|want|looking] [for] stretches|stretching|exercises|tips|advice|shoes for|to|on
        ^ =is it ok|okay|safe|worth|alright [to] strap|tape|ice|massage|rub|stretch|roll|heat|wrap|brace
        ^ how did you get to
        ^ =show|=teach|=give|=send me .. exercises|stretches|rehab
        ^ =is|=are .. serious|common|dangerous|permanent|curable|contagious
        ^ =does|=do .. work|cause|mean
        """,
        reach=20,
    ),
    *triggers(
        Category.NOTHING,
        """
        what|how|why =is|=does|=do .. wrong|happen|matter|going|up|it|=this
        """,
    ),
    *triggers(
        Category.QUESTION,
        """
        ^ [so|hey|hi|hello|well|ok|okay|um|also] do|=is|=are|can|could|will|would|should|which|might
        ^ [so|hey|hi|hello|well|ok|okay|um|also] when will|do|should|can
        ^ [so|hey|hi|hello|well|ok|okay|um|also] must|ought|may
        ^ [so] at|to what|which point|stage should|would|do|does|=is|will|might
        """,
        scope=Scope.SENTENCE,
        reach=20,
    ),
    *triggers(
        Category.HYPOTHETICAL,
        """
        =mean|=means what $
        would worry|alarm|concern|scare|frighten|mean|indicate|suggest|stop|put
        would =be .. flag|sign|bad|serious|emergency|concern|concerning|worrying|alarming|normal|strange|unusual
        may|might|could|will follow|appear|occur|develop|happen|arise
        to =be =expected
        """,
        Direction.BACKWARD,
        reach=6,
    ),
)
