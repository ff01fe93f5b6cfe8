/** Several answers: checkboxes, of which "none of these" excludes the others. A long list can be searched. */

/** @import { Control, Setting } from "./control.js" */
import { el } from "../dom.js";

const SEARCHED_FROM = 12;
const NONE = "none";

/** @param {Setting} setting @returns {Control} */
export function multiple(setting) {
  const { words, question } = setting;
  const boxes = checkboxes(setting);
  const count = el("p", { class: "small" }, words.say("choose_any"));
  const search = question.options.length >= SEARCHED_FROM && searchFor(boxes, words.say("search"));
  return { nodes: [count, ...(search ? [search] : []), ...boxes.map((box) => box.node)], value: () => checked(boxes), wanted: "pick_something" };
}

/** @typedef {{id: string, input: HTMLInputElement, node: HTMLElement}} Box */

/** @param {Setting} setting @returns {Box[]} */
export function checkboxes({ question, before, lang }) {
  const boxes = question.options.map(({ id, label }) => {
    const input = el("input", { type: "checkbox", value: id });
    input.checked = Array.isArray(before) ? before.includes(id) : before === id;
    input.addEventListener("change", () => input.checked && exclude(boxes, id));
    return { id, input, node: el("label", { class: "option" }, input, el("span", { lang, dir: "auto" }, label)) };
  });
  return boxes;
}

/** @param {Box[]} boxes @returns {string[]|undefined} */
export function checked(boxes) {
  const ids = boxes.filter((box) => box.input.checked).map((box) => box.id);
  return ids.length ? ids : undefined;
}

/** @param {Box[]} boxes @param {string} chosen */
function exclude(boxes, chosen) {
  for (const { id, input } of boxes) if ((id === NONE) !== (chosen === NONE)) input.checked = false;
}

/** @param {Box[]} boxes @param {string} label */
function searchFor(boxes, label) {
  const input = el("input", { type: "search", autocomplete: "off" });
  input.addEventListener("input", () => {
    const wanted = input.value.trim().toLowerCase();
    for (const box of boxes) {
      const stays = box.id === NONE || box.input.checked || (box.node.textContent ?? "").toLowerCase().includes(wanted);
      box.node.hidden = !stays;
    }
  });
  // Enter looks for the words; it must not send the answer.
  input.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  return el("label", { class: "search" }, label, input);
}
