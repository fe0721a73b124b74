import { accountNames, accountWithAddress } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { maySetSignOn } from "../policy.ts";
import { linksOf } from "./link-reads.server.ts";

const ON_A_PAGE = 50;

/** Whom the providers know, a page of it, or whom somebody looks for by address; null for who is no owner. */
export async function readLinksPage(
  platform: Pick<Platform, "database">,
  actor: Actor,
  { wanted, page }: { wanted: string; page: number },
) {
  if (!maySetSignOn(actor)) return null;
  const accountId = wanted === "" ? null : await accountWithAddress(platform.database, wanted);
  const only = wanted === "" ? null : { accountId, subject: wanted };
  return inOrganisation(platform, actor, async (tx) => {
    const from = (page - 1) * ON_A_PAGE;
    const { links, count } = await linksOf(tx, actor, { only, from, most: ON_A_PAGE });
    const names = await accountNames(
      tx,
      links.map((link) => link.accountId),
    );
    return {
      ...{ wanted, page, count, pages: Math.ceil(count / ON_A_PAGE) },
      links: links.map((link) => ({ ...link, name: names.get(link.accountId) ?? "" })),
    };
  });
}

export type LinksPage = NonNullable<Awaited<ReturnType<typeof readLinksPage>>>;
