import type { Auth } from "./auth.server.ts";

/**
 * The account of an address: a new one, or the one that exists when the password is its own
 * (someone who works for two organisations, or whose first try was cut short). null otherwise.
 */
export async function accountFor(
  auth: Auth,
  person: { email: string; name: string; password: string },
): Promise<string | null> {
  const made = await auth.api.signUpEmail({ body: person, asResponse: true });
  if (made.ok) {
    const id = await accountId(made);
    const { internalAdapter } = await auth.$context;
    // For an address in use better-auth answers as if it had made an account, so that nobody can find out.
    if (await internalAdapter.findUserById(id)) return id;
  }
  const { email, password } = person;
  const existing = await auth.api.signInEmail({ body: { email, password }, asResponse: true });
  return existing.ok ? accountId(existing) : null;
}

async function accountId(response: Response): Promise<string> {
  const body: { user: { id: string } } = await response.json();
  return body.user.id;
}
