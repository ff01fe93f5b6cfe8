/** The elements of the panel, without any behaviour. */

/** @import { Words } from "./words.js" */
import { el, icon, newId } from "./dom.js";

const RECEIVER = "M6 3h4l2 5-2.5 1.500a11 11 0 0 0 5 5L16 12l5 2v4c0 1.5-1 3-3 3C10 20 4 14 3 6c0-2 1.5-3 3-3Z";
const MARK = "M9 3v8c0 2-1 3-3 4.500C4.5 16.6 4 17.5 4 18.500S5 21 7 21h9c3 0 4.5-1 4.5-2.500S19 16 17 15.5 15 13 15 11V3M11 13.500a2 2 0 1 0 .01 0";
const CLOSE = "M6 6l12 12M18 6 6 18";
const MORE = "M5 12h.01M12 12h.01M19 12h.01";
const SEND = "M12 20V5M5 12l7-7 7 7";

/** @typedef {ReturnType<typeof frame>} Parts */

/** @param {Words} words @param {boolean} inline @param {string} dir */
export function frame(words, inline, dir) {
  const title = el("h2", { id: newId(), tabindex: -1 }, words.say("name"));
  const closeButton = el("button", { type: "button", class: "icon-button close", "aria-label": words.say("close") }, icon(CLOSE));
  const menu = el("details", { class: "menu" }, el("summary", { class: "icon-button", "aria-label": words.say("more") }, icon(MORE)), el("ul", {}));
  const numbersButton = el("button", { type: "button", class: "numbers-button" }, icon(RECEIVER), words.say("emergency_numbers"));
  const emergency = el("div", { class: "emergency-place" });
  const banner = el("div", { class: "banner", hidden: true });
  const status = el("p", { class: "status", tabindex: -1, hidden: true }, el("i", {}), el("i", {}), el("i", {}), el("span", {}));
  const log = el("section", { class: "log", tabindex: 0, "aria-label": words.say("conversation") });
  const news = el("button", { type: "button", class: "news", hidden: true }, words.say("new_messages"));
  const input = el("textarea", { id: newId(), rows: 1, maxlength: 4000, enterkeyhint: "send", autocomplete: "off" });
  const label = el("label", { for: input.id }, words.say("your_message"));
  const sendButton = el("button", { type: "submit", class: "icon-button send", "aria-label": words.say("send") }, icon(SEND));
  const composer = el("form", { class: "composer" }, label, el("div", {}, input, sendButton));
  const header = el(
    "header", { class: "head", part: "header" },
    icon(MARK, "icon mark"), el("div", {}, title, el("p", {}, words.say("subtitle"))), numbersButton, menu, !inline && closeButton,
  );
  const sheet = el("dialog", { class: "sheet" });
  const body = [header, emergency, banner, log, news, composer, el("slot", { name: "announcer" }), sheet];
  const attributes = { class: `panel ${inline ? "inline" : "floating"}`, part: "panel", "aria-labelledby": title.id, lang: words.lang, dir };
  const panel = inline ? el("section", attributes, ...body) : el("dialog", attributes, ...body);
  return { panel, title, closeButton, menu, numbersButton, emergency, banner, status, log, news, input, label, composer, sheet };
}
