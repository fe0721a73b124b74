import { readFile, stat } from "node:fs/promises";
import type { TFunction } from "i18next";
import { importPeopleFile } from "~/features/people/index.server.ts";
import { OperatorError } from "~/platform/errors/operator-error.ts";
import { texts } from "~/platform/i18n/i18n.ts";
import { LARGEST_FILE } from "~/platform/tables/reading-fault.ts";
import { asOperator } from "./as-operator.ts";

type Options = { organisation?: string; yes: boolean; dateOrder?: string };

const SHOWN_REJECTIONS = 20;

/** Shows what a people file would change, and stores it with --yes. Ends with 1 when nothing could be read. */
export async function importPeople(file: string, options: Options): Promise<void> {
  const content = await readSmallFile(file);
  const dateOrder =
    options.dateOrder === "dmy" || options.dateOrder === "mdy" ? options.dateOrder : null;
  if (options.dateOrder && !dateOrder)
    throw new OperatorError(`--date-order ${options.dateOrder} is not known.`, "Use dmy or mdy.");
  await asOperator(options.organisation, async (platform, actor) => {
    const outcome = await importPeopleFile(platform, actor, {
      content,
      dateOrder,
      emptyCells: "clear",
      store: options.yes,
    });
    if (!outcome.ok) throw refusal(outcome);
    report(outcome.value, options.yes);
  });
}

async function readSmallFile(file: string): Promise<Buffer> {
  const facts = await stat(file).catch(() => null);
  if (!facts?.isFile()) throw new OperatorError(`There is no file ${file}.`, "Check the path.");
  if (facts.size > LARGEST_FILE) {
    throw new OperatorError(
      `${file} is larger than ${LARGEST_FILE / 1024 / 1024} MB.`,
      "Import a file of fewer people or columns.",
    );
  }
  return readFile(file);
}

type Refusal = Exclude<Awaited<ReturnType<typeof importPeopleFile>>, { ok: true }>;

function refusal(outcome: Refusal): OperatorError {
  const t = texts.getFixedT("en", "people");
  if (outcome.reason === "not-allowed") throw new Error("the operator was refused");
  if (outcome.reason === "incomplete") {
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
  const where = outcome.row === undefined ? {} : { row: outcome.row, context: "row" };
  return new OperatorError(t(`import.faults.${outcome.reason}`, where), "Nothing was changed.");
}

type Imported = Extract<Awaited<ReturnType<typeof importPeopleFile>>, { ok: true }>["value"];

function problemWords(
  t: TFunction<"people">,
  { code, field, value, otherRow }: Imported["plan"]["rejected"][number]["problems"][number],
): string {
  return t(`problems.${code}`, { value, row: otherRow, field: field && t(`fields.${field}`) });
}

function report({ plan, addresses }: Imported, stored: boolean): void {
  const t = texts.getFixedT("en", "people");
  const say = (text: string) => process.stdout.write(`${text}\n`);
  say(
    `new ${plan.new.length}, changed ${plan.changed.length}, unchanged ${plan.unchanged.length}, not in the file ${plan.absent.length}, rejected ${plan.rejected.length}`,
  );
  for (const { row, problems } of plan.rejected.slice(0, SHOWN_REJECTIONS)) {
    say(`  row ${row}: ${problems.map((problem) => problemWords(t, problem)).join(" ")}`);
  }
  if (plan.rejected.length > SHOWN_REJECTIONS)
    say(`  and ${plan.rejected.length - SHOWN_REJECTIONS} more rejected rows`);
  const { waiting, days, until } = addresses;
  if (waiting > 0)
    say(
      `Of ${waiting} changed with another e-mail address: no letter with a link goes to it for ${days} days, until about ${until}, unless its owner confirms it. The old address is told.`,
    );
  say(stored ? "Stored." : "Nothing was stored. Add --yes to store it.");
}
