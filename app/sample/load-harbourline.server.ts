import {
  assignRaters,
  closeCycle,
  createCycle,
  editCycle,
  editCycleInput,
  launchCycle,
  openNominations,
  releaseCycle,
  scoreCycle,
  submitNomination,
} from "~/features/feedback/index.server.ts";
import {
  type Auth,
  accountFor,
  addMember,
  createOrganisation,
} from "~/features/identity/index.server.ts";
import { type Actor, OPERATOR } from "~/features/identity/index.ts";
import { insertPeople } from "~/features/people/index.server.ts";
import { builtInContent, installBuiltIn } from "~/features/questionnaires/index.server.ts";
import { measuredItems } from "~/features/questionnaires/index.ts";
import {
  openRequests,
  saveAnswers,
  submitAnswers,
  tellProgress,
} from "~/features/rounds/index.server.ts";
import { features } from "~/features.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Feature, manifestsOf } from "~/platform/feature/feature.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type SampleAnswer, simulateAnswers } from "./answers.ts";
import { type PlannedCycle, planCycles } from "./cycles.ts";
import { levelTruth } from "./levels/level-truth.ts";
import { planTalks } from "./levels/plan-talks.ts";
import { loadLevels } from "./load-levels.server.ts";
import { loadRoles } from "./load-roles.server.ts";
import { loadSinceLaunch } from "./load-since-launch.server.ts";
import { newPerson } from "./new-person.ts";
import { dateOn, onDay } from "./on-day.server.ts";
import { generateOrganisation, sampleSeed } from "./organisation.ts";
import { samplePeople } from "./sample-people.ts";
import { planSinceLaunch } from "./since-launch.ts";
import { generateTruth, truthYearBefore } from "./truth.ts";

/** A sign-in of the sample organisation. `role` is a key of the text that describes it. */
export type SampleSignIn = {
  role: "hrAdmin" | "managerWithReport" | "managerChoosingRaters" | "rater";
  name: string;
  email: string;
};

/** Everyone in the sample shares it: there is nothing in there to protect. */
export const SAMPLE_PASSWORD = "two hats on";

type Loading = {
  platform: Platform;
  admin: Actor;
  instrumentId: string;
  idOf: (employeeId: string) => string;
};

type Listed = Record<string, () => Promise<{ default: Pick<Feature<Actor>, "sample"> }>>;

/**
 * Loads Harbourline, a made-up ferry company, through the same use cases that real organisations go through: its people
 * and its rounds, which fit each other, and then what each feature adds, from the ground up.
 */
export async function loadHarbourline(
  platform: Platform,
  auth: Auth,
  list: Listed = features,
): Promise<void> {
  const { framework, instruments } = builtInContent();
  const organisation = generateOrganisation(sampleSeed);
  const truth = generateTruth(sampleSeed, organisation, framework.competencies);
  const plan = planCycles(sampleSeed, organisation);
  const ids = new Map(organisation.people.map((person) => [person.employeeId, newId()]));
  const idOf = (employeeId: string) => known(ids.get(employeeId));
  let instrumentId = "";
  const organisationId = await createOrganisation(platform, organisation.name, async (tx, id) => {
    instrumentId = known((await installBuiltIn(platform, tx, { organisationId: id }))[0]);
    const people = organisation.people.map((person) => newPerson(person, idOf));
    await insertPeople(tx, { organisationId: id }, people, platform.clock.now());
  });
  const cast = samplePeople(organisation, plan, truth);
  const admin: Actor = {
    organisationId,
    accountId: OPERATOR,
    personId: idOf(cast.hrAdmin),
    role: "admin",
    owner: true,
  };
  await loadRoles(platform, admin, framework);
  const loading: Loading = { platform, admin, instrumentId, idOf };
  const instrument = {
    items: measuredItems(known(instruments[0])).map(({ item: { key, competency }, scale }) => ({
      ...{ key, competency },
      scale: scale.centre === undefined ? "truth" : "amount",
    })),
  };
  const answersOf = (cycle: PlannedCycle, as = truth) =>
    simulateAnswers(sampleSeed, organisation, as, cycle, instrument, framework.competencies);
  await loadReleased(
    loading,
    plan.pilot,
    answersOf(plan.pilot, truthYearBefore(sampleSeed, truth)),
  );
  await loadReleased(loading, plan.released, answersOf(plan.released));
  await loadCollecting(loading, plan.collecting, answersOf(plan.collecting));
  await loadSinceLaunch(loading, planSinceLaunch(organisation, plan, Object.values(cast)));
  await loadNominating(loading, plan.nominating);
  await tellProgress(platform, admin);
  const sample = {
    admin,
    lookAround: Object.values(cast).map(idOf),
    personId: idOf,
    on: (days: number) => onDay(platform, days),
  };
  for (const manifest of await manifestsOf(list)) await manifest.sample?.(sample);
  // Last, as it needs what the features published.
  const really = levelTruth(sampleSeed, organisation, truth, framework.competencies);
  const today = dateOn(platform, 0);
  const talks = planTalks(sampleSeed, organisation, really, framework.competencies, today);
  await loadLevels(loading, organisation, talks);
  // Accounts come last: a load that was cut short leaves nobody who could sign in, and starts afresh.
  for (const { email, name, role } of sampleSignIns()) {
    const accountId = known(await accountFor(auth, { email, name, password: SAMPLE_PASSWORD }));
    await addMember(platform, organisationId, {
      accountId,
      personId: idOf(cast[role]),
      ...(role === "hrAdmin" ? { role: "admin", owner: true } : { role: "member" }),
    });
  }
}

/** The four people to look around as. */
export function sampleSignIns(): SampleSignIn[] {
  const { framework } = builtInContent();
  const organisation = generateOrganisation(sampleSeed);
  const truth = generateTruth(sampleSeed, organisation, framework.competencies);
  const cast = samplePeople(organisation, planCycles(sampleSeed, organisation), truth);
  const people = new Map(organisation.people.map((person) => [person.employeeId, person]));
  return (["hrAdmin", "managerWithReport", "managerChoosingRaters", "rater"] as const).map(
    (role) => {
      const person = known(people.get(cast[role]));
      return {
        role,
        name: `${person.preferredName ?? person.givenName} ${person.familyName}`,
        email: person.email,
      };
    },
  );
}

async function draft(
  loading: Loading,
  on: Platform,
  cycle: PlannedCycle,
): Promise<{ id: string; participants: Map<string, string> }> {
  const { platform, admin, instrumentId, idOf } = loading;
  const { id } = taken(
    await createCycle(on, admin, { name: cycle.name, kind: "360", instrumentId }),
  );
  const given = editCycleInput.dates.parse({
    nominateBy: dateOn(platform, cycle.nominateByDay),
    closesOn: dateOn(platform, cycle.closesOnDay),
    reminderDays: "7, 3, 1",
  });
  const early = onDay(platform, Math.min(cycle.nominateByDay, cycle.opensOnDay, 0) - 1);
  const edited = await editCycle(early, admin, id, { part: "dates", given });
  if (!edited.ok) throw new Error(`sample dates: ${edited.reason}`);
  const assignments = cycle.participants.map(({ employeeId, raters }) => ({
    personId: idOf(employeeId),
    raters: raters.map((rater) => ({
      personId: idOf(rater.employeeId),
      relationship: rater.relationship,
    })),
  }));
  return { id, participants: taken(await assignRaters(on, admin, id, assignments)) };
}

async function loadReleased(
  loading: Loading,
  cycle: PlannedCycle,
  answers: readonly SampleAnswer[],
): Promise<void> {
  const { platform, admin } = loading;
  const opening = onDay(platform, cycle.opensOnDay);
  const closing = onDay(platform, cycle.closesOnDay);
  const { id } = await draft(loading, opening, cycle);
  await launch(opening, admin, id);
  await answerAll(loading, opening, id, answers);
  required(await closeCycle(closing, admin, id));
  await scoreCycle(closing, { organisationId: admin.organisationId, cycleId: id });
  taken(await releaseCycle(closing, admin, id));
}

async function loadCollecting(
  loading: Loading,
  cycle: PlannedCycle,
  answers: readonly SampleAnswer[],
): Promise<void> {
  const opening = onDay(loading.platform, cycle.opensOnDay);
  const { id } = await draft(loading, opening, cycle);
  await launch(opening, loading.admin, id);
  await answerAll(loading, opening, id, answers);
}

async function loadNominating(loading: Loading, cycle: PlannedCycle): Promise<void> {
  const { platform, admin, idOf } = loading;
  const { id, participants } = await draft(loading, platform, cycle);
  taken(await openNominations(platform, admin, id));
  for (const { employeeId, nomination } of cycle.participants) {
    if (nomination !== "submitted") continue;
    required(await submitNomination(platform, admin, known(participants.get(idOf(employeeId)))));
  }
}

async function launch(platform: Platform, admin: Actor, cycleId: string): Promise<void> {
  const launched = await launchCycle(platform, admin, cycleId);
  if (!launched.ok) throw new Error(`sample launch: ${launched.reason}`);
}

async function answerAll(
  { admin, idOf }: Loading,
  platform: Platform,
  cycleId: string,
  answers: readonly SampleAnswer[],
): Promise<void> {
  const { organisationId } = admin;
  for (const [employeeId, own] of Map.groupBy(answers, (answer) => answer.raterEmployeeId)) {
    const personId = idOf(employeeId);
    // Nobody's browser: what the sample answered counts, and no device shows it.
    const rater = { organisationId, personId, roundId: cycleId, device: `sample of ${personId}` };
    const requests = await inOrganisation(platform, rater, (tx) =>
      openRequests(tx, rater, platform.secret),
    );
    const bySubject = new Map(requests.map((request) => [request.subjectPersonId, request.id]));
    for (const answer of own) {
      const requestId = known(bySubject.get(idOf(answer.participantEmployeeId)));
      taken(await saveAnswers(platform, rater, requestId, fieldsOf(answer)));
      if (answer.state === "done") required(await submitAnswers(platform, rater, requestId, false));
    }
  }
}

function fieldsOf({ ratings, comments }: SampleAnswer): [string, string][] {
  return [
    ...ratings.map((rating, index): [string, string] => [
      `item-${index}`,
      rating === null ? "none" : String(rating),
    ]),
    ...Object.entries(comments).map(([key, text]): [string, string] => [
      `comment-${key}`,
      text ?? "",
    ]),
  ];
}

type Result<Value> = { ok: true; value: Value } | { ok: false; reason: string };

/** The sample is our own, so a refusal is a fault. */
function taken<Value>(outcome: Result<Value>): Value {
  if (!outcome.ok) throw new Error(`the sample was refused: ${outcome.reason}`);
  return outcome.value;
}

function required(outcome: { ok: true } | { ok: false; reason: string }): void {
  if (!outcome.ok) throw new Error(`the sample was refused: ${outcome.reason}`);
}

function known<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined)
    throw new Error("the sample refers to something it does not have");
  return value;
}
