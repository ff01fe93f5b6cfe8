/** The conversation as a list. Entries that stay as they are keep their elements, so that nothing moves under a finger. */

/** @import { Choice, Entry, QuestionEntry, YourEntry } from "./types.js" */
/** @import { Words } from "./words.js" */
import { answerTo, answered, isAboutTheTalk, isPutAgain, isQuestion, isResult, isWarning, openQuestion } from "./conversation.js";
import { el, icon, prose } from "./dom.js";
import { signOf } from "./levels.js";
import { isLong, progressOf, questionForm, questionOf } from "./question.js";
import { resultCard } from "./result.js";
import { factList } from "./summary.js";

/**
 * @typedef {object} Acts
 * @property {(entry: QuestionEntry, choice: Choice, label: string) => void} choose
 * @property {(entry: QuestionEntry, choice: Choice, label: string) => void} change
 * @property {import("./summary.js").ChangeFact} changeFact
 * @property {(text: string) => void} say
 * @property {(entry: YourEntry) => void} retry
 * @property {(entry: YourEntry) => void} discard
 */

export class Transcript {
  /** @param {Words} words @param {Acts} acts */
  constructor(words, acts) {
    this.words = words;
    this.acts = acts;
    this.list = el("ol", { class: "transcript" });
    /** @type {Map<string, {looks: string, node: HTMLElement}>} */
    this.shown = new Map();
    /** @type {Set<string>} keys of the questions whose answers are being changed */
    this.changing = new Set();
  }

  /** @param {Entry[]} entries @param {string} lang */
  show(entries, lang) {
    const open = openQuestion(entries);
    const kept = new Map();
    for (const entry of entries) {
      const looks = this.#looks(entry, entries, open);
      if (!looks) continue;
      const before = this.shown.get(entry.key);
      const node = before?.looks === looks ? before.node : this.#item(entry, entries, open, lang);
      if (before && before.node !== node) before.node.replaceWith(node);
      kept.set(entry.key, { looks, node });
    }
    for (const [key, { node }] of this.shown) if (!kept.has(key)) node.remove();
    [...kept.values()].forEach(({ node }, place) => this.list.children[place] !== node && this.list.insertBefore(node, this.list.children[place] ?? null));
    this.shown = kept;
    this.entries = entries;
    this.lang = lang;
  }

  /** The element of an entry. @param {string} key */
  of(key) {
    return this.shown.get(key)?.node;
  }

  /** Opens an answer to be changed, where it stands. @param {QuestionEntry} entry */
  beginChange(entry) {
    this.changing.add(entry.key);
    this.#again();
    /** @type {HTMLElement|null|undefined} */ (this.of(entry.key)?.querySelector("h3"))?.focus();
  }

  /** @param {QuestionEntry} entry */
  endChange(entry) {
    this.changing.delete(entry.key);
    this.#again();
    /** @type {HTMLElement|null|undefined} */ (this.of(entry.key)?.querySelector("[data-change]"))?.focus();
  }

  #again() {
    if (this.entries) this.show(this.entries, this.lang ?? "en");
  }

  /** What an element depends on; nothing when the entry is not shown. @param {Entry} entry @param {Entry[]} entries @param {QuestionEntry} [open] */
  #looks(entry, entries, open) {
    if (entry.from === "note") return "note";
    if (entry.from === "you") return this.#isShownWithItsQuestion(entry, entries) && entry.state !== "failed" ? "" : `${entry.state} ${entry.problem}`;
    if (!isQuestion(entry)) return "said";
    if (entry === open) return "open";
    if (isPutAgain(entries, entry)) return "";
    const answer = answerTo(entries, entry);
    return `${this.changing.has(entry.key)} ${answer?.key} ${answer?.state}`;
  }

  /** @param {YourEntry} entry @param {Entry[]} entries */
  #isShownWithItsQuestion(entry, entries) {
    const question = entries.find((one) => one.key === entry.answers);
    return question !== undefined && isQuestion(question) && (entry.change === true || answerTo(entries, question) === entry);
  }

  /** @param {Entry} entry @param {Entry[]} entries @param {QuestionEntry|undefined} open @param {string} lang */
  #item(entry, entries, open, lang) {
    const { words } = this;
    if (entry.from === "note") return el("li", { class: "note" }, words.say(/** @type {"erased"} */ (entry.note)));
    if (entry.from === "you") return el("li", { class: "you" }, heard(words.say("you_said")), ...this.#yours(entry));
    const said = heard(words.say("malleo_says"));
    if (isQuestion(entry)) return el("li", {}, said, ...this.#question(entry, entries, open, lang));
    if (isResult(entry)) return el("li", {}, said, resultCard(entry, entries, words, lang));
    if (isWarning(entry)) {
      return el("li", {}, said, el("div", { class: `warning ${entry.custom.level}` }, el("h3", { lang, tabindex: -1 }, icon(signOf(entry.custom.level)), entry.custom.action), el("div", { lang, dir: "auto" }, ...prose(entry.text))));
    }
    const link = entry.custom && "url" in entry.custom && entry.custom.url && /^https?:\/\//.test(entry.custom.url) && el("a", { href: entry.custom.url, rel: "noopener" }, entry.custom.title ?? entry.custom.url);
    return el("li", {}, said, el("div", { class: "says", lang, dir: "auto" }, ...prose(entry.text), link));
  }

  /** @param {QuestionEntry} entry @param {Entry[]} entries @param {QuestionEntry|undefined} open @param {string} lang */
  #question(entry, entries, open, lang) {
    const { words, acts } = this;
    const side = sideTold(entries);
    if (entry === open) {
      const facts = factList(entry, words, lang, acts.changeFact);
      const before = !facts && entry.custom.before && el("div", { class: "says", lang, dir: "auto" }, ...prose(entry.custom.before));
      return [before, progressOf(entry, words), facts, questionForm({ entry, words, lang, side, say: acts.say, choose: (choice, label) => acts.choose(entry, choice, label) })];
    }
    const answer = answerTo(entries, entry);
    if (this.changing.has(entry.key)) {
      const choose = (/** @type {Choice} */ choice, /** @type {string} */ label) => {
        this.changing.delete(entry.key);
        acts.change(entry, choice, label);
      };
      return [questionForm({ entry, words, lang, side, before: answer?.choice ?? [], choose, cancel: () => this.endChange(entry) })];
    }
    const prompt = questionOf(entry);
    const title = el("h3", { class: `asked ${isLong(entry) ? "long" : ""}`, tabindex: -1, lang, dir: "auto" }, prompt);
    if (!answer) return [title];
    const may = entry.custom.kind !== "text" && !isAboutTheTalk(entry.custom.id);
    const change = may && el("button", { type: "button", class: "link", "data-change": true, "aria-label": words.say("change_what", { question: prompt }), onclick: () => this.beginChange(entry) }, words.say("change"));
    return [title, el("div", { class: "you" }, heard(words.say("you_said")), ...this.#yours(answer), answer.change && el("span", { class: "small" }, words.say("changed")), change)];
  }

  /** @param {YourEntry} entry */
  #yours(entry) {
    const { words, acts } = this;
    const bubble = el("div", { class: `bubble ${entry.state}`, dir: "auto" }, ...prose(entry.text));
    if (entry.state !== "failed") return [bubble];
    return [
      bubble,
      el(
        "div", { class: "problem" },
        el("p", {}, words.one("problem", entry.problem ?? "refused"), " ", entry.detail),
        el("button", { type: "button", onclick: () => acts.retry(entry) }, words.say("retry")),
        el("button", { type: "button", class: "quiet", onclick: () => acts.discard(entry) }, words.say("discard")),
      ),
    ];
  }
}

/** Words for those who hear the page. @param {string} text */
const heard = (text) => el("span", { class: "heard" }, text);

/** The side that was answered on a control; never guessed from anything else. @param {Entry[]} entries */
function sideTold(entries) {
  const choice = answered(entries).find(({ question }) => question.custom.id === "side")?.answer.choice;
  return choice === "left" || choice === "right" ? choice : undefined;
}
