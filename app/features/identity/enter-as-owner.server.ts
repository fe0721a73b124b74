import { z } from "zod";
import type { Tx } from "~/platform/db/database.server.ts";
import {
  accept,
  type Outcome,
  type Problems,
  type Refusal,
  refuse,
  refuseInput,
} from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { accountFor, hasOwnAccount } from "./account-for.server.ts";
import { admit } from "./add-member.server.ts";
import type { Auth } from "./auth.server.ts";
import { countPasswordTries, type TooMany } from "./count-tries.server.ts";
import {
  emailField,
  nameField,
  type PasswordProblem,
  passwordField,
  passwordProblem,
} from "./domain/fields.ts";
import { rightsOf } from "./domain/office.ts";
import { organisationCookie } from "./organisation-cookie.server.ts";
import { chosenPasswordProblem } from "./passwords/chosen-password.server.ts";
import { startSession } from "./start-session.server.ts";
import { deleteUnusedAccount } from "./store.server.ts";
import { linkBuckets } from "./try-buckets.server.ts";
import type { Visitor } from "./visitor.server.ts";

/** Who an organisation's first owner is, as a form of theirs asks for it. */
export const firstOwnerFields = { name: nameField, email: emailField, password: passwordField };

const firstOwner = z.object(firstOwnerFields);

/** `isWhole`: signed in; otherwise the account was there before and asks for a code first. */
export type Entered = { headers: Headers; isWhole: boolean };
export type EnteringRefusal =
  | Refusal<"taken" | "over" | "busy">
  | Problems<PasswordProblem>
  | TooMany;

type Entering = {
  owner: z.output<typeof firstOwner>;
  /** What they came with: tries at a password count for it. */
  link: string;
  /** Uses it up, in the transaction in which they become owner. @returns of what; null when it is good no more. */
  unsafeTake: (tx: Tx) => Promise<string | null>;
};

/**
 * Lets the first owner into an organisation, with an account of theirs that is there, by its password, or a new one. It
 * asks for no letter and no person of the directory: whatever they came with has to be worth that.
 */
export async function enterAsOwner(
  platform: Pick<Platform, "clock" | "database" | "secret" | "publicUrl">,
  auth: Auth,
  visitor: Visitor,
  { owner, link, unsafeTake }: Entering,
): Promise<{ ok: true; value: Entered } | EnteringRefusal> {
  const { email, name, password } = owner;
  const problem = (await hasOwnAccount(auth, email))
    ? passwordProblem(password)
    : chosenPasswordProblem(password, [email, name]);
  if (problem !== null) return refuseInput({ field: "password", code: problem });
  const buckets = await linkBuckets(platform, visitor, { token: link, email });
  return countPasswordTries(
    platform,
    buckets,
    async (): Promise<Outcome<Entered, "taken" | "over">> => {
      const accountId = await accountFor(auth, owner);
      if (accountId === null) return refuse("taken");
      const organisationId = await takeOver(platform, accountId, unsafeTake);
      if (organisationId === null) return refuse("over");
      const started = await startSession(platform, auth, visitor, { email, password });
      if (!started) return refuse("taken");
      const { headers, token } = started;
      headers.append("Set-Cookie", await organisationCookie.keep(organisationId));
      return accept({ headers, isWhole: token !== null });
    },
  );
}

/** Both happen or neither does; an account that was made in vain goes again. */
function takeOver(
  platform: Pick<Platform, "clock" | "database">,
  accountId: string,
  unsafeTake: Entering["unsafeTake"],
): Promise<string | null> {
  return platform.database.transaction().execute(async (tx) => {
    const organisationId = await unsafeTake(tx);
    if (organisationId === null) {
      await deleteUnusedAccount(tx, accountId);
      return null;
    }
    const member = { accountId, personId: null, ...rightsOf("owner") };
    if (!(await admit(platform, tx, organisationId, member)))
      throw new Error("somebody is in an organisation that nobody was in");
    return organisationId;
  });
}
