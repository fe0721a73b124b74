import type { Actor } from "~/features/identity/index.ts";
import { mayReadSomeFigures } from "~/features/rounds/index.ts";
import { feature } from "~/platform/feature/feature.server.ts";
import { LARGEST_UPLOAD } from "~/platform/http/largest-upload.ts";
import { audited } from "./audited.server.ts";
import { calendarOf } from "./calendar-of.server.ts";
import { chartersForHome } from "./charter/charters-for-home.server.ts";
import { clearOutsForHome } from "./clear-out/clear-outs-for-home.server.ts";
import { delegationsForHome } from "./delegations/delegations-for-home.server.ts";
import { letterWays } from "./nudges/nudge-link.server.ts";
import { firstNudgeAt } from "./nudges/nudge-store.server.ts";
import { sendDueNudges } from "./nudges/send-due-nudges.server.ts";
import { personal } from "./personal.server.ts";
import { planForHome } from "./plan-for-home.server.ts";
import {
  mayAgreeCharters,
  mayHavePlan,
  mayKeepPractices,
  mayReadPractices,
  mayReadPublicPlans,
  mayTickAction,
} from "./policy.ts";
import { nudgeLetter } from "./practice/nudge-letter.ts";
import { practiceForHome } from "./practice/practice-for-home.server.ts";
import { tellFollowThrough } from "./proof/tell-follow-through.server.ts";
import { retention } from "./retention.server.ts";
import { liveSamplePlans } from "./sample/live-sample-plans.server.ts";

export default feature<Actor>({
  audited,
  personal,
  retention,
  sample: liveSamplePlans,
  uploads: [{ path: "/plan/time/calendar", largest: LARGEST_UPLOAD }],
  letters: [nudgeLetter],
  letterWays,
  clock: {
    act: { "tell what is followed through": tellFollowThrough },
    remind: { "nudge whoever practises": sendDueNudges },
    nextTime: firstNudgeAt,
  },
  calendar: calendarOf,
  tasks: async (platform, tx, actor) => {
    const { tasks = [] } = await delegationsForHome(platform, tx, actor);
    const clearOuts = await clearOutsForHome(platform, tx, actor);
    const practice = await practiceForHome(platform, tx, actor);
    const plan = await planForHome(platform, tx, actor);
    const charters = await chartersForHome(platform, tx, actor);
    return { tasks: [...practice, ...plan, ...charters, ...clearOuts, ...tasks] };
  },
  navigation: [
    {
      href: "/follow-through",
      label: "proof:place",
      icon: "report",
      at: 24,
      shownTo: mayReadSomeFigures,
    },
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
      href: "/charters",
      label: "charters:place",
      icon: "framework",
      at: 14,
      secondary: true,
      shownTo: mayAgreeCharters,
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
    "read how many in a round did something after their report, and never who": mayReadSomeFigures,
    "have a development plan, and read those that others share with them": mayHavePlan,
    "agree on what their job is, in writing, with whoever leads them or with HR": mayHavePlan,
    "be asked to agree on what somebody's job is": mayAgreeCharters,
    "practise one thing for 30 days, which nobody else reads": mayHavePlan,
    "keep a register of their own decisions, which nobody else reads": mayHavePlan,
    "see where their time goes, by hand or from their calendar, which nobody else reads":
      mayHavePlan,
    "name with those they lead what nobody needs, and see a month later whether it stopped":
      mayHavePlan,
    "read what executives show of their plans": mayReadPublicPlans,
    "say how far an action of theirs is, in a plan that is shared with them": (actor) =>
      mayHavePlan(actor) &&
      mayTickAction(actor, { isOwnPlan: false, ownerId: actor.personId, intent: "done" }),
    "read what helps with each behaviour": mayReadPractices,
    "add and hide practices": mayKeepPractices,
  },
});
