/** What a list of messages amounts to: which question is open, what was answered, whether an emergency stands. Pure. */

/** @import { Assessment, Body, BotEntry, Choice, Entry, Escalation, Question, QuestionEntry, YourEntry } from "./types.js" */

/** Questions about the conversation itself, not about the ankle. */
const ABOUT_THE_TALK = new Set(["consent", "erase", "restart", "summary", "another", "check_in", "hand_off"]);

/** @param {string} question */
export const isAboutTheTalk = (question) => ABOUT_THE_TALK.has(question);

/** @param {Entry} entry @returns {entry is QuestionEntry} */
export const isQuestion = (entry) => entry.from === "bot" && entry.custom?.type === "question";

/** @param {Entry} entry @returns {entry is BotEntry & {custom: Assessment}} */
export const isResult = (entry) => entry.from === "bot" && entry.custom?.type === "assessment";

/** @param {Entry} entry @returns {entry is BotEntry & {custom: Escalation}} */
export const isWarning = (entry) => entry.from === "bot" && entry.custom?.type === "escalation";

/** The question that waits for an answer: the last one, with nothing final after it.
 * @param {Entry[]} entries @returns {QuestionEntry|undefined} */
export function openQuestion(entries) {
  for (const entry of [...entries].reverse()) {
    if (entry.from === "note" || (entry.from === "you" && !entry.change)) return undefined;
    if (isQuestion(entry)) return entry;
    if (isResult(entry) || (isWarning(entry) && entry.custom.level === "emergency")) return undefined;
  }
  return undefined;
}

/** The message that answered a question last, or nothing when the question was put again instead.
 * @param {Entry[]} entries @param {QuestionEntry} question @returns {YourEntry|undefined} */
export function answerTo(entries, question) {
  const answers = /** @type {YourEntry[]} */ (entries.filter((entry) => entry.from === "you" && entry.answers === question.key));
  const last = answers.at(-1);
  if (last?.choice !== undefined) return last;
  const next = entries.slice(entries.indexOf(question) + 1).find(isQuestion);
  return next?.custom.id === question.custom.id ? undefined : last;
}

/** Whether the same question stands further down again, so that this one is history.
 * @param {Entry[]} entries @param {QuestionEntry} question */
export function isPutAgain(entries, question) {
  const later = entries.slice(entries.indexOf(question) + 1);
  return !answerTo(entries, question) && later.some((entry) => isQuestion(entry) && entry.custom.id === question.custom.id);
}

/** The questions about the ankle that were answered, each once, with their answers.
 * @param {Entry[]} entries @returns {{question: QuestionEntry, answer: YourEntry}[]} */
export function answered(entries) {
  /** @type {Map<string, {question: QuestionEntry, answer: YourEntry}>} */
  const found = new Map();
  for (const entry of entries) {
    if (!isQuestion(entry) || isAboutTheTalk(entry.custom.id)) continue;
    const answer = answerTo(entries, entry);
    if (answer) found.set(entry.custom.id, { question: entry, answer });
  }
  return [...found.values()];
}

/** The emergency that was told of, and whether it still stands. An interview that goes on shows that it was taken back:
 * while an emergency stands, the assistant asks of nothing but its signs.
 * @param {Entry[]} entries @returns {{warning: BotEntry & {custom: Escalation}, stands: boolean}|undefined} */
export function emergency(entries) {
  const at = entries.findLastIndex((entry) => isWarning(entry) && entry.custom.level === "emergency");
  if (at < 0) return undefined;
  const warning = /** @type {BotEntry & {custom: Escalation}} */ (entries[at]);
  const signs = new Set(warning.custom.flags.flatMap((flag) => flag.findings));
  const stands = !entries.slice(at + 1).some((entry) => goesOn(entry, signs));
  return { warning, stands };
}

/** The label of a finding, from the questions that offered it. @param {Entry[]} entries @param {string} finding */
export function labelOf(entries, finding) {
  for (const entry of entries) {
    if (!isQuestion(entry)) continue;
    const option = entry.custom.options.find((one) => one.id === finding);
    if (option) return option.label;
    if (entry.custom.id === finding) return entry.custom.prompt ?? entry.text;
  }
  return undefined;
}

/** What is sent to change an answer. Of a group, each sign that changed is named by itself, what is new before what is
 * taken back: a group may have lost options since it was put.
 * @param {Question} question @param {Choice} now @param {Choice|undefined} before @param {() => string} newKey
 * @returns {Body[]} */
export function changeOf(question, now, before, newKey) {
  const signs = question.kind === "multiple" && question.options.every(({ id }) => id === "none" || question.about.includes(id));
  if (!signs || !Array.isArray(now)) return [{ id: newKey(), question: question.id, choice: now }];
  const had = Array.isArray(before) ? before : [];
  const ids = question.options.map((option) => option.id).filter((id) => id !== "none");
  const added = ids.filter((id) => now.includes(id) && !had.includes(id));
  const dropped = ids.filter((id) => !now.includes(id) && (had.includes(id) || before === undefined));
  return [
    ...added.map((id) => ({ id: newKey(), question: id, choice: "present" })),
    ...dropped.map((id) => ({ id: newKey(), question: id, choice: "absent" })),
  ];
}

/** @param {Entry} entry @param {Set<string>} signs */
function goesOn(entry, signs) {
  if (isResult(entry)) return entry.custom.triage.level !== "emergency";
  if (!isQuestion(entry) || ["erase", "restart", "another"].includes(entry.custom.id)) return false;
  return ![entry.custom.id, ...entry.custom.about].some((id) => signs.has(id));
}
