import { accessWays, organisationName } from "~/features/identity/index.server.ts";
import type { AccessLetter, AccessLetters } from "~/features/identity/index.ts";
import type { KindOfLetter } from "~/platform/feature/kind-of-letter.ts";
import { languages } from "~/platform/i18n/language.ts";
import { languageAmong } from "~/platform/i18n/language-wishes.server.ts";
import { designLetter } from "./design-letter.server.ts";
import {
  analystAppointment,
  appointment,
  joining,
  ownerAppointment,
  unitAnalystAppointment,
  unitAppointment,
} from "./kinds.ts";
import { queueMessages } from "./queue-messages.server.ts";

/** Letters with the way to an account, or to opening one. */
export const accessLetters: AccessLetters = {
  appointment: {
    owner: letterOf(ownerAppointment),
    admin: letterOf(appointment),
    analyst: letterOf(analystAppointment),
    "unit-admin": letterOf(unitAppointment),
    "unit-analyst": letterOf(unitAnalystAppointment),
  },
  joining: letterOf(joining),
};

function letterOf(kind: KindOfLetter): AccessLetter {
  return async (platform, tx, scope, { language: wanted, ...person }) => {
    const organisation = await organisationName(tx, scope);
    const [way] = await accessWays(platform, tx, scope, [{ ...person, path: "/home" }]);
    if (!way) throw new Error("somebody is to be let in who may not be written to");
    const language = languageAmong(languages, wanted === null ? [] : [wanted]);
    const fill = await designLetter(kind, language);
    await queueMessages(platform, tx, scope, [
      {
        aboutId: null,
        to: { name: person.name, address: person.email },
        ...fill({ name: person.name, organisation }, way),
      },
    ]);
  };
}
