import type { Actor } from "~/features/identity/index.ts";
import { importPeopleFile } from "~/features/people-import/index.server.ts";
import { OperatorError } from "~/platform/errors/operator-error.ts";
import { texts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { ImportRequest } from "./import-request.ts";
import { questionLines } from "./question-lines.ts";
import { reportLines } from "./report-lines.ts";

/** What was asked about a file, each with the option that answers it. */
const ANSWERED_BY = {
  encoding: "--encoding",
  sheet: "--sheet",
  "hidden-rows": "--hidden-rows",
  lists: "--lists",
  "ignored-columns": "",
} as const;

/**
 * Imports a people file as asked. @returns what to say of it. @throws OperatorError for a file that can't be used, or
 * that leaves something open.
 */
export async function runImport(
  platform: Pick<Platform, "database" | "clock" | "jobs">,
  actor: Actor,
  content: Buffer,
  { store, dateOrder, emptyCells, answers }: ImportRequest,
): Promise<string[]> {
  const outcome = await importPeopleFile(platform, actor, {
    ...{ content, store, dateOrder, emptyCells, answers },
  });
  if (!outcome.ok) throw refusal(outcome);
  return reportLines(outcome.value, emptyCells);
}

type Refusal = Exclude<Awaited<ReturnType<typeof importPeopleFile>>, { ok: true }>;

function refusal(outcome: Refusal): OperatorError {
  const t = texts.getFixedT("en", "people-import");
  switch (outcome.reason) {
    case "not-allowed":
      throw new Error("the operator was refused");
    case "questions": {
      const options = outcome.questions.map(({ code }) => ANSWERED_BY[code]);
      return new OperatorError(
        questionLines(outcome.questions).join("\n"),
        `Nothing was stored. Answer with ${options.join(" and ")}.`,
      );
    }
    case "incomplete": {
      const needsOrder = outcome.faults.some((fault) => fault.code === "date-order-unknown");
      return new OperatorError(
        needsOrder
          ? "The file's dates can be read both ways, such as 03/04/2026."
          : "The file's columns are not enough to recognise people.",
        needsOrder
          ? "Say how with --date-order dmy or --date-order mdy."
          : t("import.columns.needed"),
      );
    }
    default: {
      const where = outcome.row === undefined ? {} : { row: outcome.row, context: "row" };
      return new OperatorError(t(`import.faults.${outcome.reason}`, where), "Nothing was changed.");
    }
  }
}
