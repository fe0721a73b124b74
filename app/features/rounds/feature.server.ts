import type { Actor } from "~/features/identity/index.ts";
import { unsettledLetters } from "~/features/letters/index.server.ts";
import { feature } from "~/platform/feature/feature.server.ts";
import { letterWays } from "./answering/personal-links.server.ts";
import { shuffleAnswers } from "./answering/shuffle-answers.server.ts";
import { audited } from "./audited.server.ts";
import { mayRunRound, mayRunRounds, mayRunSomeRounds } from "./domain/may-run-rounds.ts";
import { calledOff, extended, linkAgain, newLink, roundLetters } from "./letters/kinds.ts";
import { linksAgain } from "./letters/links-again.server.ts";
import { sendHeldLetters } from "./letters/send-held-letters.server.ts";
import { personal } from "./personal.server.ts";
import { tellProgress } from "./progress/tell-progress.server.ts";
import { A_ROUND, asLetInto } from "./reach/as-let-into.ts";
import { askedPanel } from "./reads/asked-panel.server.ts";
import {
  countWaiting,
  requestsForCalendar,
  requestsForHome,
} from "./reads/requests-for-home.server.ts";
import { remindAsked } from "./reminders/remind-now.server.ts";
import { sendDueReminders } from "./reminders/send-due-reminders.server.ts";
import { OWED_MS, standInForReminders } from "./reminders/stand-in-for-reminders.server.ts";

export default feature<Actor>({
  audited,
  personal,
  letters: [...Object.values(roundLetters), extended, newLink, linkAgain, calledOff],
  letterWays,
  lettersAgain: linksAgain,
  navigation: [
    {
      href: "/requests",
      label: "rounds:place",
      icon: "inbox",
      at: 20,
      // Whoever is nobody in the directory is asked nothing.
      shownTo: ({ role, personId }) => role !== "leaver" && personId !== null,
      waiting: countWaiting,
    },
  ],
  tasks: requestsForHome,
  calendar: requestsForCalendar,
  personPanels: askedPanel,
  abilities: {
    "begin a round": mayRunSomeRounds,
    "run a round: of their departments": (actor) => mayRunRound(asLetInto(actor), A_ROUND),
    "run a round: any other": (actor) => mayRunRound(actor, A_ROUND),
    "send a rater their link again, from the outbox": mayRunRounds,
  },

  jobs: {
    "remind-asked": { work: remindAsked },
    "send-held-letters": { work: sendHeldLetters },
  },
  clock: {
    act: { "tell progress": tellProgress, "send held letters": sendHeldLetters },
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
