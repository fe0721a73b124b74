import { asAccount, enterOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Auth } from "./auth.server.ts";
import type { ShutOrganisation, SignedIn } from "./context.server.ts";
import type { Directory } from "./directory.ts";
import { isShut } from "./domain/entrance.ts";
import { standsAs } from "./domain/office.ts";
import type { Presence } from "./domain/presence.ts";
import { asksSecondStep, type SecondStepFor } from "./domain/second-step-for.ts";
import { organisationCookie } from "./organisation-cookie.server.ts";
import { presenceIn } from "./presence.server.ts";
import { membershipsOf, type NamedMembership, organisationName } from "./reads.server.ts";
import { factorOf } from "./second-factor/second-factor-store.server.ts";
import { noteLastUse } from "./sessions/last-use.server.ts";
import { originOf, type SessionOrigin } from "./sessions/session-origin-store.server.ts";
import { whySuspended } from "./suspension/suspension-reads.server.ts";

const lastUse = noteLastUse();

/** What it takes to tell who is in. */
export type Presences = Pick<Platform, "database" | "clock"> & { directory: Directory };

/**
 * Who sent this request, and in which of their organisations; null when nobody is signed in. Asked anew with every
 * request, so whoever is out is out at once; their session ends with it, but for a suspension, which it outlasts. So it
 * does where it enters none of their organisations, because these demand their own provider.
 */
export async function resolveSession(
  parts: Presences,
  auth: Auth,
  headers: Headers,
  /** Told where nobody gets in, of whoever is out for that reason alone. */
  tell: (shut: ShutOrganisation) => void = () => {},
): Promise<Omit<SignedIn, "needsToRead"> | null> {
  if (!headers.get("cookie")?.includes("twohats.session_token")) return null;
  const session = await auth.api.getSession({ headers });
  if (!session) return null;
  const origin = await originOf(parts.database, session.session.token);
  const found = await everyMembership(parts, session.user.id, origin);
  const { present: memberships, shut } = found;
  const wanted = await organisationCookie.read(headers.get("cookie"));
  const open = memberships.filter(({ wantsProvider }) => !wantsProvider);
  const chosen = open.find((each) => each.organisationId === wanted) ?? open[0];
  if (!chosen) {
    // A session that opens nothing but because of a suspension is there again once that is over (decision 66).
    if (shut[0]) tell(shut[0]);
    else await (await auth.$context).internalAdapter.deleteSession(session.session.token);
    return null;
  }
  await lastUse(parts, session.session);
  const stands =
    chosen.presence === "leaver" ? ({ role: "leaver", owner: false } as const) : standsAs(chosen);
  const asksStep = asksSecondStep(chosen.secondStepFor, stands.role) && !origin?.bothSteps;
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
    shut,
    organisationName: chosen.organisationName,
    byProvider: origin !== null,
    providerId: origin?.providerId ?? null,
  };
}

export type Present = NamedMembership & {
  presence: Exclude<Presence, "out">;
  readsUntil: string | null;
  language: string | null;
  secondStepFor: SecondStepFor;
  /** It demands its provider, and this is not by it. */
  wantsProvider: boolean;
  /** It demands its provider, and this is an owner who may come without. */
  breaksGlass: boolean;
};

/**
 * The memberships of an account through which it is in somewhere, by the organisation's name: all of them, those that
 * demand another way in as well (`wantsProvider`); by an organisation's provider that one alone.
 */
export async function presentMemberships(
  parts: Presences,
  accountId: string,
  origin: SessionOrigin | null = null,
): Promise<Present[]> {
  return (await everyMembership(parts, accountId, origin)).present;
}

/** The same, with the organisations into which it is not let for no other reason than that they are suspended. */
export function everyMembership(
  parts: Presences,
  accountId: string,
  origin: SessionOrigin | null = null,
): Promise<{ present: Present[]; shut: ShutOrganisation[] }> {
  return asAccount(parts, accountId, async (tx) => {
    const present: Present[] = [];
    const shut: ShutOrganisation[] = [];
    const hasFactor = (await factorOf(tx, accountId)) !== null;
    for (const membership of await membershipsOf(tx, accountId)) {
      if (origin && membership.organisationId !== origin.organisationId) continue;
      await enterOrganisation(tx, membership);
      const asked = { personId: membership.personId, membership };
      const stands = await presenceIn(parts, tx, membership, asked);
      const { presence, suspended, standing, readsUntil, secondStepFor, providerOnly } = stands;
      if (presence === "out" && !suspended) continue;
      const coming = { byProvider: origin !== null, hasFactor };
      const wantsProvider = isShut({ ...membership, providerOnly }, coming);
      const name = await organisationName(tx, membership);
      if (presence === "out") {
        shut.push({ organisation: name, why: (await whySuspended(tx, membership)) ?? "" });
        continue;
      }
      const language = standing?.language ?? null;
      present.push({
        ...{ ...membership, organisationName: name, presence, readsUntil, language },
        ...{ secondStepFor, wantsProvider },
        breaksGlass: providerOnly && !origin && !wantsProvider,
      });
    }
    present.sort((one, other) => one.organisationName.localeCompare(other.organisationName));
    return { present, shut };
  });
}
