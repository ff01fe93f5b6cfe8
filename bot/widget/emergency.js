/** The emergency panel: on top of everything until the emergency is taken back, whatever the connection does. */

/** @import { BotEntry, Entry, Escalation } from "./types.js" */
/** @import { Words } from "./words.js" */
import { labelOf } from "./conversation.js";
import { disclosure, el, icon, newId, prose } from "./dom.js";
import { signOf } from "./levels.js";
import { numbersToCall } from "./numbers.js";

/**
 * @typedef {object} Acts
 * @property {() => void} read  it was read, and may be made small
 * @property {() => void} open  show all of it again
 * @property {(finding: string, label: string, answer: "absent"|"unknown"|"present") => void} correct
 */

/** @param {BotEntry & {custom: Escalation}} warning @param {boolean} stands @param {boolean} small @param {Entry[]} entries
 * @param {Words} words @param {string} lang @param {Acts} acts */
export function emergencyPanel(warning, stands, small, entries, words, lang, acts) {
  const { action, call } = warning.custom;
  const calls = numbersToCall(call, words);
  const title = el("h3", {}, icon(signOf("emergency")), el("span", { lang }, stands ? action : words.say("emergency")));
  const shrunk = small || !stands;
  const state = stands ? "stands" : "over";
  if (shrunk) {
    const note = !stands && el("p", {}, words.say("was_emergency"));
    const more = stands && el("button", { type: "button", onclick: acts.open }, words.say("read_again"));
    return el("section", { class: `emergency small-form ${state}`, "aria-label": words.say("emergency") }, title, note, calls.querySelector(".call") ?? calls, more);
  }
  return el(
    "section", { class: `emergency ${state}`, "aria-label": words.say("emergency") },
    el("div", { class: "told" }, title, calls, el("div", { lang, dir: "auto" }, ...prose(warning.text)), wrong(warning.custom, entries, words, lang, acts)),
    el("p", { class: "read" }, el("button", { type: "button", onclick: acts.read }, words.say("i_have_read"))),
  );
}

/** Each sign that called for the warning, to say that it is not so. @param {Escalation} escalation @param {Entry[]} entries
 * @param {Words} words @param {string} lang @param {Acts} acts */
function wrong(escalation, entries, words, lang, acts) {
  const findings = [...new Set(escalation.flags.flatMap((flag) => flag.findings))];
  const texts = new Map(escalation.flags.flatMap((flag) => flag.findings.map((finding) => [finding, flag.text])));
  const rows = findings.map((finding) => {
    const label = labelOf(entries, finding) ?? (findings.length === 1 ? texts.get(finding) : undefined) ?? finding.replaceAll("_", " ");
    const id = newId();
    /** @type {["present"|"absent"|"unknown", string][]} */
    const answers = [["present", words.say("yes")], ["absent", words.say("no")], ["unknown", words.say("not_sure")]];
    return el(
      "div", { role: "group", "aria-labelledby": id },
      el("p", { id, lang, dir: "auto" }, label),
      el("p", { class: "actions" }, ...answers.map(([answer, text]) => el("button", { type: "button", onclick: () => acts.correct(finding, label, answer) }, text))),
    );
  });
  return disclosure("aside", words.say("got_wrong"), el("p", {}, words.say("is_it_true")), ...rows);
}
