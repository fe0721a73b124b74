import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Looked } from "../domain/missing-proof.ts";
import { domainProof } from "./domain-proof.server.ts";

/** Looks for the proof of a domain in DNS. `away`: nobody could be asked. */
export async function lookForProof(
  platform: Pick<Platform, "outside" | "secret">,
  scope: OrganisationScope,
  domain: string,
): Promise<Looked> {
  const { place, text } = domainProof(platform, scope, domain);
  try {
    const found = await platform.outside.textsOf(place);
    return found.some((each) => each.trim() === text) ? "found" : "missing";
  } catch {
    return "away";
  }
}
