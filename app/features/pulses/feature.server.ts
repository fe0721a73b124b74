import { mayHavePlan } from "~/features/development/index.ts";
import type { Actor } from "~/features/identity/index.ts";
import {
  A_ROUND,
  asLetInto,
  mayReadSomeFigures,
  mayRunSomeRounds,
} from "~/features/rounds/index.ts";
import { feature } from "~/platform/feature/feature.server.ts";
import { announcedAsking, announcementLetters } from "./announcement/letter-kinds.ts";
import { runPath } from "./asking/run-path.ts";
import { audited } from "./audited.server.ts";
import { awayForHome } from "./away/away-for-home.server.ts";
import { closeDueAway } from "./away/close-away.server.ts";
import { countAway } from "./away/count-away.server.ts";
import { awayReady } from "./away/letter-kinds.ts";
import { personal } from "./personal.server.ts";
import { mayClosePulse } from "./policy.ts";
import { nextToldAt, tellChange } from "./proof/tell-change.server.ts";
import { closeDuePulses } from "./pulse/close-pulse.server.ts";
import { pulseReady } from "./pulse/letter-kinds.ts";
import { openPulse } from "./pulse/pulse-reads.server.ts";
import { pulsesForHome } from "./pulse/pulses-for-home.server.ts";
import { scorePulse } from "./pulse/score-pulse.server.ts";
import { closeDueSuggestions } from "./suggestions/close-suggestions.server.ts";
import { suggestionsReady } from "./suggestions/letter-kinds.ts";
import { tellSuggested } from "./suggestions/tell-suggestions.server.ts";

export default feature<Actor>({
  audited,
  personal,
  letters: [
    pulseReady,
    suggestionsReady,
    awayReady,
    announcedAsking,
    ...Object.values(announcementLetters),
  ],
  clock: {
    act: {
      "close due pulses": closeDuePulses,
      "close due suggestions": closeDueSuggestions,
      "close due away tests": closeDueAway,
      "tell how pulses of rounds went": tellChange,
    },
    // While a pulse is answered, what is told of it moves, and reminders fall due.
    nextTime: async (tx, scope, now) =>
      (await openPulse(tx, scope)) ? now : nextToldAt(tx, scope, now),
  },
  tasks: async (platform, tx, actor) => ({
    tasks: [
      ...(await pulsesForHome(platform, tx, actor)),
      ...(await awayForHome(platform, tx, actor)),
    ],
  }),
  navigation: [
    {
      href: "/pulses",
      label: "pulses:place",
      icon: "cycle",
      at: 43,
      secondary: true,
      shownTo: mayRunSomeRounds,
    },
  ],
  destinations: [
    { of: "focus", label: "announcing:title", href: "/plan/announce", shownTo: mayHavePlan },
    {
      of: "follow-through",
      label: "change:link",
      href: "/follow-through/change",
      shownTo: mayReadSomeFigures,
    },
  ],
  // What is asked is its person's and their raters': HR is shown no page of it.
  roundKinds: [
    { kind: "pulse", path: runPath, relationships: async () => [] },
    { kind: "suggestion", path: runPath, relationships: async () => [] },
    { kind: "away", path: runPath, relationships: async () => [] },
  ],
  jobs: {
    "score-pulse": { work: scorePulse },
    "tell-suggestions": { work: tellSuggested },
    "tell-away": { work: countAway },
  },
  abilities: {
    "read of how many in a round a pulse says that something changed, and never of whom":
      mayReadSomeFigures,
    "ask those who were asked about them once more whether anything changed": mayHavePlan,
    "tell all who were asked about them what they work on, and ask them for a suggestion":
      mayHavePlan,
    "ask everybody they lead how it went while they were away": mayHavePlan,
    "close what people asked for themselves before its last day: of their departments": (actor) =>
      mayClosePulse(asLetInto(actor), A_ROUND),
    "close what people asked for themselves before its last day: any other": (actor) =>
      mayClosePulse(actor, A_ROUND),
  },
});
