import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { recordAudit } from "./record-audit.server.ts";
import { insertOrganisation } from "./store.server.ts";

/** Makes an organisation and lets the caller fill it in the same transaction. */
export async function createOrganisation(
  platform: Platform,
  name: string,
  furnish: (tx: Tx, organisationId: string) => Promise<void> = async () => {},
): Promise<string> {
  const organisationId = newId();
  await inOrganisation(platform, { organisationId }, async (tx) => {
    await insertOrganisation(tx, { organisationId, name, createdAt: platform.clock.now() });
    await recordAudit(
      platform,
      tx,
      { organisationId, accountId: null },
      {
        action: "organisation.created",
        subjectKind: "organisation",
        subjectId: organisationId,
      },
    );
    await furnish(tx, organisationId);
  });
  return organisationId;
}
