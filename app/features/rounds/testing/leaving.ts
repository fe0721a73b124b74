import type { LetterWay } from "~/features/letters/domain/letter-way.ts";
import { withLink } from "~/features/letters/with-link.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { letterWays } from "../answering/personal-links.server.ts";

type Waiting = { html?: string; plain: string; way: unknown };

/** What a rater's letter would leave with this moment, its links made; null where it would be given up. */
export function asItLeaves(
  platform: Platform,
  scope: OrganisationScope,
  { html = "", plain, way }: Waiting,
): Promise<{ html: string; plain: string } | null> {
  const letter = { html, plain, way: way as LetterWay | null, toName: "", toAddress: "" };
  return inOrganisation(platform, scope, (tx) => withLink(platform, tx, scope, letter, letterWays));
}
