/** Says things to people who hear the page. It stands in the page's own tree: live regions inside a shadow tree are not
 * heard by every screen reader. One region waits its turn, the other interrupts. */
import { el } from "./dom.js";

const CLEARED_AFTER = 1000;

export class Announcer {
  /** @param {HTMLElement} host the element whose slot "announcer" takes the regions */
  constructor(host) {
    this.polite = el("div", { role: "status", "aria-live": "polite" });
    this.urgent = el("div", { role: "alert", "aria-live": "assertive" });
    this.place = el("div", { slot: "announcer", "data-malleo-announcer": true }, this.polite, this.urgent);
    host.append(this.place);
  }

  /** @param {string} text @param {boolean} [urgent] */
  say(text, urgent = false) {
    if (!text) return;
    const line = el("p", {}, text);
    (urgent ? this.urgent : this.polite).append(line);
    setTimeout(() => line.remove(), CLEARED_AFTER);
  }
}
