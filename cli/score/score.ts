import { stat } from "node:fs/promises";
import { join } from "node:path";
import { OperatorError } from "../../app/platform/errors/operator-error.ts";
import { brief } from "./brief.ts";
import { participantsCsv } from "./participants-csv.ts";
import { fitShare, type Progress, progressBar, type Screen } from "./progress.ts";
import type { Reading } from "./rating-table.ts";
import { type ReadOutcome, readRatings } from "./read-ratings.ts";
import { resultsJson } from "./results-json.ts";
import { readScale, type Scale } from "./scale.ts";
import { scoreRatings } from "./score-ratings.ts";
import { badRowLines, summaryLines } from "./summary.ts";
import { t } from "./words.ts";
import { writeResults } from "./write-results.ts";

const SHOWN_TITLES = 20;

export interface ScoreOptions {
  scale?: string;
  out: string;
  strict: boolean;
}

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
  const bar = progressBar(terminal.err, terminal.now);
  try {
    const reading = await read(file, scale, bar);
    bar.clear();
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
    const ratings = { rows, used: table.values.length, unanswered, bad: rejected };
    await write(options.out, {
      "results.json": resultsJson(results, ratings),
      "participants.csv": participantsCsv(results.participants),
    });
    terminal.out.write(`${summaryLines(results, reading, t).join("\n")}\n\n`);
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

async function read(file: string, scale: Scale | null, bar: Progress): Promise<Reading> {
  const facts = await stat(file).catch(() => null);
  if (!facts?.isFile())
    throw new OperatorError(t("errors.noFile", { file }), t("errors.noFileWayOut"));
  const outcome = await readRatings(file, {
    scale,
    onProgress: (share) => bar.at(t("progress.reading"), share),
  });
  if (!outcome.ok) throw refusal(file, outcome);
  return outcome.reading;
}

function refusal(file: string, outcome: Exclude<ReadOutcome, { ok: true }>): OperatorError {
  switch (outcome.reason) {
    case "empty":
      return new OperatorError(t("errors.empty", { file }), t("errors.emptyWayOut"));
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
