/** HTTP: JSON out, one JSON object a line back. A line that does not come within half a minute counts as a lost connection. */

/** @import { Body, Payload } from "./types.js" */

/**
 * @typedef {{t: string, id?: string, seq?: number, text?: string, custom?: Payload|null, code?: string, message?: string}} Line
 * @typedef {{token: string, expires_in: number, config: {protocol: number, language?: string},
 *   messages: {seq: number, text: string, custom: Payload|null, who?: string}[]}} Opened
 */

const SILENCE = 30_000;

/** The server answered, and said no. */
export class Refused extends Error {
  /** @param {number} status @param {string} code @param {string} message @param {number} retryAfter seconds */
  constructor(status, code, message, retryAfter = 0) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** No answer, or only part of one. */
export class CutOff extends Error {}

export class Transport {
  /** @param {string} server address in front of /webhooks/website */
  constructor(server) {
    this.base = `${server.replace(/\/+$/, "")}/webhooks/website`;
  }

  /** A new conversation, or a new token for one that goes on. @param {string} [token] @returns {Promise<Opened>} */
  async open(token) {
    const answer = await this.#ask("POST", "/session", token, {});
    return answer.json().catch(lost);
  }

  /** The lines that answer a message. @param {string} token @param {Body} body */
  send(token, body) {
    return this.#lines("POST", "/messages", token, body);
  }

  /** The lines that were missed. @param {string} token @param {number} after number of the last message seen */
  missed(token, after) {
    return this.#lines("GET", `/events?after=${after}`, token);
  }

  /** Erases the conversation on the server. @param {string} token */
  async erase(token) {
    await this.#ask("DELETE", "/session", token);
  }

  /**
   * @param {string} method @param {string} path @param {string} [token] @param {unknown} [body]
   * @param {AbortSignal} [signal]
   */
  async #ask(method, path, token, body, signal = AbortSignal.timeout(SILENCE)) {
    /** @type {Record<string, string>} */
    const headers = { Accept: "application/x-ndjson" };
    if (token) headers.Authorization = `Bearer ${token}`;
    if (body) headers["Content-Type"] = "application/json";
    const sent = body ? JSON.stringify(body) : undefined;
    const options = { method, headers, body: sent, signal, credentials: "omit", cache: "no-store", referrerPolicy: "no-referrer" };
    const answer = await fetch(this.base + path, /** @type {RequestInit} */ (options)).catch(lost);
    if (!answer.ok && !isLines(answer)) throw await refusal(answer);
    return answer;
  }

  /**
   * @param {string} method @param {string} path @param {string} token @param {unknown} [body]
   * @returns {AsyncGenerator<Line>}
   */
  async *#lines(method, path, token, body) {
    const stop = new AbortController();
    let timer = setTimeout(() => stop.abort(), SILENCE);
    try {
      const answer = await this.#ask(method, path, token, body, stop.signal);
      if (!answer.body || !isLines(answer)) throw new CutOff();
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let rest = ""; ; ) {
        const { done, value } = await reader.read().catch(lost);
        if (done) return;
        clearTimeout(timer);
        timer = setTimeout(() => stop.abort(), SILENCE);
        const parts = (rest + value).split("\n");
        rest = parts.pop() ?? "";
        for (const part of parts) if (part.trim()) yield read(part);
      }
    } finally {
      clearTimeout(timer);
    }
  }
}

/** @param {Response} answer */
const isLines = (answer) => (answer.headers.get("Content-Type") ?? "").includes("ndjson");

/** @param {string} line @returns {Line} */
function read(line) {
  try {
    return JSON.parse(line);
  } catch {
    throw new CutOff();
  }
}

/** @returns {never} */
function lost() {
  throw new CutOff();
}

/** @param {Response} answer */
async function refusal(answer) {
  const { error } = await answer.json().catch(() => ({ error: null }));
  const wait = Number(answer.headers.get("Retry-After")) || 0;
  // A gateway that answers for a server that is away says nothing about the message.
  if (!error && answer.status >= 500) return new CutOff();
  return new Refused(answer.status, error?.code ?? "", error?.message ?? "", wait);
}
