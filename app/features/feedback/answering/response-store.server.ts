import type { Tx } from "~/platform/db/database.server.ts";
import { newTracelessId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Answers } from "../domain/answers.ts";
import type { RatedResponse } from "../domain/rater-model.ts";

export type StoredResponse = {
  id: string;
  state: "draft" | "submitted";
  answers: Answers;
  revision: number;
};

type ResponseKey = { organisationId: string; participantId: string; pseudonym: Buffer };

/** A rater's own response, found by pseudonym; locked when it is about to be changed. */
export async function findResponse(
  tx: Tx,
  key: ResponseKey,
  lock: boolean,
): Promise<StoredResponse | null> {
  const query = tx
    .selectFrom("response")
    .where("organisationId", "=", key.organisationId)
    .where("participantId", "=", key.participantId)
    .where("pseudonym", "=", key.pseudonym)
    .select(["id", "state", "ratings", "cantSay", "comments", "revision"]);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    state: row.state === "submitted" ? "submitted" : "draft",
    answers: {
      ratings: row.ratings,
      cantSay: row.cantSay,
      comments: (row.comments ?? {}) as Answers["comments"],
    },
    revision: row.revision,
  };
}

type NewResponse = ResponseKey & { cycleId: string; relationship: string; items: number };

/** Makes the empty response that a rater's answers go into; two tabs at once make one. */
export async function insertResponse(tx: Tx, response: NewResponse): Promise<void> {
  await tx
    .insertInto("response")
    .values({
      organisationId: response.organisationId,
      id: newTracelessId(),
      cycleId: response.cycleId,
      participantId: response.participantId,
      relationship: response.relationship,
      pseudonym: response.pseudonym,
      state: "draft",
      // PostgreSQL arrays hold nulls; the generated type knows only the elements.
      ratings: Array.from({ length: response.items }, () => null) as unknown as number[],
      comments: "{}",
    })
    .onConflict((conflict) =>
      conflict.columns(["organisationId", "participantId", "pseudonym"]).doNothing(),
    )
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
      state,
      revision: eb("revision", "+", 1),
    }))
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", id)
    .execute();
}

/** How many responses of a cycle count. */
export async function countSubmitted(
  tx: Tx,
  cycle: { organisationId: string; id: string },
): Promise<number> {
  const { count } = await tx
    .selectFrom("response")
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .where("state", "=", "submitted")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export type SubmittedResponse = RatedResponse & { comments: Answers["comments"] };

/** Every submitted response of a cycle, in an order that says nothing, with whom `raterOf` says it is by. For scoring only. */
export async function submittedResponses(
  tx: Tx,
  cycle: { organisationId: string; id: string },
  raterOf: (pseudonym: Buffer) => string,
): Promise<SubmittedResponse[]> {
  const rows = await tx
    .selectFrom("response")
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .where("state", "=", "submitted")
    .select(["participantId", "relationship", "pseudonym", "ratings", "comments"])
    .orderBy("id")
    .execute();
  return rows.map(({ pseudonym, ...row }) => ({
    ...row,
    rater: pseudonym ? raterOf(pseudonym) : "",
    comments: (row.comments ?? {}) as Answers["comments"],
  }));
}
