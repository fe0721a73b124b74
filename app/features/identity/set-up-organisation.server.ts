import { z } from "zod";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { enterOrganisation } from "~/platform/db/in-organisation.server.ts";
import {
  accept,
  type Outcome,
  type Problems,
  refuse,
  refuseInput,
} from "~/platform/errors/outcome.ts";
import type { Problem } from "~/platform/errors/problem.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { accountFor } from "./account-for.server.ts";
import { admit } from "./add-member.server.ts";
import type { Auth } from "./auth.server.ts";
import { countTries, inTurn, type TooMany } from "./count-tries.server.ts";
import { found } from "./create-organisation.server.ts";
import {
  emailField,
  nameField,
  type PasswordProblem,
  passwordField,
  passwordProblem,
} from "./domain/fields.ts";
import { rightsOf } from "./domain/office.ts";
import { chosenPasswordProblem } from "./passwords/chosen-password.server.ts";
import { isSetUp } from "./reads.server.ts";
import { isSetUpCode } from "./set-up-code.server.ts";
import { startSession } from "./start-session.server.ts";
import {
  aloneInSetUp,
  deleteAccountOf,
  deleteUnusedAccount,
  keepOnlyAccount,
} from "./store.server.ts";
import { setUpCodeBuckets } from "./try-buckets.server.ts";
import type { Visitor } from "./visitor.server.ts";

const wanted = z.object({
  organisation: nameField,
  name: nameField,
  email: emailField,
  password: passwordField,
});

const typed = z.string().catch("");

/** As it is typed. What is wrong is told beside a wrong code, so it is looked at with that. */
export const setUpOrganisationInput = z.object({
  ...{ code: typed, organisation: typed, name: typed, email: typed, password: typed },
});

type Wanted = z.infer<typeof wanted>;
type Input = Record<keyof Wanted | "code", unknown>;
type SetUpProblem = "code" | Exclude<keyof Wanted, "password"> | PasswordProblem;
type Furnish = (tx: Tx, organisationId: string) => Promise<void>;

/**
 * Makes the first organisation of a server, with whoever holds the set-up code as its owner. All of it, or
 * nothing.
 */
export async function setUpOrganisation(
  platform: Platform,
  auth: Auth,
  visitor: Visitor,
  input: Input,
  furnish: Furnish,
): Promise<Outcome<{ headers: Headers }, "done" | "busy"> | Problems<SetUpProblem> | TooMany> {
  if (await isSetUp(platform)) return refuse("done");
  const code = await countTries(platform, setUpCodeBuckets(platform, visitor), async () =>
    typeof input.code === "string" && isSetUpCode(platform.secret, input.code)
      ? accept(null)
      : refuse("code"),
  );
  if (!code.ok && code.reason === "too-many") return code;
  const parsed = wanted.safeParse(input);
  const problems: Problem<SetUpProblem>[] = [
    ...(code.ok ? [] : [{ field: "code", code: "code" } as const]),
    ...(parsed.success ? [] : problemsOf(parsed.error.issues, input)),
  ];
  if (!parsed.success || problems.length > 0) return refuseInput(...problems);
  const { password, ...about } = parsed.data;
  const problem = chosenPasswordProblem(password, Object.values(about));
  if (problem !== null) return refuseInput({ field: "password", code: problem });
  return inTurn(async () => {
    const made = await make(platform, auth, parsed.data, furnish);
    const started = made ? await startSession(platform, auth, visitor, parsed.data) : null;
    return started ? accept({ headers: started.headers }) : refuse("done");
  });
}

/**
 * The account comes first, because better-auth makes it with connections of its own; organisation and membership follow
 * in one transaction. A try that is cut short in between leaves an account that opens nothing, and the next try takes
 * it away. @returns false when somebody else was quicker.
 */
async function make(
  platform: Platform,
  auth: Auth,
  { organisation, name, email, password }: Wanted,
  furnish: Furnish,
): Promise<boolean> {
  const account = { email, name, password };
  const accountId =
    (await accountMade(platform, auth, account)) ?? (await again(platform, auth, account));
  if (accountId === null) return false;
  const organisationId = newId();
  return aloneInSetUp(platform, async (tx, alreadySetUp) => {
    if (alreadySetUp || !(await keepOnlyAccount(tx, accountId))) {
      await deleteUnusedAccount(tx, accountId);
      return false;
    }
    await enterOrganisation(tx, { organisationId });
    await found(platform, tx, { organisationId, name: organisation }, furnish);
    return admit(platform, tx, organisationId, { accountId, personId: null, ...rightsOf("owner") });
  });
}

type Account = { email: string; name: string; password: string };

/**
 * Whoever was quicker takes all other accounts away, also one that better-auth has made only half of: it fails then,
 * and everything is set up.
 */
async function accountMade(
  platform: Platform,
  auth: Auth,
  account: Account,
): Promise<string | null> {
  try {
    return await accountFor(auth, account);
  } catch (error) {
    if (await isSetUp(platform)) return null;
    throw error;
  }
}

/**
 * The address has an account with another password. As long as nothing is set up it is left over from a try that was
 * cut short.
 */
async function again(platform: Platform, auth: Auth, account: Account): Promise<string | null> {
  const cleared = await aloneInSetUp(platform, async (tx, alreadySetUp) => {
    if (!alreadySetUp) await deleteAccountOf(tx, account.email);
    return !alreadySetUp;
  });
  return cleared ? accountMade(platform, auth, account) : null;
}

function problemsOf(issues: readonly z.core.$ZodIssue[], input: Input): Problem<SetUpProblem>[] {
  const fields = new Set(issues.map((issue) => issue.path[0] as keyof Wanted));
  return [...fields].flatMap((field) => {
    const code = field === "password" ? passwordProblem(input.password) : field;
    return code ? [{ field, code }] : [];
  });
}
