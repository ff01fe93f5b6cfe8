/**
 * The shapes that travel between server and widget (message protocol, version 1), and what the widget keeps.
 *
 * @typedef {{id: string, label: string}} Option
 * @typedef {{asked?: number, about_left?: number}} Progress
 *
 * @typedef {object} Question
 * @property {"question"} type
 * @property {string} id
 * @property {string[]} about
 * @property {"single"|"multiple"|"scale"|"regions"|"number"|"text"} kind
 * @property {Option[]} options
 * @property {string} [prompt]
 * @property {number} [min]
 * @property {number} [max]
 * @property {string} [unit]
 * @property {string} [why]
 * @property {string} [help]
 * @property {Progress} [progress]
 * @property {string} [before]  what the prompt begins with, before the question itself
 * @property {{id: string, text: string, denied?: boolean, question?: Question}[]} [facts]  what is to be checked, each with the way to change it
 *
 * @typedef {{region: string, number: string}} Call
 *
 * @typedef {object} Escalation
 * @property {"escalation"} type
 * @property {string} id
 * @property {"emergency"|"same_day"} level
 * @property {{id: string, text: string, findings: string[]}[]} flags
 * @property {string} action
 * @property {Call[]} call
 *
 * @typedef {"emergency"|"same_day"|"soon"|"self_care"} Level
 * @typedef {"likely"|"possible"|"less_likely"} Likelihood
 *
 * @typedef {object} Condition
 * @property {string} id
 * @property {string} name
 * @property {Likelihood} likelihood
 * @property {boolean} [must_not_miss]
 * @property {string[]} supports
 * @property {string[]} against
 * @property {string[]} sources
 *
 * @typedef {{state?: string, value?: unknown, said: string, turn: number}} Finding
 * @typedef {{id: string, text: string}} Block
 *
 * @typedef {object} Assessment
 * @property {"assessment"} type
 * @property {string} id
 * @property {{level: Level, reasons: {rule: string, text: string, level?: Level, sources: string[]}[],
 *   would_change: {level: Level, text: string}[]}} triage
 * @property {Condition[]} conditions
 * @property {Record<string, Finding>} findings
 * @property {{id: string, title: string, text: string, sources: string[]}[]} advice
 * @property {{in_days: number, expect: string, get_help_if: string[]}} recheck
 * @property {null|({type: string, name: string, plain?: string, stages?: Block[]})} plan
 * @property {string} knowledge_version
 *
 * @typedef {{type: string, url?: string, title?: string, erased?: boolean}} OtherPayload
 * @typedef {Question|Escalation|Assessment|OtherPayload} Payload
 *
 * @typedef {string|string[]|number} Choice
 * @typedef {{id: string, text: string}|{id: string, question: string, choice: Choice}} Body
 *
 * @typedef {object} BotEntry  a message of the assistant
 * @property {"bot"} from
 * @property {string} key
 * @property {string} text
 * @property {Payload|null} custom
 * @property {number} at  milliseconds since 1970
 *
 * @typedef {object} YourEntry  a message of the person
 * @property {"you"} from
 * @property {string} key
 * @property {string} text
 * @property {Body[]} bodies  what is sent for it, one after the other
 * @property {number} sent  how many of them were answered
 * @property {"sending"|"sent"|"failed"|"discarded"} state
 * @property {string} [problem]  a word of the catalogue that says why it failed
 * @property {string} [detail]  what the server said about it
 * @property {string} [answers]  key of the question that was open, or that is changed
 * @property {Choice} [choice]  what was chosen, to show it again
 * @property {boolean} [change]  it changes an answer given before
 * @property {number} at
 *
 * @typedef {object} Note  something that happened to the conversation
 * @property {"note"} from
 * @property {string} key
 * @property {string} note  a word of the catalogue
 * @property {number} at
 *
 * @typedef {BotEntry|YourEntry|Note} Entry
 * @typedef {BotEntry & {custom: Question}} QuestionEntry
 *
 * @typedef {object} State  what is kept on the device
 * @property {1} v
 * @property {string} generation  another one for each conversation
 * @property {string} token
 * @property {number} renewAfter  milliseconds since 1970
 * @property {number} seq  number of the last message seen
 * @property {string} lang  language the assistant writes in
 * @property {string} acknowledged  id of the emergency that was read
 * @property {Entry[]} entries
 */

export {};
