/** What was said, and the questions with their controls. */

export const CONVERSATION = `
.transcript { display: grid; gap: .9rem; list-style: none }
.transcript > li { display: grid; gap: .5rem; justify-items: start; min-width: 0 }
.transcript > li.you, div.you { display: grid; gap: .15rem; justify-items: end }
div.you { width: 100% }
.says, .bubble { max-width: 92%; padding: .6rem .9rem; border-radius: .4rem 1rem 1rem 1rem; background: var(--_raised); border: 1px solid var(--_line) }
.says ul, :is(.says, .bubble, .warning, .banner, .emergency, .card) p + p { margin-block-start: .5rem }
.transcript ul:not([class]), .sheet ul:not([class]) { padding-inline-start: 1.2rem }
.bubble { border-radius: 1rem 1rem .4rem 1rem; border-color: transparent; background: var(--_tint) }
.bubble.sending { border: 1px dashed var(--_edge) }
.bubble.failed { border: 1.5px solid var(--_error) }
.problem { display: flex; flex-wrap: wrap; gap: .3rem; align-items: center; justify-content: flex-end; font-size: .9375em }
.note { justify-self: center; font-size: .9em; color: var(--_quiet); text-align: center }
.warning { max-width: 92%; padding: .7rem .9rem; border-radius: .6rem; border: 1px solid var(--_line); border-inline-start: .4rem solid var(--_same-day); background: var(--_raised) }
.warning.emergency { border-inline-start-color: var(--_emergency) }
.warning h3 { display: flex; gap: .5rem; margin-block-end: .3rem }
.asked { font-weight: 500; color: var(--_quiet) }
h3.long { font-weight: 400; font-size: 1rem }
.progress { display: flex; align-items: center; gap: .6rem; width: 100% }
.progress progress { flex: 1; max-width: 8rem; accent-color: var(--_accent) }
.question, .facts { width: 100%; padding: 1rem; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_raised) }
.question fieldset { display: grid; gap: .5rem }
.question legend { margin-block-end: .6rem; font-size: 1.0625em }
.option { display: flex; align-items: center; gap: .7rem; width: 100%; min-height: 2.75rem; padding: .5rem .8rem; border: 1.5px solid var(--_edge); border-radius: .7rem; background: var(--_raised); text-align: start; cursor: pointer }
.option:hover, .step:hover { border-color: var(--_accent); background: var(--_tint) }
.option:has(:checked) { border-color: var(--_accent); background: var(--_tint); box-shadow: inset 0 0 0 1px var(--_accent) }
.option:has(:focus-visible), .step:has(:focus-visible) { outline: 3px solid var(--_focus); outline-offset: 2px }
.option input { flex: none; width: 1.25rem; height: 1.25rem; margin: 0; accent-color: var(--_accent) }
.option input:focus-visible { outline: none }
.facts ul { list-style: none; padding: 0 !important }
.facts li { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 0 .5rem; padding-block: .2rem }
.facts li > span { flex: 1 }
.facts li + li { border-block-start: 1px solid var(--_line) }
.error, .problem > p { color: var(--_error); font-weight: 600 }
.error:empty { display: none }
.actions { display: flex; flex-wrap: wrap; gap: .5rem }
.question .actions { margin-block-start: .8rem }
.question .actions:empty { display: none }
.asides { display: grid; gap: .1rem; margin-block-start: .4rem }
.aside > summary, .conditions summary { cursor: pointer; width: fit-content; min-height: 2.75rem; padding: .6rem .5rem; border-radius: .5rem; color: var(--_accent); font-weight: 600 }
.aside > summary { font-size: .9375em }
.aside > div { padding: .2rem .7rem .6rem; border-inline-start: .2rem solid var(--_line) }
.steps { display: grid; grid-template-columns: repeat(11, 1fr); gap: .25rem }
.step { position: relative; display: grid; place-items: center; min-height: 2.75rem; border: 1.5px solid var(--_edge); border-radius: .5rem; cursor: pointer }
.step input { position: absolute; inset: 0; opacity: 0; margin: 0; cursor: pointer }
.step:has(:checked) { border-color: var(--_accent); background: var(--_accent); color: var(--_accent-ink); font-weight: 700 }
.ends { display: flex; justify-content: space-between }
.slider input { width: 100%; height: 2.75rem; margin: 0; accent-color: var(--_accent) }
.slider input.untouched { opacity: .55 }
.number, .search { display: grid; gap: .25rem }
.number > div { display: flex; align-items: center; gap: .5rem }
.number input, .search input { min-height: 2.75rem; padding: .4rem .7rem; border: 1.5px solid var(--_edge); border-radius: .6rem; background: var(--_surface); font-size: max(1rem, 16px) }
.number input { width: 6rem }
.regions { display: grid; gap: .8rem }
.map { display: grid; gap: .5rem; justify-items: center; align-content: start }
.drawing { width: 100% }
.drawing svg { display: block; width: 100%; max-height: 22rem; margin-inline: auto }
.outline { pointer-events: none; fill: none; stroke: var(--_edge); stroke-width: 1.5; stroke-linejoin: round; stroke-linecap: round; vector-effect: non-scaling-stroke }
.outline:first-child { fill: var(--_skin) }
.region { fill: var(--_region); stroke: var(--_edge); stroke-width: 1.5; vector-effect: non-scaling-stroke; cursor: pointer }
.region:hover, .region.marked { fill: var(--_tint); stroke: var(--_focus); stroke-width: 3 }
.region.chosen { fill: var(--_accent); stroke: var(--_text); stroke-width: 2.5 }
.drawing text { pointer-events: none; text-anchor: middle; dominant-baseline: central; fill: var(--_text); font-weight: 700 }
.drawing text.chosen { fill: var(--_accent-ink) }
.place-number { flex: none; min-width: 1.6rem; text-align: center; font-size: .875em; color: var(--_quiet) }
.places { display: grid; gap: .4rem; align-content: start }
.switch { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: .25rem; width: 100%; max-width: 26rem }
.switch button { padding: .25rem .2rem; font-size: .875em; line-height: 1.2 }
.switch button.has { border-color: var(--_accent); box-shadow: inset 0 -.25rem 0 var(--_accent) }
@container (min-width: 38rem) { .regions { grid-template-columns: 1fr 1fr } }
@container (max-width: 25rem) { .steps { grid-template-columns: repeat(6, 1fr) } .says, .bubble, .warning { max-width: 100% } }
@media (forced-colors: active) {
  .region.chosen { fill: Highlight }
  .drawing text.chosen { fill: HighlightText }
  .option:has(:checked) { border-color: Highlight; outline: 2px solid Highlight }
}
`;
