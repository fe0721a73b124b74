import { lentSubjects } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";

type ParticipantKey = { organisationId: string; participantId: string };

/** Remembers whom a participant took off their list, for whoever has to agree to it. */
export async function rememberTakenOff(
  tx: Tx,
  key: ParticipantKey & { personId: string; relationship: string },
): Promise<void> {
  await tx
    .insertInto("takenOff")
    .values(key)
    .onConflict((conflict) =>
      conflict
        .columns(["organisationId", "participantId", "personId"])
        .doUpdateSet({ relationship: key.relationship }),
    )
    .execute();
}

/** As what somebody stood on a list before its participant took them off; null when they did not. */
export async function takenOffAs(
  tx: Tx,
  key: ParticipantKey & { personId: string },
): Promise<string | null> {
  const row = await tx
    .selectFrom("takenOff")
    .where("organisationId", "=", key.organisationId)
    .where("participantId", "=", key.participantId)
    .where("personId", "=", key.personId)
    .select("relationship")
    .executeTakeFirst();
  return row?.relationship ?? null;
}

/** A list was made anew: what was taken off it before is no longer of interest. */
export async function forgetTakenOff(
  tx: Tx,
  { organisationId }: { organisationId: string },
  participantIds: readonly string[],
): Promise<void> {
  if (participantIds.length === 0) return;
  await tx
    .deleteFrom("takenOff")
    .where("organisationId", "=", organisationId)
    .where("participantId", "in", participantIds)
    .execute();
}

/** From the launch on nobody has to agree any more. */
export async function eraseTakenOff(
  tx: Tx,
  cycle: { organisationId: string; id: string },
): Promise<void> {
  await tx
    .deleteFrom("takenOff")
    .where("organisationId", "=", cycle.organisationId)
    .where("participantId", "in", (query) =>
      query
        .selectFrom(lentSubjects(cycle))
        .where("subject.roundId", "=", cycle.id)
        .select("subject.id"),
    )
    .execute();
}
