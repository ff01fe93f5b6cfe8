/** Where the focus and the view go. The focus moves only from a control that was just used, never from what is being typed. */

/** @import { Entry } from "./types.js" */
/** @import { Parts } from "./frame.js" */
import { isQuestion, isResult } from "./conversation.js";

const NEAR_THE_END = 120;

export class Focus {
  /** @param {ShadowRoot} root @param {Parts} parts @param {(key: string) => HTMLElement|undefined} elementOf */
  constructor(root, parts, elementOf) {
    this.root = root;
    this.parts = parts;
    this.elementOf = elementOf;
    this.parked = false;
    parts.news.addEventListener("click", () => {
      parts.news.hidden = true;
      this.toEnd();
      parts.log.focus();
    });
    parts.log.addEventListener("scroll", () => this.#isNearEnd() && (parts.news.hidden = true), { passive: true });
  }

  /** A control was used and will go: the focus waits on the line that says so. */
  park() {
    this.parts.status.hidden = false;
    this.parts.status.focus({ preventScroll: true });
    this.parked = true;
  }

  /** Moves a waiting focus to what came: a question or a result. Gives the key of the entry it went to.
   * @param {Entry[]} arrived */
  toNew(arrived) {
    const last = arrived.findLast((entry) => isQuestion(entry) || isResult(entry));
    const heading = last && this.elementOf(last.key)?.querySelector("h3");
    const waiting = this.parked && this.root.activeElement === this.parts.status;
    if (waiting && heading) {
      heading.focus({ preventScroll: true });
      this.parked = false;
    }
    this.#bringIntoView(arrived, waiting);
    return waiting && heading ? last.key : undefined;
  }

  /** Once nothing is under way, a focus that still waits must not be lost with the line it waits on.
   * @param {boolean} writing @param {Entry[]} entries */
  settle(writing, entries) {
    if (!this.parked || writing) return;
    const lost = this.root.activeElement === null || this.root.activeElement === this.parts.status;
    const failed = entries.findLast((entry) => entry.from === "you" && entry.state === "failed");
    const sending = entries.some((entry) => entry.from === "you" && entry.state === "sending");
    if (sending) return;
    this.parked = false;
    if (lost) (this.elementOf(failed?.key ?? "")?.querySelector("button") ?? this.parts.log).focus({ preventScroll: true });
  }

  /** @param {string} [question] key of the open one */
  onOpening(question) {
    const heading = this.elementOf(question ?? "")?.querySelector("h3");
    const mouse = matchMedia("(hover: hover)").matches;
    (heading ?? (mouse ? this.parts.input : this.parts.title)).focus({ preventScroll: true });
  }

  toEnd() {
    const { log } = this.parts;
    requestAnimationFrame(() => (log.scrollTop = log.scrollHeight));
  }

  /** @param {Entry[]} arrived @param {boolean} waiting */
  #bringIntoView(arrived, waiting) {
    const first = arrived.map((entry) => this.elementOf(entry.key)).find(Boolean);
    if (!first) return;
    if (!waiting && !this.#isNearEnd(first.offsetHeight)) {
      this.parts.news.hidden = false;
      return;
    }
    requestAnimationFrame(() => (this.parts.log.scrollTop = first.offsetTop - 12));
  }

  #isNearEnd(allowed = 0) {
    const { scrollHeight, scrollTop, clientHeight } = this.parts.log;
    return scrollHeight - scrollTop - clientHeight < NEAR_THE_END + allowed;
  }
}
