import type { TFunction } from "i18next";
import { decimal, whole } from "../../app/platform/i18n/format.ts";
import { brief } from "./brief.ts";
import type { FittedModel } from "./model.ts";
import type { ParticipantScores } from "./participants.ts";
import type { Reading } from "./rating-table.ts";
import type { ReadingSource } from "./read-ratings.ts";
import type { Results } from "./score-ratings.ts";
import type { ValueRange } from "./value-range.ts";

type Words = TFunction<"score">;

const SHOWN = 5;
const DIGITS = 3;

/** The bad rows of a file, at most the first few of them one by one. */
export function badRowLines({ bad, shown }: Reading, t: Words): string[] {
  if (bad === 0) return [];
  const lines = shown.map(
    ({ line, fault, value }) =>
      `  ${t("bad.line", { line: whole(line), fault: t(`faults.${fault}`, { value: brief(value) }) })}`,
  );
  const rest = bad - shown.length;
  const more = rest > 0 ? [`  ${t("bad.more", { count: rest, number: whole(rest) })}`] : [];
  return [t("bad.title", { count: bad, number: whole(bad) }), ...lines, ...more];
}

/** How the file was read, where there was something to decide. */
export function sourceLines(source: ReadingSource, without: boolean, t: Words): string[] {
  const { encoding, sheets, above, rowNames, hiddenRows } = source;
  const lines: string[] = [];
  if (encoding) {
    const { name, doubt } = encoding;
    lines.push(
      doubt.length > 0
        ? t("encodingDoubt", { encoding: name, others: doubt.join(", ") })
        : t("encoding", { encoding: name }),
    );
  }
  const others = sheets
    .filter(({ filled, read }) => filled && !read)
    .map(({ name }) => brief(name));
  const read = sheets.find((sheet) => sheet.read);
  if (read && others.length > 0)
    lines.push(t("sheetRead", { name: brief(read.name), others: others.join(", ") }));
  if (above > 0) lines.push(t("above", { count: above, number: whole(above) }));
  if (rowNames) lines.push(t("rowNames"));
  if (hiddenRows > 0)
    lines.push(
      t(without ? "hiddenLeft" : "hiddenIn", { count: hiddenRows, number: whole(hiddenRows) }),
    );
  return lines;
}

/** What was found, on a screenful. */
export function summaryLines(
  results: Results,
  reading: Reading,
  range: ValueRange,
  t: Words,
): string[] {
  const { table, unanswered } = reading;
  const lines = [
    t("counts", {
      ratings: whole(table.values.length),
      participants: whole(table.participant.names.length),
      raters: whole(table.rater.names.length),
    }),
  ];
  if (unanswered > 0) lines.push(t("unanswered", { count: unanswered, number: whole(unanswered) }));
  const { missing, repeats, renamed } = reading;
  if (missing > 0) lines.push(t("missing", { count: missing, number: whole(missing) }));
  lines.push(t("range", { low: String(range.low), high: String(range.high) }));
  if (repeats.repeats > 0)
    lines.push(t("repeats", { count: repeats.repeats, number: whole(repeats.repeats) }));
  if (renamed > 0) lines.push(t("renamed", { count: renamed, number: whole(renamed) }));
  const { model } = results;
  if (model.fitted) lines.push("", ...modelLines(model, t));
  else lines.push("", t("notFitted", { reason: t(`refusals.${model.reason}`) }));
  lines.push(...relationshipLines(results, t), "", ...qualityLines(results, t));
  if (model.fitted) lines.push("", ...extremes(results.participants, model.spread, t));
  return lines;
}

function modelLines(model: FittedModel, t: Words): string[] {
  const { participant, rater, residual } = model.components;
  const total = participant.variance + rater.variance + residual.variance;
  const parts = Object.entries({ participant, rater, residual }).map(
    ([name, { variance, lower, upper }]) =>
      `  ${t(`components.${name}`).padEnd(14)} ${number(variance).padStart(8)}  ${percent(variance / total).padStart(5)}  ${t("interval", { lower: number(lower), upper: told(upper) })}`,
  );
  const notes: string[] = [];
  if (!model.spread) notes.push(t("noSpread"));
  if (!model.converged) notes.push(t("notConverged"));
  if (!model.connected) notes.push(t("notConnected", { groups: whole(model.connectedGroups) }));
  return [
    t("model", { engine: t(`engines.${model.engine}`), iterations: whole(model.iterations) }),
    ...parts,
    `  ${t("intercept").padEnd(14)} ${number(model.intercept.estimate).padStart(8)}`,
    ...notes,
  ];
}

function relationshipLines({ groups }: Results, t: Words): string[] {
  if (groups.relationship === null) return [];
  const shown = groups.relationship.slice(0, 2 * SHOWN);
  const names = shown.map(({ name }) => brief(name));
  const width = Math.max(...names.map((name) => name.length));
  const lines = shown.map(
    ({ mean, ratings, difference }, i) =>
      `  ${(names[i] ?? "").padEnd(width)} ${number(mean).padStart(8)}  ${t("ratings", { count: ratings, number: whole(ratings) })}${difference === null ? "" : `  ${t("difference", { estimate: number(difference.estimate), lower: number(difference.lower), upper: number(difference.upper) })}`}`,
  );
  return ["", t("relationships"), ...lines];
}

function qualityLines({ reliability, agreement }: Results, t: Words): string[] {
  const { icc, raters, alpha } = reliability;
  const lines: string[] = [];
  if (icc && icc.icc1 > 0)
    lines.push(t("icc", { single: decimal(icc.icc1, 2), mean: decimal(icc.icc2, 2) }));
  else if (icc || agreement) lines.push(t("iccNone"));
  if (raters)
    lines.push(t("ratersNeeded", { count: raters.needed, target: decimal(raters.target, 2) }));
  if (alpha)
    lines.push(
      alpha.alpha > 0
        ? t("alpha", { alpha: decimal(alpha.alpha, 2), items: whole(alpha.items) })
        : t("alphaNone", { items: whole(alpha.items) }),
    );
  if (agreement === null) lines.push(t("noAgreement"));
  else {
    lines.push(t("averageDeviation", { value: decimal(agreement.averageDeviation, 2) }));
    if (agreement.rwg !== null) lines.push(t("rwg", { value: decimal(agreement.rwg, 2) }));
  }
  return lines;
}

function extremes(participants: ParticipantScores, spread: boolean, t: Words): string[] {
  const order = participants.byScore();
  const few = order.length <= 2 * SHOWN;
  const codes = few ? [...order] : [...order.subarray(0, SHOWN), ...order.subarray(-SHOWN)];
  const shown = codes.map((code) => participants.at(code));
  const label = ({ id, name }: (typeof shown)[number]) =>
    brief(name === undefined ? id : `${name} (${id})`);
  const width = Math.max(...shown.map((each) => label(each).length));
  const lines = shown.map((each) => {
    const { adjusted, lower, upper, mean, raters } = each;
    const plain = t("participant", { mean: number(mean), count: raters, number: whole(raters) });
    if (!spread) return `  ${label(each).padEnd(width)}  ${plain}`;
    const interval = t("interval", { lower: told(lower), upper: told(upper) });
    return `  ${label(each).padEnd(width)} ${told(adjusted).padStart(8)}  ${interval}  ${plain}`;
  });
  if (!few)
    lines.splice(SHOWN, 0, `  ${t("between", { number: whole(order.length - 2 * SHOWN) })}`);
  return [t(spread ? "participants" : "participantsPlain"), ...lines];
}

/** A question mark where there is no number. */
function told(value: number | null): string {
  return value === null || !Number.isFinite(value) ? "?" : number(value);
}

function number(value: number): string {
  return decimal(value, DIGITS);
}

function percent(share: number): string {
  return `${decimal(100 * share, 0)}%`;
}
