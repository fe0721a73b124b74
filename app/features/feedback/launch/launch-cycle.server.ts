import { rolesAtLaunch } from "~/features/frameworks/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { instrumentById } from "~/features/questionnaires/index.server.ts";
import {
  askedCounts,
  insertLinks,
  makePseudonymKey,
  moveRequests,
  sendInvitations,
  writeSnapshots,
} from "~/features/rounds/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import { todayFor } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changeCycle } from "../cycle/change-cycle.server.ts";
import type { CycleRow } from "../cycle/cycle-store.server.ts";
import { snapshotOf } from "../cycle/participant-rows.ts";
import { participantsOf } from "../cycle/participant-store.server.ts";
import { inParts, peopleInParts } from "../cycle/people-in-parts.server.ts";
import { setupCounts } from "../cycle/setup-counts-reads.server.ts";
import { type LaunchObstacle, launchObstacles } from "../domain/cycle-setup.ts";
import { readLimits } from "../domain/rater-rules.ts";
import { kindOf } from "../lists/suggest-for.server.ts";
import { eraseTakenOff } from "../lists/taken-off-store.server.ts";
import { invitationPlan } from "./launch-plan.server.ts";

type NotReady = { ok: false; reason: "not-ready"; obstacles: LaunchObstacle[] };

const PART = 1_000;

/**
 * Asks every rater of a cycle to answer. People are written down as they are today, so that later moves
 * change nothing; the key of the pseudonyms is made; one message per rater is queued, or kept for those whose address
 * was changed a short while ago (`held`). All or nothing, and in parts, so that pages stay quick meanwhile.
 */
export function launchCycle(platform: Platform, actor: Actor, cycleId: string) {
  const change = {
    may: mayRunRound,
    from: "launch",
    late: "launched",
    did: "launched",
  } as const;
  return changeCycle(platform, actor, cycleId, change, async (tx, cycle) => {
    const today = todayFor(platform, await organisationZone(tx, actor));
    const obstacles = await obstaclesOf(tx, actor, cycle, today);
    if (obstacles.length > 0) return notReady(obstacles);
    await takeSnapshot(tx, cycle, today);
    await makePseudonymKey(tx, cycle);
    const counts = await invite(platform, tx, actor, cycle, today);
    await moveRequests(tx, cycle, ["chosen"], "invited");
    await eraseTakenOff(tx, cycle);
    return { ok: true, value: counts, set: { opensOn: today }, detail: counts };
  });
}

function notReady(obstacles: LaunchObstacle[]): NotReady {
  return { ok: false, reason: "not-ready", obstacles };
}

async function obstaclesOf(
  tx: Tx,
  actor: Actor,
  cycle: CycleRow,
  today: string,
): Promise<LaunchObstacle[]> {
  const limits = readLimits(cycle.raterLimits);
  const counts = await setupCounts(tx, actor, {
    cycleId: cycle.id,
    minimum: { usual: 0, shaped: 0 },
    limits,
  });
  const { overCap } = await askedCounts(tx, actor, { roundId: cycle.id, cap: cycle.requestCap });
  return launchObstacles({ ...cycle, ...counts, kind: kindOf(cycle), overCap }, today);
}

async function takeSnapshot(tx: Tx, cycle: CycleRow, today: string): Promise<void> {
  const personIds = (await participantsOf(tx, cycle)).map(({ personId }) => personId);
  const people = await peopleInParts(tx, cycle, personIds);
  const roleOf = await rolesOf(tx, cycle, today);
  for await (const part of inParts([...people.values()], PART)) {
    const active = part.filter((person) => person.status === "active");
    await writeSnapshots(
      tx,
      cycle,
      active.map((person) => ({
        personId: person.id,
        role: roleOf(person),
        ...snapshotOf(person),
      })),
    );
  }
}

/** What the role of each person needs today, in the framework that this cycle asks about. */
async function rolesOf(tx: Tx, cycle: CycleRow, on: string) {
  const content = await instrumentById(tx, cycle, cycle.instrumentId);
  if (!content) throw new Error("a cycle without its instrument");
  return rolesAtLaunch(tx, cycle, { framework: content.framework.key, on });
}

async function invite(
  platform: Platform,
  tx: Tx,
  actor: Actor,
  cycle: CycleRow,
  today: string,
): Promise<{ invited: number; held: number }> {
  const planned = await invitationPlan(tx, actor, cycle, today);
  const now = platform.clock.now();
  const links = planned.map(({ personId }) => ({ id: newId(), personId }));
  for await (const part of inParts(links, PART)) await insertLinks(tx, cycle, part, now);
  const guests = planned.flatMap(({ name, address, language, requests }, index) => {
    const invitationId = links[index]?.id;
    return address === null || !invitationId
      ? []
      : [{ invitationId, name, address, language, requests }];
  });
  const held = await sendInvitations(platform, tx, cycle, guests);
  return { invited: guests.length - held, held };
}
