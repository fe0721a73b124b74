import { sql } from "kysely";
import type { Answers } from "~/features/questionnaires/domain/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { newTracelessId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { isAbout } from "./about-reads.server.ts";
import { type Hand, nobodyBehind, type RaterBehind } from "./raters-behind.server.ts";

export type StoredResponse = {
  id: string;
  state: "draft" | "submitted";
  answers: Answers;
  revision: number;
};

/** Of one rater about one subject, or in one round about nobody, as one device wrote it. */
type ResponseKey = {
  organisationId: string;
  roundId: string;
  subjectId: string | null;
  pseudonym: Buffer;
  device: Buffer;
};

function ofPair(tx: Tx, { organisationId, pseudonym, ...about }: Omit<ResponseKey, "device">) {
  return tx
    .selectFrom("response")
    .where("organisationId", "=", organisationId)
    .where(isAbout(about))
    .where("pseudonym", "=", pseudonym);
}

/**
 * Until the transaction ends nobody else changes what this rater writes about this subject: rows alone would leave
 * out one that another device is only just making.
 */
async function oneAtATime(tx: Tx, { pseudonym }: Pick<ResponseKey, "pseudonym">): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${pseudonym.toString("hex")}, 0))`.execute(
    tx,
  );
}

/**
 * What a device wrote, found by pseudonym and mark: what another one wrote is not found. When it is about to be
 * changed, all that the rater wrote about this subject is locked, so that two devices never wait for each other.
 */
export async function findResponse(
  tx: Tx,
  key: ResponseKey,
  lock: boolean,
): Promise<StoredResponse | null> {
  if (lock) {
    await oneAtATime(tx, key);
    await ofPair(tx, key).select("id").orderBy("id").forUpdate().execute();
  }
  const found = ofPair(tx, key)
    .where("device", "=", key.device)
    .select(["id", "state", "ratings", "cantSay", "comments", "others", "revision"]);
  // Locked again: it may have come into being since, and someone else may be changing it.
  const row = await (lock ? found.forUpdate() : found).executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    state: row.state === "submitted" ? "submitted" : "draft",
    answers: {
      ratings: row.ratings,
      cantSay: row.cantSay,
      comments: (row.comments ?? {}) as Answers["comments"],
      others: row.others as Answers["others"],
    },
    revision: row.revision,
  };
}

type NewResponse = ResponseKey & { relationship: string | null; items: number };

/** Makes the empty response that a device's answers go into; two tabs at once make one. */
export async function insertResponse(tx: Tx, response: NewResponse): Promise<void> {
  await tx
    .insertInto("response")
    .values({
      organisationId: response.organisationId,
      id: newTracelessId(),
      roundId: response.roundId,
      subjectId: response.subjectId,
      relationship: response.relationship,
      pseudonym: response.pseudonym,
      device: response.device,
      state: "draft",
      // PostgreSQL arrays hold nulls; the generated type knows only the elements.
      ratings: Array.from({ length: response.items }, () => null) as unknown as number[],
      comments: "{}",
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function updateResponse(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
  answers: Answers,
  state: "draft" | "submitted",
): Promise<void> {
  await tx
    .updateTable("response")
    .set((eb) => ({
      ratings: answers.ratings as number[],
      cantSay: answers.cantSay,
      comments: JSON.stringify(answers.comments),
      others: JSON.stringify(answers.others),
      state,
      revision: eb("revision", "+", 1),
    }))
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", id)
    .execute();
}

/**
 * Forgets what a rater wrote about this subject on other devices: what is sent now counts instead, and what was
 * told of the others' progress is from now on told of it.
 */
export async function dropOthers(tx: Tx, key: ResponseKey, id: string): Promise<void> {
  const dropped = await tx
    .deleteFrom("response")
    .where("organisationId", "=", key.organisationId)
    .where(isAbout(key))
    .where("pseudonym", "=", key.pseudonym)
    .where("id", "!=", id)
    .returning("told")
    .execute();
  const told = ["done", "started"].find((each) => dropped.some((row) => row.told === each));
  if (!told) return;
  await tx
    .updateTable("response")
    .set({ told })
    .where("organisationId", "=", key.organisationId)
    .where("id", "=", id)
    .where((eb) => eb.or([eb("told", "is", null), eb("told", "=", "started")]))
    .execute();
}

/** Nobody writes on more devices than this: the draft with the fewest changes makes room. */
const MOST_DRAFTS = 8;

export async function makeRoom(tx: Tx, key: ResponseKey): Promise<void> {
  const drafts = await ofPair(tx, key)
    .where("state", "=", "draft")
    .select("id")
    .orderBy("revision", "desc")
    .offset(MOST_DRAFTS - 1)
    .execute();
  if (drafts.length === 0) return;
  await tx
    .deleteFrom("response")
    .where("organisationId", "=", key.organisationId)
    .where(
      "id",
      "in",
      drafts.map(({ id }) => id),
    )
    .execute();
}

/** How many responses of a round count. */
export async function countSubmitted(
  tx: Tx,
  round: { organisationId: string; id: string },
): Promise<number> {
  const { count } = await tx
    .selectFrom("response")
    .where("organisationId", "=", round.organisationId)
    .where("roundId", "=", round.id)
    .where("state", "=", "submitted")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** One response about somebody as scoring sees it: which others are by the same hand, and no time. */
export type SubmittedResponse = Hand & {
  subjectId: string;
  relationship: string;
  ratings: readonly (number | null)[];
  counts: boolean;
  comments: Answers["comments"];
};

/** One response about nobody, as counting sees it: by the pseudonym of whoever gave it. */
export type ResponseAboutNobody = {
  pseudonym: Buffer;
  ratings: readonly (number | null)[];
  comments: Answers["comments"];
  others: Answers["others"];
};

/** Every submitted response of a round about nobody, in an order that says nothing. For counting only. */
export async function responsesAboutNobody(
  tx: Tx,
  round: { organisationId: string; id: string },
): Promise<ResponseAboutNobody[]> {
  const rows = await tx
    .selectFrom("response")
    .where("organisationId", "=", round.organisationId)
    .where("roundId", "=", round.id)
    .where("subjectId", "is", null)
    .where("state", "=", "submitted")
    .select(["pseudonym", "ratings", "comments", "others"])
    .orderBy("id")
    .execute();
  return rows.flatMap(({ pseudonym, comments, others, ratings }) =>
    pseudonym
      ? [
          {
            ...{ pseudonym, ratings },
            comments: (comments ?? {}) as Answers["comments"],
            others: others as Answers["others"],
          },
        ]
      : [],
  );
}

/**
 * Every submitted response of a round about somebody, in an order that says nothing, with what `behind` says of its
 * rater. For scoring only.
 */
export async function submittedResponses(
  tx: Tx,
  round: { organisationId: string; id: string },
  behind: (pseudonym: Buffer) => RaterBehind,
): Promise<SubmittedResponse[]> {
  const rows = await tx
    .selectFrom("response")
    .where("organisationId", "=", round.organisationId)
    .where("roundId", "=", round.id)
    .where("state", "=", "submitted")
    .select(["subjectId", "relationship", "pseudonym", "ratings", "comments"])
    .orderBy("id")
    .execute();
  return rows.flatMap(({ pseudonym, relationship, subjectId, ...row }) => {
    if (subjectId === null || relationship === null) return [];
    const found = pseudonym ? behind(pseudonym) : nobodyBehind("");
    return {
      ...row,
      ...found,
      subjectId,
      relationship: found.relationship ?? relationship,
      comments: (row.comments ?? {}) as Answers["comments"],
    };
  });
}
