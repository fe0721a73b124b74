import type { Auth } from "./auth.server.ts";

/**
 * The account of an address: a new one, or the one that exists when the password is its own
 * (someone who works for two organisations, or whose first try was cut short). null otherwise.
 * Takes as long either way: one password is hashed. @throws when better-auth refuses the address or the password as
 * such.
 */
export async function accountFor(
  auth: Auth,
  person: { email: string; name: string; password: string },
): Promise<string | null> {
  const existing = await findAccount(auth, person.email);
  if (existing) return opens(auth, existing, person.password);
  const made = await auth.api.signUpEmail({ body: person, asResponse: true });
  // Where somebody else was quicker, better-auth answers as if it had made an account, or fails: look again.
  const found = await findAccount(auth, person.email);
  if (!found) throw new Error(`no account was made: better-auth answered ${made.status}`);
  const id = made.ok ? await accountId(made) : null;
  return found.user.id === id ? id : opens(auth, found, person.password);
}

/** Whether an address has an account, so that nobody chooses a password for it. */
export async function hasOwnAccount(auth: Auth, email: string): Promise<boolean> {
  return (await findAccount(auth, email)) !== null;
}

type Found = NonNullable<Awaited<ReturnType<typeof findAccount>>>;

async function findAccount(auth: Auth, email: string) {
  const { internalAdapter } = await auth.$context;
  return internalAdapter.findUserByEmail(email.toLowerCase(), { includeAccounts: true });
}

async function opens(auth: Auth, { user, accounts }: Found, password: string) {
  const hash = accounts.find((account) => account.providerId === "credential")?.password;
  const context = await auth.$context;
  return hash && (await context.password.verify({ hash, password })) ? user.id : null;
}

async function accountId(response: Response): Promise<string> {
  const body: { user: { id: string } } = await response.json();
  return body.user.id;
}
