/**
 * What every control gives: its elements, and the answer they hold.
 *
 * @typedef {object} Control
 * @property {HTMLElement[]} nodes
 * @property {() => import("../types.js").Choice|undefined} value  nothing while there is no answer
 * @property {"pick_something"|"number_wrong"} wanted  what to say then
 * @property {boolean} [answersAtOnce]  its elements send the answer themselves
 *
 * @typedef {object} Setting
 * @property {import("../types.js").Question} question
 * @property {import("../types.js").Choice} [before]  the answer that is to be changed
 * @property {import("../words.js").Words} words
 * @property {string} lang  language of the assistant
 * @property {"left"|"right"|undefined} side
 */

import { multiple } from "./multiple.js";
import { number } from "./number.js";
import { regions } from "./regions.js";
import { scale } from "./scale.js";
import { single } from "./single.js";

/** The control for a question, or nothing when it takes words only. @param {Setting} setting @returns {Control|undefined} */
export function control(setting) {
  const kinds = { single, multiple, regions, number, scale, text: () => undefined };
  return (kinds[setting.question.kind] ?? kinds.text)(setting);
}
