/** What is known so far, to be checked before the result: each line can be changed where it stands. */

/** @import { Choice, Question, QuestionEntry } from "./types.js" */
/** @import { Words } from "./words.js" */
import { disclosure, el } from "./dom.js";
import { questionForm } from "./question.js";

/**
 * @typedef {(question: Question, choice: Choice, label: string) => void} ChangeFact
 */

/** @param {QuestionEntry} entry @param {Words} words @param {string} lang @param {ChangeFact} change */
export function factList(entry, words, lang, change) {
  const facts = entry.custom.facts ?? [];
  /** @param {typeof facts} some */
  const list = (some) =>
    el("ul", {}, ...some.map(({ text, question }) => {
      const row = el("li", {}, el("span", { lang, dir: "auto" }, text));
      if (question) row.append(changing(row, text, question, entry, words, lang, change));
      return row;
    }));
  const not = facts.filter(({ denied }) => denied);
  if (!facts.length) return undefined;
  return el(
    "section", { class: "facts", "aria-label": words.say("told") },
    el("p", {}, el("b", {}, words.say("check_answers"))),
    list(facts.filter((fact) => !not.includes(fact))),
    not.length > 0 && disclosure("aside", words.count("said_no", not.length), list(not)),
  );
}

/** The button that turns a line into its question, and back. @param {HTMLElement} row @param {string} text @param {Question} question
 * @param {QuestionEntry} entry @param {Words} words @param {string} lang @param {ChangeFact} change */
function changing(row, text, question, entry, words, lang, change) {
  const button = el("button", { type: "button", class: "link", "aria-label": words.say("change_what", { question: text }) }, words.say("change"));
  button.addEventListener("click", () => {
    const form = questionForm({
      entry: { ...entry, text: question.prompt ?? "", custom: question }, words, lang,
      choose: (choice, label) => change(question, choice, label),
      cancel: () => (form.remove(), (button.hidden = false), button.focus()),
    });
    button.hidden = true;
    row.append(form);
    form.querySelector("h3")?.focus();
  });
  return button;
}
