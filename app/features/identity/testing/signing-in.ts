import type { TestDatabase } from "../../../../test/database/test-database.ts";
import type { Auth } from "../auth.server.ts";
import {
  beginSecondFactor,
  confirmSecondFactor,
} from "../second-factor/add-second-factor.server.ts";
import { takeSecondStep } from "../second-factor/take-second-step.server.ts";
import { signIn } from "../sign-in.server.ts";
import { PASSWORD } from "./account-house.ts";
import { codeAt } from "./code-at.ts";
import { cookiesSent } from "./cookies.ts";
import { testDirectory } from "./directory.ts";

/** Ways in that are an account's own, as somebody takes them who was made by `createMember`. */
export function signingIn(db: TestDatabase, auth: Auth, email: string) {
  const parts = { ...db.platform, directory: testDirectory };
  const visitor = (cookies: string | null = null) => ({ client: "192.0.2.9", cookies });
  const byPassword = () => signIn(parts, auth, visitor(), { email, password: PASSWORD });
  let secret = "";
  return {
    byPassword,
    /** What the codes are made of, once there is a second step. */
    secret: () => secret,
    /** Adds a second step, in the session of these cookies. */
    async addFactor(headers: Headers): Promise<void> {
      const current = { current: PASSWORD };
      const begun = await beginSecondFactor(parts, auth, visitor(), headers, current);
      if (!begun.ok) throw new Error(begun.reason);
      secret = begun.value.typed.replaceAll(" ", "");
      const code = codeAt(secret, db.platform.clock.now());
      const offer = { offer: begun.value.offer, code };
      const added = await confirmSecondFactor(parts, auth, visitor(), headers, offer);
      if (!added.ok) throw new Error(added.reason);
    },
    /** By a first step (a password, if none is named) and code, a minute later than now: a code is good once. */
    async byCode(firstStep: Headers | null = null) {
      const first = firstStep ? null : await byPassword();
      if (first && (!first.ok || first.value.isWhole)) return first;
      const headers = firstStep ?? (first?.ok ? first.value.headers : new Headers());
      db.platform.clock.set(new Date(db.platform.clock.now().getTime() + 60_000));
      const cookies = cookiesSent(headers).get("cookie");
      const code = codeAt(secret, db.platform.clock.now());
      return takeSecondStep(parts, auth, visitor(cookies), { code });
    },
  };
}
