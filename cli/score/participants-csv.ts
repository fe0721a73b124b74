import type { ParticipantScores } from "./participants.ts";

const COLUMNS = [
  "id",
  "raters",
  "ratings",
  "mean",
  "adjusted",
  "sd",
  "lower",
  "upper",
  "reliability",
  "group",
] as const;
const AMOUNT_COLUMNS = ["under", "right", "over", "effectiveness"] as const;

const COULD_BE_FORMULA = /^[=+\-@\t\r＝＋－＠]/u;
const NEEDS_QUOTES = /[",;\t\r\n]/u;

/** participants.csv in pieces: comma, CRLF, a byte order mark for spreadsheets, nothing that a spreadsheet would run. */
export function* participantsCsv(participants: ParticipantScores): Generator<string> {
  const amounts = participants.count > 0 && participants.at(0).amount !== undefined;
  yield `\uFEFF${[...COLUMNS, ...(amounts ? AMOUNT_COLUMNS : [])].join(",")}\r\n`;
  for (let code = 0; code < participants.count; code++) {
    const participant = participants.at(code);
    const cells = COLUMNS.map((name) => cell(participant[name]));
    const { amount } = participant;
    if (amount) cells.push(...AMOUNT_COLUMNS.map((name) => cell(amount[name])));
    yield `${cells.join(",")}\r\n`;
  }
}

/** Only text can hold a formula: a negative number stays a number. */
function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = COULD_BE_FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
