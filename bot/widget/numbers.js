/** Numbers to call, those of the person's own region first. Where that is, only the device is asked. */

/** @import { Call } from "./types.js" */
/** @import { Words } from "./words.js" */
import { el } from "./dom.js";

const NUMBERS = { UK: "999", EU: "112", IE: "112", US: "911", CA: "911", AU: "000", NZ: "111", IN: "112" };

/** Shown before the server has named any, and without a connection. The same as in the knowledge base; a test compares them.
 * @type {Call[]} */
export const EMERGENCY_NUMBERS = Object.entries(NUMBERS).map(([region, number]) => ({ region, number }));

/** @type {[RegExp, string][]} */
const ZONES = [
  [/^Europe\/(London|Jersey|Guernsey|Isle_of_Man)$/, "UK"],
  [/^Europe\/Dublin$/, "IE"],
  [/^Australia\//, "AU"],
  [/^Pacific\/(Auckland|Chatham)$/, "NZ"],
  [/^Asia\/(Kolkata|Calcutta)$/, "IN"],
  [/^America\/(Toronto|Vancouver|Halifax|Winnipeg|Edmonton|Calgary|Regina|St_Johns|Moncton|Whitehorse|Yellowknife|Iqaluit)$/, "CA"],
  [/^America\/(New_York|Chicago|Denver|Los_Angeles|Phoenix|Detroit|Boise|Anchorage|Indiana\/.+|Kentucky\/.+|North_Dakota\/.+|Juneau)$|^Pacific\/Honolulu$/, "US"],
  [/^Europe\/(Amsterdam|Athens|Berlin|Bratislava|Brussels|Bucharest|Budapest|Copenhagen|Helsinki|Lisbon|Ljubljana|Luxembourg|Madrid|Malta|Paris|Prague|Riga|Rome|Sofia|Stockholm|Tallinn|Vienna|Vilnius|Warsaw|Zagreb)$|^Asia\/Nicosia$|^Atlantic\/(Canary|Azores|Madeira)$/, "EU"],
];
/** Countries whose numbers go by another name. @type {Record<string, string>} */
const COUNTRIES = { GB: "UK", DE: "EU", FR: "EU", ES: "EU", IT: "EU", NL: "EU", AT: "EU" };

/** The region where the device seems to be: by its time zone, or else by its language; nothing when neither tells.
 * @param {string} [zone] @param {string} [locale] */
export function region(zone = Intl.DateTimeFormat().resolvedOptions().timeZone, locale = navigator.language) {
  const found = ZONES.find(([pattern]) => pattern.test(zone ?? ""));
  if (found) return found[1];
  // A zone that is known, but not here, says more than the language of the device.
  const country = locale.split("-").pop() ?? "";
  return zone && zone !== "UTC" ? undefined : (COUNTRIES[country] ?? country);
}

/** A list of numbers to call: the ones that are likely here as large links, all the others below.
 * @param {Call[]} calls @param {Words} words */
export function numbersToCall(calls, words) {
  const here = region();
  const own = calls.filter((call) => call.region === here && dialled(call));
  const others = calls.filter((call) => !own.includes(call));
  const large = own.map((call) =>
    el("a", { class: "call", href: `tel:${dialled(call)}` }, words.say("call", { number: call.number }), el("small", {}, place(call, words))),
  );
  const list = others.map((call) => el("li", {}, dialled(call) ? link(call, words) : words.say("elsewhere")));
  const rest = el("ul", { class: "numbers" }, ...list);
  return el("div", { class: "calls" }, ...large, own.length > 0 && el("p", { class: "small" }, words.say("call_other")), rest);
}

/** @param {Call} call @param {Words} words */
const link = (call, words) => el("a", { href: `tel:${dialled(call)}` }, `${place(call, words)}: ${call.number}`);

/** The number as it is dialled, or nothing when it is said in words. @param {Call} call */
const dialled = (call) => (/^[\d\s+]+$/.test(call.number) ? call.number.replaceAll(" ", "") : "");

/** @param {Call} call @param {Words} words */
function place(call, words) {
  const code = call.region === "UK" ? "GB" : call.region;
  return new Intl.DisplayNames([words.lang], { type: "region", fallback: "code" }).of(code) ?? code;
}
