import type { Actor } from "~/features/identity/index.ts";
import { mayRunSomeRounds } from "~/features/rounds/index.ts";
import { feature } from "~/platform/feature/feature.server.ts";
import { competencyAbilities } from "./abilities.ts";
import { askingPanel } from "./asking/asking-panel.server.ts";
import { assessmentsForHome } from "./assessments/assessments-for-home.server.ts";
import { assessmentLetters } from "./assessments/letters/kinds.ts";
import {
  nextAssessorReminder,
  remindAssessors,
} from "./assessments/letters/remind-assessors.server.ts";
import {
  closeDueAssessments,
  nextClosing,
} from "./assessments/running/close-due-assessments.server.ts";
import { audited } from "./audited.server.ts";
import { expiryLetter, nextNotice, tellOfExpiries } from "./expiry/tell-of-expiries.server.ts";
import { levelsPanel } from "./levels/levels-panel.server.ts";
import { roundPath } from "./paths/assessment-paths.ts";
import { personal } from "./personal.server.ts";
import { mayReadOwnLevels, mayReadSkillsOfOthers } from "./policy.ts";
import { retention } from "./retention.server.ts";

export default feature<Actor>({
  audited,
  personal,
  retention,
  navigation: [
    {
      href: "/levels",
      label: "competencies:place",
      icon: "framework",
      at: 40,
      shownTo: mayReadOwnLevels,
    },
    {
      href: "/assessments",
      label: "assessments:place",
      icon: "framework",
      at: 42,
      shownTo: mayRunSomeRounds,
    },
    {
      href: "/skills",
      label: "skills:place",
      icon: "framework",
      at: 41,
      // Whether somebody leads others, the page itself finds out.
      shownTo: mayReadSkillsOfOthers,
    },
  ],
  personPanels: async (tx, actor, person) => [
    ...(await askingPanel(tx, actor, person)),
    ...(await levelsPanel(tx, actor, person)),
  ],
  letters: [expiryLetter, ...Object.values(assessmentLetters)],
  roundKinds: [
    {
      kind: "assessment",
      path: roundPath,
      // Nobody is asked under a relationship: who places whom is named.
      relationships: async () => [],
    },
  ],
  tasks: assessmentsForHome,
  clock: {
    act: { "close due assessments": closeDueAssessments },
    remind: { "tell of what runs out": tellOfExpiries, "remind assessors": remindAssessors },
    nextTime: async (tx, scope, now) =>
      earliest([
        await nextNotice(tx, scope, now),
        await nextClosing(tx, scope, now),
        await nextAssessorReminder(tx, scope, now),
      ]),
  },
  abilities: competencyAbilities,
});

function earliest(times: readonly (Date | null)[]): Date | null {
  const known = times.flatMap((time) => time?.getTime() ?? []);
  return known.length === 0 ? null : new Date(Math.min(...known));
}
