import { beginOwnFramework } from "~/features/frameworks/own/begin-own-framework.server.ts";
import { publishOwnFramework } from "~/features/frameworks/own/publish-own-framework.server.ts";
import { ownFramework } from "~/features/frameworks/testing/own-framework.ts";
import type { Actor } from "~/features/identity/index.ts";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import type { TestDatabase } from "../../../../test/database/test-database.ts";
import { type RecordInput, recordEvidence, recordInput } from "../ledger/record-evidence.server.ts";

/** What somebody saw, as a manager writes it down. */
export const observed = { source: "observation", words: "Took the ferry in by night." } as const;

/**
 * An organisation with a framework of its own, and a crew: a chief over a boss over ana, bo and cy, and far, whom
 * nobody leads; with actors for each, and what is recorded of them.
 */
export async function createCrew(db: TestDatabase) {
  const home = await createTestOrganisation(db.platform);
  const people = await createPeople(db.platform, home, {
    chief: {},
    boss: { manager: "chief", department: "Fleet" },
    ana: { manager: "boss", department: "Fleet", jobTitle: "Skipper" },
    bo: { manager: "boss", department: "Hotels", jobTitle: "Cook" },
    cy: { manager: "boss", department: "Fleet", jobTitle: "Skipper", employeeId: "E-cy" },
    far: { department: "Hotels" },
  });
  const framework = await published(db, home.admin);
  const official = (role: Actor["role"], units?: string[]): Actor => ({
    ...{ ...home.admin, role, owner: false },
    ...(units ? { units } : {}),
  });
  const as = {
    ana: home.member(people.ana),
    bo: home.member(people.bo),
    cy: home.member(people.cy),
    boss: home.member(people.boss),
    chief: home.member(people.chief),
    analyst: official("analyst"),
    fleet: official("unit-admin", ["Fleet"]),
    hotels: official("unit-admin", ["Hotels"]),
    leaver: { ...home.member(people.ana), role: "leaver" } as Actor,
  };
  const record = (actor: Actor, about: keyof typeof people, told: Partial<RecordInput> = {}) =>
    recordEvidence(
      db.platform,
      actor,
      people[about],
      recordInput.parse({
        ...{ ...observed, framework, version: 1, competency: "mooring", level: 2 },
        ...{ purposes: ["development", "staffing"], ...told },
      }),
    );
  return {
    ...{ home, people, framework, as, record },
    recorded: async (...asked: Parameters<typeof record>): Promise<string> => {
      const outcome = await record(...asked);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome));
      return outcome.value.id;
    },
  };
}

async function published(db: TestDatabase, admin: Actor): Promise<string> {
  const begun = await beginOwnFramework(db.platform, admin, ownFramework(), "new");
  if (!begun.ok) throw new Error(begun.reason);
  await publishOwnFramework(db.platform, admin, { id: begun.value.id, revision: 1 });
  return begun.value.id;
}

export type Crew = Awaited<ReturnType<typeof createCrew>>;
