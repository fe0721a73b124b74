import { zoneAmong } from "~/platform/calendar/zones.ts";
import { todayFor } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { accountNames } from "../address-changes/account-address-reads.server.ts";
import { type Actor, OPERATOR } from "../domain/actor.ts";
import { mayReadAudit } from "../policy.ts";
import { organisationStanding } from "../reads.server.ts";
import { recordAudit } from "../record-audit.server.ts";
import { lastCheck } from "./audit-check-store.server.ts";
import { withNames } from "./audit-names.server.ts";
import { type AuditQuery, BY_THE_SERVER } from "./audit-query.ts";
import { auditAccounts, auditLines } from "./audit-reads.server.ts";
import type { AuditedOfAll } from "./audited-context.server.ts";
import { actsShown, knownActs } from "./known-acts.ts";

const PAGE = 50;

/** One page of the audit record, with what it can be narrowed to. For whoever may read it: null for everyone else. */
export async function readAuditPage(
  platform: Platform,
  auditedOfAll: AuditedOfAll,
  actor: Actor,
  query: AuditQuery,
) {
  if (!mayReadAudit(actor)) return null;
  const read = await readerOf(platform, auditedOfAll, actor);
  return inOrganisation(platform, actor, async (tx) => {
    const { named, lines, zone } = await read(tx, query, PAGE + 1);
    const last = lines.length > PAGE ? lines[PAGE - 1] : undefined;
    const accounts = await auditAccounts(tx, actor, read.whole);
    const names = await accountNames(
      tx,
      accounts.flatMap((id) => id ?? []),
    );
    const who = [...names].map(([value, name]) => ({ value, name }));
    return {
      ...{ lines: named.slice(0, PAGE), zone },
      next: last ? { day: last.day, byDay: last.byDay, sort: last.sort } : null,
      check: await lastCheck(tx, actor),
      choices: {
        acts: read.acts.flatMap(({ action, word, shown }) =>
          shown === "hidden" ? [] : [{ action, word }],
        ),
        who: who.toSorted((one, other) => one.name.localeCompare(other.name)),
        server: accounts.some((id) => id === null || id === OPERATOR) ? BY_THE_SERVER : null,
      },
      /** What is recorded and shown to nobody. */
      hidden: read.acts.flatMap(({ shown, word }) => (shown === "hidden" ? [word] : [])),
    };
  });
}

export type AuditPage = NonNullable<Awaited<ReturnType<typeof readAuditPage>>>;

/** All that a span of the page shows, for a file; that it left is recorded. Null for whoever may not read it. */
export async function exportAudit(
  platform: Platform,
  auditedOfAll: AuditedOfAll,
  actor: Actor,
  query: Omit<AuditQuery, "after">,
) {
  if (!mayReadAudit(actor)) return null;
  const read = await readerOf(platform, auditedOfAll, actor);
  return inOrganisation(platform, actor, async (tx) => {
    const { named, zone } = await read(tx, { ...query, after: null }, null);
    await recordAudit(platform, tx, actor, {
      action: "audit.exported",
      subjectKind: "organisation",
      subjectId: actor.organisationId,
      detail: { lines: named.length, from: query.from, to: query.to },
    });
    return { lines: named, zone };
  });
}

/** Reads lines with their names, for a page and for a file alike. */
async function readerOf(platform: Platform, auditedOfAll: AuditedOfAll, actor: Actor) {
  const audited = await auditedOfAll();
  const acts = knownActs(audited);
  const [whole, day] = [actsShown(acts, "whole"), actsShown(acts, "day")];
  const read = async (tx: Tx, query: AuditQuery, most: number | null) => {
    const zone = zoneAmong((await organisationStanding(tx, actor)).timeZone);
    const today = todayFor(platform, zone);
    const lines = await auditLines(tx, actor, {
      ...query,
      ...{ acts: { whole, day }, zone, today, most },
    });
    return { lines, named: await withNames(tx, actor, { audited, acts }, lines), zone };
  };
  return Object.assign(read, { acts, whole });
}
