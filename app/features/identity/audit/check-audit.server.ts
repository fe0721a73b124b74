import { daysAfter } from "~/platform/calendar/days.ts";
import { todayOf } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Actor } from "../domain/actor.ts";
import { mayReadAudit } from "../policy.ts";
import type { AuditCheck } from "./audit-chain.ts";
import { lastCheck, saveCheck } from "./audit-check-store.server.ts";
import { sealAudit } from "./seal-audit.server.ts";
import { verifyAudit } from "./verify-audit.server.ts";

type Parts = Pick<Platform, "database" | "clock" | "secret">;

/** Seals what no seal holds yet and follows the whole chain, because somebody wants to know; keeps what was found. */
export async function checkAuditNow(
  platform: Parts,
  actor: Actor,
): Promise<Outcome<void, "not-allowed">> {
  if (!mayReadAudit(actor)) return refuse("not-allowed");
  await check(platform, actor);
  return { ok: true };
}

/** The same by the clock, once a day: the page shows what was found, and follows nothing itself. */
export async function checkAuditDaily(platform: Parts, scope: OrganisationScope): Promise<void> {
  const last = await inOrganisation(platform, scope, (tx) => lastCheck(tx, scope));
  if (last === null || last.checkedOn < todayOf(platform)) await check(platform, scope);
}

/** How long nobody follows the chain where nothing is recorded: ten thousand idle organisations cost little. */
const IDLE_DAYS = 7;

/** When the chain is followed next although nothing is recorded meanwhile; what is, brings the clock sooner. */
export async function nextAuditCheck(tx: Tx, scope: OrganisationScope, now: Date): Promise<Date> {
  const last = await lastCheck(tx, scope);
  return last ? new Date(`${daysAfter(last.checkedOn, IDLE_DAYS)}T00:00:00Z`) : now;
}

async function check(platform: Parts, scope: OrganisationScope): Promise<void> {
  await sealAudit(platform, scope);
  const { broken } = await verifyAudit(platform, scope);
  const found: AuditCheck = { checkedOn: todayOf(platform), broken };
  await inOrganisation(platform, scope, (tx) => saveCheck(tx, scope, found));
}
