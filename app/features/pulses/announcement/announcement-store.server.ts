import type { Insertable } from "kysely";
import type { Actor } from "~/features/identity/index.ts";
import { lentRoundsOf } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Announcement as AnnouncementTable } from "~/platform/db/schema.gen.ts";
import { type AnnouncementStep, announcementSteps } from "../domain/announcing.ts";

/** What somebody sent, as it was sent. */
export type SentAnnouncement = {
  reportId: string;
  roundName: string;
  step: AnnouncementStep;
  word: string;
  sentOn: string;
  recipients: number;
};

/** Writes down what is being sent, once of a report. @returns whether it was not sent before. */
export async function insertAnnouncement(
  tx: Tx,
  announcement: Insertable<AnnouncementTable>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("announcement")
    .values(announcement)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** What whoever asks has sent, the latest first; nobody else's. */
export async function ownAnnouncements(tx: Tx, actor: Actor): Promise<SentAnnouncement[]> {
  if (!actor.personId || actor.role === "leaver") return [];
  const rows = await tx
    .selectFrom("announcement")
    .innerJoin(lentRoundsOf(actor, "feedback"), (join) =>
      join.onRef("round.id", "=", "announcement.ofRoundId"),
    )
    .where("announcement.organisationId", "=", actor.organisationId)
    .where("announcement.personId", "=", actor.personId)
    .select(["announcement.reportId", "announcement.step", "announcement.word"])
    .select(["announcement.sentOn", "announcement.recipients", "round.name as roundName"])
    .orderBy("announcement.sentOn", "desc")
    .orderBy("announcement.reportId", "desc")
    .execute();
  return rows.map(({ step, ...row }) => {
    const known = announcementSteps.find((each) => each === step);
    if (!known) throw new Error(`unknown step of an announcement ${step}`);
    return { ...row, step: known };
  });
}
