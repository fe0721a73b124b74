import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { ASKED_WITHIN, type Away, LEAST_DAYS } from "../domain/away/absence.ts";
import { type AwayTurn, awayTurn } from "../domain/away/away-turn.ts";
import { closesOnFrom } from "../domain/pulse.ts";
import { type OwnAwayTest, ownAwayTests } from "./away-reads.server.ts";
import { plannedAway } from "./planned-away.server.ts";

/** What whoever was away can ask their team, and what they asked before. */
export type AwayPage = {
  /** Null where they lead nobody. */
  ask: {
    mark: string;
    team: number;
    counting: number;
    minimum: number;
    turn: AwayTurn;
    closesOn: string;
    /** Known absences that may be asked about, the newest first, and the one that stands in the form. */
    absences: Away[];
    chosen: Away | null;
    within: number;
    leastDays: number;
  } | null;
  tests: Pick<OwnAwayTest, "id" | "firstDay" | "lastDay" | "state" | "paused" | "askedOn">[];
};

/** @param firstDay of the known absence that was chosen; of any other the newest is. */
export function awayPage(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  firstDay: string | null,
): Promise<AwayPage> {
  return inOrganisation(platform, actor, async (tx) => ({
    ask: await toAsk(platform, tx, actor, firstDay),
    tests: (await ownAwayTests(tx, actor)).map(
      ({ id, firstDay: from, lastDay, state, paused, askedOn }) => ({
        ...{ id, firstDay: from, lastDay, state, paused, askedOn },
      }),
    ),
  }));
}

async function toAsk(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor,
  firstDay: string | null,
): Promise<AwayPage["ask"]> {
  const planned = await plannedAway(platform, tx, actor);
  if (!planned) return null;
  const { team, mark, counting, policy, today, before, absences } = planned;
  const ids = team.map(({ personId }) => personId);
  const { minimum } = policy;
  return {
    ...{ mark, team: team.length, counting, minimum, absences },
    turn: awayTurn(ids, before, { today, minimum, away: null }),
    closesOn: closesOnFrom(today),
    chosen: absences.find((each) => each.firstDay === firstDay) ?? absences[0] ?? null,
    ...{ within: ASKED_WITHIN, leastDays: LEAST_DAYS },
  };
}
