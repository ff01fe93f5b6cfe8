/** The look of the panel, as style sheets made in the script: a page need not allow any style for it. */
import { CONVERSATION } from "./styles/conversation.js";
import { PANEL } from "./styles/panel.js";
import { RESULT } from "./styles/result.js";
import { THEME } from "./styles/theme.js";

/** @type {CSSStyleSheet[]|undefined} */
let sheets;

/** Made once, shared by all panels of a page. */
export function styles() {
  sheets ??= [THEME, PANEL, CONVERSATION, RESULT].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  return sheets;
}
