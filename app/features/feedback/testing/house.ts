import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { installBuiltIn } from "~/features/questionnaires/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";

type Resident =
  | "boss"
  | "lead"
  | "peer1"
  | "peer2"
  | "peer3"
  | "peer4"
  | "report1"
  | "report2"
  | "report3"
  | "report4"
  | "stranger";

export type House = TestOrganisation & {
  people: Record<Resident, string>;
  /** "Both hats short": 24 items of the two hats and more. */
  instrumentId: string;
};

/**
 * An organisation with the built-in questionnaires and a small org tree: a boss, a lead with four peers and four
 * reports, a stranger.
 */
export async function createHouse(platform: Platform): Promise<House> {
  const organisation = await createTestOrganisation(platform);
  const at = (word: string) => ({ email: `${word}@house.test` });
  const people = await createPeople(platform, organisation, {
    boss: { ...at("boss"), department: "Board" },
    lead: { ...at("lead"), manager: "boss", department: "Deck", jobTitle: "Lead" },
    peer1: { ...at("peer1"), manager: "boss" },
    peer2: { ...at("peer2"), manager: "boss" },
    peer3: { ...at("peer3"), manager: "boss" },
    peer4: { ...at("peer4"), manager: "boss" },
    report1: { ...at("report1"), manager: "lead" },
    report2: { ...at("report2"), manager: "lead" },
    report3: { ...at("report3"), manager: "lead" },
    report4: { ...at("report4"), manager: "lead" },
    stranger: { ...at("stranger"), department: "Elsewhere" },
  });
  const instruments = await inOrganisation(platform, organisation, (tx) =>
    installBuiltIn(platform, tx, organisation),
  );
  return { ...organisation, people, instrumentId: instruments[1] ?? "" };
}
