import { nextAddressLook } from "~/features/identity/index.server.ts";
import { type Actor, mayAdminister } from "~/features/identity/index.ts";
import { feature } from "~/platform/feature/feature.server.ts";
import { MAIL_CONNECTIONS } from "~/platform/mail/mailer.server.ts";
import { writeAccountLetter } from "./account-letters.server.ts";
import { tellOfAddresses } from "./address-letters.server.ts";
import { audited } from "./audited.server.ts";
import { stopDoor } from "./declining/stop-door.server.ts";
import { deliverMessage } from "./deliver-message.server.ts";
import { lettersForHome } from "./for-home.server.ts";
import {
  accountLetters,
  addressLetters,
  analystAppointment,
  appointment,
  choiceReplaced,
  joining,
  ownerAppointment,
  unitAnalystAppointment,
  unitAppointment,
} from "./kinds.ts";
import { lettersPanel } from "./letters-panel.server.ts";
import { personal } from "./personal.server.ts";
import { mayChooseLetters, maySeeLettersAbout } from "./policy.ts";
import { retention } from "./retention.server.ts";
import { tellOfChoices } from "./tell-of-choices.server.ts";
import { wakeLetters } from "./wake-letters.server.ts";

/** A launch sends thousands of letters at once; one per look at the queue would take hours. */
const MAIL_BATCH = 100;
export default feature<Actor>({
  audited,
  retention,
  personal,
  letters: [
    ownerAppointment,
    appointment,
    analystAppointment,
    unitAnalystAppointment,
    unitAppointment,
    joining,
    choiceReplaced,
    ...Object.values(accountLetters),
    ...Object.values(addressLetters),
  ],
  doors: [stopDoor],
  navigation: [
    {
      href: "/outbox",
      label: "notifications:place",
      icon: "mail",
      at: 20,
      secondary: true,
      shownTo: mayAdminister,
    },
  ],
  tasks: lettersForHome,
  personPanels: lettersPanel,
  abilities: {
    "see what became of every letter": mayAdminister,
    "see which letters came back, of a round of their departments": (actor) =>
      maySeeLettersAbout({ ...actor, letInto: "a round" }, "a round"),
    "do without letters that only help along": mayChooseLetters,
  },

  jobs: {
    "send-message": { work: deliverMessage, batch: MAIL_BATCH, atOnce: MAIL_CONNECTIONS },
    "wake-letters": { work: wakeLetters },
    "tell-of-addresses": { work: tellOfAddresses },
    "tell-of-choices": { work: tellOfChoices },
    "account-letter": {
      work: writeAccountLetter,
      batch: MAIL_BATCH,
      atOnce: MAIL_CONNECTIONS,
    },
  },
  clock: {
    // Should a job have been lost.
    settle: { "tell of changed addresses": tellOfAddresses },
    nextTime: nextAddressLook,
  },
});
