import { unsettledLetters } from "~/features/letters/index.server.ts";
import { feature } from "~/platform/feature/feature.server.ts";
import { shuffleAnswers } from "./answering/shuffle-answers.server.ts";
import { remindAsked } from "./reminders/remind-now.server.ts";
import { sendDueReminders } from "./reminders/send-due-reminders.server.ts";
import { OWED_MS, standInForReminders } from "./reminders/stand-in-for-reminders.server.ts";

export default feature({
  jobs: { "remind-asked": { work: remindAsked } },
  clock: {
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
