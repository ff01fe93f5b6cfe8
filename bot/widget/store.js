/** What is kept on the device: the token, the number of the last message, and the conversation, until it is deleted. */

/** @import { State } from "./types.js" */

/** @returns {State} a conversation that has not begun */
export const fresh = () => ({
  v: 1, generation: newKey(), token: "", renewAfter: 0, seq: 0, lang: "en", acknowledged: "", entries: [],
});

/** A key that nobody else has. */
export const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

export class Store {
  /** @param {"local"|"session"} where @param {string} server one conversation for each server */
  constructor(where, server) {
    this.key = `malleo:${server}`;
    /** @type {Storage|null} */
    this.area = null;
    try {
      this.area = where === "session" ? sessionStorage : localStorage;
    } catch {
      // Blocked by the browser: the conversation lasts as long as the page.
    }
  }

  /** @returns {State|null} */
  load() {
    try {
      const state = JSON.parse(this.area?.getItem(this.key) ?? "null");
      return state?.v === 1 && Array.isArray(state.entries) ? state : null;
    } catch {
      return null;
    }
  }

  /** Writes the state together with what another tab has added to the same conversation. @param {State} state */
  save(state) {
    const stored = this.load();
    if (stored && stored.generation === state.generation) join(state, stored);
    this.#write(JSON.stringify(state));
  }

  /** Writes the state in place of whatever was there. @param {State} state */
  replace(state) {
    this.#write(JSON.stringify(state));
  }

  /** @param {string} text */
  #write(text) {
    try {
      this.area?.setItem(this.key, text);
    } catch {
      // Full or blocked: the conversation lasts as long as the page.
    }
  }
}

/** Adds to a state what another tab knows. Entries keep their order; what was sent or answered stays so.
 * @param {State} state @param {State} other */
export function join(state, other) {
  const mine = new Map(state.entries.map((entry) => [entry.key, entry]));
  for (const entry of other.entries) {
    const own = mine.get(entry.key);
    if (!own) state.entries.push(entry);
    else if (own.from === "you" && entry.from === "you" && further(entry, own)) Object.assign(own, entry);
  }
  state.entries.sort((one, two) => one.at - two.at);
  state.seq = Math.max(state.seq, other.seq);
  if (other.renewAfter > state.renewAfter) [state.token, state.renewAfter] = [other.token, other.renewAfter];
  state.acknowledged ||= other.acknowledged;
}

/** Whether a state knows of something that the other does not. @param {State} state @param {State} other */
export function isAhead(state, other) {
  const theirs = new Map(other.entries.map((entry) => [entry.key, entry]));
  return state.entries.some((own) => {
    const entry = theirs.get(own.key);
    return !entry || (own.from === "you" && entry.from === "you" && further(own, entry));
  });
}

/** @param {import("./types.js").YourEntry} other @param {import("./types.js").YourEntry} own */
const further = (other, own) => own.state !== "discarded" && (other.state === "discarded" || other.sent > own.sent);
