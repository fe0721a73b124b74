import { dateIn, zoneAmong } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Directory } from "./directory.ts";
import {
  lastDayToRead,
  type PersonStanding,
  type Presence,
  type PresenceFacts,
  presenceOf,
} from "./domain/presence.ts";
import type { SecondStepFor } from "./domain/second-step-for.ts";
import { holdsOn } from "./hold-reads.server.ts";
import { type OrganisationStanding, organisationStanding } from "./reads.server.ts";

type Asked = { personId: string | null; membership?: { active: boolean; since: Date } };

/**
 * Who is in, of an account or a personal link, as things are now; and until when someone who left may read their own
 * reports. Runs in a transaction of the organisation.
 */
export async function presenceIn(
  { clock, directory }: Pick<Platform, "clock"> & { directory: Directory },
  tx: Tx,
  scope: OrganisationScope,
  { personId, membership }: Asked,
): Promise<{
  presence: Presence;
  /** They are out for no other reason than that the organisation is suspended. */
  suspended: boolean;
  standing: PersonStanding | null;
  readsUntil: string | null;
  /** Of whom the organisation asks a second step. */
  secondStepFor: SecondStepFor;
  /** Whether it lets people in by its identity provider alone. */
  providerOnly: boolean;
}> {
  const organisation = await organisationStanding(tx, scope);
  const standing =
    personId === null
      ? null
      : ((await directory.standingOf(tx, scope, [personId])).get(personId) ?? null);
  const now = clock.now();
  const holds = await holdsOn(tx, scope, personId === null ? [] : [personId], now);
  const facts: PresenceFacts = {
    organisation,
    person: personId === null ? null : (standing ?? "unknown"),
    hold: (personId && holds.get(personId)) || null,
    ...(membership ? { membership } : {}),
  };
  const { leaversReadDays, secondStepFor, providerOnly } = organisation;
  const today = todayIn(organisation, now);
  const otherwise = presenceOf(
    { ...facts, organisation: { ...organisation, active: true } },
    today,
  );
  return {
    secondStepFor,
    providerOnly,
    presence: presenceOf(facts, today),
    suspended: !organisation.active && otherwise !== "out",
    standing,
    readsUntil: lastDayToRead(standing?.inactiveSince ?? null, leaversReadDays),
  };
}

function todayIn({ timeZone }: OrganisationStanding, now: Date): string {
  return dateIn(zoneAmong(timeZone), now);
}
