/** Colours, sizes and type. A page changes the variables that begin with --malleo-; those with --_ are the panel's own. */

const LIGHT_AND_DARK = `
  --_accent: var(--malleo-accent, light-dark(#0d655c, #7ed3c4));
  --_accent-ink: var(--malleo-accent-ink, light-dark(#fff, #06201c));
  --_surface: var(--malleo-surface, light-dark(#f7f9f8, #131a19));
  --_raised: var(--malleo-raised, light-dark(#fff, #1d2725));
  --_text: var(--malleo-text, light-dark(#17211f, #edf3f1));
  --_quiet: light-dark(#4a5856, #b4c2bf);
  --_line: light-dark(#d5dedb, #34423f);
  --_edge: light-dark(#697774, #8b9a97);
  --_tint: light-dark(#e3f1ee, #17403a);
  --_focus: light-dark(#0b3b8f, #ffd479);
  --_error: light-dark(#a3160f, #ffb4ab);
  --_emergency: #a3160f;
  --_same-day: light-dark(#8a4200, #8f4a08);
  --_soon: light-dark(#1b4f8f, #275d9f);
  --_self-care: light-dark(#1c6640, #24704a);
  --_region: light-dark(#f3dfce, #4f4038);
  --_skin: light-dark(#fdf3ea, #2c2724);
  --_shadow: 0 3px 8px #0002, 0 16px 48px #0004;`;

const CONTRAST = `
  --_accent: light-dark(#00352f, #9ff5e4);
  --_surface: light-dark(#fff, #000);
  --_raised: light-dark(#fff, #000);
  --_text: light-dark(#000, #fff);
  --_quiet: light-dark(#000, #fff);
  --_line: light-dark(#000, #fff);
  --_edge: light-dark(#000, #fff);
  --_focus: light-dark(#00217a, #ffe680);
  --_error: light-dark(#7a0700, #ffc2bb);
  --_emergency: #7a0700;
  --_same-day: #5c2b00;
  --_soon: #00306b;
  --_self-care: #00401d;`;

export const THEME = `
:host {${LIGHT_AND_DARK}
  --_radius: var(--malleo-radius, .9rem);
  --_size: var(--malleo-size, 1rem);
}
:host([theme=contrast]) {${CONTRAST}
}
@media (prefers-contrast: more) { :host {${CONTRAST}
} }
.panel, .panel * { box-sizing: border-box }
.panel { font: 400 var(--_size)/1.5 var(--malleo-font, system-ui, "Segoe UI", Roboto, sans-serif); color: var(--_text); text-align: start; letter-spacing: normal }
[hidden] { display: none !important }
h2, h3, h4, h5, p, ul, ol, dl, dd, fieldset, legend { margin: 0; padding: 0; border: 0; font: inherit; min-width: 0 }
h2, h3, h4, h5, b { font-weight: 650 }
p, li, dd, dt, h3, h4, h5, label, button, summary { overflow-wrap: anywhere }
a { color: var(--_accent) }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.small { font-size: .875em; color: var(--_quiet) }
.icon { width: 1.5em; height: 1.5em; flex: none; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round }
:focus { outline: none }
:focus-visible { outline: 3px solid var(--_focus); outline-offset: 2px; border-radius: .3rem }
h3:focus-visible, h2:focus-visible { outline-width: 2px; outline-offset: 4px }
button, summary, input, textarea { font: inherit; color: inherit; letter-spacing: inherit }
button { cursor: pointer; min-height: 2.75rem; padding: .5rem 1rem; border: 1.5px solid var(--_edge); border-radius: .7rem; background: var(--_raised) }
button.quiet { border-color: transparent; background: none; color: var(--_accent); font-weight: 600 }
button:hover, summary:hover { border-color: var(--_accent); background: var(--_tint) }
button.primary, .composer .send, .news, .switch button[aria-pressed=true] { border-color: var(--_accent); background: var(--_accent); color: var(--_accent-ink); font-weight: 650 }
button.danger { border-color: var(--_emergency); background: var(--_emergency); color: #fff; font-weight: 650 }
button.link { padding: .25rem .5rem; border-color: transparent; background: none; color: var(--_accent); text-decoration: underline; text-underline-offset: .2em }
.icon-button { display: grid; place-items: center; width: 2.75rem; height: 2.75rem; padding: 0; flex: none }
@media (forced-colors: active) {
  .panel { --_edge: ButtonText; --_accent: LinkText; --_accent-ink: Canvas; --_text: CanvasText; --_tint: Canvas; --_focus: Highlight; --_region: Canvas; --_skin: Canvas }
  button.primary, button.danger, .composer .send, .mark, .switch button[aria-pressed=true], .step:has(:checked) { forced-color-adjust: none; border-color: ButtonText !important; background: ButtonText !important; color: ButtonFace !important }
  button, .card, .emergency, .bubble, .call { border: 2px solid }
}
`;
