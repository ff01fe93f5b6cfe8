/** One answer of several: a button for each while there are few, else radio buttons, which are also used to change. */

/** @import { Control, Setting } from "./control.js" */
import { el, newId } from "../dom.js";

const MOST_BUTTONS = 4;

/** @param {Setting} setting @returns {Control} */
export function single({ question, before, words, lang }) {
  if (before === undefined && question.options.length <= MOST_BUTTONS) return buttons(question.options, lang);
  const name = newId();
  const radios = question.options.map((option) => {
    const input = el("input", { type: "radio", name, value: option.id });
    input.checked = option.id === before;
    return { input, node: el("label", { class: "option" }, input, el("span", { lang, dir: "auto" }, option.label)) };
  });
  return {
    nodes: [el("p", { class: "small" }, words.say("choose_one")), ...radios.map((radio) => radio.node)],
    value: () => radios.find((radio) => radio.input.checked)?.input.value,
    wanted: "pick_something",
  };
}

/** @param {import("../types.js").Option[]} options @param {string} lang @returns {Control} */
function buttons(options, lang) {
  /** @type {string|undefined} */
  let pressed;
  const nodes = options.map((option) =>
    el("button", { class: "option", type: "submit", value: option.id, lang, dir: "auto", onclick: () => (pressed = option.id) }, option.label),
  );
  return { nodes, value: () => pressed, wanted: "pick_something", answersAtOnce: true };
}
