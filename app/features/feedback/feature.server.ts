import type { Actor } from "~/features/identity/index.ts";
import { mayRunSomeRounds } from "~/features/rounds/index.ts";
import { feature } from "~/platform/feature/feature.server.ts";
import { LARGEST_UPLOAD } from "~/platform/http/largest-upload.ts";
import { feedbackAbilities } from "./abilities.ts";
import { audited } from "./audited.server.ts";
import { closeDueCycles } from "./closing/close-due-cycles.server.ts";
import { scoreCycle } from "./closing/score-cycle.server.ts";
import { cyclePath } from "./components/hr/notices.ts";
import { roundsByTheClock } from "./cycle/next-look-reads.server.ts";
import { relationshipsInCycle } from "./cycle/setup-reads.server.ts";
import { nextLook } from "./domain/next-look.ts";
import { feedbackForHome } from "./home/for-home.server.ts";
import { roundsPanel } from "./home/rounds-panel.server.ts";
import { searchRounds } from "./home/search-rounds.server.ts";
import { countStandingStill } from "./home/tended-cycles.server.ts";
import { notices } from "./letters/kinds.ts";
import { approveOverdueNominations } from "./nomination/approve-overdue-nominations.server.ts";
import { personal } from "./personal.server.ts";
import { releaseDueCycles } from "./releasing/release-due-cycles.server.ts";
import { remindNominators } from "./reminders/remind-nominators.server.ts";
import { retention } from "./retention.server.ts";

export default feature<Actor>({
  audited,
  retention,
  personal,
  letters: notices,
  navigation: [
    {
      href: "/cycles",
      label: "feedback-hr:place",
      icon: "cycle",
      at: 10,
      shownTo: mayRunSomeRounds,
      waiting: countStandingStill,
    },
  ],
  uploads: [
    { path: "/cycles/:cycleId/setup/participants/file", largest: LARGEST_UPLOAD },
    { path: "/cycles/:cycleId/setup/participants/list", largest: LARGEST_UPLOAD },
  ],
  roundKinds: [{ kind: "feedback", path: cyclePath, relationships: relationshipsInCycle }],
  tasks: feedbackForHome,
  search: searchRounds,
  personPanels: roundsPanel,
  abilities: feedbackAbilities,

  jobs: {
    "score-cycle": { work: scoreCycle },
  },
  clock: {
    // In an order in which each finds what those before it did.
    act: {
      "approve overdue nominations": approveOverdueNominations,
      "remind nominators": remindNominators,
      "close due cycles": closeDueCycles,
      "release due cycles": releaseDueCycles,
    },
    nextTime: async (tx, scope, now) => nextLook(await roundsByTheClock(tx, scope), now),
  },
});
