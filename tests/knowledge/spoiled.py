"""Edits that spoil the small base, each with the check that must notice it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.knowledge.checks import advice, conditions, identity, plans, questions, reading, references, usage, wording
from bot.knowledge.checks.fault import Check

SPRAIN = "conditions/lateral_ankle_sprain.yml"
STRAIN = "conditions/calf_strain.yml"


@dataclass(frozen=True)
class Wrong:
    """A check, an edit that it must notice, what it says, and what stands in the line it points at."""

    check: Check
    file: str
    old: str
    new: str
    what: str
    line: str


WRONG = (
    Wrong(
        identity.findings_are_of_the_vocabulary, "findings.yml", "id: swelling", "id: swellings",
        "'swellings' is no finding of the vocabulary", "swellings",
    ),
    Wrong(
        identity.findings_are_of_the_vocabulary, "findings.yml", "kind: symptom", "kind: history",
        "Finding 'swelling' is a history here", "kind: history",
    ),
    Wrong(
        identity.regions_are_of_the_vocabulary, "regions.yml", "id: calf", "id: calves",
        "'calves' is no region of the vocabulary", "calves",
    ),
    Wrong(
        identity.regions_are_of_the_vocabulary, "regions.yml", "area: calf", "area: lateral",
        "Region 'calf' is in area 'lateral' here", "area: lateral",
    ),
    Wrong(
        identity.conditions_are_of_the_vocabulary, STRAIN, "id: calf_strain", "id: calf_pain",
        "'calf_pain' is no condition of the vocabulary", "calf_pain",
    ),
    Wrong(
        identity.the_vocabulary_is_covered, "findings.yml", "id: diabetes", "id: sugar",
        "There is no finding 'diabetes'", "#",
    ),
    Wrong(
        references.clauses_name_known_things, "decision_rules.yml", "of: [swelling", "of: [sweling",
        "Rule 'floor_swollen', 'when': 'sweling' is no finding", "when:",
    ),
    Wrong(
        references.clauses_name_known_things, "decision_rules.yml", "{absent: hop}", "{unknown: hop}",
        "waits for 'hop' to be unknown", "when:",
    ),
    Wrong(
        references.clauses_name_known_things, "decision_rules.yml", "{absent: hop}", "{absnt: hop}",
        "'absnt' is no attribute", "when:",
    ),
    Wrong(
        references.clauses_name_known_things, "questions.yml", "{location: [lateral]}", "{location: [outside]}",
        "'outside' is no value of 'location'", "ask_when",
    ),
    Wrong(
        references.clauses_name_known_things, "questions.yml", "duration_days: {at_most: 3}", "onset: {at_most: 3}",
        "'onset' is no number", "never_when",
    ),
    Wrong(
        references.clauses_name_known_things, "decision_rules.yml", "at_least: 7", "at_least: 11",
        "11 is out of range for 'severity'", "when:",
    ),
    Wrong(
        references.clauses_name_known_things, "advice/moving.yml", "[diabetes,", "[diabetis,",
        "Advice 'ease_in', 'unless': 'diabetis' is no finding", "unless",
    ),
    Wrong(
        references.rules_ask_known_questions, "red_flags.yml", "ask: emergency_signs", "ask: emergency_sings",
        "asks 'emergency_sings', which is no question", "ask",
    ),
    Wrong(
        references.questions_settle_known_things, "questions.yml", "about: [deformity, open_wound]",
        "about: [deformity, wound]", "is about 'wound', which is no finding", "about",
    ),
    Wrong(
        references.questions_settle_known_things, "questions.yml", "label: All at once}",
        "label: a, settles: {onset: fast}}", "option 'sudden': 'fast' is no value of 'onset'", "options",
    ),
    Wrong(
        references.questions_settle_known_things, "questions.yml", "label: It looks bent}",
        "label: a, settles: {deformity: maybe}}", "'maybe' is no value of 'deformity'", "options",
    ),
    Wrong(
        references.conditions_name_known_things, STRAIN, "regions: [calf", "regions: [calves",
        "'regions': there is no 'calves'", "regions",
    ),
    Wrong(
        references.conditions_name_known_things, STRAIN, "advice: [get_help]", "advice: [get_helped]",
        "'advice': there is no 'get_helped'", "advice",
    ),
    Wrong(
        references.conditions_name_known_things, SPRAIN, "{calf_strain: swelling}", "{strain: swelling}",
        "'contrasts': there is no 'strain'", "contrasts",
    ),
    Wrong(
        references.conditions_name_known_things, SPRAIN, "{calf_strain: swelling}", "{calf_strain: colour}",
        "'contrasts': there is no 'colour'", "contrasts",
    ),
    Wrong(
        references.conditions_name_known_things, SPRAIN, "{calf_strain: swelling}", "{lateral_ankle_sprain: swelling}",
        "is contrasted with itself", "contrasts",
    ),
    Wrong(
        references.evidence_names_known_things, SPRAIN, "{id: swelling", "{id: sweling",
        "finding 'sweling': that is no finding", "sweling",
    ),
    Wrong(
        references.evidence_names_known_things, SPRAIN, "value: sudden", "value: fast",
        "finding 'onset': 'fast' is no value", "fast",
    ),
    Wrong(
        references.evidence_names_known_things, SPRAIN, "state: absent", "state: unknown",
        "that 'hop' is unknown weighs nothing", "id: hop",
    ),
    Wrong(
        references.evidence_names_known_things, STRAIN, "at_most: 21", "value: 3-10",
        "'3-10' is no range for 'duration_days'", "3-10",
    ),
    Wrong(
        references.sources_exist, "advice/moving.yml", "sources: [studied]", "sources: [studies]",
        "names the source 'studies', which is not listed", "ease_in",
    ),
    Wrong(
        references.sources_exist, "decision_rules.yml", "sources: [judged]\n", "",
        "Rule 'floor_swollen' has no source", "floor_swollen",
    ),
    Wrong(
        references.sources_exist, SPRAIN, "sources: [judged]", "sources: [juged]",
        "names the source 'juged', which is not listed", "id: hop",
    ),
    Wrong(
        references.the_lexicon_speaks_of_known_things, "lexicon.yml", "concept: lateral", "concept: latral",
        "phrases for 'latral'", "latral",
    ),
    Wrong(
        references.the_lexicon_speaks_of_known_things, "lexicon.yml", '"onset:sudden"', '"onset:fast"',
        "phrases for 'onset:fast'", "onset:fast",
    ),
    Wrong(
        questions.questions_are_about_something, "questions.yml", "about: [deformity, open_wound]", "about: []",
        "Question 'emergency_signs' is about nothing", "about",
    ),
    Wrong(
        questions.questions_can_be_answered, "questions.yml", ", {id: absent, label: No}]", "]",
        "Question 'hop' (single) leaves nothing to choose", "options",
    ),
    Wrong(
        questions.questions_can_be_answered, "questions.yml", "min: 0, max: 10", "min: 10, max: 10",
        "Question 'severity' (scale) has no room", "severity",
    ),
    Wrong(
        questions.questions_can_be_answered, "questions.yml", "seconds: 4", "seconds: 0",
        "Question 'swelling' takes 0 seconds", "seconds",
    ),
    Wrong(
        questions.options_are_told_apart, "questions.yml", "label: Little by little", "label: all at once",
        "has the option 'gradual' (all at once) twice", "options",
    ),
    Wrong(
        questions.options_settle_what_the_question_is_about, "questions.yml", "label: It looks bent}",
        "label: a, settles: {swelling: present}}", "settles 'swelling', outside its about", "options",
    ),
    Wrong(
        questions.everything_asked_about_can_be_settled, "questions.yml", "about: [deformity, open_wound]",
        "about: [deformity, open_wound, onset]", "is about 'onset', but no option settles it", "about",
    ),
    Wrong(
        questions.emergencies_have_a_closed_question, "red_flags.yml", "    ask: emergency_signs\n", "",
        "Rule 'RF01' calls for emergency care, but no question settles it", "RF01",
    ),
    Wrong(
        questions.emergencies_have_a_closed_question, "red_flags.yml", "ask: emergency_signs", "ask: anything_else",
        "'anything_else' has no fixed answers", "ask",
    ),
    Wrong(
        questions.rules_ask_what_settles_them, "red_flags.yml", "ask: emergency_signs", "ask: swelling",
        "asks 'swelling', which settles nothing in it", "ask",
    ),
    Wrong(
        questions.rules_can_be_asked_about, "decision_rules.yml", "{onset: sudden}", "{mechanism: twist}",
        "looks at 'mechanism', which no question is about", "when",
    ),
    Wrong(
        questions.checks_that_hurt_are_guarded, "questions.yml",
        "    never_when: {any: [deformity, {duration_days: {at_most: 3}}]}\n", "",
        "asks for a hop, whoever it is", "id: hop",
    ),
    Wrong(
        conditions.conditions_can_be_told_apart, STRAIN, "scale: strong", "ratio: 1.9, otherwise: 0.51",
        "Nothing tells condition 'calf_strain' from others", "findings",
    ),
    Wrong(
        conditions.ratios_are_ratios, STRAIN, "ratio: 1.2", "ratio: 0", "ratio 0, otherwise 0.9", "duration_days",
    ),
    Wrong(
        conditions.ratios_are_ratios, STRAIN, "otherwise: 0.9", "otherwise: 1.1", "ratio 1.2 and otherwise 1.1",
        "duration_days",
    ),
    Wrong(
        conditions.evidence_counts_once, SPRAIN, "{id: onset, value: sudden", "{id: swelling",
        "weighs 'swelling' twice", "scale: strong",
    ),
    Wrong(conditions.priors_are_shares, STRAIN, "prior: 0.05", "prior: 0", "has the prior 0", "prior"),
    Wrong(conditions.priors_are_shares, STRAIN, "prior: 0.05", "prior: 1.5", "has the prior 1.5", "prior"),
    Wrong(conditions.priors_are_shares, STRAIN, "prior: 0.05", "prior: 0.8", "add up to 1.10", "prior"),
    Wrong(conditions.courses_go_forward, STRAIN, "[10, 42]", "[42, 10]", "from day 42 to day 10", "course"),
    Wrong(
        conditions.courses_go_forward, STRAIN, "recheck_days: 7", "recheck_days: 60", "looked at again after 60 days",
        "course",
    ),
    Wrong(advice.advice_is_used, SPRAIN, "[ease_in, get_help]", "[get_help]", "uses the advice 'ease_in'", "ease_in"),
    Wrong(
        advice.advice_can_be_given, STRAIN,
        "usual_level: soon\nmust_not_miss: true\ntissue: muscle\nadvice: [get_help]",
        "usual_level: same_day\ntissue: muscle\nadvice: [ease_in]", "has no advice that may be given then", "advice",
    ),
    Wrong(
        advice.advice_said_instead_has_a_reason, "advice/moving.yml",
        "    unless: {any: [diabetes, {age: {at_least: 80}}]}\n", "", "nothing ever withholds it", "instead",
    ),
    Wrong(
        advice.advice_is_written_once, "advice/moving.yml", "text: Ask for help if it gets worse.",
        "text: Walk as far as it feels fine!", "'get_help' says the same as 'ease_in'", "Walk as far as it feels fine!",
    ),
    Wrong(
        advice.advice_is_written_once, "advice/moving.yml", "text: Ask for help if it gets worse.",
        "text: You may ask for help at any time of the day. Walk as far as it feels fine.",
        "'get_help' and 'ease_in' are given together, and both say: Walk as far as it feels fine.", "You may ask",
    ),
    Wrong(
        advice.advice_does_not_contradict_itself, "advice/moving.yml", "levels: [self_care, soon, same_day, emergency]",
        "levels: [soon], recommends: [running]",
        "Advice 'get_help' recommends 'running', which 'ease_in' forbids", "get_help",
    ),
    Wrong(
        advice.advice_does_not_contradict_itself, "advice/moving.yml", "recommends: [walking]",
        "recommends: [walking, running]", "recommends and forbids 'running'", "forbids: [running]",
    ),
    Wrong(
        references.measures_are_known, "advice/moving.yml", "recommends: [walking]", "recommends: [wlaking]",
        "'recommends': there is no 'wlaking'", "wlaking",
    ),
    Wrong(
        references.measures_are_known, "red_flags.yml", "forbids: [walking]", "forbids: [stepping]",
        "Rule 'RF01', 'forbids': there is no 'stepping'", "stepping",
    ),
    Wrong(
        references.conditions_name_known_things, STRAIN, "tissue: muscle", "tissue: mussel",
        "'tissue': there is no 'mussel'", "mussel",
    ),
    Wrong(
        references.plans_articles_and_figures_name_known_things, "plans/step_by_step.yml", "[ligament, muscle]",
        "[ligaments]", "'tissues': there is no 'ligaments'", "ligaments",
    ),
    Wrong(
        references.plans_articles_and_figures_name_known_things, "articles/general.yml",
        "about: [lateral_ankle_sprain]", "about: [sprain]",
        "Article 'what_is_a_sprain', 'about': there is no 'sprain'", "what_is_a_sprain",
    ),
    Wrong(
        references.plans_articles_and_figures_name_known_things, "figures.yml", "about: [lateral_ankle_sprain, RF01]",
        "about: [RF99]", "Figure 'prior_of_sprains', 'about': there is no 'RF99'", "prior_of_sprains",
    ),
    Wrong(
        references.clauses_name_known_things, "plans/step_by_step.yml", "[deformity, diabetes]", "[deformity, sugar]",
        "Plan 'step_by_step', 'unless': 'sugar' is no finding", "unless",
    ),
    Wrong(
        references.sources_exist, "articles/general.yml", "sources: [studied]", "sources: [read_somewhere]",
        "names the source 'read_somewhere', which is not listed", "what_is_a_sprain",
    ),
    Wrong(
        identity.conditions_are_explained, "articles/general.yml", "kind: what_it_is", "kind: symptoms",
        "No article says what 'lateral_ankle_sprain' is", "lateral_ankle_sprain",
    ),
    Wrong(
        usage.nothing_is_unused, "figures.yml", "about: [stretching]", "about: [walking]",
        "Nothing uses the measure 'stretching'", "stretching",
    ),
    Wrong(
        usage.nothing_is_unused, "sources.yml", "id: judged,", "id: judge,", "Nothing uses the source 'judge'", "judge",
    ),
    Wrong(
        usage.nothing_is_unused, STRAIN, "regions: [calf, lateral]", "regions: [lateral]",
        "Nothing uses the region 'calf'", "calf",
    ),
    Wrong(
        usage.nothing_is_unused, SPRAIN, "plans: [step_by_step]\n", "", "Nothing uses the plan 'step_by_step'", "id:",
    ),
    Wrong(
        usage.nothing_is_unused, STRAIN, "tissue: muscle", "tissue: ligament", "Nothing uses the tissue 'muscle'",
        "muscle",
    ),
    Wrong(
        usage.nothing_is_unused, "red_flags.yml", "{any: [deformity, open_wound]}", "{any: [deformity]}",
        "Nothing uses the finding 'open_wound'", "open_wound",
    ),
    Wrong(
        conditions.conditions_are_described, STRAIN, "were torn. It", "were torn and it",
        "'calf_strain' is not explained in two sentences", "plain",
    ),
    Wrong(
        conditions.conditions_are_described, STRAIN, "[S86.1]", "[S86.1-]", "'S86.1-' is no stem", "icd10",
    ),
    Wrong(
        conditions.contrasts_ask_what_differs, SPRAIN, "{calf_strain: swelling}", "{calf_strain: anything_else}",
        "is told from 'calf_strain' by 'anything_else', which neither of them weighs", "contrasts",
    ),
    Wrong(
        conditions.plans_fit_the_condition, SPRAIN, "usual_level: self_care", "usual_level: same_day",
        "is seen same_day, and has a plan", "plans",
    ),
    Wrong(
        conditions.plans_fit_the_condition, "plans/step_by_step.yml", "[ligament, muscle]", "[muscle]",
        "is about ligament, for which 'step_by_step' is not made", "plans",
    ),
    Wrong(
        plans.plans_are_whole, "plans/step_by_step.yml", "stop:\n  - {id: swollen, text: It swells again.}\n", "",
        "Plan 'step_by_step' has no stop", "reviewed",
    ),
    Wrong(
        plans.plans_are_whole, "plans/step_by_step.yml", "id: second", "id: first", "'first' stands there twice",
        "id: first",
    ),
    Wrong(
        plans.plans_are_whole, "plans/step_by_step.yml", "sessions_before_next: 2", "sessions_before_next: 0",
        "counts 0 sessions", "reviewed",
    ),
    Wrong(
        references.plans_articles_and_figures_name_known_things, "plans/step_by_step.yml", "[calf_strain]",
        "[calf_strayn]", "calf_strayn", "never_with",
    ),
    Wrong(
        plans.plans_can_go_on_and_end, "plans/step_by_step.yml", "settle_days: 7", "settle_days: 0",
        "has a 'settle_days' below 1", "settle_days",
    ),
    Wrong(
        plans.plans_can_go_on_and_end, "plans/step_by_step.yml", "sessions_a_week: 3", "sessions_a_week: 6",
        "leave no room for", "sessions_a_week",
    ),
    Wrong(
        plans.plans_can_go_on_and_end, "plans/step_by_step.yml", "id: clearance", "id: cleared",
        "its gate does not ask for that", "gate",
    ),
    Wrong(
        plans.limits_of_pain_are_in_order, "tissues.yml", "pain_fine: 1", "pain_fine: 3", "takes pain of 3 to 2",
        "pain_most",
    ),
    Wrong(
        questions.emergencies_say_what_to_do, "red_flags.yml", "    until_help: Keep the leg still.\n", "",
        "does not say what to do until help comes", "RF01",
    ),
    Wrong(
        reading.texts_are_easy_to_read, STRAIN, "It takes some weeks.",
        "Rehabilitation of gastrocnemius musculotendinous injuries necessitates individualised adaptation.",
        "'course.expect' reads at grade", "Rehabilitation",
    ),
    Wrong(
        wording.no_text_says_what_none_may, "articles/general.yml", "It takes as long as it takes.", "Run through it.",
        'Article \'running_again\', \'differs\' says "Run through it"', "Run through it",
    ),
    Wrong(
        wording.no_text_says_what_none_may, "plans/step_by_step.yml", "I walk without a limp.", "No more than 5%.",
        "Plan 'step_by_step', 'gate' says \"%\"", "No more than",
    ),
    Wrong(
        wording.no_text_says_what_none_may, STRAIN, "It takes some weeks.", "In 90% some weeks.", 'says "%"', "90%",
    ),
    Wrong(
        wording.no_text_says_what_none_may, "questions.yml", "label: It looks bent", "label: It is definitely bent",
        'says "definitely"', "definitely",
    ),
)  # fmt: skip
