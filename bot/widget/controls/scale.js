/** A number on a scale: pressed, dragged or typed. Nothing is chosen before the person chooses. */

/** @import { Control, Setting } from "./control.js" */
import { el, newId } from "../dom.js";
import { numberField, within } from "./number.js";

/** @param {Setting} setting @returns {Control} */
export function scale({ question, before, words }) {
  const { min = 0, max = 10 } = question;
  const name = newId();
  const id = newId();
  const typed = numberField(id, min, max);
  const slider = el("input", { type: "range", min, max, step: 1, value: min, "aria-label": words.say("slide", { min, max }) });
  const steps = Array.from({ length: max - min + 1 }, (_, step) => {
    const input = el("input", { type: "radio", name, value: min + step });
    input.addEventListener("change", () => choose(min + step));
    return { input, node: el("label", { class: "step" }, input, el("span", {}, String(min + step))) };
  });
  typed.addEventListener("input", () => choose(within(typed, min, max), typed.value));
  // A slider that is touched where it stands gives no event of its own.
  for (const touched of ["input", "click"]) slider.addEventListener(touched, () => choose(Number(slider.value)));
  choose(typeof before === "number" ? before : undefined);

  /** Brings the three into step. @param {number|undefined} value @param {string} [asTyped] */
  function choose(value, asTyped) {
    for (const { input } of steps) input.checked = input.value === String(value);
    typed.value = asTyped ?? String(value ?? "");
    slider.value = String(value ?? min);
    slider.classList.toggle("untouched", value === undefined);
    slider.setAttribute("aria-valuetext", value === undefined ? words.say("nothing_chosen") : words.say("of_most", { value, max }));
  }

  const ends = el("div", { class: "ends small", "aria-hidden": "true" }, el("span", {}, words.say("least")), el("span", {}, words.say("most")));
  return {
    nodes: [
      el("div", { class: "steps" }, ...steps.map((step) => step.node)), ends,
      el("div", { class: "slider" }, slider),
      el("div", { class: "number" }, el("label", { for: id }, words.say("type_number", { min, max })), typed),
    ],
    value: () => within(typed, min, max),
    wanted: "number_wrong",
  };
}
