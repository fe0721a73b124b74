import type { Actor } from "~/features/identity/index.ts";
import {
  addPeople,
  allPeople,
  changePeople,
  lockPeople,
  retirePeople,
} from "~/features/people/index.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { newPerson } from "./new-person.ts";
import { dateOn, onDay } from "./on-day.server.ts";
import type { SinceLaunchPlan } from "./since-launch.ts";

/** People of the open round leave, move and join, as they do. */
export async function loadSinceLaunch(
  {
    platform,
    admin,
    idOf,
  }: {
    platform: Platform;
    admin: Actor;
    idOf: (employeeId: string) => string;
  },
  { leaver, mover, joiner }: SinceLaunchPlan,
): Promise<void> {
  const [moving, joining, leaving] = [mover.day, joiner.day, leaver.day].map((day) =>
    onDay(platform, day),
  ) as [Platform, Platform, Platform];
  await inOrganisation(platform, admin, async (tx) => {
    await lockPeople(tx, admin);
    const moved = (await allPeople(tx, admin)).find(({ id }) => id === idOf(mover.employeeId));
    if (!moved) throw new Error("the sample refers to somebody it does not have");
    const managerId = idOf(mover.toEmployeeId);
    await changePeople(moving, tx, admin, "hand", [{ ...moved, managerId }]);
    const id = newId();
    const { person, day } = joiner;
    const joined = { ...newPerson(person, (own) => (own === person.employeeId ? id : idOf(own))) };
    await addPeople(joining, tx, admin, "hand", [{ ...joined, startDate: dateOn(platform, day) }]);
    const by = { ...admin, way: "hand" as const, at: leaving.clock.now() };
    await retirePeople(tx, by, [idOf(leaver.employeeId)], dateOn(platform, leaver.day));
  });
}
