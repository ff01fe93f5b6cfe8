/** A number with its unit. What is no number, or out of reach, is told at the field. */

/** @import { Control, Setting } from "./control.js" */
import { el, newId } from "../dom.js";

/** @param {Setting} setting @returns {Control} */
export function number({ question, before, words, lang }) {
  const { min = 0, max = 1000, unit } = question;
  const id = newId();
  const input = numberField(id, min, max);
  if (typeof before === "number") input.value = String(before);
  const label = words.say("number_wanted", { min, max });
  return {
    nodes: [el("div", { class: "number" }, el("label", { for: id }, label), el("div", {}, input, unit && el("span", { lang }, unit)))],
    value: () => within(input, min, max),
    wanted: "number_wrong",
  };
}

/** @param {string} id @param {number} min @param {number} max */
export const numberField = (id, min, max) =>
  el("input", { id, type: "text", inputmode: "numeric", autocomplete: "off", maxlength: Math.max(String(min).length, String(max).length) + 1 });

/** The number of a field, if it is a whole one within the limits.
 * @param {HTMLInputElement} input @param {number} min @param {number} max */
export function within(input, min, max) {
  const typed = input.value.trim();
  const value = Number(typed);
  return /^\d+$/.test(typed) && value >= min && value <= max ? value : undefined;
}
