import iconv from "iconv-lite";
import { OperatorError } from "../../app/platform/errors/operator-error.ts";
import type { ReadOptions } from "./read-ratings.ts";
import { t } from "./words.ts";

/** As they are typed. */
export interface ScoreOptions {
  scale?: string;
  out: string;
  strict: boolean;
  missing?: string;
  anonymous?: string;
  encoding?: string;
  sheet?: string;
  hiddenRows?: string;
}

/** What the options say about reading a file. @throws OperatorError for one that is not known. */
export function readOptions(options: ScoreOptions): Omit<ReadOptions, "onProgress" | "scale"> {
  const { encoding, sheet, missing } = options;
  if (encoding !== undefined && !iconv.encodingExists(encoding))
    throw unknown("--encoding", encoding, t("errors.oneOf", { values: "utf-8, windows-1252, …" }));
  return {
    ...{ encoding, sheet },
    missing: new Set(missing === undefined ? [] : numbersIn(missing)),
    anonymous: oneOf("--anonymous", options.anonymous, ["one", "each"]),
    hiddenRows: oneOf("--hidden-rows", options.hiddenRows, ["with", "without"]),
  };
}

function numbersIn(text: string): number[] {
  const numbers = text
    .split(/[,;]/)
    .map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  if (numbers.every(Number.isFinite)) return numbers;
  throw unknown("--missing", text, t("errors.numbers"));
}

function oneOf<Value extends string>(
  option: string,
  given: string | undefined,
  values: readonly Value[],
): Value | null {
  const known = values.find((value) => value === given);
  if (known === undefined && given !== undefined)
    throw unknown(option, given, t("errors.oneOf", { values: values.join(", ") }));
  return known ?? null;
}

function unknown(option: string, text: string, wayOut: string): OperatorError {
  return new OperatorError(t("errors.option", { option, text }), wayOut);
}
