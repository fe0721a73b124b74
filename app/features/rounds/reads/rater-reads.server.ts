import type { DisclosurePolicy } from "@twohats/disclosure";
import { type SqlBool, sql } from "kysely";
import { organisationZone } from "~/features/people/index.server.ts";
import { lentPeople } from "~/features/people/lent-reads.server.ts";
import { isRelationship, type Relationship } from "~/features/questionnaires/domain/index.ts";
import { zoneAmong } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { policyForList } from "../domain/list-shape.ts";
import type { RaterActor } from "../domain/rater.ts";
import type { RoundState } from "../domain/round.ts";
import { deviceMark } from "../pseudonyms/device.server.ts";
import { pseudonymWith } from "../pseudonyms/pseudonym.server.ts";
import { roundState, storedPolicy } from "../store/round-store.server.ts";
import { storedShape } from "../store/subject-store.server.ts";
import { requestsTo } from "./own-request-reads.server.ts";

export type RatingRequest = {
  id: string;
  roundId: string;
  roundName: string;
  roundKind: string;
  roundState: RoundState;
  closesOn: string | null;
  paused: boolean;
  requestState: string;
  subjectWithdrawn: boolean;
  /** HR alone, a coach, or a date: who lets the report out. */
  releaseMode: string | null;
  hrKeepsReports: boolean;
  /** Makes, with the server's secret, this rater's pseudonym; null once the round was closed. */
  salt: Buffer | null;
  /** Where this rater is: until their closing date has ended there, they may answer. */
  zone: string;
  instrumentId: string;
  /** What holds for those who rate this subject. */
  policy: DisclosurePolicy;
  /** Whom it is about, and as what they are asked: null where it is about nobody but their own work. */
  subjectId: string | null;
  subjectPersonId: string | null;
  subjectName: string | null;
  subjectTitle: string | null;
  relationship: Relationship | null;
};

/**
 * How far a rater is with a request, and how many questions they have dealt with. Known from their own response alone,
 * found by pseudonym.
 */
export type OwnRequest = RatingRequest & { state: "invited" | "started" | "done"; dealt: number };

function requests(tx: Tx, rater: RaterActor) {
  return requestsTo(tx, rater)
    .innerJoin(lentPeople(rater), (join) => join.onRef("person.id", "=", "request.personId"))
    .leftJoin("roundSecret", (join) =>
      join
        .on("roundSecret.organisationId", "=", rater.organisationId)
        .onRef("roundSecret.roundId", "=", "request.roundId"),
    )
    .select([
      "request.id",
      "request.roundId",
      "round.name as roundName",
      "round.kind as roundKind",
      "round.state as roundState",
      "round.closesOn",
      "round.paused",
      "round.releaseMode",
      "round.hrKeepsReports",
      "roundSecret.salt",
      "request.state as requestState",
      "subject.withdrawn as subjectWithdrawn",
      "subject.list",
      "person.timezone as ownZone",
      "round.instrumentId",
      "round.disclosurePolicy",
      "request.subjectId",
      "subject.personId as subjectPersonId",
      "subject.name as subjectName",
      "subject.jobTitle as subjectTitle",
      "request.relationship",
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof requests>["execute"]>>[number];

function toRequest(row: Row, here: string): RatingRequest {
  const { disclosurePolicy, list, relationship, subjectWithdrawn, ownZone, ...rest } = row;
  if (relationship !== null && !isRelationship(relationship))
    throw new Error("unknown relationship");
  const policy = storedPolicy(disclosurePolicy);
  return {
    ...rest,
    zone: zoneAmong(ownZone, here),
    relationship,
    subjectWithdrawn: subjectWithdrawn === true,
    roundState: roundState(row.roundState),
    policy: list === null ? policy : policyForList(policy, storedShape(list)),
  };
}

/**
 * Everything this person is asked in rounds that collect, or wait to be scored: what is left first, then by name;
 * themselves at the top. With what was declined, taken off or paused.
 */
export async function ownRequests(
  tx: Tx,
  rater: RaterActor,
  secret: string,
): Promise<OwnRequest[]> {
  const rows = await requests(tx, rater)
    .where("round.state", "in", ["collecting", "closing"])
    .where("request.state", "!=", "chosen")
    .orderBy(sql`coalesce(subject.name, round.name)`)
    .orderBy("request.id")
    .execute();
  const here = await organisationZone(tx, rater);
  const found = rows.map((row) => toRequest(row, here));
  const own = await ownResponses(tx, rater, secret, found);
  const rank = (request: OwnRequest) =>
    request.state === "done" ? 2 : request.relationship === "self" ? 0 : 1;
  return found
    .map(
      (request): OwnRequest => ({
        ...request,
        ...(own.get(request.id) ?? { state: "invited", dealt: 0 }),
      }),
    )
    .sort((a, b) => rank(a) - rank(b));
}

/** All that this person is asked now. */
export async function openRequests(
  tx: Tx,
  rater: RaterActor,
  secret: string,
): Promise<OwnRequest[]> {
  return (await ownRequests(tx, rater, secret)).filter(
    ({ roundState: state, requestState, subjectWithdrawn }) =>
      state === "collecting" && requestState === "invited" && !subjectWithdrawn,
  );
}

type OwnProgress = Pick<OwnRequest, "state" | "dealt">;

/** How far this person's own responses are, by request: counts, never an answer. */
async function ownResponses(
  tx: Tx,
  { organisationId, personId, roundId, device }: RaterActor,
  secret: string,
  found: readonly RatingRequest[],
): Promise<Map<string, OwnProgress>> {
  const requestOf = new Map(
    found.flatMap(({ id, salt, subjectId }) =>
      salt
        ? [[pseudonymWith(salt, secret, { personId, subjectId }).toString("base64"), id] as const]
        : [],
    ),
  );
  if (requestOf.size === 0) return new Map();
  const pseudonyms = [...requestOf.keys()].map((key) => Buffer.from(key, "base64"));
  const rows = await tx
    .selectFrom("response")
    .where("organisationId", "=", organisationId)
    .where("pseudonym", "in", pseudonyms)
    // By what the indexes begin with: a round may have a hundred thousand responses.
    .where(sql<SqlBool>`(
      subject_id = ANY(${found.flatMap(({ subjectId }) => subjectId ?? [])}::uuid[])
      OR subject_id IS NULL AND round_id = ANY(${found.flatMap(({ subjectId, roundId }) =>
        subjectId === null ? [roundId] : [],
      )}::uuid[]))`)
    // A response that was made and never changed holds nothing yet.
    .where((eb) => eb.or([eb("revision", ">", 1), eb("state", "=", "submitted")]))
    .select(["state", "ratings", "cantSay", "pseudonym", "device"])
    // What was sent stands last, so that it stays in the map.
    .orderBy("state")
    .execute();
  const here = rows.filter(
    (row) => device && row.pseudonym && row.device?.equals(deviceMark(device, row.pseudonym)),
  );
  // Whoever is signed in hears on every device what is done; a link alone tells nothing of what was done elsewhere.
  return new Map(
    [...(roundId === null ? rows : []), ...here].map(
      ({ pseudonym, state, ratings, cantSay }): [string, OwnProgress] => [
        requestOf.get(pseudonym?.toString("base64") ?? "") ?? "",
        {
          state: state === "submitted" ? "done" : "started",
          dealt: ratings.filter((rating) => rating !== null).length + cantSay.length,
        },
      ],
    ),
  );
}

/**
 * One request of this person's; null for anyone else's, whatever its id. When it is about to be answered, its round is
 * held: one that closes meanwhile must not leave an answer behind that is neither counted nor severed.
 */
export async function requestById(
  tx: Tx,
  rater: RaterActor,
  id: string,
  hold = false,
): Promise<RatingRequest | null> {
  if (!isId(id)) return null;
  const query = requests(tx, rater).where("request.id", "=", id);
  const row = await (hold ? query.forKeyShare("round") : query).executeTakeFirst();
  return row ? toRequest(row, await organisationZone(tx, rater)) : null;
}

/** The language a rater's records name; null when they name none. */
export async function ownLanguage(tx: Tx, rater: RaterActor): Promise<string | null> {
  const row = await tx
    .selectFrom(lentPeople(rater))
    .where("person.id", "=", rater.personId)
    .select("person.language")
    .executeTakeFirst();
  return row?.language ?? null;
}
