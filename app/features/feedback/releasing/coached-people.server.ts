import type { Actor } from "~/features/identity/index.ts";
import {
  type AudienceChange,
  type AudiencePage,
  audienceAfter,
  audiencePage,
  type PeopleFilter,
} from "~/features/people/domain/index.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import { releasedReports } from "~/features/reports/index.server.ts";
import { takesCoaches } from "~/features/rounds/domain/index.ts";
import { setCoach } from "~/features/rounds/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changeCycle } from "../cycle/change-cycle.server.ts";
import { type CycleView, cycleView } from "../cycle/cycle-reads.server.ts";
import type { CycleRow } from "../cycle/cycle-store.server.ts";
import type { ParticipantRow } from "../cycle/participant-store.server.ts";
import { wouldRate } from "./coach-rater-reads.server.ts";
import { isColleague, openToCoaching, tellOfWaiting } from "./naming-coaches.server.ts";

export type CoachedPage = {
  cycle: CycleView;
  coach: { id: string; name: string };
  /** Who may still be given a coach, but for the coach: nobody coaches themselves. */
  people: AudiencePage;
  /** By person: who else coaches them, whether the coach is their manager, or asked to rate them. */
  notes: Record<string, { coach: string | null; isManager: boolean; rates: boolean }>;
  /** Whose report is released: who reads these is theirs to say. */
  released: number;
};

/** Whom of those who take part somebody coaches, and who else they could. HR only; null for everyone else. */
export function coachedPage(
  platform: Platform,
  actor: Actor,
  { cycleId, coachId }: { cycleId: string; coachId: string },
  view: { filter: PeopleFilter; page: number },
): Promise<CoachedPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const cycle = await cycleView(tx, actor, cycleId);
    const [coach] = await peopleByIds(tx, actor, [coachId]);
    if (!cycle || !coach || !(await isColleague(tx, actor, coachId))) return null;
    const key = { organisationId: actor.organisationId, id: cycleId };
    const participants = await couldBeCoached(tx, key, coachId);
    const people = audiencePage(
      await asPeople(tx, actor, participants),
      chosenOf(participants, coachId),
      view,
    );
    const shown = new Set(people.people.map(({ id }) => id));
    const others = new Map(
      (
        await peopleByIds(
          tx,
          actor,
          participants.flatMap((each) => each.coachId ?? []),
        )
      ).map(({ id, name }) => [id, name]),
    );
    const asked = await wouldRate(tx, actor, cycleId, { personIds: [coachId], about: "anyone" });
    const rates = new Set(asked.map((each) => each.participantId));
    const notes = participants
      .filter(({ personId }) => shown.has(personId))
      .map((each): [string, CoachedPage["notes"][string]] => [
        each.personId,
        {
          coach: each.coachId === coachId ? null : (others.get(each.coachId ?? "") ?? null),
          isManager: each.managerId === coachId,
          rates: rates.has(each.id),
        },
      ]);
    const { id, name } = coach;
    const released = (await releasedReports(tx, key)).size;
    return { cycle, coach: { id, name }, people, notes: Object.fromEntries(notes), released };
  });
}

/** Makes somebody the coach of exactly those who are ticked, and tells them of reports that wait. */
export function chooseCoached(
  platform: Platform,
  actor: Actor,
  { cycleId, coachId }: { cycleId: string; coachId: string },
  change: AudienceChange,
) {
  const rules = {
    may: mayRunRound,
    from: takesCoaches,
    late: "released-already",
    did: "coached-chosen",
  } as const;
  return changeCycle(platform, actor, cycleId, rules, async (tx, cycle) => {
    if (!(await isColleague(tx, actor, coachId))) return refuse("no-coach");
    const participants = await couldBeCoached(tx, cycle, coachId);
    const before = chosenOf(participants, coachId);
    const wanted = audienceAfter(before, change, await asPeople(tx, actor, participants));
    const gained = participants.filter(
      ({ personId }) => wanted.has(personId) && !before.has(personId),
    );
    const lost = participants.filter(
      ({ personId }) => !wanted.has(personId) && before.has(personId),
    );
    const value = wanted.size;
    if (gained.length + lost.length === 0) return { ok: true, value, unchanged: true };
    await setCoach(
      tx,
      cycle,
      gained.map(({ id }) => id),
      coachId,
    );
    await setCoach(
      tx,
      cycle,
      lost.map(({ id }) => id),
      null,
    );
    await tellOfWaiting(platform, tx, cycle, gained, coachId);
    return { ok: true, value, detail: { gained: gained.length, lost: lost.length } };
  });
}

async function couldBeCoached(
  tx: Tx,
  cycle: Pick<CycleRow, "organisationId" | "id">,
  coachId: string,
): Promise<ParticipantRow[]> {
  const open = await openToCoaching(tx, cycle);
  return open.filter((each) => each.personId !== coachId);
}

function chosenOf(participants: readonly ParticipantRow[], coachId: string): Set<string> {
  return new Set(participants.flatMap((each) => (each.coachId === coachId ? each.personId : [])));
}

/** As they were at launch; their address as it is, to be found by. */
async function asPeople(tx: Tx, actor: Actor, participants: readonly ParticipantRow[]) {
  const now = new Map(
    (
      await peopleByIds(
        tx,
        actor,
        participants.map((each) => each.personId),
      )
    ).map((each) => [each.id, each]),
  );
  return participants.map(({ personId, name, jobTitle, department, jobLevel, managerId }) => ({
    ...{ id: personId, name, jobTitle, department, jobLevel, managerId },
    email: now.get(personId)?.email ?? null,
  }));
}
