import type { TFunction } from "i18next";
import type { Actor } from "~/features/identity/index.ts";
import { relationships } from "~/features/questionnaires/domain/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { CsvCell } from "~/platform/tables/write-csv.server.ts";
import type { Steps } from "../domain/monitoring.ts";
import type { ProgressOrder } from "../domain/progress-order.ts";
import { roundForHr } from "../reads/round-reads.server.ts";
import { type Monitoring, monitoringPage } from "./monitoring-page.server.ts";

/** Lists of a running round that can be taken as a file. */
export const progressTabs = ["participants", "departments", "people"] as const;
export type ProgressTab = (typeof progressTabs)[number];

export type ProgressSheet = { columns: string[]; rows: CsvCell[][] };

type Wanted = { tab: ProgressTab; search: string; order: ProgressOrder | null };
type Words = TFunction<["monitoring", "relationships"]>;

const EVERYONE = Number.MAX_SAFE_INTEGER;

/**
 * A list of a round that collects as its page shows it, all of it: the counts of the same step, and no moment. Null
 * when there is none, or it is not for this actor.
 */
export async function progressSheet(
  platform: Platform,
  actor: Actor,
  roundId: string,
  wanted: Wanted,
  t: Words,
): Promise<ProgressSheet | null> {
  const round = await inOrganisation(platform, actor, (tx) => roundForHr(tx, actor, roundId));
  if (round?.state !== "collecting") return null;
  const query = { ...wanted, page: 1 };
  const monitoring = await monitoringPage(platform, actor, roundId, query, EVERYONE);
  switch (wanted.tab) {
    case "participants":
      return ofParticipants(monitoring, t);
    case "departments":
      return ofDepartments(monitoring, t);
    case "people":
      return ofPeople(monitoring, t);
  }
}

function ofParticipants({ participants, byRelationship }: Monitoring, t: Words): ProgressSheet {
  const used = relationships.filter((each) =>
    byRelationship.some(({ relationship }) => relationship === each),
  );
  return {
    columns: [
      t("file.columns.participant"),
      t("file.columns.department"),
      t("file.columns.coach"),
      t("file.columns.inRound"),
      ...headings(t),
      ...used.flatMap((each) =>
        (["asked", "done"] as const).map(
          (step) => `${t(`groups.${each}`, { ns: "relationships" })}: ${t(`file.columns.${step}`)}`,
        ),
      ),
    ],
    rows: (participants?.rows ?? []).map(
      ({ name, department, coachName, withdrawn, total, groups }) => [
        ...[name, department, coachName, t(withdrawn ? "file.inRound.no" : "file.inRound.yes")],
        ...(withdrawn ? [null, null, null] : figures(total)),
        ...used.flatMap((each) => {
          const own = withdrawn ? undefined : groups[each];
          return [own?.asked ?? null, own?.done ?? null];
        }),
      ],
    ),
  };
}

function ofDepartments({ departments }: Monitoring, t: Words): ProgressSheet {
  return {
    columns: [t("file.columns.department"), t("file.columns.participants"), ...headings(t)],
    rows: (departments ?? []).map(({ department, participants, total }) => [
      ...[department, participants],
      ...figures(total),
    ]),
  };
}

function ofPeople({ people }: Monitoring, t: Words): ProgressSheet {
  return {
    columns: [t("file.columns.person"), t("file.columns.left")],
    rows: (people?.rows ?? []).map(({ name, left }) => [name, left]),
  };
}

function headings(t: Words): string[] {
  return [t("file.columns.asked"), t("file.columns.started"), t("file.columns.done")];
}

function figures({ asked, started, done }: Steps): number[] {
  return [asked, started, done];
}
