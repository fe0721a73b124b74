import { accessLinks, organisationName } from "~/features/identity/index.server.ts";
import type { AppointmentLetter } from "~/features/identity/index.ts";
import { texts } from "~/platform/i18n/i18n.ts";
import { prepareLetter } from "./prepare-letter.server.tsx";
import { queueMessages } from "./queue-messages.server.ts";

/** Tells someone that they are an administrator now, with the way to their account or to opening one. */
export const appointmentLetter: AppointmentLetter = async (platform, tx, scope, person) => {
  const t = texts.getFixedT("en", "notifications");
  const organisation = await organisationName(tx, scope);
  const [link] = await accessLinks(platform, tx, scope, [{ ...person, path: "/home" }]);
  if (!link) throw new Error("somebody was appointed who may not be written to");
  const keys = ["name", "organisation", "link"];
  const put = Object.fromEntries(keys.map((key) => [key, `{{${key}}}`]));
  const fill = await prepareLetter(
    {
      language: "en",
      subject: t("appointment.subject", put),
      paragraphs: [t("appointment.greeting", put), t("appointment.body", put)],
      action: { label: t("appointment.action"), href: "{{link}}" },
      footer: t("appointment.footer", put),
    },
    keys,
  );
  await queueMessages(platform, tx, scope, [
    {
      kind: "appointment",
      aboutId: null,
      to: { name: person.name, address: person.email },
      ...fill({ name: person.name, organisation, link }),
    },
  ]);
};
