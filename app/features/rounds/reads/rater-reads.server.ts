import type { DisclosurePolicy } from "@twohats/disclosure";
import { isRelationship, type Relationship } from "~/features/questionnaires/domain/index.ts";
import { zoneAmong } from "~/platform/clock/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { CycleState } from "../domain/cycle.ts";
import { policyForList } from "../domain/list-shape.ts";
import type { RaterActor } from "../domain/rater.ts";
import { deviceMark } from "../pseudonyms/device.server.ts";
import { pseudonymWith } from "../pseudonyms/pseudonym.server.ts";
import { cycleState, storedPolicy, storedShape } from "../store/cycle-store.server.ts";
import { requestsTo } from "./own-request-reads.server.ts";

export type RatingRequest = {
  id: string;
  cycleId: string;
  cycleName: string;
  cycleState: CycleState;
  closesOn: string | null;
  paused: boolean;
  raterState: string;
  participantWithdrawn: boolean;
  /** HR alone, a coach, or a date: who lets the report out. */
  releaseMode: string;
  hrKeepsReports: boolean;
  /** Makes, with the server's secret, this rater's pseudonym; null once the cycle was closed. */
  salt: Buffer | null;
  /** Where this rater is: until their closing date has ended there, they may answer. */
  zone: string;
  instrumentId: string;
  /** What holds for those who rate this participant. */
  policy: DisclosurePolicy;
  participantId: string;
  participantPersonId: string;
  participantName: string;
  participantTitle: string | null;
  relationship: Relationship;
};

/** How far a rater is with a request, and how many questions they have dealt with. Known from their own response alone, found by pseudonym. */
export type OwnRequest = RatingRequest & { state: "invited" | "started" | "done"; dealt: number };

function requests(tx: Tx, rater: RaterActor) {
  return requestsTo(tx, rater)
    .innerJoin("person", (join) =>
      join
        .onRef("person.organisationId", "=", "rater.organisationId")
        .onRef("person.id", "=", "rater.personId"),
    )
    .innerJoin("organisation", "organisation.organisationId", "rater.organisationId")
    .leftJoin("cycleSecret", (join) =>
      join
        .onRef("cycleSecret.organisationId", "=", "rater.organisationId")
        .onRef("cycleSecret.cycleId", "=", "rater.cycleId"),
    )
    .select([
      "rater.id",
      "rater.cycleId",
      "cycle.name as cycleName",
      "cycle.state as cycleState",
      "cycle.closesOn",
      "cycle.paused",
      "cycle.releaseMode",
      "cycle.hrKeepsReports",
      "cycleSecret.salt",
      "rater.state as raterState",
      "participant.withdrawn as participantWithdrawn",
      "participant.list",
      "person.timezone as ownZone",
      "organisation.timeZone as organisationZone",
      "cycle.instrumentId",
      "cycle.disclosurePolicy",
      "rater.participantId",
      "participant.personId as participantPersonId",
      "participant.name as participantName",
      "participant.jobTitle as participantTitle",
      "rater.relationship",
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof requests>["execute"]>>[number];

function toRequest(row: Row): RatingRequest {
  if (!isRelationship(row.relationship)) throw new Error("unknown relationship");
  const { disclosurePolicy, list, relationship, ownZone, organisationZone, ...rest } = row;
  return {
    ...rest,
    zone: zoneAmong(ownZone, organisationZone),
    relationship,
    cycleState: cycleState(row.cycleState),
    policy: policyForList(storedPolicy(disclosurePolicy), storedShape(list)),
  };
}

/**
 * Everything this person is asked in cycles that collect, or wait to be scored: what is left first, then by name;
 * themselves at the top. With what was declined, taken off or paused.
 */
export async function ownRequests(
  tx: Tx,
  rater: RaterActor,
  secret: string,
): Promise<OwnRequest[]> {
  const rows = await requests(tx, rater)
    .where("cycle.state", "in", ["collecting", "closing"])
    .where("rater.state", "!=", "chosen")
    .orderBy("participant.name")
    .orderBy("rater.id")
    .execute();
  const found = rows.map(toRequest);
  const own = await ownResponses(tx, rater, secret, found);
  const rank = (request: OwnRequest) =>
    request.state === "done" ? 2 : request.relationship === "self" ? 0 : 1;
  return found
    .map(
      (request): OwnRequest => ({
        ...request,
        ...(own.get(request.participantId) ?? { state: "invited", dealt: 0 }),
      }),
    )
    .sort((a, b) => rank(a) - rank(b));
}

/** Everyone this person is asked to rate now. */
export async function openRequests(
  tx: Tx,
  rater: RaterActor,
  secret: string,
): Promise<OwnRequest[]> {
  return (await ownRequests(tx, rater, secret)).filter(
    ({ cycleState: state, raterState, participantWithdrawn }) =>
      state === "collecting" && raterState === "invited" && !participantWithdrawn,
  );
}

type OwnProgress = Pick<OwnRequest, "state" | "dealt">;

/** How far this person's own responses are, by participant: counts, never an answer. */
async function ownResponses(
  tx: Tx,
  { organisationId, personId, cycleId, device }: RaterActor,
  secret: string,
  found: readonly RatingRequest[],
): Promise<Map<string, OwnProgress>> {
  const pseudonyms = found.flatMap(({ salt, participantId }) =>
    salt ? [pseudonymWith(salt, secret, { personId, participantId })] : [],
  );
  if (pseudonyms.length === 0) return new Map();
  const rows = await tx
    .selectFrom("response")
    .where("organisationId", "=", organisationId)
    .where("participantId", "in", [...new Set(found.map((request) => request.participantId))])
    .where("pseudonym", "in", pseudonyms)
    // A response that was made and never changed holds nothing yet.
    .where((eb) => eb.or([eb("revision", ">", 1), eb("state", "=", "submitted")]))
    .select(["participantId", "state", "ratings", "cantSay", "pseudonym", "device"])
    // What was sent stands last, so that it stays in the map.
    .orderBy("state")
    .execute();
  const here = rows.filter(
    (row) => device && row.pseudonym && row.device?.equals(deviceMark(device, row.pseudonym)),
  );
  // Whoever is signed in hears on every device what is done; a link alone tells nothing of what was done elsewhere.
  return new Map(
    [...(cycleId === null ? rows : []), ...here].map(
      ({ participantId, state, ratings, cantSay }): [string, OwnProgress] => [
        participantId,
        {
          state: state === "submitted" ? "done" : "started",
          dealt: ratings.filter((rating) => rating !== null).length + cantSay.length,
        },
      ],
    ),
  );
}

/**
 * One request of this person's; null for anyone else's, whatever its id. When it is about to be answered, its cycle is
 * held: one that closes meanwhile must not leave an answer behind that is neither counted nor severed.
 */
export async function requestById(
  tx: Tx,
  rater: RaterActor,
  id: string,
  hold = false,
): Promise<RatingRequest | null> {
  if (!isId(id)) return null;
  const query = requests(tx, rater).where("rater.id", "=", id);
  const row = await (hold ? query.forKeyShare("cycle") : query).executeTakeFirst();
  return row ? toRequest(row) : null;
}

/** The language a rater's records name; null when they name none. */
export async function ownLanguage(tx: Tx, rater: RaterActor): Promise<string | null> {
  const row = await tx
    .selectFrom("person")
    .where("organisationId", "=", rater.organisationId)
    .where("id", "=", rater.personId)
    .select("language")
    .executeTakeFirst();
  return row?.language ?? null;
}
