/** The result as a care card: how urgent, why, what to do, when to look again, what it may be, and where that comes from. */

/** @import { Assessment, BotEntry, Condition, Entry } from "./types.js" */
/** @import { Words } from "./words.js" */
import { answered, labelOf } from "./conversation.js";
import { disclosure, el, icon, prose } from "./dom.js";
import { FILLED, signOf } from "./levels.js";
import { questionOf } from "./question.js";

const MOST_SHOWN = 5;

/** @param {BotEntry & {custom: Assessment}} entry @param {Entry[]} entries @param {Words} words @param {string} lang */
export function resultCard(entry, entries, words, lang) {
  const { triage, conditions, advice, recheck, plan, knowledge_version: version } = entry.custom;
  const text = (/** @type {string} */ words_) => el("div", { lang, dir: "auto" }, ...prose(words_));
  /** @param {string[]} items */
  const list = (items) => el("ul", { lang, dir: "auto" }, ...items.map((item) => el("li", {}, item)));
  /** @param {Parameters<typeof words.say>[0]} title @param {...Node} parts */
  const part = (title, ...parts) => el("section", {}, el("h4", {}, words.say(title)), ...parts);
  const reasons = [...new Set(triage.reasons.filter((reason) => (reason.level ?? triage.level) === triage.level).map((reason) => reason.text))];
  const rises = triage.would_change;
  return el(
    "article", { class: `card ${triage.level}`, part: "card", "aria-label": words.say("result") },
    el("header", {}, icon(signOf(triage.level)), el("h3", { tabindex: -1 }, words.one("level", triage.level))),
    el(
      "div", { class: "card-body" },
      reasons.length > 0 && part("reasons", list(reasons)),
      advice.length > 0 && part("to_do", ...advice.map((one) => el("div", { class: "advice" }, el("h5", { lang }, one.title), text(one.text)))),
      plan && part("plan", planOf(plan, lang)),
      recheck.in_days > 0 && part("look_again", el("p", {}, words.count("in_days", recheck.in_days, { date: day(entry.at, recheck.in_days, words) })), text(recheck.expect)),
      recheck.get_help_if.length > 0 && part("get_help", list(recheck.get_help_if)),
      conditions.length > 0 && part("may_be", el("p", { class: "small" }, words.say("only_examination")), conditionList(entry.custom, entries, words, lang)),
      rises.length > 0 && part("would_change", el("ul", {}, ...rises.map((one) => el("li", {}, el("span", { lang, dir: "auto" }, one.text), " → ", el("b", {}, words.one("level", one.level)))))),
      disclosure("aside", words.say("told"), toldList(entries, words, lang)),
      disclosure("aside", words.say("sources"), list(sourcesOf(entry.custom)), el("p", { class: "small" }, words.say("knowledge", { version }))),
      el("p", { class: "small" }, words.say("disclaimer"), " ", words.say("made_on", { date: words.date(new Date(entry.at)) })),
    ),
  );
}

/** The sources of a result, each once, as names and years. @param {Assessment} result */
function sourcesOf({ triage, conditions, advice }) {
  const ids = [...triage.reasons, ...advice, ...conditions].flatMap((one) => one.sources);
  return [...new Set(ids)].map((id) => id.charAt(0).toUpperCase() + id.slice(1).replaceAll("_", " "));
}

/** The day to look again. @param {number} from @param {number} days @param {Words} words */
const day = (from, days, words) => words.date(new Date(from + days * 86_400_000));

/** @param {Assessment} result @param {Entry[]} entries @param {Words} words @param {string} lang */
function conditionList(result, entries, words, lang) {
  const shown = result.conditions.filter((one, place) => place < MOST_SHOWN || one.must_not_miss);
  /** @param {Condition} one */
  const bar = (one) =>
    el("span", { class: "bar", "aria-hidden": "true" }, ...[1, 2, 3].map((step) => el("i", { class: step <= (FILLED[one.likelihood] ?? 1) && "full" })));
  /** @param {string[]} ids */
  const named = (ids) => ids.map((id) => signOfFinding(id, result, entries, words)).filter(Boolean).join("; ");
  return el(
    "ul", { class: "conditions" },
    ...shown.map((one) => {
      const [pro, contra] = [named(one.supports), named(one.against)];
      const name = el("span", { class: "condition" }, el("b", { lang }, one.name), bar(one), el("span", { class: "small" }, words.one("likelihood", one.likelihood)));
      return el("li", {}, pro || contra ? el("details", {}, el("summary", {}, name), pro && el("p", {}, `${words.say("supports")}: `, el("span", { lang }, pro)), contra && el("p", {}, `${words.say("against")}: `, el("span", { lang }, contra))) : name);
    }),
  );
}

/** A finding as the person knows it: the option that named it, or what was said. @param {string} id @param {Assessment} result
 * @param {Entry[]} entries @param {Words} words */
function signOfFinding(id, result, entries, words) {
  const finding = result.findings[id];
  const label = labelOf(entries, id);
  if (!finding) return "";
  if (finding.state && label) return finding.state === "present" ? label : words.say("not", { what: label });
  return finding.state && finding.state !== "present" ? "" : finding.said;
}

/** @param {Entry[]} entries @param {Words} words @param {string} lang */
function toldList(entries, words, lang) {
  const rows = answered(entries).map(({ question, answer }) => [el("dt", { lang }, questionOf(question)), el("dd", { dir: "auto" }, answer.text)]);
  return rows.length ? el("dl", {}, ...rows.flat()) : el("p", {}, words.say("no_answers"));
}

/** @param {NonNullable<Assessment["plan"]>} plan @param {string} lang */
function planOf(plan, lang) {
  const stages = plan.stages ?? [];
  return el("div", { lang, dir: "auto" }, el("h5", {}, plan.name), ...prose(plan.plain ?? ""), stages.length > 0 && el("ol", {}, ...stages.map((stage) => el("li", {}, stage.text))));
}
