import type { Actor } from "~/features/identity/index.ts";
import { feature } from "~/platform/feature/feature.server.ts";
import { competencyAbilities } from "./abilities.ts";
import { askingPanel } from "./asking/asking-panel.server.ts";
import { audited } from "./audited.server.ts";
import { expiryLetter, nextNotice, tellOfExpiries } from "./expiry/tell-of-expiries.server.ts";
import { levelsPanel } from "./levels/levels-panel.server.ts";
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
  letters: [expiryLetter],
  clock: { remind: { "tell of what runs out": tellOfExpiries }, nextTime: nextNotice },
  abilities: competencyAbilities,
});
