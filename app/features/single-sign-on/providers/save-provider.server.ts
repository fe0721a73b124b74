import { letGiveOffices, recordAudit, takeGroupOffices } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { isId, newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import {
  accept,
  type Outcome,
  type Problems,
  refuse,
  refuseInput,
} from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Kind } from "../domain/provider.ts";
import { maySetSignOn } from "../policy.ts";
import { lockSignOn } from "../sign-on-lock.server.ts";
import { sealClientSecret } from "./client-secret.server.ts";
import { describedProvider } from "./described-provider.server.ts";
import type { ProviderInput, SamlInput } from "./provider-input.server.ts";
import { type KnownProvider, providersOf } from "./provider-reads.server.ts";
import { insertProvider, updateProvider } from "./provider-store.server.ts";

type Parts = Pick<Platform, "clock" | "database" | "jobs" | "outside" | "secret">;
type Refused = "not-allowed" | "unknown" | "too-many";
type Saved = Outcome<{ providerId: string }, Refused> | Problems;

/** Enough to go over from one to another, and few enough to choose from. */
export const MOST_PROVIDERS = 5;

/**
 * Adds an OIDC provider, switched on, or changes one (`providerId`). Its description is read first: what can't be
 * reached, or calls itself otherwise, is not kept. Owners are told by letter.
 */
export async function saveProvider(
  platform: Parts,
  actor: Actor,
  providerId: string | null,
  input: ProviderInput,
): Promise<Saved> {
  const asked = await providerToSave(platform, actor, { providerId, kind: "oidc" }, input.issuer);
  if (!asked.ok) return asked;
  const before = asked.value;
  const { clientSecret, ...rest } = input;
  if (!before && clientSecret === null)
    return refuseInput({ field: "clientSecret", code: "missing" });
  try {
    await describedProvider(platform, { ...input, clientSecret: null });
  } catch {
    return refuseInput({ field: "issuer", code: "unreachable" });
  }
  const id = before?.id ?? newId();
  const sealed =
    clientSecret === null ? {} : { clientSecret: sealClientSecret(platform, id, clientSecret) };
  return store(platform, actor, { id, before, kind: "oidc" }, { ...rest, ...sealed });
}

/** The same of a SAML provider. Nobody is asked for it: what it says is checked by its certificate. */
export async function saveSamlProvider(
  platform: Parts,
  actor: Actor,
  providerId: string | null,
  input: SamlInput,
): Promise<Saved> {
  const asked = await providerToSave(platform, actor, { providerId, kind: "saml" }, input.issuer);
  if (!asked.ok) return asked;
  const id = asked.value?.id ?? newId();
  return store(platform, actor, { id, before: asked.value, kind: "saml" }, input);
}

/**
 * The provider that is to be changed; null for a new one. Another issuer is another provider, whose subjects are other
 * people, so an issuer is never changed.
 */
async function providerToSave(
  platform: Parts,
  actor: Actor,
  { providerId, kind }: { providerId: string | null; kind: Kind },
  issuer: string,
): Promise<Outcome<KnownProvider | null, Refused> | Problems> {
  if (!maySetSignOn(actor)) return refuse("not-allowed");
  if (providerId === null) return accept(null);
  if (!isId(providerId)) return refuse("unknown");
  const all = await inOrganisation(platform, actor, (tx) => providersOf(tx, actor));
  const before = all.find((each) => each.id === providerId && each.kind === kind);
  if (!before) return refuse("unknown");
  if (before.issuer !== issuer) return refuseInput({ field: "issuer", code: "other-issuer" });
  return accept(before);
}

type Row = Omit<ProviderInput, "clientSecret" | "clientId"> &
  Partial<Pick<ProviderInput, "clientId"> & { clientSecret: string } & SamlInput>;

function store(
  platform: Parts,
  actor: Actor,
  { id, before, kind }: { id: string; before: KnownProvider | null; kind: Kind },
  { bothSteps, ...rest }: Row,
): Promise<Saved> {
  const row = { ...rest, bothSteps: bothSteps === "on" };
  return inOrganisation(platform, actor, async (tx): Promise<Saved> => {
    await lockSignOn(tx, actor);
    const all = await providersOf(tx, actor);
    if (!before && all.length >= MOST_PROVIDERS) return refuse("too-many");
    if (before && !all.some((each) => each.id === id)) return refuse("unknown");
    const { issuer, clientId = null } = rest;
    const same = (each: KnownProvider) => each.issuer === issuer && each.clientId === clientId;
    if (all.some((each) => each.id !== id && same(each)))
      return refuseInput({ field: clientId === null ? "issuer" : "clientId", code: "already" });
    const made = { ...row, id, kind, state: "on", createdAt: platform.clock.now() };
    if (before) await updateProvider(tx, actor, id, row);
    else {
      await insertProvider(tx, actor, made);
      await letGiveOffices(tx, actor, id, true);
    }
    // What other groups gave goes at once: whoever is in them may never come again. The next sign-in gives anew.
    if (before && isOtherMapping(before, row)) await takeGroupOffices(platform, tx, actor, id);
    const what = before ? "provider-changed" : "provider-added";
    await recordAudit(platform, tx, actor, {
      action: before ? "sign-on.provider-changed" : "sign-on.provider-added",
      ...{ subjectKind: "sign-on-provider", subjectId: id },
      detail: { kind, joins: rest.joins, bothSteps: row.bothSteps },
    });
    const { organisationId } = actor;
    await platform.jobs.enqueue(tx, "tell-owners", [{ organisationId, about: what }]);
    return accept({ providerId: id });
  });
}

type Mapping = Pick<KnownProvider, "groupClaim" | "adminGroup" | "analystGroup">;

function isOtherMapping(one: Mapping, other: Mapping): boolean {
  const keys = ["groupClaim", "adminGroup", "analystGroup"] as const;
  return keys.some((key) => one[key] !== other[key]);
}
