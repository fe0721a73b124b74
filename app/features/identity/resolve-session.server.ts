import { asAccount, enterOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Auth } from "./auth.server.ts";
import type { SignedIn } from "./context.server.ts";
import type { Directory } from "./directory.ts";
import { standsAs } from "./domain/office.ts";
import type { Presence } from "./domain/presence.ts";
import { asksSecondStep, type SecondStepFor } from "./domain/second-step-for.ts";
import { organisationCookie } from "./organisation-cookie.server.ts";
import { presenceIn } from "./presence.server.ts";
import { membershipsOf, type NamedMembership, organisationName } from "./reads.server.ts";
import { factorOf } from "./second-factor/second-factor-store.server.ts";
import { noteLastUse } from "./sessions/last-use.server.ts";

const lastUse = noteLastUse();

/** What it takes to tell who is in. */
export type Presences = Pick<Platform, "database" | "clock"> & { directory: Directory };

/**
 * Who sent this request, and in which of their organisations; null when nobody is signed in. Asked anew with every
 * request, so whoever is out is out at once; their session ends with it.
 */
export async function resolveSession(
  parts: Presences,
  auth: Auth,
  headers: Headers,
): Promise<SignedIn | null> {
  if (!headers.get("cookie")?.includes("twohats.session_token")) return null;
  const session = await auth.api.getSession({ headers });
  if (!session) return null;
  const memberships = await presentMemberships(parts, session.user.id);
  const wanted = await organisationCookie.read(headers.get("cookie"));
  const chosen = memberships.find((each) => each.organisationId === wanted) ?? memberships[0];
  if (!chosen) {
    const { internalAdapter } = await auth.$context;
    await internalAdapter.deleteSession(session.session.token);
    return null;
  }
  await lastUse(parts, session.session);
  const stands =
    chosen.presence === "leaver" ? ({ role: "leaver", owner: false } as const) : standsAs(chosen);
  const asksStep = asksSecondStep(chosen.secondStepFor, stands.role);
  return {
    actor: {
      organisationId: chosen.organisationId,
      accountId: chosen.accountId,
      personId: chosen.personId,
      ...stands,
    },
    needsStep: asksStep && (await factorOf(parts.database, chosen.accountId)) === null,
    readsUntil: chosen.presence === "leaver" ? chosen.readsUntil : null,
    accountName: session.user.name,
    language: chosen.language,
    memberships,
    organisationName: chosen.organisationName,
  };
}

type Present = NamedMembership & {
  presence: Exclude<Presence, "out">;
  readsUntil: string | null;
  language: string | null;
  secondStepFor: SecondStepFor;
};

/** The memberships of an account through which it is in somewhere, by the organisation's name. */
export function presentMemberships(parts: Presences, accountId: string): Promise<Present[]> {
  return asAccount(parts, accountId, async (tx) => {
    const present: Present[] = [];
    for (const membership of await membershipsOf(tx, accountId)) {
      await enterOrganisation(tx, membership);
      const { presence, standing, readsUntil, secondStepFor } = await presenceIn(
        parts,
        tx,
        membership,
        {
          personId: membership.personId,
          membership,
        },
      );
      if (presence === "out") continue;
      const name = await organisationName(tx, membership);
      const language = standing?.language ?? null;
      present.push({
        ...{ ...membership, organisationName: name, presence, readsUntil, language },
        secondStepFor,
      });
    }
    return present.sort((one, other) => one.organisationName.localeCompare(other.organisationName));
  });
}
