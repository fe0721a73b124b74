import type { Actor } from "~/features/identity/index.ts";
import { isAskedAbout } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type Audience, newest, whatWaits } from "../domain/information.ts";
import { answersOf, type KeptAnswer } from "../store/answer-store.server.ts";
import { versionsOf } from "../store/information-store.server.ts";

const OF_ACCOUNTS = ["members", "participants"] as const satisfies readonly Audience[];

/** What holds for somebody with an account, and which of it they have to see before they go on. */
export async function ownStanding(tx: Tx, actor: Actor) {
  const versions = await versionsOf(tx, actor, OF_ACCOUNTS);
  if (versions.length === 0) return { holds: [], waits: [], answers: [] };
  const { organisationId, accountId } = actor;
  const answers = await answersOf(tx, { organisationId, accountId });
  const audiences = await audiencesOf(tx, actor, new Set(versions.map((each) => each.audience)));
  const own = audiences.map((audience) => ({
    of: versions.filter((each) => each.audience === audience),
    given: answers.filter((each) => each.audience === audience && each.withdrawnOn === null),
  }));
  const holds = own.flatMap(({ of }) => newest(of) ?? []);
  const waits = own.flatMap(({ of, given }) => whatWaits(of, given) ?? []);
  return { holds, waits, answers };
}

export type OwnAnswer = Omit<KeptAnswer, "audience">;

async function audiencesOf(
  tx: Tx,
  { organisationId, personId }: Actor,
  there: ReadonlySet<Audience>,
): Promise<Audience[]> {
  const about =
    personId !== null && there.has("participants")
      ? await isAskedAbout(tx, { organisationId, personId })
      : false;
  return OF_ACCOUNTS.filter((each) => there.has(each) && (each === "members" || about));
}

/** Whether somebody has to see a text before their next page. Whoever left reads their own reports without. */
export function informationWaits(
  platform: Pick<Platform, "database">,
  actor: Actor,
): Promise<boolean> {
  if (actor.role === "leaver") return Promise.resolve(false);
  return inOrganisation(platform, actor, async (tx) => {
    const { waits } = await ownStanding(tx, actor);
    return waits.length > 0;
  });
}
