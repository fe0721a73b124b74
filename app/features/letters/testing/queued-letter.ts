import { randomUUID } from "node:crypto";
import type { Actor } from "~/features/identity/index.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { prepareLetter } from "../prepare-letter.server.tsx";
import { queueMessages } from "../queue-messages.server.ts";
import { insertMessages } from "../store.server.ts";

export const LINK = "http://twohats.test/r/a-personal-link";

export type Order = { organisationId: string; messageId: string };

/** A letter to Inês, waiting with its job. @returns what its job carries. */
export async function queueLetter(
  platform: Platform,
  actor: Actor,
  aboutId: string | null = null,
): Promise<Order> {
  const fill = await prepareLetter(
    {
      subject: "Your feedback\nis wanted – «Ærlig & klar»",
      paragraphs: ["Hello Inês,", "Please answer by 20 March."],
      action: { label: "Open your list", href: LINK },
      footer: "You get this letter because you were asked.",
    },
    [],
  );
  const letter = fill({});
  const to = { name: "Inês Ødegård", address: "ines@house.test" };
  const kind = `invitation ${randomUUID()}`;
  const { id } = await inOrganisation(platform, actor, async (tx) => {
    await queueMessages(platform, tx, actor, [{ kind, aboutId, to, ...letter }]);
    return tx
      .selectFrom("message")
      .where("organisationId", "=", actor.organisationId)
      .where("kind", "=", kind)
      .select("id")
      .executeTakeFirstOrThrow();
  });
  return { organisationId: actor.organisationId, messageId: id };
}

/** So many short letters and their jobs. */
export async function queueMany(
  platform: Platform,
  scope: OrganisationScope,
  count: number,
): Promise<Order[]> {
  const { organisationId } = scope;
  const rows = Array.from({ length: count }, (_, index) => ({
    organisationId,
    id: newId(),
    kind: "invitation",
    aboutId: null,
    alsoAbout: [],
    toAddress: `person${index}@house.test`,
    toName: `Person ${index}`,
    subject: "Your feedback is wanted",
    html: `<a href="${LINK}">Open your list</a>`,
    plain: LINK,
    createdAt: platform.clock.now(),
  }));
  const orders = rows.map(({ id }) => ({ organisationId, messageId: id }));
  await inOrganisation(platform, scope, async (tx) => {
    await insertMessages(tx, rows);
    await platform.jobs.enqueue(tx, "send-message", orders);
  });
  return orders;
}
