import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { recordAudit } from "./record-audit.server.ts";
import { insertOrganisation } from "./store.server.ts";

type Furnish = (tx: Tx, organisationId: string) => Promise<void>;

/** Makes an organisation and lets the caller fill it in the same transaction. */
export async function createOrganisation(
  platform: Pick<Platform, "clock" | "database">,
  name: string,
  furnish: Furnish = async () => {},
  by: string | null = null,
): Promise<string> {
  const organisationId = newId();
  await inOrganisation(platform, { organisationId }, (tx) =>
    found(platform, tx, { organisationId, name, by }, furnish),
  );
  return organisationId;
}

/** The same within a transaction of the organisation that is to be. */
export async function found(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  { organisationId, name, by = null }: { organisationId: string; name: string; by?: string | null },
  furnish: Furnish,
): Promise<void> {
  await insertOrganisation(tx, { organisationId, name, createdAt: platform.clock.now() });
  await recordAudit(
    platform,
    tx,
    { organisationId, accountId: by },
    {
      action: "organisation.created",
      subjectKind: "organisation",
      subjectId: organisationId,
    },
  );
  await furnish(tx, organisationId);
}
