import type { Actor } from "~/features/identity/index.ts";
import { feature } from "~/platform/feature/feature.server.ts";
import { audited } from "./audited.server.ts";
import { delegationsForHome } from "./delegations/delegations-for-home.server.ts";
import { personal } from "./personal.server.ts";
import { mayHavePlan, mayKeepPractices, mayReadPractices, mayTickAction } from "./policy.ts";
import { retention } from "./retention.server.ts";

export default feature<Actor>({
  audited,
  personal,
  retention,
  tasks: delegationsForHome,
  navigation: [
    { href: "/plan", label: "plan:place", icon: "edit", at: 35, shownTo: mayHavePlan },
    {
      href: "/plans",
      label: "plan:placeShared",
      icon: "inbox",
      at: 13,
      secondary: true,
      shownTo: mayHavePlan,
    },
    {
      href: "/practices",
      label: "practices:place",
      icon: "framework",
      at: 12,
      secondary: true,
      shownTo: mayReadPractices,
    },
  ],
  destinations: [{ of: "focus", label: "plan:fromReport", href: "/plan", shownTo: mayHavePlan }],
  abilities: {
    "have a development plan, and read those that others share with them": mayHavePlan,
    "keep a register of their own decisions, which nobody else reads": mayHavePlan,
    "say how far an action of theirs is, in a plan that is shared with them": (actor) =>
      mayHavePlan(actor) &&
      mayTickAction(actor, { isOwnPlan: false, ownerId: actor.personId, intent: "done" }),
    "read what helps with each behaviour": mayReadPractices,
    "add and hide practices": mayKeepPractices,
  },
});
