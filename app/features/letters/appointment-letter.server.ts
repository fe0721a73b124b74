import { accessLinks, organisationName } from "~/features/identity/index.server.ts";
import type { AppointmentLetter } from "~/features/identity/index.ts";
import { languages } from "~/platform/i18n/language.ts";
import { languageAmong } from "~/platform/i18n/language-wishes.server.ts";
import { designLetter } from "./design-letter.server.ts";
import { appointment } from "./kinds.ts";
import { queueMessages } from "./queue-messages.server.ts";

/** Tells someone that they are an administrator now, with the way to their account or to opening one. */
export const appointmentLetter: AppointmentLetter = async (
  platform,
  tx,
  scope,
  { language: wanted, ...person },
) => {
  const organisation = await organisationName(tx, scope);
  const [link] = await accessLinks(platform, tx, scope, [{ ...person, path: "/home" }]);
  if (!link) throw new Error("somebody was appointed who may not be written to");
  const language = languageAmong(languages, wanted === null ? [] : [wanted]);
  const fill = await designLetter(appointment, language);
  await queueMessages(platform, tx, scope, [
    {
      aboutId: null,
      to: { name: person.name, address: person.email },
      ...fill({ name: person.name, organisation }, link),
    },
  ]);
};
