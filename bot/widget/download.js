/** The conversation and its result to take along: made on the device, nothing is asked of the server. */

/** @import { Entry } from "./types.js" */
/** @import { Words } from "./words.js" */
import { answered, isResult } from "./conversation.js";
import { el } from "./dom.js";
import { questionOf } from "./question.js";

/** One page for a clinician, as plain text. @param {Entry[]} entries @param {Words} words */
export function asText(entries, words) {
  const result = entries.findLast(isResult);
  const lines = [words.say("name"), words.say("made_on", { date: words.date(new Date()) }), words.say("disclaimer"), ""];
  if (result) lines.push(`== ${words.say("result")} ==`, "", result.text, "", words.say("knowledge", { version: result.custom.knowledge_version }), "");
  lines.push(`== ${words.say("told")} ==`, "");
  for (const { question, answer } of answered(entries)) lines.push(`${questionOf(question)}`, `  ${answer.text}`);
  lines.push("", `== ${words.say("conversation")} ==`, "");
  for (const entry of entries) {
    if (entry.from !== "note") lines.push(`${words.say(entry.from === "you" ? "you_said" : "malleo_says")} ${entry.text}`, "");
  }
  return lines.join("\n");
}

/** Everything that was said and concluded, for machines. @param {Entry[]} entries */
export function asData(entries) {
  const told = entries.map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() }));
  return JSON.stringify({ format: "malleo-conversation", version: 1, made: new Date().toISOString(), messages: told }, null, 1);
}

/** Hands a file to the browser. @param {string} name @param {string} type @param {string} content */
export function save(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Prints an element alone, whatever page it stands on. @param {HTMLElement} host */
export function print(host) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "@media print { body * { visibility: hidden } [data-malleo-print] { visibility: visible; position: absolute; inset: 0 0 auto 0 } }",
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  host.dataset.malleoPrint = "";
  const tidy = () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    delete host.dataset.malleoPrint;
  };
  addEventListener("afterprint", tidy, { once: true });
  window.print();
}
