import type { Auth, Visitor } from "~/features/identity/index.server.ts";
import { wayIn } from "~/features/identity/index.ts";
import { isId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { accept, type Refusal, refuse } from "~/platform/errors/outcome.ts";
import { type Begun, forgetBegun, takeBegun } from "../begun/begun-cookie.server.ts";
import type { Said } from "../domain/provider.ts";
import { usableSaid } from "../domain/usable-said.ts";
import { type NoAnswer, oidcAnswer } from "../oidc/oidc-answer.server.ts";
import type { OpenProvider } from "../providers/provider-reads.server.ts";
import { providerToAsk } from "../providers/provider-to-ask.server.ts";
import { type EntryParts, enterByProvider, type NoEntry } from "./enter-by-provider.server.ts";
import { showByProvider } from "./show-by-provider.server.ts";

type ComingBack = { organisationId: string; search: string; visitor: Visitor; headers: Headers };

/** Where whoever came back goes on, and the cookies they get. */
export type GoesOn = { path: string; headers: Headers };

/** Why nobody goes on. */
export type WhyNot = NoAnswer | NoEntry | "somebody-else";

/** With the page that was wanted by whoever is signed in and was to show anew that it is them. */
export type NotBack = Refusal<WhyNot> & { wanted?: string };

/** Where they go on, or why not. */
export type Back = { ok: true; value: GoesOn } | NotBack;

/** Whoever was to show that it is still them, and did not, is signed in as before. */
export function notShown({ again, next }: Begun, reason: WhyNot): NotBack {
  return again ? { ...refuse(reason), wanted: next } : refuse(reason);
}

/**
 * Somebody comes back from their organisation's OIDC provider. It counts only in the browser that was sent there, and
 * once. `over`: it was not, or too long ago.
 */
export async function comeBack(platform: EntryParts, auth: Auth, back: ComingBack): Promise<Back> {
  const { organisationId, search, visitor } = back;
  if (!isId(organisationId)) return refuse("over");
  const state = new URLSearchParams(search).get("state");
  const begun = await takeBegun(platform, visitor.cookies, { organisationId, state });
  const provider = begun && (await providerToAsk(platform, { organisationId }, begun.providerId));
  if (!begun || provider?.kind !== "oidc") return refuse("over");
  const said = await oidcAnswer(platform, provider, begun, search);
  if (!said.ok) return notShown(begun, said.reason);
  return goOn(platform, auth, back, { begun, provider, said: said.value });
}

/** With what a provider said of whoever came back: in, or still there. */
export async function goOn(
  platform: EntryParts,
  auth: Auth,
  { visitor, headers }: Pick<ComingBack, "visitor" | "headers">,
  { begun, provider, ...told }: { begun: Begun; provider: OpenProvider; said: Said },
): Promise<Back> {
  const said = usableSaid(told.said);
  const scope: OrganisationScope = { organisationId: begun.organisationId };
  if (begun.again) {
    const whom = { providerId: provider.id, said, headers };
    const shown = await showByProvider(platform, auth, scope, whom);
    if (!shown.ok) return notShown(begun, shown.reason);
    const kept = new Headers({ "Set-Cookie": shown.value.cookie });
    kept.append("Set-Cookie", await forgetBegun());
    return accept({ path: begun.next, headers: kept });
  }
  const came = { provider, said, visitor, headers };
  const entered = await enterByProvider(platform, auth, scope, came);
  if (!entered.ok) return entered;
  entered.value.headers.append("Set-Cookie", await forgetBegun());
  return accept({ path: wayIn(entered.value, begun.next), headers: entered.value.headers });
}
