import { stat } from "node:fs/promises";
import { join } from "node:path";
import { OperatorError } from "../../app/platform/errors/operator-error.ts";
import { brief } from "./brief.ts";
import { participantsCsv } from "./participants-csv.ts";
import { fitShare, type Progress, progressBar, type Screen } from "./progress.ts";
import type { Reading } from "./rating-table.ts";
import { readOptions, type ScoreOptions } from "./read-options.ts";
import { type ReadOptions, type ReadOutcome, readRatings } from "./read-ratings.ts";
import { resultsJson } from "./results-json.ts";
import { readScale, type Scale } from "./scale.ts";
import { scoreRatings } from "./score-ratings.ts";
import { badRowLines, sourceLines, summaryLines } from "./summary.ts";
import { type ValueRange, valueRange } from "./value-range.ts";
import { t } from "./words.ts";
import { writeResults } from "./write-results.ts";

const SHOWN_TITLES = 20;

interface Terminal {
  out: Screen;
  err: Screen;
  now: () => number;
}

/**
 * Scores a file of ratings into a folder, without server or database. Throws an OperatorError, with nothing written,
 * for a file that can't be used or, when strict, has a bad row.
 */
export async function score(
  file: string,
  options: ScoreOptions,
  terminal: Terminal,
): Promise<void> {
  const scale = scaleOf(options.scale);
  const asked = readOptions(options);
  const bar = progressBar(terminal.err, terminal.now);
  try {
    const { reading, source } = await read(file, { ...asked, scale }, bar);
    bar.clear();
    const range = valueRange(reading.table.values);
    ask(reading, scale, asked.anonymous, range);
    const bad = badRowLines(reading, t);
    if (bad.length > 0) terminal.err.write(`${bad.join("\n")}\n`);
    if (options.strict && reading.bad > 0)
      throw new OperatorError(t("errors.strict", { count: reading.bad }), t("errors.strictWayOut"));
    if (reading.table.values.length === 0)
      throw new OperatorError(t("errors.noRatings", { file }), t("errors.noRatingsWayOut"));
    bar.at(t("progress.fitting"), 0);
    const results = scoreRatings(reading.table, scale, ({ change, engine }) => {
      bar.at(t("progress.fitting"), fitShare(change, engine === "iterative"));
      return true;
    });
    bar.clear();
    const { table, rows, unanswered, bad: rejected } = reading;
    const { low, high } = range;
    const repeats = reading.repeats.repeats;
    const counts = { rows, used: table.values.length, unanswered, bad: rejected, repeats };
    const ratings = { ...counts, low, high };
    await write(options.out, {
      "results.json": resultsJson(results, ratings),
      "participants.csv": participantsCsv(results.participants),
    });
    const lines = [
      ...sourceLines(source, asked.hiddenRows === "without", t),
      ...summaryLines(results, reading, range, t),
    ];
    terminal.out.write(`${lines.join("\n")}\n\n`);
    const [json, csv] = ["results.json", "participants.csv"].map((name) => join(options.out, name));
    terminal.out.write(`${t("written", { json, csv })}\n`);
  } finally {
    bar.clear();
  }
}

function scaleOf(text: string | undefined): Scale | null {
  if (text === undefined) return null;
  const scale = readScale(text);
  if (scale === null) throw new OperatorError(t("errors.scale", { text }), t("errors.scaleWayOut"));
  return scale;
}

/** Asks about what is hardly meant as it is written. @throws OperatorError with the ways to answer. */
function ask(
  { nobody, table }: Reading,
  scale: Scale | null,
  anonymous: "one" | "each" | null,
  { low, high, outside }: ValueRange,
): void {
  if (scale === null && outside.length > 0 && table.values.length > 0) {
    const values = outside.map(({ value, count }) => `${value} (${count}×)`).join(", ");
    const codes = outside.map(({ value }) => value).join(",");
    const ends = outside.map(({ value }) => value).concat(low, high);
    const whole = `${Math.min(...ends)}..${Math.max(...ends)}`;
    throw new OperatorError(
      t("errors.outside", { low, high, values }),
      t("errors.outsideWayOut", { codes, scale: whole }),
    );
  }
  const [many] = nobody.filter(({ participants }) => participants > 1);
  if (many && anonymous === null) {
    const { participants, ratings } = many;
    throw new OperatorError(
      t("errors.nobody", { name: brief(many.name), participants, ratings }),
      t("errors.nobodyWayOut"),
    );
  }
}

async function read(
  file: string,
  options: Omit<ReadOptions, "onProgress">,
  bar: Progress,
): Promise<Extract<ReadOutcome, { ok: true }>> {
  const facts = await stat(file).catch(() => null);
  if (!facts?.isFile())
    throw new OperatorError(t("errors.noFile", { file }), t("errors.noFileWayOut"));
  const outcome = await readRatings(file, {
    ...options,
    onProgress: (share) => bar.at(t("progress.reading"), share),
  });
  if (!outcome.ok) throw refusal(file, outcome);
  return outcome;
}

function refusal(file: string, outcome: Exclude<ReadOutcome, { ok: true }>): OperatorError {
  switch (outcome.reason) {
    case "empty":
      return new OperatorError(t("errors.empty", { file }), t("errors.emptyWayOut"));
    case "longer":
      return new OperatorError(
        t("errors.longer", { file, line: outcome.line }),
        t("errors.longerWayOut"),
      );
    case "hidden-rows":
      return new OperatorError(
        t("errors.hidden", { file, count: outcome.count }),
        t("errors.hiddenWayOut"),
      );
    case "other":
      return new OperatorError(
        t("errors.other", { file, kind: t(`kinds.${outcome.fault}`, t("kinds.other")) }),
        t("errors.otherWayOut"),
      );
    case "unreadable":
      return new OperatorError(
        t("errors.unreadable", { file, line: outcome.line }),
        t("errors.unreadableWayOut"),
      );
    case "columns":
      return new OperatorError(
        t("errors.columns", {
          count: outcome.missing.length,
          missing: outcome.missing.join(", "),
          found: outcome.found.slice(0, SHOWN_TITLES).map(brief).join(", "),
        }),
        t("errors.columnsWayOut"),
      );
  }
}

async function write(folder: string, files: Record<string, Iterable<string>>): Promise<void> {
  try {
    await writeResults(folder, files);
  } catch (cause) {
    throw new OperatorError(t("errors.write", { folder }), t("errors.writeWayOut"), { cause });
  }
}
