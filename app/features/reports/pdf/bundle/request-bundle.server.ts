import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { lockReached, lockRound } from "~/features/rounds/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { cycleFiles } from "./bundle-reads.server.ts";
import { deleteBundlesBefore, insertBundle, releasedReports } from "./bundle-store.server.ts";

/** How long a file of all reports is kept. */
export const KEPT_DAYS = 7;
const DAY_MS = 86_400_000;

/**
 * Asks for one file of all released reports of a cycle, made in the background. Only where participants were told
 * before anyone answered that HR keeps reports. While one is on its way, that one is given.
 */
export async function requestBundle(
  platform: Platform,
  actor: Actor,
  cycleId: string,
): Promise<Outcome<{ id: string }, "not-allowed" | "unknown" | "not-kept" | "none-released">> {
  if (!mayRunRound(actor, cycleId)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    const cycle = await lockReached(lockRound, tx, actor, cycleId);
    if (!cycle) return refuse("unknown");
    if (!cycle.hrKeepsReports) return refuse("not-kept");
    const now = platform.clock.now();
    await deleteBundlesBefore(tx, actor, now);
    const files = await cycleFiles(tx, actor, cycleId, now);
    const underway = files?.bundles.find(({ state }) => state === "waiting" || state === "working");
    if (underway) return accept({ id: underway.id });
    const total = (await releasedReports(tx, actor, cycleId)).length;
    if (total === 0) return refuse("none-released");
    const id = newId();
    await insertBundle(tx, {
      organisationId: actor.organisationId,
      id,
      cycleId,
      total,
      requestedBy: actor.accountId,
      requestedAt: now,
      expiresAt: new Date(now.getTime() + KEPT_DAYS * DAY_MS),
    });
    await platform.jobs.enqueue(tx, "bundle-reports", [
      { organisationId: actor.organisationId, bundleId: id, language: readerLanguage() },
    ]);
    await recordAudit(platform, tx, actor, {
      action: "reports.bundle-requested",
      subjectKind: "cycle",
      subjectId: cycleId,
      detail: { reports: total },
    });
    return accept({ id });
  });
}
