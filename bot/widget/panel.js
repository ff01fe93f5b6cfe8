/** The panel: puts the conversation on the screen, and what the person does into the conversation. */

/** @import { MalleoChat } from "./malleo-chat.js" */
/** @import { Choice, Entry, QuestionEntry } from "./types.js" */
// Before the others: style sheets beside each other make a smaller file than among the code.
import { styles } from "./styles.js";
import { Announcer } from "./announcer.js";
import { answerTo, changeOf, emergency, isResult, isWarning, openQuestion } from "./conversation.js";
import { el } from "./dom.js";
import { emergencyPanel } from "./emergency.js";
import { Focus } from "./focus.js";
import { frame } from "./frame.js";
import { menuItems } from "./menu.js";
import { EMERGENCY_NUMBERS, numbersToCall } from "./numbers.js";
import { Session } from "./session.js";
import { newKey } from "./store.js";
import { Transcript } from "./transcript.js";
import { Window } from "./window.js";
import { Words } from "./words.js";

export class Panel {
  /** @param {MalleoChat} host */
  static async of(host) {
    return new Panel(host, await Words.of(host.language));
  }

  /** @param {MalleoChat} host @param {Words} words */
  constructor(host, words) {
    this.host = host;
    this.words = words;
    this.session = new Session(host.server, host.getAttribute("storage") === "session" ? "session" : "local");
    this.parts = frame(words, host.hasAttribute("inline"), host.dir || "ltr");
    this.announcer = new Announcer(host);
    this.transcript = new Transcript(words, {
      choose: (entry, choice, label) => this.#choose(entry, choice, label),
      change: (entry, choice, label) => this.#change(entry, choice, label),
      changeFact: (question, choice, label) => this.#changeFact(question, choice, label),
      say: (text) => this.#say(text, true),
      retry: (entry) => (this.focus.park(), void this.session.retry(entry)),
      discard: (entry) => (this.parts.input.focus(), this.session.discard(entry)),
    });
    this.parts.log.append(this.transcript.list, this.parts.status);
    const root = /** @type {ShadowRoot} */ (host.shadowRoot);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...styles()];
    root.append(this.parts.panel);
    this.focus = new Focus(root, this.parts, (key) => this.transcript.of(key));
    this.emergencyLooks = "";
    this.window = new Window(host, this.parts);
    menuItems(this);
    this.#listen();
    this.#show();
  }

  /** Opens as it was left. */
  restore() {
    this.open(false);
  }

  /** @param {boolean} byPerson whether the focus may be taken */
  open(byPerson) {
    this.window.open();
    this.#show();
    if (!this.begun) {
      this.begun = true;
      void this.session.resume();
    }
    if (byPerson) this.focus.onOpening(openQuestion(this.session.entries)?.key);
    if (!this.scrolled) this.scrolled = (this.focus.toEnd(), true);
    this.#tell("open");
  }

  close() {
    this.window.close();
    this.#tell("close");
  }

  /** Shows a question in the transcript with its control, to change the answer. @param {QuestionEntry} entry */
  changeAnswer(entry) {
    this.parts.sheet.close();
    this.transcript.beginChange(entry);
    this.transcript.of(entry.key)?.scrollIntoView({ block: "start" });
  }

  /** A small window over the panel. @param {string} title @param {...(Node|false)} content */
  sheet(title, ...content) {
    const { sheet } = this.parts;
    const close = el("button", { type: "button", class: "quiet", onclick: () => sheet.close() }, this.words.say("close"));
    const heading = el("h3", { id: "malleo-sheet" }, title);
    sheet.setAttribute("aria-labelledby", heading.id);
    sheet.replaceChildren(heading, ...content.filter((one) => one !== false), el("p", { class: "actions" }, close));
    this.parts.menu.open = false;
    sheet.showModal();
  }

  /** Tells the page. @param {"open"|"close"|"result"} what */
  #tell(what) {
    this.host.dispatchEvent(new CustomEvent(`malleo-${what}`, { bubbles: true, composed: true }));
  }

  #listen() {
    const { parts, session, words } = this;
    session.addEventListener("change", () => this.#show());
    session.addEventListener("arrived", (event) => this.#arrived(/** @type {CustomEvent<Entry[]>} */ (event).detail));
    session.addEventListener("failed", (event) => {
      const { problem = "refused" } = /** @type {CustomEvent<import("./types.js").YourEntry>} */ (event).detail;
      this.announcer.say(words.one("problem", problem));
    });
    parts.closeButton.addEventListener("click", () => this.close());
    parts.panel.addEventListener("told", (event) => this.announcer.say(/** @type {CustomEvent<string>} */ (event).detail));
    parts.numbersButton.addEventListener("click", () =>
      this.sheet(words.say("emergency_numbers"), numbersToCall(this.#calls(), words)));
    parts.composer.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#say(parts.input.value.trim(), false);
    });
    parts.input.addEventListener("keydown", (event) => {
      // An input method that is being used takes the Enter key for itself.
      if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
      event.preventDefault();
      this.#say(parts.input.value.trim(), false);
    });
  }

  #calls() {
    return emergency(this.session.entries)?.warning.custom.call ?? EMERGENCY_NUMBERS;
  }

  /** @param {string} text @param {boolean} byButton */
  #say(text, byButton) {
    if (!text) return this.parts.input.focus();
    if (byButton) this.focus.park();
    else this.parts.input.value = "";
    const open = openQuestion(this.session.entries);
    void this.session.send({ text, bodies: [{ id: newKey(), text }], answers: open?.key });
    this.focus.toEnd();
  }

  /** @param {QuestionEntry} entry @param {Choice} choice @param {string} label */
  #choose(entry, choice, label) {
    this.focus.park();
    const bodies = [{ id: newKey(), question: entry.custom.id, choice }];
    void this.session.send({ text: label, bodies, answers: entry.key, choice });
    this.focus.toEnd();
  }

  /** @param {QuestionEntry} entry @param {Choice} choice @param {string} label */
  #change(entry, choice, label) {
    this.focus.park();
    const before = answerTo(this.session.entries, entry)?.choice;
    const bodies = changeOf(entry.custom, choice, before, newKey);
    if (bodies.length) void this.session.send({ text: label, bodies, answers: entry.key, choice, change: true });
    else this.transcript.endChange(entry);
  }

  /** @param {import("./types.js").Question} question @param {Choice} choice @param {string} label */
  #changeFact(question, choice, label) {
    this.focus.park();
    void this.session.send({ text: `${question.prompt} ${label}`, bodies: [{ id: newKey(), question: question.id, choice }], change: true });
    this.focus.toEnd();
  }

  #show() {
    const { parts, session, words } = this;
    const { entries, state } = session;
    this.transcript.show(entries, state.lang);
    this.#showEmergency();
    parts.label.textContent = words.say(openQuestion(entries) ? "write_here" : "your_message");
    const sending = entries.some((entry) => entry.from === "you" && entry.state === "sending");
    const busy = session.writing || sending || (session.reachable && !entries.length);
    parts.status.hidden = !busy;
    const line = session.waiting ? words.count("waiting", session.waiting) : words.say(session.writing ? "writing" : "sending");
    const text = /** @type {HTMLElement} */ (parts.status.lastElementChild);
    if (session.waiting && text.textContent !== line) this.announcer.say(line);
    text.textContent = line;
    this.#showConnection();
    this.focus.settle(session.writing, entries);
    this.window.keep(emergency(entries)?.stands === true);
  }

  #showConnection() {
    const { banner } = this.parts;
    if (banner.hidden === this.session.reachable) return;
    const { words } = this;
    banner.hidden = this.session.reachable;
    banner.replaceChildren(el("p", {}, words.say("offline")), ...(this.emergencyLooks ? [] : [el("p", {}, el("b", {}, words.say("offline_emergency"))), numbersToCall(this.#calls(), words)]));
    if (!banner.hidden) this.announcer.say(`${words.say("offline")} ${words.say("offline_emergency")}`);
  }

  #showEmergency() {
    const { session, words, parts } = this;
    const found = emergency(session.entries);
    const small = found?.warning.key === session.state.acknowledged;
    const looks = found ? `${found.warning.key} ${found.stands} ${small}` : "";
    if (looks === this.emergencyLooks) return;
    this.emergencyLooks = looks;
    if (!found) return parts.emergency.replaceChildren();
    const { warning, stands } = found;
    const panel = emergencyPanel(warning, stands, small, session.entries, words, session.state.lang, {
      read: () => (session.acknowledge(warning.key), parts.emergency.querySelector("button")?.focus()),
      open: () => (session.acknowledge(""), parts.emergency.querySelector("summary")?.focus()),
      correct: (finding, label, answer) => {
        this.focus.park();
        const said = { present: words.say("yes"), absent: words.say("no"), unknown: words.say("not_sure") }[answer];
        void session.send({ text: `${label} ${said}`, bodies: [{ id: newKey(), question: finding, choice: answer }] });
      },
    });
    parts.emergency.replaceChildren(panel);
  }

  /** What came is said once: aloud, or by moving the focus to it. @param {Entry[]} arrived */
  #arrived(arrived) {
    const { words } = this;
    const focused = this.focus.toNew(arrived);
    const spoken = (/** @type {Entry} */ entry) => (entry.from === "note" ? words.say(/** @type {"erased"} */ (entry.note)) : entry.text);
    const urgent = arrived.filter((entry) => isWarning(entry) && entry.custom.level === "emergency");
    if (urgent.length) this.window.open();
    for (const entry of urgent) this.announcer.say(spoken(entry), true);
    this.announcer.say(arrived.filter((entry) => !urgent.includes(entry) && entry.key !== focused).map(spoken).join("\n"));
    this.window.arrived(arrived.length);
    if (arrived.some(isResult)) this.#tell("result");
    this.#show();
  }
}
