import type { CyclePlan } from "./cycles.ts";
import type { SampleOrganisation, SamplePerson } from "./organisation.ts";

/** What happens to people of the open round after its launch; days count from today, below 0 in the past. */
export type SinceLaunchPlan = {
  leaver: { employeeId: string; day: number };
  mover: { employeeId: string; toEmployeeId: string; day: number };
  joiner: { person: SamplePerson; day: number };
};

/**
 * Somebody who was asked as a peer leaves, a direct report goes to another ship's officer, and that officer gets
 * somebody new. None of them manages anybody, takes part in a round or is one of `cast`.
 */
export function planSinceLaunch(
  { people, emailDomain }: SampleOrganisation,
  plan: CyclePlan,
  cast: readonly string[],
): SinceLaunchPlan {
  const busy = new Set([
    ...cast,
    ...people.flatMap(({ managerEmployeeId }) => managerEmployeeId ?? []),
    ...Object.values(plan).flatMap(({ participants }) =>
      participants.map(({ employeeId }) => employeeId),
    ),
  ]);
  const { participants } = plan.collecting;
  const raters = participants.flatMap((participant) =>
    participant.raters
      .filter(({ employeeId }) => !busy.has(employeeId))
      .map((rater) => ({ ...rater, about: participant.employeeId })),
  );
  const leaver = raters.find(
    ({ relationship, state }) => relationship === "peer" && state === "invited",
  );
  const mover = raters.find(
    ({ relationship, employeeId }) =>
      relationship === "direct_report" && employeeId !== leaver?.employeeId,
  );
  const to = participants.find(({ employeeId }) => employeeId !== mover?.about);
  const model = people.find(({ managerEmployeeId }) => managerEmployeeId === to?.employeeId);
  if (!leaver || !mover || !to || !model) throw new RangeError("Nobody fits the part");
  const name = { givenName: "Runa", familyName: "Fjeldstad" };
  return {
    leaver: { employeeId: leaver.employeeId, day: -4 },
    mover: { employeeId: mover.employeeId, toEmployeeId: to.employeeId, day: -5 },
    joiner: {
      day: -3,
      person: {
        ...model,
        ...name,
        employeeId: `HL-${String(people.length + 1).padStart(4, "0")}`,
        preferredName: null,
        email: `runa.fjeldstad@${emailDomain}`,
      },
    },
  };
}
