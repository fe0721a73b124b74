import type { Actor } from "~/features/identity/index.ts";
import { unsettledLetters } from "~/features/letters/index.server.ts";
import { feature } from "~/platform/feature/feature.server.ts";
import { shuffleAnswers } from "./answering/shuffle-answers.server.ts";
import { roundLetters } from "./letters/kinds.ts";
import { tellProgress } from "./progress/tell-progress.server.ts";
import { requestsForHome } from "./reads/requests-for-home.server.ts";
import { remindAsked } from "./reminders/remind-now.server.ts";
import { sendDueReminders } from "./reminders/send-due-reminders.server.ts";
import { OWED_MS, standInForReminders } from "./reminders/stand-in-for-reminders.server.ts";

export default feature<Actor>({
  letters: Object.values(roundLetters),
  navigation: [
    {
      href: "/requests",
      label: "rounds:place",
      icon: "inbox",
      at: 20,
      // Whoever is nobody in the directory is asked nothing.
      shownTo: ({ role, personId }) => role !== "leaver" && personId !== null,
    },
  ],
  tasks: requestsForHome,

  jobs: { "remind-asked": { work: remindAsked } },
  clock: {
    act: { "tell progress": tellProgress },
    remind: {
      "stand in for reminders": standInForReminders,
      "send due reminders": sendDueReminders,
    },
    tidy: { "shuffle answers": shuffleAnswers },
    nextTime: async (tx, scope, now) => {
      const since = new Date(now.getTime() - OWED_MS);
      return (await unsettledLetters(tx, scope, "reminder", since)) ? now : null;
    },
  },
});
