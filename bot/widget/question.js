/** A question in the conversation: open with its control, or answered with what was said and a way to change it. */

/** @import { Choice, QuestionEntry } from "./types.js" */
/** @import { Words } from "./words.js" */
import { isAboutTheTalk } from "./conversation.js";
import { control } from "./controls/control.js";
import { disclosure, el, newId } from "./dom.js";

/**
 * @typedef {object} Put
 * @property {QuestionEntry} entry
 * @property {Words} words
 * @property {string} lang
 * @property {Choice} [before]  the answer that is to be changed
 * @property {"left"|"right"} [side]
 * @property {(choice: Choice, label: string) => void} choose
 * @property {(text: string) => void} [say]  sends words, such as "I don't know"
 * @property {() => void} [cancel]
 */

const LONG = 160;
const DONT_KNOW = "I don't know";

/** The form of a question. Its heading takes the focus when the question is new. @param {Put} put */
export function questionForm({ entry, words, lang, before, side, choose, say, cancel }) {
  const question = entry.custom;
  const made = control({ question, before, words, lang, side });
  const error = el("p", { class: "error", id: newId() });
  const fields = el(
    "fieldset", {},
    el("legend", {}, el("h3", { class: isLong(entry) && "long", tabindex: -1, lang, dir: "auto" }, questionOf(entry))),
    ...(made?.nodes ?? []),
    error,
  );
  const knows = question.options.some(({ id }) => id === "unknown") || isAboutTheTalk(question.id);
  const form = el(
    "form", { class: "question", part: "question", novalidate: true, "data-question": question.id, "data-kind": question.kind },
    fields,
    el(
      "div", { class: "actions" },
      made && !made.answersAtOnce && el("button", { class: "primary", type: "submit" }, words.say(cancel ? "save_change" : "answer")),
      cancel && el("button", { class: "quiet", type: "button", onclick: cancel }, words.say("cancel")),
      say && !knows && el("button", { class: "quiet", type: "button", onclick: () => say(DONT_KNOW) }, words.say("dont_know")),
    ),
    asides(entry, words, lang),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const choice = made?.value();
    const field = fields.querySelector("input");
    error.textContent = choice === undefined && made ? words.say(made.wanted, { min: question.min ?? 0, max: question.max ?? 0 }) : "";
    if (choice !== undefined) return choose(choice, labelOfChoice(entry, choice));
    const alreadyThere = field?.matches(":focus");
    field?.setAttribute("aria-describedby", error.id);
    field?.setAttribute("aria-invalid", "true");
    field?.focus();
    // Somebody who comes to the field hears the reason with it.
    if (alreadyThere) form.dispatchEvent(new CustomEvent("told", { detail: error.textContent, bubbles: true }));
  });
  return form;
}

/** The question itself, without what was said before it. @param {QuestionEntry} entry */
export function questionOf({ custom: { prompt, before = "" }, text }) {
  return (prompt?.slice(before.length).trim() || prompt) ?? text;
}

/** Whether it is more to read than a heading. @param {QuestionEntry} entry */
export const isLong = (entry) => questionOf(entry).length > LONG;

/** How far the interview is. @param {QuestionEntry} entry @param {Words} words */
export function progressOf(entry, words) {
  const { asked, about_left: left } = entry.custom.progress ?? {};
  if (asked === undefined || !entry.custom.about.length || isAboutTheTalk(entry.custom.id)) return undefined;
  const text = [words.say("question_number", { number: asked + 1 }), left === undefined ? "" : words.count("about_left", left)];
  const bar = left !== undefined && el("progress", { "aria-hidden": "true", max: asked + left + 1, value: asked });
  return el("p", { class: "progress small" }, text.filter(Boolean).join(" · "), bar);
}

/** What was chosen, in words. @param {QuestionEntry} entry @param {Choice} choice */
export function labelOfChoice(entry, choice) {
  const ids = Array.isArray(choice) ? choice : [choice];
  const labels = ids.map((id) => entry.custom.options.find((option) => option.id === id)?.label ?? String(id));
  const unit = typeof choice === "number" && entry.custom.unit ? ` ${entry.custom.unit}` : "";
  return labels.join("; ") + unit;
}

/** @param {QuestionEntry} entry @param {Words} words @param {string} lang */
function asides(entry, words, lang) {
  const { why, help } = entry.custom;
  return el(
    "div", { class: "asides" },
    help && disclosure("aside", words.say("help"), el("p", { lang, dir: "auto" }, help)),
    why && disclosure("aside", words.say("why"), el("p", { lang, dir: "auto" }, why)),
  );
}
