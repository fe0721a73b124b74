import type { TestDatabase } from "../../../../test/database/test-database.ts";
import { accountFor } from "../account-for.server.ts";
import { addMember } from "../add-member.server.ts";
import type { Auth } from "../auth.server.ts";
import { resolveSession } from "../resolve-session.server.ts";
import {
  beginSecondFactor,
  confirmSecondFactor,
} from "../second-factor/add-second-factor.server.ts";
import { signIn } from "../sign-in.server.ts";
import { codeAt } from "./code-at.ts";
import { cookiesSent } from "./cookies.ts";
import { testDirectory } from "./directory.ts";
import { createTestOrganisation } from "./organisation.ts";

export const PASSWORD = "correct horse battery";
let houses = 0;

/** Somebody with an account, a member of an organisation of their own, at a place of their own. */
export async function accountHouse(db: TestDatabase, auth: Auth) {
  houses += 1;
  const number = houses;
  const email = `ana${number}@house.test`;
  const parts = { ...db.platform, directory: testDirectory };
  const account = { email, name: "Ana", password: PASSWORD };
  const accountId = (await accountFor(auth, account)) ?? "";
  const { organisationId, admin } = await createTestOrganisation(db.platform);
  await addMember(db.platform, organisationId, { accountId, personId: null, role: "member" });
  const visitor = (cookies: string | null = null) => ({ client: `192.0.2.${number}`, cookies });
  const enter = (password = PASSWORD, address = email) =>
    signIn(parts, auth, visitor(), { email: address, password });
  /** A device that is signed in: what it sends with every request. */
  async function device(password = PASSWORD, address = email): Promise<Headers> {
    const entered = await enter(password, address);
    if (!entered.ok) throw new Error(entered.reason);
    return cookiesSent(entered.value.headers);
  }
  const session = (headers: Headers) => resolveSession(parts, auth, headers);
  return {
    ...{ email, accountId, organisationId, admin, parts, visitor, enter, device, session },
    isIn: async (headers: Headers) => (await session(headers))?.actor.accountId === accountId,
    /** How many sessions the account has, wherever. */
    sessions: async () =>
      (await db.owner.query(`SELECT 1 FROM auth."session" WHERE "userId" = $1`, [accountId])).rows
        .length,
    /** Gives the account a second step. @returns what makes a code of this moment. */
    async addFactor(): Promise<() => string> {
      const headers = await device();
      const begun = await beginSecondFactor(parts, auth, visitor(), headers, { current: PASSWORD });
      if (!begun.ok) throw new Error(begun.reason);
      const secret = begun.value.typed.replaceAll(" ", "");
      const code = () => codeAt(secret, db.platform.clock.now());
      const offer = { offer: begun.value.offer, code: code() };
      const added = await confirmSecondFactor(parts, auth, visitor(), headers, offer);
      if (!added.ok) throw new Error(added.reason);
      return code;
    },
    /** What the account's owner was told, and will be, the last last. */
    told: async () =>
      (
        await db.owner.query<{ about: string }>(
          "SELECT data ->> 'about' AS about FROM pgboss.job WHERE data ->> 'accountId' = $1 ORDER BY created_on, id",
          [accountId],
        )
      ).rows.map(({ about }) => about),
    /** What was recorded of the account. */
    recorded: async () =>
      (
        await db.owner.query<{ action: string; detail: unknown }>(
          "SELECT action, detail FROM audit_record WHERE account_id = $1 AND subject_kind = 'account' ORDER BY id",
          [accountId],
        )
      ).rows,
  };
}

export type AccountHouse = Awaited<ReturnType<typeof accountHouse>>;
