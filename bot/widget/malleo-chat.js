/** <malleo-chat>: the launcher. Everything else is fetched when somebody opens it, comes near it, or left it open. */

/** @type {Record<string, {open: string, urgent: string, unread: Record<string, string>}>} */
const WORDS = {
  en: { open: "Check my ankle (chatbot)", urgent: "Emergency advice (chatbot)", unread: { one: "{n} new message", other: "{n} new messages" } },
  de: { open: "Meinen Knöchel prüfen (Chatbot)", urgent: "Notfall-Hinweise (Chatbot)", unread: { one: "{n} neue Nachricht", other: "{n} neue Nachrichten" } },
};

const STYLE = `
:host { display: block; color-scheme: light dark }
:host([theme=light]) { color-scheme: light }
:host([theme=dark]) { color-scheme: dark }
:host([inline]) { height: var(--malleo-height, min(46rem, 100dvh)) }
:host([hidden]) { display: none }
::slotted([slot=announcer]) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.fallback { display: none }
.launcher { position: fixed; inset-block-end: max(1rem, env(safe-area-inset-bottom)); inset-inline-end: max(1rem, env(safe-area-inset-right));
  z-index: var(--malleo-z, 2147483000); display: flex; align-items: center; gap: .6rem; min-height: 3.5rem; padding: .5rem 1.4rem;
  border: 2px solid transparent; border-radius: 2rem; font: 600 1rem/1.3 var(--malleo-font, system-ui, sans-serif); cursor: pointer;
  color: var(--malleo-accent-ink, light-dark(#fff, #06201c)); background: var(--malleo-accent, light-dark(#0d655c, #7ed3c4));
  box-shadow: 0 2px 6px #0003, 0 10px 28px #0004 }
.launcher.urgent { color: #fff; background: #a3160f }
.launcher:focus-visible { outline: 3px solid light-dark(#0b3b8f, #ffd479); outline-offset: 3px }
.launcher b { min-width: 1.5rem; padding: 0 .4rem; border-radius: 1rem; background: #fff; color: #a3160f; text-align: center }
.launcher b:empty, .launcher[hidden] { display: none }
@media (prefers-reduced-motion: no-preference) { .launcher { transition: translate .15s } .launcher:hover { translate: 0 -2px } }
@media (forced-colors: active) { .launcher { border-color: ButtonText } }
@media print { .launcher { display: none } }`;

export class MalleoChat extends HTMLElement {
  static observedAttributes = ["lang", "inline"];

  /** @type {Promise<import("./panel.js").Panel>|undefined} */
  #panel;
  #unread = 0;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    this.label = make("span");
    this.badge = make("b", { ariaHidden: "true" });
    const come = () => void this.panel();
    const button = { type: "button", className: "launcher", part: "launcher", onclick: () => this.open(), onpointerenter: come, onfocus: come };
    this.button = make("button", button, this.label, this.badge);
    this.section = make("section", { ariaLabel: "Malleo" }, this.button);
    root.append(this.section, make("div", { className: "fallback" }, make("slot")));
  }

  connectedCallback() {
    this.attributeChangedCallback();
    const { kept } = this;
    if (this.section.hidden || this.hasAttribute("open") || kept.open || kept.emergency) this.panel().then((panel) => panel.restore());
  }

  attributeChangedCallback() {
    this.section.hidden = this.hasAttribute("inline");
    this.#name();
  }

  /** Address of the server: the attribute, or where this file came from. */
  get server() {
    return this.getAttribute("server") ?? new URL(import.meta.url).origin;
  }

  /** Language of the page around it. */
  get language() {
    return /** @type {HTMLElement|null} */ (this.closest("[lang]"))?.lang || navigator.language || "en";
  }

  /** What the launcher has to know before anything else is loaded. @returns {{open?: boolean, emergency?: boolean}} */
  get kept() {
    try {
      return JSON.parse((this.getAttribute("storage") === "session" ? sessionStorage : localStorage).getItem(`malleo-launcher:${this.server}`) ?? "{}");
    } catch {
      return {};
    }
  }

  /** Opens the panel. */
  async open() {
    (await this.panel()).open(true);
  }

  /** Closes the panel. The conversation stays. */
  async close() {
    (await this.panel()).close();
  }

  /** The rest of the widget, fetched once. */
  panel() {
    this.#panel ??= import("./panel.js").then(({ Panel }) => Panel.of(this));
    this.#panel.catch(() => (this.#panel = undefined));
    return this.#panel;
  }

  /** How many messages came while the panel was closed. @param {number} count */
  set unread(count) {
    this.#unread = count;
    this.#name();
  }

  #name() {
    const lang = this.language.split("-")[0] ?? "";
    const words = WORDS[lang] ?? WORDS.en;
    const { emergency } = this.kept;
    const text = (emergency ? words?.urgent : words?.open) ?? "";
    this.label.textContent = this.getAttribute("label") ?? text;
    this.badge.textContent = this.#unread ? String(this.#unread) : "";
    const news = words?.unread[new Intl.PluralRules(lang || "en").select(this.#unread)] ?? "";
    const name = this.#unread ? `${this.label.textContent}, ${news.replace("{n}", String(this.#unread))}` : this.label.textContent;
    this.button.ariaLabel = name;
    this.button.classList.toggle("urgent", emergency === true);
  }
}

/** @template {keyof HTMLElementTagNameMap} K @param {K} tag @param {object} [props] @param {...Node} children */
function make(tag, props, ...children) {
  const one = Object.assign(document.createElement(tag), props);
  one.append(...children);
  return one;
}

if (!customElements.get("malleo-chat")) customElements.define("malleo-chat", MalleoChat);
