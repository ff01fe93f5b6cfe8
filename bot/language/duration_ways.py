"""Ways of saying how long ago it began, as phrases; UNIT stands for each unit of `UNITS`."""

UNITS = {
    "second|sec": 1 / 86400,
    "minute": 1 / 1440,
    "hour|h": 1 / 24,
    "day|d": 1.0,
    "night": 1.0,
    "week|w": 7.0,
    "weekend": 7.0,
    "fortnight": 14.0,
    "month": 30.0,
    "year|y": 365.0,
}
"""Length in days of what people count in; a month is 30 days."""

COUNTED = """
# UNIT ago|back|since
call it # UNIT
=been|there|here|like =this =a UNIT
=a|=an UNIT ago|back
for [about|around|roughly|nearly|almost|over|at least|best part of] [=the] [last|past] #|=a|=an UNIT
last|past # UNIT
last|past UNIT or so
for|over|in|during [=the] last|past UNIT
over|nearly|almost|about|around|roughly|maybe|least|approximately # UNIT
over|nearly|almost|about|roughly|around|under|within =a|=an UNIT
less than #|=a|=an UNIT
more than|like #|=a|=an UNIT
since # UNIT
# UNIT now|old|already|in|later|running
=a|=an UNIT now|already|later
=a|=an UNIT in and
=a|=an UNIT in $
# UNIT and counting
# UNIT history
# UNIT of =this|pain|it|swelling|hurting|agony|soreness
start|begin|happen|hurt|sore|painful|pain|=been|injured|roll|twist|had|sprain .. # UNIT
=been =a|=an UNIT
gone on|going on [for] # UNIT
going on =a|=an UNIT
=a|=an UNIT today|tomorrow|tonight
# UNIT today|tomorrow
# UNIT on and
# UNIT post|since|after sprain|injury|fall|roll|accident|twist|i|it|going|falling|rolling|twisting|=the|=my
did it .. # UNIT
=this past UNIT
UNIT # of =this
"""
"""Lengths of time since it began. Without a number it is one."""

COUNTED_LOOSELY = """
# UNIT
still .. after|for # UNIT
not|never|barely|hardly =budged|=settled|=improved|=shifted|=eased|=gone|=moved|=changed|=healed .. in # UNIT
^ =a|=an UNIT [or so|now|ish] $
rest|wait|take|run|jog|train|sleep|sit|drive|fly|walk .. # UNIT ago
"""
"""Lengths of time that may be the one; surer ways come first."""

CLINICAL = {"# =/ =7": 1.0, "# =/ =52": 7.0, "# =/ =12": 30.0}
"""Shorthand of clinicians: 6/52 is six weeks."""

ONE_AND_A_HALF = "[=a|=an|one] UNIT and half"

OTHER_LENGTHS = """
in|every|each|after|another|next|until # UNIT
in =a|=an UNIT
for another|next # UNIT
# more UNIT
# UNIT away|time|off|out|before|pregnant|race|plan|streak|programme|program|block|break|course|long
# UNIT to go
# UNIT of rest|antibiotics|physio|training|treatment|running|ibuprofen|naproxen|smoking|work
# time|times =a|=per UNIT
# times every UNIT
# =a UNIT
rest|=icing|=iced|(ice it)|wait|take|run|jog|train|sleep|sit|drive|drove|fly|flew|walk|flight .. # UNIT
for # UNIT straight
#|=a|=an UNIT every|each|per
stay|=lasts|=lasted|=lasting [for] #|=a|=an UNIT
it|they|can|will|would|usually =last [for] #|=a|=an UNIT
for [about|only|just|like] #|=a|=an minute|second
diabetes|smoke|married|tablet|pill|warfarin|job .. # UNIT
=been running|runner .. # year
# UNIT old boy|girl|son|daughter|man|woman|lad|shoe|trainers|child
i # years old
i =am|=im # years
aged|age # years
=a|=my # years old
# years old
# year sentence
# hour|minute|day run|race|walk|shift|flight|drive|jog|week
=lasts|=lasted|=lasting [about|around|only|for] # minute|hour
after|within|every # minute
about # minute in|into|each|of|then|on|at|with
about # minute $
# minutes|minute into|in|per
every # UNIT
race|marathon|event|wedding|holiday .. # UNIT
# UNIT [and] half marathon
# UNIT until|till|before|til [=my|=the]
shoe|trainer|sneaker|runners|boot|bike|insole|orthotic|spikes .. # UNIT [ago|old]
shoe|trainer|sneaker|boot|insole .. =a|=an UNIT ago
(job|house|flat|country|city|baby|gym|club|covid|flu|virus|infection|antibiotics|surgery|operation|=cast|scan|mri|xray|steroid|injection|surgeon|flew|flight|move|smoking|quit) .. # UNIT ago|back|old
start .. job|gym .. # UNIT
on feet|it|desk [for] # hour|h
shift .. # hour
hurts|aches|throbs|sore|stiff|pain|lasts|painful [for|about] .. # minute|hour after|before|in|into|then|every|each
hurts|aches|throbs|stiff|pain [for] #|=a|=an minute|hour after|before|into|then|every|each
=operated .. # years|months|weeks [ago|back]
physio|doctor|gp|google|nurse|surgeon|consultant say|said|told|tell|reckon|reckoned .. # UNIT
run|did|half|marathon|parkrun|10k|race|finish .. in [under|over|about] # hour|minute|h
old|previous .. # years|months [ago|back]
weather|sunny|rainy|snowy .. today|yesterday|(this morning)
lovely|nice|grand|beautiful|miserable|horrible day|morning|evening today|out|outside
# UNIT =a day|night|week
# UNIT day|week
"""
"""Lengths of time that are about something else."""

NAMED = {
    "=today": 0,
    "=this morning|afternoon|evening|arvo|lunchtime|lunch": 0,
    "=tonight": 0,
    "just happened": 0,
    "just now": 0,
    "earlier on": 0,
    "earlier today": 0,
    "few minutes ago": 0,
    "quarter of =a year": 90,
    "=yesterday": 1,
    "last night": 1,
    "=overnight": 1,
    "night before last": 2,
    "day before yesterday": 2,
    "last week": 7,
    "week before last": 14,
    "last month": 30,
    "month before last": 60,
    "last year": 365,
}
"""Named days, and how many days ago they are."""

BEGAN = "(start|begin|happen|roll|twist|fall|sprain|did it|come on)"
"""Words that make a named day the day on which it began."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = "january february march april may june july august september october november december".split()

DATES = {
    "christmas": (12, 25),
    "xmas": (12, 25),
    "boxing day": (12, 26),
    "new year": (1, 1),
    "new years": (1, 1),
    "start|beginning of year": (1, 1),
    "halloween": (10, 31),
    "bonfire night": (11, 5),
    "thanksgiving": (11, 25),
    "valentines": (2, 14),
    "easter": (4, 10),
}
"""Days of the year, month and day; movable ones by their middle."""
