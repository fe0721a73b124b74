import type { Tx } from "~/platform/db/database.server.ts";
import { isAbout } from "./about-reads.server.ts";

type PairKey = {
  organisationId: string;
  roundId: string;
  subjectId: string | null;
  pseudonym: Buffer;
};
type DeviceKey = PairKey & { device: Buffer };

/** What a rater wrote about a subject on any device, for handing it over. Locked; no answer is read. */
export async function responsesOfPair(
  tx: Tx,
  { organisationId, pseudonym, ...about }: PairKey,
): Promise<{ id: string; device: Buffer | null }[]> {
  return tx
    .selectFrom("response")
    .where("organisationId", "=", organisationId)
    .where(isAbout(about))
    .where("pseudonym", "=", pseudonym)
    .select(["id", "device"])
    .orderBy("id")
    .forUpdate()
    .execute();
}

/** From now on a response is another device's. What that device had written beside it goes. */
export async function handToDevice(tx: Tx, key: DeviceKey, id: string): Promise<void> {
  await tx
    .deleteFrom("response")
    .where("organisationId", "=", key.organisationId)
    .where(isAbout(key))
    .where("pseudonym", "=", key.pseudonym)
    .where("device", "=", key.device)
    .where("id", "!=", id)
    .execute();
  await tx
    .updateTable("response")
    .set({ device: key.device })
    .where("organisationId", "=", key.organisationId)
    .where("id", "=", id)
    .execute();
}
