import {
  appointmentsIn,
  type OrganisationStanding,
  officialsOf,
  organisationStanding,
  waitingChanges,
} from "~/features/identity/index.server.ts";
import {
  type Actor,
  mayAdminister,
  mayDecideAccess,
  waitFor,
  waitOver,
} from "~/features/identity/index.ts";
import { dateIn, zoneAmong } from "~/platform/calendar/zones.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { peopleByIds } from "./colleague-reads.server.ts";
import { readDirectory } from "./directory-reads.server.ts";
import { readDirectoryQuery } from "./domain/directory-query.ts";
import { limitNow } from "./domain/units.ts";
import { directory } from "./standing-reads.server.ts";
import { unitsIn } from "./units/unit-reads.server.ts";

const SHOWN = 8;

/**
 * Who is in office, who could be, and the rules of access, which owners change. Administrators only: null for everyone
 * else.
 */
export async function readAccessPage(platform: Platform, actor: Actor, search: string) {
  if (!mayAdminister(actor)) return null;
  const words = search.trim();
  const { officials, appointed, leaversReadDays, secondStepFor, addressWait, waiting } =
    await inOrganisation(platform, actor, async (tx) => {
      const found = await officialsOf(tx, actor);
      const asked = await appointmentsIn(tx, actor);
      const names = new Map(
        (
          await peopleByIds(
            tx,
            actor,
            asked.map((each) => each.personId),
          )
        ).map((person) => [person.id, person]),
      );
      const units = await unitsIn(tx, actor);
      return {
        officials: found.map(
          ({ membershipId, office, name, email, accountId, personId, since, ...official }) => ({
            ...{ membershipId, office, name, email, personId, since: since.toISOString() },
            units: limitNow(official.units, units),
            self: accountId === actor.accountId,
          }),
        ),
        appointed: asked.flatMap(({ personId, office, units: limit, at }) => {
          const person = names.get(personId);
          return person
            ? [
                {
                  personId,
                  office,
                  units: limitNow(limit, units),
                  name: person.name,
                  email: person.email,
                  since: at.toISOString(),
                },
              ]
            : [];
        }),
        ...settingsOf(await organisationStanding(tx, actor), platform.clock.now()),
        waiting: (await waitingChanges({ ...platform, directory }, tx, actor)).changes.length,
      };
    });
  const taken = new Set([...officials, ...appointed].map((each) => each.personId));
  const query = readDirectoryQuery(new URLSearchParams({ q: words }));
  const found = words === "" ? null : await readDirectory(platform, actor, query);
  const candidates = found?.people.filter(
    ({ id, status }) => status === "active" && !taken.has(id),
  );
  return {
    decides: mayDecideAccess(actor),
    officials,
    appointed,
    leaversReadDays,
    secondStepFor,
    addressWait,
    /** How many changed addresses wait. */
    waiting,
    search: words,
    candidates:
      candidates
        ?.slice(0, SHOWN)
        .map(({ id, name, email, jobTitle }) => ({ id, name, email, jobTitle })) ?? null,
    more: Math.max(0, (found?.total ?? 0) - SHOWN),
  };
}

/** The wait that was chosen; where a longer one still holds, that one and the last day on which it does. */
function settingsOf(
  { leaversReadDays, secondStepFor, addressWait, timeZone }: OrganisationStanding,
  now: Date,
) {
  const { days, since, before } = addressWait;
  const holds = waitFor(addressWait, now);
  const until =
    holds === days || since === null || before === null
      ? null
      : dateIn(zoneAmong(timeZone), waitOver({ changedAt: since, waitDays: before }));
  return { leaversReadDays, secondStepFor, addressWait: { days, holds, until } };
}

export type AccessPage = NonNullable<Awaited<ReturnType<typeof readAccessPage>>>;
