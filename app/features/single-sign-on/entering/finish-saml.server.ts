import type { Auth, Visitor } from "~/features/identity/index.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { refuse } from "~/platform/errors/outcome.ts";
import { takeBegun } from "../begun/begun-cookie.server.ts";
import { providerToAsk } from "../providers/provider-to-ask.server.ts";
import { readOutcome } from "../saml/outcome-token.server.ts";
import { type Back, goOn, notShown } from "./come-back.server.ts";
import type { EntryParts } from "./enter-by-provider.server.ts";

type Finishing = {
  organisationId: string;
  outcome: string | null;
  visitor: Visitor;
  headers: Headers;
};

/**
 * Goes on with what a SAML provider said, in the browser that was sent there, once. `over`: it is another browser, too
 * late, or was used.
 */
export async function finishSaml(
  platform: EntryParts,
  auth: Auth,
  { organisationId, outcome, visitor, headers }: Finishing,
): Promise<Back> {
  if (!isId(organisationId) || outcome === null) return refuse("over");
  const scope = { organisationId };
  const read = readOutcome(platform, scope, outcome);
  const begun =
    read && (await takeBegun(platform, visitor.cookies, { organisationId, state: read.state }));
  const provider = begun && (await providerToAsk(platform, scope, begun.providerId));
  if (!begun || provider?.kind !== "saml" || read.providerId !== provider.id) return refuse("over");
  if (begun.again && !read.shownLately) return notShown(begun, "not-shown");
  return goOn(platform, auth, { visitor, headers }, { begun, provider, said: read.said });
}
