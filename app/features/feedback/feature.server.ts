import type { Actor } from "~/features/identity/index.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import { feature } from "~/platform/feature/feature.server.ts";
import { LARGEST_UPLOAD } from "~/platform/http/largest-upload.ts";
import { closeDueCycles } from "./closing/close-due-cycles.server.ts";
import { scoreCycle } from "./closing/score-cycle.server.ts";
import { roundsByTheClock } from "./cycle/next-look-reads.server.ts";
import { nextLook } from "./domain/next-look.ts";
import { feedbackForHome } from "./home/for-home.server.ts";
import { extended, newLink, notices } from "./letters/kinds.ts";
import { sendHeldLetters } from "./letters/send-held-letters.server.ts";
import { approveOverdueNominations } from "./nomination/approve-overdue-nominations.server.ts";
import { releaseDueCycles } from "./releasing/release-due-cycles.server.ts";
import { remindNominators } from "./reminders/remind-nominators.server.ts";

export default feature<Actor>({
  letters: [...notices, extended, newLink],
  navigation: [
    {
      href: "/cycles",
      label: "feedback-hr:place",
      icon: "cycle",
      at: 10,
      shownTo: mayRunRounds,
    },
  ],
  uploads: [{ path: "/cycles/:cycleId/setup/participants/file", largest: LARGEST_UPLOAD }],
  tasks: feedbackForHome,

  jobs: {
    "score-cycle": { work: scoreCycle },
    "send-held-letters": { work: sendHeldLetters },
  },
  clock: {
    // In an order in which each finds what those before it did.
    act: {
      "approve overdue nominations": approveOverdueNominations,
      "remind nominators": remindNominators,
      "close due cycles": closeDueCycles,
      "release due cycles": releaseDueCycles,
      "send held letters": sendHeldLetters,
    },
    nextTime: async (tx, scope, now) => nextLook(await roundsByTheClock(tx, scope), now),
  },
});
