import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { type Audience, isAudience } from "../domain/information.ts";

export type KeptAnswer = {
  audience: Audience;
  number: number;
  agreed: boolean;
  answeredOn: string;
  withdrawnOn: string | null;
};

type Whose = OrganisationScope & { accountId: string };

/** What an account was shown and agreed to, the newest version first. */
export async function answersOf(
  tx: Tx,
  { organisationId, accountId }: Whose,
): Promise<KeptAnswer[]> {
  const rows = await tx
    .selectFrom("informationAnswer")
    .where("organisationId", "=", organisationId)
    .where("accountId", "=", accountId)
    .select(["audience", "number", "agreed", "answeredOn", "withdrawnOn"])
    .orderBy("audience")
    .orderBy("number", "desc")
    .execute();
  return rows.flatMap(({ audience, ...row }) =>
    isAudience(audience) ? [{ ...row, audience }] : [],
  );
}

/** Notes what somebody was shown or agrees to; what they once took back stands again. */
export async function saveAnswer(
  tx: Tx,
  { organisationId, accountId }: Whose,
  answer: { audience: Audience; number: number; agreed: boolean; answeredOn: string },
): Promise<void> {
  const { agreed, answeredOn } = answer;
  await tx
    .insertInto("informationAnswer")
    .values({ organisationId, accountId, ...answer })
    .onConflict((conflict) =>
      conflict
        .columns(["organisationId", "accountId", "audience", "number"])
        .doUpdateSet({ agreed, answeredOn, withdrawnOn: null }),
    )
    .execute();
}

/** Takes back all that somebody agreed to for an audience. @returns whether there was anything. */
export async function withdrawAnswers(
  tx: Tx,
  { organisationId, accountId }: Whose,
  audience: Audience,
  withdrawnOn: string,
): Promise<boolean> {
  const rows = await tx
    .updateTable("informationAnswer")
    .where("organisationId", "=", organisationId)
    .where("accountId", "=", accountId)
    .where("audience", "=", audience)
    .where("agreed", "=", true)
    .where("withdrawnOn", "is", null)
    .set({ withdrawnOn })
    .returning("number")
    .execute();
  return rows.length > 0;
}

/** How many accounts had agreed to a version before a day, and have not taken it back. */
export async function countAgreed(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { audience, number, before }: { audience: Audience; number: number; before: string },
): Promise<number> {
  const { count } = await tx
    .selectFrom("informationAnswer")
    .where("organisationId", "=", organisationId)
    .where("audience", "=", audience)
    .where("number", "=", number)
    .where("agreed", "=", true)
    .where("answeredOn", "<", before)
    .where((where) =>
      where.or([where("withdrawnOn", "is", null), where("withdrawnOn", ">=", before)]),
    )
    .select((select) => select.fn.countAll<string>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}
