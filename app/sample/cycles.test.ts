import { expect, test } from "vitest";
import { type PlannedCycle, planCycles } from "./cycles.ts";
import { generateOrganisation } from "./organisation.ts";
import { connectedness, reportingOf } from "./peers.ts";
import { requestsWaiting, samplePeople } from "./sample-people.ts";
import { framework, organisation, plan, truth } from "./testing/harbourline-sample.ts";
import { generateTruth, truthYearBefore } from "./truth.ts";

const reporting = reportingOf(organisation);

function doneShare({ participants }: PlannedCycle, relationship?: string): number {
  const raters = participants
    .flatMap((one) => one.raters)
    .filter((one) => !relationship || one.relationship === relationship);
  return raters.filter(({ state }) => state === "done").length / raters.length;
}

test("40 managers have a report, 14 are collecting and 10 choose raters", () => {
  expect(plan.released.participants).toHaveLength(40);
  expect(plan.collecting.participants).toHaveLength(14);
  expect(plan.nominating.participants).toHaveLength(10);
  expect(planCycles(5, organisation)).toEqual(planCycles(5, organisation));
  expect(planCycles(6, organisation)).not.toEqual(planCycles(5, organisation));
});

test("18 of those with a report were in the pilot a year before, asked anew", () => {
  const released = new Map(plan.released.participants.map((one) => [one.employeeId, one]));
  expect(plan.pilot.participants).toHaveLength(18);
  expect(plan.pilot.participants.filter(({ employeeId }) => !released.has(employeeId))).toEqual([]);
  expect(plan.pilot.closesOnDay).toBeLessThan(plan.released.nominateByDay - 300);
  const peersOf = (one: PlannedCycle["participants"][number] | undefined) =>
    (one?.raters ?? [])
      .filter(({ relationship }) => relationship === "peer")
      .map(({ employeeId }) => employeeId);
  const asked = plan.pilot.participants.flatMap((one) => {
    const now = new Set(peersOf(released.get(one.employeeId)));
    return peersOf(one).map((id) => now.has(id));
  });
  const same = asked.filter(Boolean).length / asked.length;
  expect(same).toBeGreaterThan(0.1);
  expect(same).toBeLessThan(0.9);
});

test("a rater stands once per participant and in the relationship the org tree says", () => {
  for (const cycle of Object.values(plan)) {
    for (const { employeeId, raters } of cycle.participants) {
      expect(new Set(raters.map((one) => one.employeeId)).size).toBe(raters.length);
      const person = reporting.personOf(employeeId);
      for (const { employeeId: id, relationship } of raters) {
        const rater = reporting.personOf(id);
        expect(relationship === "self").toBe(rater === person);
        expect(relationship === "manager").toBe(id === person.managerEmployeeId);
        expect(relationship === "direct_report").toBe(rater.managerEmployeeId === employeeId);
        if (relationship === "peer") expect(connectedness(person, rater)).toBeGreaterThan(0);
      }
    }
  }
});

test("participants with all raters have self, their manager, 3 to 7 peers and every direct report", () => {
  for (const { employeeId, raters } of [
    ...plan.released.participants,
    ...plan.collecting.participants,
  ]) {
    const person = reporting.personOf(employeeId);
    const count = (relationship: string) =>
      raters.filter((one) => one.relationship === relationship).length;
    expect(count("self")).toBe(1);
    expect(count("manager")).toBe(person.managerEmployeeId === null ? 0 : 1);
    expect(count("peer")).toBeGreaterThanOrEqual(3);
    expect(count("peer")).toBeLessThanOrEqual(7);
    expect(count("direct_report")).toBe(reporting.reportsOf(person).length);
  }
});

test("the released round had 83 to 92 % answers, and some groups are too small to show", () => {
  expect(doneShare(plan.released)).toBeGreaterThan(0.83);
  expect(doneShare(plan.released)).toBeLessThan(0.92);
  expect(doneShare(plan.released, "peer")).toBeGreaterThan(0.8);
  const groups = plan.released.participants.flatMap(({ raters }) =>
    ["peer", "direct_report"].map(
      (relationship) =>
        raters.filter((one) => one.relationship === relationship && one.state === "done").length,
    ),
  );
  const small = groups.filter((size) => size < 3).length;
  expect(small).toBeGreaterThanOrEqual(3);
  expect(small).toBeLessThan(groups.length / 3);
});

test("no answer is open after the release, and 38 to 52 % of the collecting round have answered", () => {
  const states = plan.released.participants.flatMap(({ raters }) => raters.map((one) => one.state));
  expect(new Set(states)).toEqual(new Set(["done", "ended"]));
  expect(doneShare(plan.collecting)).toBeGreaterThan(0.38);
  expect(doneShare(plan.collecting)).toBeLessThan(0.52);
  const open = plan.collecting.participants.flatMap(({ raters }) => raters.map((one) => one.state));
  expect(new Set(open)).toEqual(new Set(["done", "started", "invited"]));
});

test("some in nomination have submitted their raters, some have begun and some have not", () => {
  const { participants } = plan.nominating;
  const peersOf = (raters: (typeof participants)[number]["raters"]) =>
    raters.filter(({ relationship }) => relationship === "peer").length;
  expect(participants.filter(({ nomination }) => nomination === "submitted")).toHaveLength(4);
  const open = participants.filter(({ nomination }) => nomination === "open");
  expect(open.filter(({ raters }) => peersOf(raters) === 2)).toHaveLength(2);
  expect(open.filter(({ raters }) => peersOf(raters) === 0)).toHaveLength(4);
});

test("nobody is asked as a peer or other more than six times in one round", () => {
  for (const cycle of Object.values(plan)) {
    const asked = new Map<string, number>();
    for (const { employeeId, relationship } of cycle.participants.flatMap((one) => one.raters)) {
      if (relationship !== "peer" && relationship !== "other") continue;
      asked.set(employeeId, (asked.get(employeeId) ?? 0) + 1);
    }
    expect(Math.max(...asked.values())).toBeLessThanOrEqual(6);
  }
});

test("colleagues under the same manager are peers far more often than distant ones", () => {
  const pairs = plan.released.participants.flatMap(({ employeeId, raters }) =>
    raters
      .filter(({ relationship }) => relationship === "peer")
      .map((one) => [reporting.personOf(employeeId), reporting.personOf(one.employeeId)] as const),
  );
  const close = pairs.filter(
    ([person, peer]) =>
      person.managerEmployeeId === peer.managerEmployeeId || person.department === peer.department,
  );
  expect(close.length / pairs.length).toBeGreaterThan(0.5);
});

test("the four sign-ins are four people who fit their parts", () => {
  const cast = samplePeople(organisation, plan, truth);
  expect(new Set(Object.values(cast)).size).toBe(4);
  expect(reporting.personOf(cast.hrAdmin).department).toBe("People and culture");
  const report = plan.released.participants.find(
    (one) => one.employeeId === cast.managerWithReport,
  );
  for (const [relationship, least] of [
    ["self", 1],
    ["manager", 1],
    ["peer", 3],
    ["direct_report", 3],
  ] as const) {
    const done = report!.raters.filter(
      (one) => one.relationship === relationship && one.state === "done",
    );
    expect(done.length).toBeGreaterThanOrEqual(least);
  }
  const { hats } = truth.managers.get(cast.managerWithReport)!;
  expect(hats.managing!.amount).toBeGreaterThan(hats.leading!.amount + 0.2);
  const choosing = plan.nominating.participants.find(
    (one) => one.employeeId === cast.managerChoosingRaters,
  );
  expect(choosing!.nomination).toBe("open");
  const requests = requestsWaiting(plan.collecting).get(cast.rater);
  expect(requests).toBeGreaterThanOrEqual(3);
  expect(requests).toBeLessThanOrEqual(5);
});

test("other seeds can be cast as well", () => {
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const other = generateOrganisation(seed);
    const cast = samplePeople(
      other,
      planCycles(seed, other),
      generateTruth(seed, other, framework),
    );
    expect(new Set(Object.values(cast)).size).toBe(4);
  }
});

test("a year before, about two in three managers were further from the right amount in one hat", () => {
  const before = truthYearBefore(5, truth);
  expect(truthYearBefore(5, truth)).toEqual(before);
  expect(before.raters).toBe(truth.raters);
  const further = [...truth.managers].map(([id, now]) => {
    const was = before.managers.get(id);
    return Object.entries(now.hats).some(
      ([hat, { amount }]) => Math.abs(was?.hats[hat]?.amount ?? 0) - Math.abs(amount) > 0.15,
    );
  });
  const share = further.filter(Boolean).length / further.length;
  expect(share).toBeGreaterThan(0.5);
  expect(share).toBeLessThan(0.8);
});
