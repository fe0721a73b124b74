import { z } from "zod";
import type { Tx } from "~/platform/db/database.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { accountFor } from "./account-for.server.ts";
import { addMember } from "./add-member.server.ts";
import type { Auth } from "./auth.server.ts";
import { createOrganisation } from "./create-organisation.server.ts";
import { SHORTEST_PASSWORD } from "./password.ts";
import { hasAnyAccount } from "./reads.server.ts";
import { isSetUpCode } from "./set-up-code.server.ts";
import { signIn } from "./sign-in.server.ts";
import { aloneInSetUp } from "./store.server.ts";

const form = z.object({
  code: z.string(),
  organisation: z.string().trim().min(1).max(200),
  name: z.string().trim().min(1).max(200),
  email: z.email(),
  password: z.string().min(SHORTEST_PASSWORD),
});

type Field = keyof z.infer<typeof form>;
export type SetUpProblem = Field | "taken";

/** Makes the first organisation of a server, with whoever holds the set-up code as its administrator. */
export async function setUpOrganisation(
  platform: Platform,
  auth: Auth,
  input: Record<Field, unknown>,
  furnish: (tx: Tx, organisationId: string) => Promise<void>,
): Promise<
  Outcome<{ headers: Headers }, "done"> | { ok: false; reason: "fields"; problems: SetUpProblem[] }
> {
  if (await hasAnyAccount(platform)) return refuse("done");
  const parsed = form.safeParse(input);
  const problems: SetUpProblem[] = parsed.success
    ? []
    : parsed.error.issues.map((issue) => issue.path[0] as Field);
  if (typeof input.code !== "string" || !isSetUpCode(platform.secret, input.code))
    problems.unshift("code");
  if (!parsed.success || problems.length > 0)
    return { ok: false, reason: "fields", problems: [...new Set(problems)] };
  const { organisation, name, email, password } = parsed.data;
  const made = await aloneInSetUp(platform, async () => {
    if (await hasAnyAccount(platform)) return "done";
    // The account comes last: a try that is cut short before it stands in nobody's way.
    const organisationId = await createOrganisation(platform, organisation, furnish);
    const accountId = await accountFor(auth, { email, name, password });
    if (accountId === null) return "taken";
    await addMember(platform, organisationId, { accountId, personId: null, role: "admin" });
    return "made";
  });
  if (made === "done") return refuse("done");
  if (made === "taken") return { ok: false, reason: "fields", problems: ["taken"] };
  const signedIn = await signIn(platform, auth, { email, password });
  return signedIn.ok ? accept({ headers: signedIn.value.headers }) : refuse("done");
}
