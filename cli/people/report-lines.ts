import type { TFunction } from "i18next";
import { daysIn } from "~/features/people/domain/index.ts";
import {
  countAbsences,
  countKept,
  groupNotes,
  isForManagerAlone,
} from "~/features/people-import/domain/index.ts";
import type { DirectImported } from "~/features/people-import/index.server.ts";
import { listed, namesOfWeekdays } from "~/platform/i18n/format.ts";
import { texts } from "~/platform/i18n/i18n.ts";
import { questionLines } from "./question-lines.ts";

type Words = TFunction<"people-import">;

const SHOWN_REJECTIONS = 20;

/** What an import did or would do, line by line. */
export function reportLines(
  { plan, lists, addresses, source, questions, ignored, stored }: DirectImported,
  emptyCells: "clear" | "keep",
): string[] {
  const t: Words = texts.getFixedT("en", "people-import");
  const counts = [
    `new ${plan.new.length}`,
    `changed ${plan.changed.length}`,
    `unchanged ${plan.unchanged.length}`,
    `not in the file ${plan.absent.length}`,
    `rejected ${plan.rejected.length}`,
  ];
  const lines = [counts.join(", ")];
  if (lists === "absences") lines.push(t("review.questions.listed.absences"));
  lines.push(...absenceLines(plan));
  for (const { field, count } of countKept(plan.kept))
    lines.push(t("review.confirm.kept", { count, field: t(`people:fields.${field}`) }));
  const inactive = plan.new.filter(({ status }) => status === "inactive").length;
  if (inactive > 0) lines.push(`Of the new, inactive: ${inactive}`);
  for (const { row, problems } of plan.rejected.slice(0, SHOWN_REJECTIONS)) {
    lines.push(`  row ${row}: ${problems.map((problem) => problemWords(t, problem)).join(" ")}`);
  }
  if (plan.rejected.length > SHOWN_REJECTIONS)
    lines.push(`  and ${plan.rejected.length - SHOWN_REJECTIONS} more rejected rows`);
  if (plan.rejected.some(({ problems }) => isForManagerAlone(problems)))
    lines.push("  --without-manager all (or 2,5) takes rows in without the manager nobody knows");
  if (ignored.length > 0)
    lines.push(`Columns not imported: ${ignored.map((title) => title || "(no title)").join(", ")}`);
  lines.push(...source.flatMap((note) => sourceLine(note, t)), ...noteLines(plan.notes, t));
  if (plan.erasable > 0 && emptyCells === "keep")
    lines.push(
      `Empty cells where the directory holds something: ${plan.erasable}. It stays; --empty-cells clear erases it.`,
    );
  const { waiting, days, until } = addresses;
  if (waiting > 0)
    lines.push(
      `Of ${waiting} changed with another e-mail address: no letter with a link goes to it for ${days} days, until about ${until}, unless its owner confirms it. The old address is told.`,
    );
  lines.push(...questionLines(questions));
  lines.push(stored ? "Stored." : "Nothing was stored. Add --yes to store it.");
  // What a file holds cannot steer the terminal.
  return lines.map((line) => line.replace(/\p{Cc}/gu, " "));
}

function absenceLines(plan: DirectImported["plan"]): string[] {
  const { absencesNoted, absencesReplaced, absencesErased } = countAbsences(plan);
  const of = (outcome: string) =>
    plan.absences.filter((absence) => absence.outcome === outcome).length;
  const counts = [
    ["noted", absencesNoted],
    ["noted already", of("known")],
    ["replaced", absencesReplaced],
    ["taken away", absencesErased],
    ["over and not noted", of("over")],
    ["of people who have left, not noted", of("left")],
  ] as const;
  const told = counts.filter(([, count]) => count > 0);
  return told.length === 0
    ? []
    : [`Absences: ${told.map(([word, count]) => `${word} ${count}`).join(", ")}`];
}

function problemWords(
  t: Words,
  { code, field, value, otherRow }: DirectImported["plan"]["rejected"][number]["problems"][number],
): string {
  return t(`problems.${code}`, {
    value,
    row: otherRow,
    field: field && t(`people:fields.${field}`),
  });
}

function sourceLine(note: DirectImported["source"][number], t: Words): string[] {
  switch (note.code) {
    case "sheet":
      return [t("review.reading.sheet", { name: note.name })];
    case "leftOut": {
      const names = note.sheets.map(({ name, hidden }) =>
        hidden ? t("review.reading.hiddenSheet", { name }) : name,
      );
      return [t("review.reading.leftOut", { count: names.length, names: listed(names) })];
    }
    case "encoding":
      return [t("review.reading.encoding", { encoding: note.encoding })];
    case "rowNames":
      return [t("review.reading.rowNames")];
    case "reasons": {
      const { titles } = note;
      return [t("review.reading.reasons", { count: titles.length, columns: listed(titles) })];
    }
    default: {
      const { code, count, rows } = note;
      const shown = `${rows.join(", ")}${code !== "filledDown" && rows.length < count ? ", …" : ""}`;
      return [t(`review.reading.${code}`, { count, rows: shown })];
    }
  }
}

function noteLines(notes: DirectImported["plan"]["notes"], t: Words): string[] {
  return groupNotes(notes).flatMap(({ code, count, notes: shown }) => [
    `${t(`review.reading.notes.${code}`, { count })}:`,
    ...shown.map(({ row, value, meant }) => `  row ${row}: ${value ?? ""}${meantBy(code, meant)}`),
    ...(count > shown.length ? [`  and ${count - shown.length} more`] : []),
  ]);
}

function meantBy(code: DirectImported["plan"]["notes"][number]["code"], meant?: string): string {
  if (!meant) return "";
  if (code === "further-absence") return `, as in row ${meant}`;
  if (code === "name-differs") return `; in the directory ${meant}`;
  return ` is ${code === "days-understood" ? listed(namesOfWeekdays(daysIn(meant), "en")) : meant}`;
}
