import { standardPolicy } from "@twohats/disclosure";
import type { TestOrganisation } from "~/features/identity/testing/organisation.ts";
import type { Relationship } from "~/features/questionnaires/domain/relationship.ts";
import { installBuiltIn } from "~/features/questionnaires/index.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { RaterActor } from "../domain/rater.ts";
import { sendInvitations } from "../letters/invitation-letters.server.ts";
import { makePseudonymKey } from "../pseudonyms/pseudonym.server.ts";
import { openRequests } from "../reads/rater-reads.server.ts";
import { insertLinks } from "../store/invitation-store.server.ts";
import {
  insertRequests,
  insertRequestsAboutNobody,
  moveRequests,
} from "../store/request-store.server.ts";
import {
  insertRound,
  lockRound,
  type NewRound,
  type RoundKey,
} from "../store/round-store.server.ts";
import { insertSubjects } from "../store/subject-store.server.ts";

/** Who is asked about whom, as what. */
export type List = {
  personId: string;
  raters: readonly { personId: string; relationship: Relationship }[];
};

export type CollectingRound = {
  roundId: string;
  /** Subject ids by person id. */
  subjects: Map<string, string>;
  rater(personId: string): RaterActor;
  /** The request by which this person is asked about another, or about nobody. */
  requestOf(personId: string, aboutPersonId: string | null): Promise<string>;
};

/** A round about which nothing is asked of anybody, over a questionnaire of its organisation. */
export async function bareRound(
  platform: Platform,
  { organisationId }: Pick<TestOrganisation, "organisationId">,
): Promise<RoundKey> {
  const round = { organisationId, id: newId() };
  await inOrganisation(platform, round, async (tx) => {
    const [instrumentId = ""] = await installBuiltIn(platform, tx, round);
    await insertRound(tx, newRound(platform, round, { instrumentId, state: "closed" }));
  });
  return round;
}

function newRound(
  platform: Platform,
  round: RoundKey,
  own: Pick<NewRound, "instrumentId" | "state">,
): NewRound {
  return {
    ...{ ...round, kind: "feedback", name: "A round", ...own },
    ...{ opensOn: "2026-03-02", closesOn: "2026-03-20", releaseMode: "hr", createdBy: "hr" },
    disclosurePolicy: JSON.stringify(standardPolicy),
    createdAt: platform.clock.now(),
  };
}

/** A round that collects answers, with the rows of its kind left out: made of what every round has alone. */
export async function collectingRound(
  platform: Platform,
  { organisationId }: Pick<TestOrganisation, "organisationId">,
  {
    instrumentId,
    lists,
    aboutNobody = [],
  }: {
    instrumentId: string;
    lists: readonly List[];
    /** Who is asked about nobody but their own work. */
    aboutNobody?: readonly string[];
  },
): Promise<CollectingRound> {
  const round = { organisationId, id: newId() };
  const subjects = new Map(lists.map(({ personId }) => [personId, newId()]));
  await inOrganisation(platform, round, async (tx) => {
    await insertRound(tx, newRound(platform, round, { instrumentId, state: "collecting" }));
    await makePseudonymKey(tx, round);
    await insertSubjects(
      tx,
      [...subjects].map(([personId, id]) => ({
        ...{ organisationId, id, roundId: round.id, personId, name: personId },
      })),
    );
    const requests = lists.flatMap(({ personId, raters }) =>
      raters.map((rater) => ({
        ...{ id: newId(), subjectId: subjects.get(personId) ?? "", bySubject: false },
        ...rater,
      })),
    );
    await insertRequests(tx, round, requests);
    const ofTheirWork = aboutNobody.map((personId) => ({ id: newId(), personId }));
    await insertRequestsAboutNobody(tx, round, ofTheirWork);
    await moveRequests(tx, round, ["chosen"], "invited");
    const asked = [...new Set([...requests, ...ofTheirWork].map(({ personId }) => personId))];
    const links = asked.map((personId) => ({ id: newId(), personId }));
    await insertLinks(tx, round, links, platform.clock.now());
    const made = await lockRound(tx, round, round.id);
    if (!made) throw new Error("a round that was just made is missing");
    const guests = links.map(({ id: invitationId, personId }) => ({
      ...{ invitationId, name: personId, address: `${personId}@round.test` },
      ...{ language: "en", requests: 1 },
    }));
    await sendInvitations(platform, tx, made, guests);
  });
  const rater = (personId: string): RaterActor => ({
    ...{ organisationId, personId, roundId: round.id, device: `device of ${personId}` },
  });
  return {
    roundId: round.id,
    subjects,
    rater,
    requestOf: async (personId, aboutPersonId) => {
      const actor = rater(personId);
      const requests = await inOrganisation(platform, actor, (tx) =>
        openRequests(tx, actor, platform.secret),
      );
      const found = requests.find((each) => each.subjectPersonId === aboutPersonId);
      if (!found) throw new Error("nobody asked this person");
      return found.id;
    },
  };
}
