import type { Actor } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import { lentRounds } from "~/features/rounds/lent-reads.server.ts";
import { dateIn } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

export type BundleState = "waiting" | "working" | "ready" | "failed";

export type BundleView = {
  id: string;
  state: BundleState;
  done: number;
  total: number;
  requestedAt: string;
  expiresAt: string;
};

export type CycleFiles = {
  cycleId: string;
  cycleName: string;
  /** Whether participants were told, before anyone answered, that HR may keep their reports. */
  kept: boolean;
  released: number;
  bundles: BundleView[];
};

/** What HR may do about files of a cycle's reports; null when there is no such cycle, or it is not for this actor. */
export async function cycleFiles(
  tx: Tx,
  actor: Actor,
  cycleId: string,
  now: Date,
): Promise<CycleFiles | null> {
  if (!mayRunRound(actor, cycleId) || !isId(cycleId)) return null;
  const cycle = await tx
    .selectFrom(lentRounds(actor))
    .where("round.id", "=", cycleId)
    .select((eb) => [
      "round.name",
      "round.hrKeepsReports",
      eb
        .selectFrom("report")
        .where("report.organisationId", "=", actor.organisationId)
        .whereRef("report.cycleId", "=", "round.id")
        .where("report.releasedAt", "is not", null)
        .select(eb.fn.countAll<number>().as("n"))
        .as("released"),
    ])
    .executeTakeFirst();
  if (!cycle) return null;
  const bundles = await tx
    .selectFrom("reportBundle")
    .where("organisationId", "=", actor.organisationId)
    .where("cycleId", "=", cycleId)
    .where("expiresAt", ">", now)
    .select(["id", "state", "done", "total", "requestedAt", "expiresAt"])
    .orderBy("requestedAt", "desc")
    .execute();
  return {
    cycleId,
    cycleName: cycle.name,
    kept: cycle.hrKeepsReports,
    released: Number(cycle.released),
    bundles: bundles.map((bundle) => ({
      ...bundle,
      state: bundle.state as BundleState,
      requestedAt: bundle.requestedAt.toISOString(),
      expiresAt: bundle.expiresAt.toISOString(),
    })),
  };
}

export type ReadyBundle = { cycleName: string; requestedOn: string; parts: number; bytes: number };

/** A bundle that can be fetched; null for everyone but HR, and when it is not ready or its time is over. */
export async function readyBundle(
  tx: Tx,
  actor: Actor,
  cycleId: string,
  bundleId: string,
  now: Date,
): Promise<ReadyBundle | null> {
  if (!mayRunRound(actor, cycleId) || !isId(cycleId) || !isId(bundleId)) return null;
  const row = await tx
    .selectFrom("reportBundle")
    .innerJoin(lentRounds(actor), (join) => join.onRef("round.id", "=", "reportBundle.cycleId"))
    .where("reportBundle.organisationId", "=", actor.organisationId)
    .where("reportBundle.cycleId", "=", cycleId)
    .where("reportBundle.id", "=", bundleId)
    .where("reportBundle.state", "=", "ready")
    .where("reportBundle.expiresAt", ">", now)
    .where("round.hrKeepsReports", "=", true)
    .select(["round.name as cycleName", "reportBundle.requestedAt"])
    .executeTakeFirst();
  if (!row) return null;
  const size = await tx
    .selectFrom("reportBundlePart")
    .where("organisationId", "=", actor.organisationId)
    .where("bundleId", "=", bundleId)
    .select((eb) => [
      eb.fn.countAll<number>().as("parts"),
      eb.fn.sum<number>(eb.fn<number>("octet_length", ["content"])).as("bytes"),
    ])
    .executeTakeFirstOrThrow();
  return {
    cycleName: row.cycleName,
    requestedOn: dateIn(await organisationZone(tx, actor), row.requestedAt),
    parts: Number(size.parts),
    bytes: Number(size.bytes),
  };
}

/** One part of a bundle that `readyBundle` gave out; null when it was deleted meanwhile. */
export async function bundlePart(
  tx: Tx,
  actor: Actor,
  bundleId: string,
  part: number,
): Promise<Buffer | null> {
  const row = await tx
    .selectFrom("reportBundlePart")
    .where("organisationId", "=", actor.organisationId)
    .where("bundleId", "=", bundleId)
    .where("part", "=", part)
    .select("content")
    .executeTakeFirst();
  return row?.content ?? null;
}

/** When the first file of reports is to be deleted; null when there is none. */
export async function firstBundleExpires(tx: Tx, scope: OrganisationScope): Promise<Date | null> {
  const row = await tx
    .selectFrom("reportBundle")
    .where("organisationId", "=", scope.organisationId)
    .select((eb) => eb.fn.min("expiresAt").as("at"))
    .executeTakeFirst();
  return row?.at ?? null;
}
