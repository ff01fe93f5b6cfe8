/** One conversation: what was said is kept, sent, resumed and shared with other tabs. Knows nothing of the screen. */

/** @import { Body, Entry, Note, State, YourEntry } from "./types.js" */
/** @import { Line, Opened } from "./transport.js" */
import { CutOff, Refused, Transport } from "./transport.js";
import { fresh, isAhead, join, newKey, Store } from "./store.js";

const TRIES = 3;
const WAITS = [1, 2, 4, 8, 16];

/** Tells of its events: "change" when there is something to show, "arrived" with the messages of an answer,
 * "failed" with a message that was not sent. */
export class Session extends EventTarget {
  /** @param {string} server @param {"local"|"session"} where */
  constructor(server, where) {
    super();
    this.transport = new Transport(server);
    this.store = new Store(where, server);
    /** @type {State} */
    this.state = this.store.load() ?? fresh();
    this.reachable = navigator.onLine;
    this.writing = false;
    this.waiting = 0;
    this.retries = 0;
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    this.timer = undefined;
    /** @type {Promise<unknown>} */
    this.queue = Promise.resolve();
    addEventListener("storage", (event) => event.key === this.store.key && this.#seenElsewhere());
    addEventListener("online", () => this.resume());
    addEventListener("offline", () => this.#setReachable(false));
    document.addEventListener("visibilitychange", () => document.hidden || this.resume());
  }

  /** What is shown: everything but what was thrown away. */
  get entries() {
    return this.state.entries.filter((entry) => entry.from !== "you" || entry.state !== "discarded");
  }

  /** Fetches what was missed and sends what was left. Opens a conversation where there is none. */
  resume() {
    return this.#inTurn(async () => {
      try {
        if (!this.state.token) await this.#begin();
        else await this.#catchUp();
        this.#setReachable(true);
      } catch (error) {
        this.#failed(error);
        return;
      }
      for (const entry of this.entries) {
        const again = entry.from === "you" && (entry.state === "sending" || entry.problem === "offline");
        if (again) await this.#deliver(entry);
      }
    });
  }

  /** @param {Pick<YourEntry, "text"|"bodies"|"answers"|"choice"|"change">} said */
  send(said) {
    /** @type {YourEntry} */
    const entry = { from: "you", key: `you-${newKey()}`, sent: 0, state: "sending", at: this.#now(), ...said };
    this.state.entries.push(entry);
    this.#changed();
    return this.#inTurn(() => this.#deliver(entry));
  }

  /** @param {YourEntry} entry */
  retry(entry) {
    entry.state = "sending";
    delete entry.problem;
    this.#changed();
    return this.#inTurn(() => this.#deliver(entry));
  }

  /** @param {YourEntry} entry */
  discard(entry) {
    entry.state = "discarded";
    this.#changed();
  }

  /** @param {string} id */
  acknowledge(id) {
    this.#seenElsewhere();
    this.state.acknowledged = id;
    this.store.replace(this.state);
    this.#tell("change");
  }

  /** Erases the conversation here and on the server, and begins another. Raises `CutOff` or `Refused` when it could not. */
  async erase() {
    await this.#inTurn(async () => {
      try {
        if (this.state.token) await this.transport.erase(this.state.token);
      } catch (error) {
        if (!isUnknown(error)) throw error;
      }
      this.#forget();
    });
    return this.resume();
  }

  /** One exchange at a time, in all tabs. @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  #inTurn(work) {
    const locked = () =>
      navigator.locks
        ? /** @type {Promise<T>} */ (navigator.locks.request(this.store.key, async () => {
            this.#seenElsewhere();
            return work();
          }))
        : work();
    /** @type {Promise<T>} */
    const done = this.queue.then(async () => locked());
    this.queue = done.catch(() => {});
    return done;
  }

  /** @param {YourEntry} entry */
  async #deliver(entry) {
    if (entry.state === "sent" || !this.entries.includes(entry)) return;
    this.writing = true;
    entry.state = "sending";
    delete entry.problem;
    this.#changed();
    try {
      for (const body of entry.bodies.slice(entry.sent)) {
        await this.#exchange(body);
        entry.sent += 1;
      }
      entry.state = "sent";
      this.#setReachable(true);
    } catch (error) {
      entry.state = "failed";
      this.#failed(error, entry);
    } finally {
      this.writing = false;
      this.waiting = 0;
      this.#changed();
    }
  }

  /** Sends one message until it is answered. The same id is answered once, however often it is sent. @param {Body} body */
  async #exchange(body) {
    for (let attempt = 0; ; attempt++) {
      try {
        if (!this.state.token || Date.now() > this.state.renewAfter) await this.#begin();
        return await this.#take(this.transport.send(this.state.token, body));
      } catch (error) {
        if (attempt >= TRIES || !(await this.#mayTryAgain(error, attempt))) throw error;
      }
    }
  }

  /** @param {unknown} error @param {number} attempt */
  async #mayTryAgain(error, attempt) {
    if (error instanceof CutOff) {
      if (!navigator.onLine) return false;
      await pause(WAITS[attempt] ?? 30);
      return true;
    }
    if (!(error instanceof Refused)) return false;
    if (isUnknown(error)) {
      await this.#startOver();
      return true;
    }
    if (error.status !== 429 && error.status !== 408 && error.status < 500) return false;
    this.waiting = error.status === 429 ? error.retryAfter || 5 : 0;
    this.#tell("change");
    await pause(error.retryAfter || 1);
    this.waiting = 0;
    return true;
  }

  /** Keeps the messages of an answer. @param {AsyncGenerator<Line>} lines */
  async #take(lines) {
    /** @type {Entry[]} */
    const arrived = [];
    /** @type {Line|undefined} */
    let end;
    const before = this.state.seq;
    try {
      for await (const line of lines) {
        if (line.t === "msg" && (line.seq ?? 0) > this.state.seq) arrived.push(this.#keep(line));
        if (line.t === "end" || line.t === "error") end = line;
      }
    } finally {
      if (end?.t === "error") {
        // What is said in a turn that failed is not in storage, so its numbers are those of the next turn.
        this.state.seq = before;
        for (const entry of arrived) entry.key = `bot-${newKey()}`;
      }
      if (arrived.length) {
        this.#changed();
        this.#tell("arrived", arrived);
      }
    }
    if (!end) throw new CutOff();
    if (end.t === "error") throw new Refused(0, end.code ?? "", end.message ?? "");
  }

  /** @param {{seq?: number, text?: string, custom?: import("./types.js").Payload|null}} message @returns {Entry} */
  #keep({ seq = 0, text = "", custom = null }) {
    /** @type {Entry} */
    const entry = { from: "bot", key: `bot-${this.state.generation}-${seq}`, text, custom, at: this.#now() };
    this.state.seq = Math.max(this.state.seq, seq);
    if (custom && "erased" in custom && custom.erased) this.#forget();
    else this.state.entries.push(entry);
    this.#changed();
    return entry;
  }

  /** A new conversation, or a new token for one that goes on. */
  async #begin() {
    const opened = await this.transport.open(this.state.token || undefined).catch((error) => {
      if (isUnknown(error)) return this.transport.open();
      throw error;
    });
    const arrived = this.#adopt(opened);
    if (arrived.length) this.#tell("arrived", arrived);
  }

  /** @param {Opened} opened */
  #adopt(opened) {
    this.state.token = opened.token;
    this.state.renewAfter = Date.now() + opened.expires_in * 500;
    this.state.lang = opened.config.language ?? "en";
    const greeted = this.state.entries.some((entry) => entry.from === "bot");
    const unseen = opened.messages.filter(({ seq, who }) => who !== "person" && (seq > this.state.seq || !greeted));
    const arrived = unseen.map((message) => this.#keep(message));
    this.#changed();
    return arrived;
  }

  async #catchUp() {
    try {
      await this.#take(this.transport.missed(this.state.token, this.state.seq));
    } catch (error) {
      if (!isUnknown(error)) throw error;
      await this.#startOver();
    }
  }

  /** The server does not know this conversation any more: what was said stays in view, and the person is told. */
  async #startOver() {
    const note = this.#note("session_ended");
    const opened = await this.transport.open();
    this.state.seq = 0;
    this.state.generation = newKey();
    this.state.entries.push(note);
    this.store.replace(this.state);
    this.#tell("arrived", [note, ...this.#adopt(opened)]);
  }

  #forget() {
    this.state = fresh();
    this.state.entries.push(this.#note("erased"));
    this.store.replace(this.state);
    this.#tell("change");
  }

  /** @param {string} note @returns {Note} */
  #note(note) {
    return { from: "note", key: `note-${newKey()}`, note, at: this.#now() };
  }

  /** @param {unknown} error @param {YourEntry} [entry] */
  #failed(error, entry) {
    const refused = error instanceof Refused ? error : undefined;
    if (!refused && !(error instanceof CutOff)) throw error;
    if (entry) {
      entry.problem = refused ? (refused.status === 429 ? "too_many" : "refused") : "offline";
      entry.detail = refused?.message;
      this.#tell("failed", entry);
    }
    if (!refused) this.#setReachable(false);
  }

  /** @param {boolean} reachable */
  #setReachable(reachable) {
    const changed = reachable !== this.reachable;
    this.reachable = reachable;
    if (changed) this.#tell("change");
    clearTimeout(this.timer);
    if (reachable) this.retries = 0;
    else this.timer = setTimeout(() => this.resume(), 1000 * (WAITS[this.retries++] ?? 30));
  }

  #seenElsewhere() {
    const stored = this.store.load();
    if (!stored) return;
    if (stored.generation === this.state.generation) {
      const more = isAhead(this.state, stored);
      join(this.state, stored);
      // Both wrote at once and the other came last: what it did not know of is written again.
      if (more) this.store.save(this.state);
    } else this.state = stored;
    this.#tell("change");
  }

  #changed() {
    this.store.save(this.state);
    this.#tell("change");
  }

  /** @param {"change"|"arrived"|"failed"} type @param {Entry|Entry[]} [detail] */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  #now() {
    return Math.max(Date.now(), (this.state.entries.at(-1)?.at ?? 0) + 1);
  }
}

/** Whether the server does not know the conversation. @param {unknown} error */
const isUnknown = (error) => error instanceof Refused && error.status === 401;

/** @param {number} seconds */
const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
