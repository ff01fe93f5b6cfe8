/** The widget's own words in the language of the page, with numbers, plurals and dates as that language has them. */
import { CATALOGUE } from "./words/en.js";

/** @typedef {typeof CATALOGUE} Catalogue */

/** Languages there is a catalogue for. English is always there. */
const OTHERS = ["de"];

export class Words {
  /** @param {string} lang @param {Catalogue} catalogue */
  constructor(lang, catalogue) {
    this.lang = lang;
    this.catalogue = catalogue;
    this.plurals = new Intl.PluralRules(lang);
    this.numbers = new Intl.NumberFormat(lang);
    this.dates = new Intl.DateTimeFormat(lang, { dateStyle: "full" });
  }

  /** The words for a language, English where there are none. @param {string} lang */
  static async of(lang) {
    const language = lang.toLowerCase().split("-")[0] ?? "";
    if (!OTHERS.includes(language)) return new Words(language === "en" ? lang : "en", CATALOGUE);
    const module = await import(`./words/${language}.js`);
    return new Words(lang, module.CATALOGUE);
  }

  /** @param {keyof Catalogue} key @param {Record<string, string|number>} [values] */
  say(key, values = {}) {
    const text = this.catalogue[key];
    return typeof text === "string" ? this.#filled(text, values) : key;
  }

  /** One of the words that belong together, such as those for a level. @param {keyof Catalogue} key @param {string} which */
  one(key, which) {
    const group = /** @type {Record<string, string>} */ (/** @type {unknown} */ (this.catalogue[key]));
    return group[which] ?? which.replaceAll("_", " ");
  }

  /** @param {keyof Catalogue} key @param {number} count @param {Record<string, string|number>} [values] */
  count(key, count, values = {}) {
    const forms = /** @type {Record<string, string>} */ (/** @type {unknown} */ (this.catalogue[key]));
    return this.#filled(forms[this.plurals.select(count)] ?? forms.other ?? "", { count, ...values });
  }

  /** @param {Date} date */
  date(date) {
    return this.dates.format(date);
  }

  /** @param {string} text @param {Record<string, string|number>} values */
  #filled(text, values) {
    return text.replace(/\{(\w+)\}/g, (_, name) => {
      const value = values[name] ?? "";
      return typeof value === "number" ? this.numbers.format(value) : value;
    });
  }
}
