import { type NewMessage, writeLetter } from "~/features/notifications/index.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { texts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { CycleRow } from "./cycle-store.server.ts";
import { fillIn, paragraphsOf } from "./domain/invitation-text.ts";
import { linkToken } from "./personal-link.server.ts";

export type Guest = { invitationId: string; name: string; address: string; requests: number };

/** One letter per rater, in the wording of the cycle, with a personal link. */
export async function invitationLetters(
  { secret, publicUrl }: Pick<Platform, "secret" | "publicUrl">,
  cycle: Pick<
    CycleRow,
    "organisationId" | "id" | "closesOn" | "invitationSubject" | "invitationBody"
  >,
  organisation: string,
  guests: readonly Guest[],
): Promise<NewMessage[]> {
  const t = texts.getFixedT("en", "feedback");
  const closes = cycle.closesOn ? writtenDate(cycle.closesOn) : "";
  return Promise.all(
    guests.map(async ({ invitationId, name, address, requests }) => {
      const facts = { name, organisation, closes, count: t("letters.people", { count: requests }) };
      const href = `${publicUrl}/r/${linkToken(secret, { organisationId: cycle.organisationId, invitationId })}`;
      const letter = await writeLetter({
        subject: fillIn(cycle.invitationSubject, facts),
        paragraphs: paragraphsOf(fillIn(cycle.invitationBody, facts)),
        action: { label: t("letters.invitation.action"), href },
        footer: t("letters.invitation.footer", { organisation }),
      });
      return { kind: "invitation", aboutId: cycle.id, to: { name, address }, ...letter };
    }),
  );
}
