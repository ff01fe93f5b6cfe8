/** What the menu offers: the answers, to start again, to take along, to delete. */

/** @import { Panel } from "./panel.js" */
import { answered } from "./conversation.js";
import { asData, asText, print, save } from "./download.js";
import { el } from "./dom.js";
import { questionOf } from "./question.js";
import { newKey } from "./store.js";

const START_AGAIN = "Start again";

/** @param {Panel} panel */
export function menuItems(panel) {
  const { words, session, parts, host } = panel;
  const day = () => new Date().toISOString().slice(0, 10);
  /** @type {[Parameters<typeof words.say>[0], () => void][]} */
  const items = [
    ["your_answers", () => panel.sheet(words.say("your_answers"), ...answerList(panel))],
    ["start_again", () => void session.send({ text: START_AGAIN, bodies: [{ id: newKey(), text: START_AGAIN }] })],
    ["print", () => print(host)],
    ["download_text", () => save(`malleo-${day()}.txt`, "text/plain", asText(session.entries, words))],
    ["download_data", () => save(`malleo-${day()}.json`, "application/json", asData(session.entries))],
    ["delete", () => panel.sheet(words.say("delete"), ...deletion(panel))],
  ];
  const list = /** @type {HTMLElement} */ (parts.menu.lastElementChild);
  for (const [key, act] of items) {
    const choose = () => {
      parts.menu.open = false;
      parts.menu.querySelector("summary")?.focus();
      act();
    };
    list.append(el("li", {}, el("button", { type: "button", onclick: choose }, words.say(key))));
  }
}

/** @param {Panel} panel */
function answerList(panel) {
  const { words, session } = panel;
  const rows = answered(session.entries).map(({ question, answer }) => {
    const prompt = questionOf(question);
    const change = el("button", { type: "button", class: "link", "aria-label": words.say("change_what", { question: prompt }), onclick: () => panel.changeAnswer(question) }, words.say("change"));
    return el("div", {}, el("dt", { lang: session.state.lang, dir: "auto" }, prompt), el("dd", { dir: "auto" }, answer.text, " ", change));
  });
  return rows.length ? [el("p", { class: "small" }, words.say("check_answers")), el("dl", {}, ...rows)] : [el("p", {}, words.say("no_answers"))];
}

/** @param {Panel} panel */
function deletion({ words, session, parts }) {
  const failure = el("p", { class: "error", role: "alert" });
  const erase = async () => {
    failure.textContent = "";
    try {
      await session.erase();
      parts.sheet.close();
    } catch {
      failure.textContent = words.say("delete_failed");
    }
  };
  return [
    el("p", {}, words.say("delete_sure")),
    el("p", { class: "actions" }, el("button", { type: "button", class: "danger", onclick: erase }, words.say("delete_yes"))),
    failure,
  ];
}
