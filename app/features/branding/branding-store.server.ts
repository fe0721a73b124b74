import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

type StoredLogo = {
  logo: Buffer | null;
  logoMark: string | null;
  logoWidth: number | null;
  logoHeight: number | null;
};

export async function putAccent(
  tx: Tx,
  { organisationId }: OrganisationScope,
  accent: string | null,
): Promise<void> {
  await tx
    .insertInto("branding")
    .values({ organisationId, accent })
    .onConflict((conflict) => conflict.column("organisationId").doUpdateSet({ accent }))
    .execute();
}

export async function putLogo(
  tx: Tx,
  { organisationId }: OrganisationScope,
  logo: StoredLogo,
): Promise<void> {
  await tx
    .insertInto("branding")
    .values({ organisationId, ...logo })
    .onConflict((conflict) => conflict.column("organisationId").doUpdateSet(logo))
    .execute();
}

export type StoredBranding = {
  accent: string | null;
  mark: string | null;
  width: number | null;
  height: number | null;
};

export async function brandingOf(
  tx: Tx,
  { organisationId }: OrganisationScope,
): Promise<StoredBranding | null> {
  const row = await tx
    .selectFrom("branding")
    .where("organisationId", "=", organisationId)
    .select(["accent", "logoMark as mark", "logoWidth as width", "logoHeight as height"])
    .executeTakeFirst();
  return row ?? null;
}

/** The logo itself, of this mark where one is asked for; null where there is none. */
export async function logoOf(
  tx: Tx,
  { organisationId }: OrganisationScope,
  mark: string | null = null,
): Promise<Buffer | null> {
  const row = await tx
    .selectFrom("branding")
    .where("organisationId", "=", organisationId)
    .$if(mark !== null, (query) => query.where("logoMark", "=", mark))
    .select("logo")
    .executeTakeFirst();
  return row?.logo ?? null;
}
