import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { todayFor } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import {
  accept,
  type Outcome,
  type Problems,
  refuse,
  refuseInput,
} from "~/platform/errors/outcome.ts";
import { languages } from "~/platform/i18n/language.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changePeople } from "../change-people.server.ts";
import type { ChangeTogether, Selection } from "../domain/bulk/selection.ts";
import type { KeptPerson } from "../domain/by-hand/history.ts";
import { keptDays } from "../domain/by-hand/working-days.ts";
import { listedZone } from "../domain/by-hand/zones.ts";
import { asOrganisationHas, isChosen } from "../domain/own-choices.ts";
import { letLeave } from "../leave-people.server.ts";
import { isLastOwnerAmong } from "../owner-stays.server.ts";
import { mayChangePeople } from "../policy.ts";
import { lockPeople } from "../store.server.ts";
import { organisationZone } from "../zone-reads.server.ts";
import { fingerprintOf, peopleMeant } from "./people-together.server.ts";

export type ChangedTogether = { changed: number; kept: number };

type Parts = Pick<Platform, "database" | "clock" | "jobs">;

/**
 * Does one thing to many people at once, in one transaction. When they are not those whom the page showed, or one of
 * them was changed since, nothing is done (`set-changed`). @returns of how many something changed, and how many keep
 * what they chose themselves.
 */
export async function changeTogether(
  platform: Parts,
  actor: Actor,
  selection: Selection,
  change: ChangeTogether,
): Promise<Outcome<ChangedTogether, "not-allowed"> | Problems> {
  if (!mayChangePeople(actor)) return refuse("not-allowed");
  if (selection.what !== change.what) return refuseInput({ code: "set-changed" });
  return inOrganisation(platform, actor, async (tx) => {
    await lockPeople(tx, actor);
    const people = await peopleMeant(tx, actor, selection);
    if (people.length === 0 || fingerprintOf(people) !== change.fingerprint)
      return refuseInput({ code: "set-changed" });
    const done =
      change.what === "leave"
        ? await leaveTogether(platform, tx, actor, people, change.day)
        : await setTogether(platform, tx, actor, people, change);
    if (!done.ok) return done;
    await recordAudit(platform, tx, actor, {
      action: "people.changed-together",
      subjectKind: "people",
      detail: { what: change.what, people: done.value.changed, kept: done.value.kept },
    });
    return done;
  });
}

async function leaveTogether(
  platform: Parts,
  tx: Tx,
  actor: Actor,
  people: readonly KeptPerson[],
  day: string,
): Promise<{ ok: true; value: ChangedTogether } | Problems> {
  if (people.some(({ id }) => id === actor.personId)) return refuseInput({ code: "self" });
  const early = people.filter(({ startDate }) => startDate !== null && day < startDate);
  if (early.length > 0)
    return refuseInput({
      field: "day",
      code: "before-start-of-some",
      values: { count: early.length },
    });
  const today = todayFor(platform, await organisationZone(tx, actor));
  const by = { ...actor, way: "hand" as const, at: platform.clock.now() };
  const ids = people.map(({ id }) => id);
  if (day <= today && (await isLastOwnerAmong(platform, tx, actor, ids)))
    return refuseInput({ code: "last-owner" });
  await letLeave(tx, by, ids, day, today);
  return accept({ changed: ids.length, kept: 0 });
}

async function setTogether(
  platform: Parts,
  tx: Tx,
  actor: Actor,
  people: readonly KeptPerson[],
  change: Exclude<ChangeTogether, { what: "leave" }>,
): Promise<{ ok: true; value: ChangedTogether } | Problems> {
  const { what } = change;
  const value = what === "workingDays" ? keptDays(change.workingDays) : typedIn(change);
  const spoken: readonly string[] = languages;
  if (what === "timezone" && value !== null && listedZone(value) !== value)
    return refuseInput({ field: what, code: "unknown" });
  if (what === "language" && value !== null && !spoken.includes(value))
    return refuseInput({ field: what, code: "unknown" });
  const others = people.map(asOrganisationHas).filter((person) => person[what] !== value);
  await changePeople(
    platform,
    tx,
    actor,
    "hand",
    others.map((person) => ({ ...person, [what]: value })),
  );
  const chosen = people.filter((person) => isChosen(person, what));
  return accept({
    changed: others.filter(({ own }) => !(what in own)).length,
    kept: chosen.filter((person) => person[what] !== value).length,
  });
}

function typedIn(change: Exclude<ChangeTogether, { what: "leave" | "workingDays" }>) {
  if (change.what === "department") return change.department;
  return change.what === "language" ? change.language : change.timezone;
}
