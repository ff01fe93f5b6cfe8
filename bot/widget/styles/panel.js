/** The panel: where it stands, its head, what is above and below the conversation. */

export const PANEL = `
.panel { display: flex; flex-direction: column; margin: 0; padding: 0; border: 1px solid var(--_line); color: var(--_text); background: var(--_surface); overflow: hidden; container-type: inline-size }
dialog.panel:not([open]) { display: none }
.panel.floating { position: fixed; inset: auto; inset-block-end: 1rem; inset-inline-end: 1rem; z-index: var(--malleo-z, 2147483000);
  width: min(var(--malleo-width, 27rem), calc(100vw - 2rem)); height: min(var(--malleo-height, 46rem), calc(100dvh - 2rem)); border-radius: var(--_radius); box-shadow: var(--_shadow) }
.panel.inline { height: 100%; border-radius: var(--malleo-panel-radius, var(--_radius)) }
.panel::backdrop { background: #0008 }
.head { display: flex; align-items: center; gap: .6rem; padding: .6rem .6rem .6rem .9rem; padding-block-start: max(.6rem, env(safe-area-inset-top)); color: var(--_text); background: var(--_raised); border-block-end: 1px solid var(--_line) }
.head > div { flex: 1 }
.head h2 { display: inline-block; font-size: 1.1em; line-height: 1.25 }
.head p { font-size: .8125em; line-height: 1.3; color: var(--_quiet) }
.head .mark { width: 2.25rem; height: 2.25rem; padding: .35rem; border-radius: .7rem; color: var(--_accent-ink); background: var(--_accent) }
.head .icon-button { border-color: transparent; background: none }
.menu { position: relative }
.menu summary { cursor: pointer; list-style: none; border: 1.5px solid transparent; border-radius: .7rem }
.menu summary::-webkit-details-marker { display: none }
.menu summary .icon { stroke-width: 3 }
.menu ul { position: absolute; z-index: 3; inset-block-start: calc(100% + .3rem); inset-inline-end: 0; width: max-content; max-width: min(18rem, 80cqi); padding: .35rem; list-style: none; border: 1px solid var(--_line); border-radius: .8rem; background: var(--_raised); box-shadow: var(--_shadow) }
.menu ul button { width: 100%; border-color: transparent; text-align: start }
.head .numbers-button { display: flex; align-items: center; gap: .4rem; width: min-content; padding: .25rem; overflow-wrap: normal; border-color: transparent; background: none; color: var(--_error); font-size: .875em; font-weight: 600; line-height: 1.2; text-align: start }
.emergency-place { display: flex; flex: 0 1 auto; min-height: 0; max-height: 68% }
.banner { flex: 0 1 auto; min-height: 0; padding: .7rem 1rem; max-height: 45%; overflow-y: auto; color: var(--_text); background: light-dark(#fff3d6, #3b2f0c); border-block-end: 1px solid var(--_line) }
.banner a { color: inherit }
.log { position: relative; flex: 1 0 4rem; overflow-y: auto; overscroll-behavior: contain; padding: 1rem; scroll-padding: 1rem }
.log:focus-visible { outline-offset: -3px }
.status { display: flex; align-items: center; gap: .3rem; width: fit-content; margin-block-start: .75rem; padding: .35rem .8rem; border-radius: 1rem; color: var(--_quiet); font-size: .9em }
.status i { width: .4rem; height: .4rem; border-radius: 50%; background: currentColor; animation: malleo-breathe 1.2s infinite }
.status i:nth-child(2) { animation-delay: .2s }
.status i:nth-child(3) { animation-delay: .4s }
.status span { margin-inline-start: .3rem }
.news { position: absolute; inset-inline: 0; inset-block-end: 6.5rem; z-index: 2; width: fit-content; margin-inline: auto; border-radius: 2rem }
.composer { flex: none; padding: .5rem .75rem .75rem; padding-block-end: max(.75rem, env(safe-area-inset-bottom)); background: var(--_raised); border-block-start: 1px solid var(--_line) }
.composer label { display: block; margin-block-end: .25rem; font-size: .875em; color: var(--_quiet) }
.composer > div { display: flex; align-items: flex-end; gap: .5rem }
.composer textarea { flex: 1; min-width: 0; min-height: 2.75rem; max-height: 8rem; padding: .55rem .8rem; resize: none; field-sizing: content; border: 1.5px solid var(--_edge); border-radius: .8rem; background: var(--_surface); font-size: max(1rem, 16px) }
.sheet { margin: auto; width: min(26rem, calc(100vw - 2rem)); max-height: calc(100dvh - 2rem); padding: 1.25rem; overflow-y: auto; border: 1px solid var(--_line); border-radius: var(--_radius); color: var(--_text); background: var(--_raised); box-shadow: var(--_shadow) }
.sheet::backdrop { background: #0009 }
.sheet h3 { margin-block-end: .75rem; font-size: 1.2em }
.sheet .actions { margin-block-start: 1rem }
@container (max-width: 22rem) { .head { gap: .3rem } .head .mark { display: none } }
@media (max-width: 640px), (max-height: 480px) {
  .panel.floating { inset: 0; max-width: none; max-height: none; width: 100vw; height: var(--_height, 100dvh); border: 0; border-radius: 0 }
  .head p { display: none }
  .log { padding: .8rem }
}
@media (max-height: 480px) {
  .panel { overflow-y: auto }
  .log, .emergency-place, .banner { flex: none; max-height: none; overflow: visible }
}
@media (prefers-reduced-motion: reduce) { .status i { display: none } }
@keyframes malleo-breathe { 40% { opacity: .25 } }
`;
