import type { Relationship } from "~/features/questionnaires/domain/index.ts";
import { listed } from "~/platform/i18n/format.ts";
import { minimaOf, type ReportContent } from "../domain/report-content.ts";
import type { ReportBlock, T } from "./report-block.ts";

const OUTSIDE: Relationship = "outside";

/** How many answered, by group, and what became of groups that were too small. */
export function whoAnswered(content: ReportContent, t: T): ReportBlock[] {
  const items = answered(content, t).map((words) => ({ words }));
  return [{ kind: "list", marks: "along", items }, ...aboutGroups(content, t)];
}

/** Each group with how many answered, or why it is not shown. */
export function answered(content: ReportContent, t: T): string[] {
  return [
    ...content.groups
      .filter((group) => group.id !== "self")
      .map((group) => t("who.group", { group: t(`groups.${group.id}`), count: group.raters })),
    ...content.hidden.map(
      ({ relationship, reason }) =>
        `${t(`groups.${relationship}`)}: ${t(`reasons.${reason}`, { ...minimaOf(content) })}`,
    ),
  ];
}

/** What has to be said of groups beyond their numbers. */
export function aboutGroups(content: ReportContent, t: T): ReportBlock[] {
  const minima = { ...minimaOf(content) };
  const groups = content.groups.filter((group) => group.id !== "self");
  const outside =
    content.hidden.some(({ relationship }) => relationship === OUTSIDE) ||
    groups.some(({ relationships }) => relationships.includes(OUTSIDE));
  const merged = groups.find((group) => group.relationships.length > 1);
  const names = (ids: readonly string[]) => listed(ids.map((id) => t(`groups.${id}`)));
  return [
    ...(groups.length === 0 ? [sentence(t("who.nobody", minima))] : []),
    ...(merged ? [sentence(t("who.merged", { groups: names(merged.relationships) }))] : []),
    ...(outside ? [sentence(t("who.outside"))] : []),
  ];
}

function sentence(words: string): ReportBlock {
  return { kind: "sentence", words };
}
