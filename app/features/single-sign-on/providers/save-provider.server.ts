import { recordAudit } from "~/features/identity/index.server.ts";
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
import { describedProvider } from "../oidc/oidc-provider.server.ts";
import { maySetSignOn } from "../policy.ts";
import { sealClientSecret } from "./client-secret.server.ts";
import type { ProviderInput } from "./provider-input.ts";
import { providersOf } from "./provider-reads.server.ts";
import { insertProvider, updateProvider } from "./provider-store.server.ts";

type Parts = Pick<Platform, "clock" | "database" | "jobs" | "outside" | "secret">;

/** Enough to go over from one to another, and few enough to choose from. */
export const MOST_PROVIDERS = 5;

/**
 * Adds an OIDC provider, switched on, or changes one (`providerId`). Its description is read first: what can't be
 * reached, or calls itself otherwise, is not kept. Another issuer is another provider, whose subjects are other people,
 * so an issuer is never changed. Owners are told by letter.
 */
export async function saveProvider(
  platform: Parts,
  actor: Actor,
  providerId: string | null,
  input: ProviderInput,
): Promise<Outcome<{ providerId: string }, "not-allowed" | "unknown" | "too-many"> | Problems> {
  if (!maySetSignOn(actor)) return refuse("not-allowed");
  if (providerId !== null && !isId(providerId)) return refuse("unknown");
  const { clientSecret, bothSteps, ...rest } = input;
  const found = await inOrganisation(platform, actor, (tx) => providersOf(tx, actor));
  const before = found.find(({ id }) => id === providerId);
  if (providerId !== null && before?.kind !== "oidc") return refuse("unknown");
  if (before && before.issuer !== input.issuer)
    return refuseInput({ field: "issuer", code: "other-issuer" });
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
  const row = { ...rest, bothSteps: bothSteps === "on", ...sealed };
  return inOrganisation(platform, actor, async (tx) => {
    const all = await providersOf(tx, actor);
    if (!before && all.length >= MOST_PROVIDERS) return refuse("too-many");
    if (before && !all.some((each) => each.id === id)) return refuse("unknown");
    if (before) await updateProvider(tx, actor, id, row);
    else {
      const made = { ...row, id, kind: "oidc", state: "on", createdAt: platform.clock.now() };
      await insertProvider(tx, actor, made);
    }
    const what = before ? "provider-changed" : "provider-added";
    await recordAudit(platform, tx, actor, {
      ...{ action: `sign-on.${what}`, subjectKind: "sign-on-provider", subjectId: id },
      detail: { kind: "oidc", joins: rest.joins, bothSteps: row.bothSteps },
    });
    const { organisationId } = actor;
    await platform.jobs.enqueue(tx, "tell-owners", [{ organisationId, about: what }]);
    return accept({ providerId: id });
  });
}
