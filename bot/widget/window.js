/** Open and closed: beside the page on a large screen, over it on a phone; what is kept about it, and what came meanwhile. */

/** @import { MalleoChat } from "./malleo-chat.js" */
/** @import { Parts } from "./frame.js" */

const PHONE = matchMedia("(max-width: 640px), (max-height: 480px)");

export class Window {
  /** @param {MalleoChat} host @param {Parts} parts */
  constructor(host, parts) {
    this.host = host;
    this.parts = parts;
    this.unread = 0;
    this.emergency = false;
    const { panel, menu, sheet } = parts;
    /** Nothing when the panel stands in the page, where it is always open. */
    this.dialog = panel instanceof HTMLDialogElement ? panel : undefined;
    panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || sheet.open) return;
      event.preventDefault();
      if (menu.open) {
        menu.open = false;
        menu.querySelector("summary")?.focus();
      } else void host.close();
    });
    panel.addEventListener("focusout", (event) => {
      const next = /** @type {Node|null} */ (event.relatedTarget);
      if (menu.open && next && !menu.contains(next)) menu.open = false;
    });
    panel.addEventListener("cancel", (event) => {
      if (event.target !== panel) return;
      event.preventDefault();
      void host.close();
    });
    PHONE.addEventListener("change", () => this.isOpen && this.#again());
    visualViewport?.addEventListener("resize", () => this.#fit());
  }

  get isOpen() {
    return this.dialog?.open ?? true;
  }

  open() {
    this.unread = this.host.unread = 0;
    if (this.isOpen) return;
    const before = /** @type {HTMLElement|null} */ (document.activeElement);
    this.#show();
    // A dialog takes the focus; somebody who did not open it keeps theirs.
    if (before && before !== this.host) before.focus();
    if (before === document.body) /** @type {HTMLElement|null|undefined} */ (this.host.shadowRoot?.activeElement)?.blur();
    this.host.button.hidden = true;
    this.#fit();
    this.#keep();
  }

  close() {
    if (!this.dialog) return;
    this.dialog.close();
    this.host.button.hidden = false;
    this.host.button.focus();
    this.#keep();
  }

  /** @param {number} count */
  arrived(count) {
    if (this.isOpen && !document.hidden) return;
    this.unread += count;
    this.host.unread = this.unread;
  }

  /** @param {boolean} emergency whether one stands */
  keep(emergency) {
    if (emergency === this.emergency) return;
    this.emergency = emergency;
    this.#keep();
  }

  #show() {
    if (PHONE.matches) this.dialog?.showModal();
    else this.dialog?.show();
  }

  #again() {
    const focused = /** @type {HTMLElement|null|undefined} */ (this.host.shadowRoot?.activeElement);
    this.dialog?.close();
    this.#show();
    focused?.focus();
  }

  /** Above the keyboard of a phone. */
  #fit() {
    const height = PHONE.matches ? `${visualViewport?.height ?? innerHeight}px` : "";
    this.parts.panel.style.setProperty("--_height", height);
  }

  #keep() {
    try {
      const area = this.host.getAttribute("storage") === "session" ? sessionStorage : localStorage;
      const open = this.dialog?.open === true;
      area.setItem(`malleo-launcher:${this.host.server}`, JSON.stringify({ open, emergency: this.emergency }));
    } catch {
      // Blocked or full: it will be closed on the next page.
    }
    this.host.unread = this.unread;
  }
}
