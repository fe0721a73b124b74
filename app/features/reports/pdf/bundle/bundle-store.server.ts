import type { Selectable } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { ReportBundle } from "~/platform/db/schema.gen.ts";
import { reportsWithSubject } from "../../report/whole-report-reads.server.ts";

export type BundleRow = Selectable<ReportBundle>;

export async function insertBundle(
  tx: Tx,
  bundle: Pick<
    BundleRow,
    "organisationId" | "id" | "cycleId" | "total" | "requestedBy" | "requestedAt" | "expiresAt"
  >,
): Promise<void> {
  await tx
    .insertInto("reportBundle")
    .values({ ...bundle, state: "waiting" })
    .execute();
}

/** A bundle, locked until the transaction ends; null when there is none any more. */
export async function lockBundle(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
): Promise<BundleRow | null> {
  const row = await tx
    .selectFrom("reportBundle")
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", id)
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function updateBundle(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
  changes: { state: "waiting" | "working" | "ready" | "failed"; done?: number; total?: number },
): Promise<void> {
  await tx
    .updateTable("reportBundle")
    .set(changes)
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", id)
    .execute();
}

export async function insertPart(
  tx: Tx,
  scope: OrganisationScope,
  part: { bundleId: string; part: number; content: Buffer },
): Promise<void> {
  await tx
    .insertInto("reportBundlePart")
    .values({ organisationId: scope.organisationId, ...part })
    .execute();
}

export async function deleteParts(
  tx: Tx,
  scope: OrganisationScope,
  bundleId: string,
): Promise<void> {
  await tx
    .deleteFrom("reportBundlePart")
    .where("organisationId", "=", scope.organisationId)
    .where("bundleId", "=", bundleId)
    .execute();
}

/** Deletes bundles whose time is over, parts and all. @returns how many. */
export async function deleteBundlesBefore(
  tx: Tx,
  scope: OrganisationScope,
  now: Date,
): Promise<number> {
  const result = await tx
    .deleteFrom("reportBundle")
    .where("organisationId", "=", scope.organisationId)
    .where("expiresAt", "<=", now)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

export type BundledReport = { id: string; participantPersonId: string; country: string | null };

/** The released reports of a cycle, by name. */
export async function releasedReports(
  tx: Tx,
  scope: OrganisationScope,
  cycleId: string,
): Promise<BundledReport[]> {
  return reportsWithSubject(tx, scope)
    .where("report.cycleId", "=", cycleId)
    .where("report.releasedAt", "is not", null)
    .select(["report.id", "subject.personId as participantPersonId", "subject.country"])
    .orderBy("subject.name")
    .orderBy("report.id")
    .execute();
}
