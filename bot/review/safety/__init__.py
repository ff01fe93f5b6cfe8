"""The safety case: what is guaranteed about the level, and the walk through every case that shows it.

floors      what may not be undercut, read from data/safety
answers     every answer that there is to what a rule or a floor looks at
table       all combinations of answers at once, one bit each
walk        no combination ends below a floor; not sure and more danger never lower a level
smallest    the smallest sets of answers that fire a rule
short_form  the same in fewer lines, for reading
mutations   rules broken on purpose
judged      which of them the walk notices
case        all of it, worked out
wording     answers in plain words
report      the case as a page for clinicians
"""
