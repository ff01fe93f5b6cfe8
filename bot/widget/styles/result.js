/** The care card, the emergency panel and what is printed. */

export const RESULT = `
.card { width: 100%; overflow: hidden; border: 2px solid var(--_level); border-radius: var(--_radius); background: var(--_raised) }
.card { --_level: var(--_soon) }
.card.emergency { --_level: var(--_emergency) }
.card.same_day { --_level: var(--_same-day) }
.card.self_care { --_level: var(--_self-care) }
.card > header { padding: .9rem 1rem; color: #fff; background: var(--_level) }
.card > header, section.emergency h3 { display: flex; align-items: center; gap: .7rem; font-size: 1.2em; line-height: 1.25 }
.card > header, section.emergency:not(.over) { --_focus: #fff }
.card-body { display: grid; gap: 1.1rem; padding: 1rem }
.card-body > section { display: grid; gap: .4rem; min-width: 0 }
.card h4 { font-size: 1.0625em }
.card h5 { margin-block-end: .1rem }
.card ol { padding-inline-start: 1.4rem }
.card li + li { margin-block-start: .3rem }
.advice + .advice { margin-block-start: .5rem }
.conditions { display: grid; gap: .1rem; list-style: none }
.conditions summary { width: 100%; color: inherit; padding-inline: .3rem }
.conditions details > p { padding: 0 .5rem .4rem 1.4rem; font-size: .9375em }
.condition { display: inline-grid; grid-template-columns: 1fr 6rem; gap: 0 .8rem; align-items: center; width: calc(100% - 1.5rem); vertical-align: middle; font-weight: 400 }
.conditions li > .condition { width: 100%; padding: .6rem .3rem .6rem 1.4rem }
.condition .small { grid-column: 1 / -1 }
.bar { display: grid; grid-template-columns: repeat(3, 1fr); gap: .2rem }
.bar i { height: .6rem; border: 1.5px solid var(--_edge); border-radius: .2rem }
.bar i.full { border-color: var(--_accent); background: var(--_accent) }
dl { display: grid; gap: .1rem }
dt { font-size: .9em; color: var(--_quiet) }
dd .link { font-weight: 400 }
dd { margin-block-end: .5rem; font-weight: 600 }
section.emergency { flex: 1; display: flex; flex-direction: column; color: #fff; background: var(--_emergency); border-block-end: .3rem solid #fff5 }
section.emergency.over { background: var(--_raised); color: var(--_text); border-inline-start: .4rem solid var(--_emergency) }
section.emergency button { color: #17211f; background: #fff; border-color: #fff; font-weight: 650 }
section.emergency .told { display: grid; gap: .7rem; padding: .9rem 1rem; overflow-y: auto }
section.emergency .read { padding: .7rem 1rem }
section.emergency .read button { width: 100% }
section.emergency :is(a, .small, summary) { color: inherit }
section.emergency summary:hover { background: #fff2 }
section.emergency .aside > div { display: grid; gap: .6rem }
section.emergency.small-form { display: grid; grid-template-columns: 1fr 1fr; padding: .5rem 1rem; gap: .3rem .6rem }
section.emergency.small-form > :is(h3, p) { grid-column: 1 / -1; font-size: 1em }
.calls { display: grid; gap: .4rem }
.call { display: inline-flex; flex-wrap: wrap; align-items: baseline; gap: 0 .6rem; min-height: 3rem; padding: .6rem 1rem; border-radius: .7rem; font-size: 1.15em; font-weight: 700; text-decoration: none; color: #fff !important; background: var(--_emergency) }
.call small { font-size: .75em; font-weight: 500 }
section.emergency.stands .call { color: #8a0f09 !important; background: #fff }
.numbers { display: flex; flex-wrap: wrap; gap: .1rem 1rem; list-style: none }
.numbers a { display: inline-block; min-height: 1.75rem; padding-block: .1rem }
.sheet .numbers { display: grid }
.sheet .numbers a { min-height: 2.75rem; padding-block: .6rem }
@media print {
  .panel, .panel.floating { position: static; display: block; width: auto; height: auto; overflow: visible; border: 0; box-shadow: none; color: #000; background: #fff }
  .head .icon-button, .numbers-button, .menu, .composer, .news, .actions, .asides, .banner, .status, .link, .sheet { display: none !important }
  .log { overflow: visible }
  .card, .bubble, .says { break-inside: avoid-page; border-color: #000 }
  .card > header, section.emergency { color: #000; background: #fff; border-block-end: 2px solid #000 }
  .card details::details-content { content-visibility: visible; height: auto }
}
`;
