import { asAccount, enterOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Auth } from "./auth.server.ts";
import type { SignedIn } from "./context.server.ts";
import type { Directory } from "./directory.ts";
import { isShut } from "./domain/entrance.ts";
import type { Presence } from "./domain/presence.ts";
import { asksSecondStep, type SecondStepFor } from "./domain/second-step-for.ts";
import { organisationCookie } from "./organisation-cookie.server.ts";
import { presenceIn } from "./presence.server.ts";
import { membershipsOf, type NamedMembership, organisationName } from "./reads.server.ts";
import { factorOf } from "./second-factor/second-factor-store.server.ts";
import { noteLastUse } from "./sessions/last-use.server.ts";
import { originOf, type SessionOrigin } from "./sessions/session-origin-store.server.ts";

const lastUse = noteLastUse();

/** What it takes to tell who is in. */
export type Presences = Pick<Platform, "database" | "clock"> & { directory: Directory };

/**
 * Who sent this request, and in which of their organisations; null when nobody is signed in. Asked anew with every
 * request, so whoever is out is out at once; their session ends with it. So it does where it enters none of their
 * organisations, because these demand their own provider.
 */
export async function resolveSession(
  parts: Presences,
  auth: Auth,
  headers: Headers,
): Promise<SignedIn | null> {
  if (!headers.get("cookie")?.includes("twohats.session_token")) return null;
  const session = await auth.api.getSession({ headers });
  if (!session) return null;
  const origin = await originOf(parts.database, session.session.token);
  const memberships = await presentMemberships(parts, session.user.id, origin);
  const wanted = await organisationCookie.read(headers.get("cookie"));
  const open = memberships.filter(({ shut }) => !shut);
  const chosen = open.find((each) => each.organisationId === wanted) ?? open[0];
  if (!chosen) {
    const { internalAdapter } = await auth.$context;
    await internalAdapter.deleteSession(session.session.token);
    return null;
  }
  await lastUse(parts, session.session);
  const role = chosen.presence === "leaver" ? "leaver" : chosen.role;
  const asksStep = asksSecondStep(chosen.secondStepFor, role) && !origin?.bothSteps;
  return {
    actor: {
      organisationId: chosen.organisationId,
      accountId: chosen.accountId,
      personId: chosen.personId,
      role,
      owner: role === "admin" && chosen.owner,
    },
    needsStep: asksStep && (await factorOf(parts.database, chosen.accountId)) === null,
    readsUntil: chosen.presence === "leaver" ? chosen.readsUntil : null,
    accountName: session.user.name,
    language: chosen.language,
    memberships,
    organisationName: chosen.organisationName,
    byProvider: origin !== null,
  };
}

export type Present = NamedMembership & {
  presence: Exclude<Presence, "out">;
  readsUntil: string | null;
  language: string | null;
  secondStepFor: SecondStepFor;
  /** It demands its provider, and this is not by it. */
  shut: boolean;
  /** It demands its provider, and this is an owner who may come without. */
  breaksGlass: boolean;
};

/**
 * The memberships of an account through which it is in somewhere, by the organisation's name: all of them, those that
 * demand another way in as well (`shut`); by an organisation's provider that one alone.
 */
export function presentMemberships(
  parts: Presences,
  accountId: string,
  origin: SessionOrigin | null = null,
): Promise<Present[]> {
  return asAccount(parts, accountId, async (tx) => {
    const present: Present[] = [];
    const hasFactor = (await factorOf(tx, accountId)) !== null;
    for (const membership of await membershipsOf(tx, accountId)) {
      if (origin && membership.organisationId !== origin.organisationId) continue;
      await enterOrganisation(tx, membership);
      const asked = { personId: membership.personId, membership };
      const stands = await presenceIn(parts, tx, membership, asked);
      const { presence, standing, readsUntil, secondStepFor, providerOnly } = stands;
      if (presence === "out") continue;
      const coming = { byProvider: origin !== null, hasFactor };
      const shut = isShut({ ...membership, providerOnly }, coming);
      const name = await organisationName(tx, membership);
      const language = standing?.language ?? null;
      present.push({
        ...{ ...membership, organisationName: name, presence, readsUntil, language },
        ...{ secondStepFor, shut, breaksGlass: providerOnly && !origin && !shut },
      });
    }
    return present.sort((one, other) => one.organisationName.localeCompare(other.organisationName));
  });
}
