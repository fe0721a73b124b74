import type { Actor } from "~/features/identity/index.ts";
import {
  A_ROUND,
  asLetInto,
  mayReadFiguresOf,
  mayReadSomeFigures,
  mayRunSomeRounds,
} from "~/features/rounds/index.ts";
import { feature } from "~/platform/feature/feature.server.ts";
import { reportAbilities } from "./abilities.ts";
import { audited } from "./audited.server.ts";
import { firstBundleExpires } from "./pdf/bundle/bundle-reads.server.ts";
import { deleteExpiredBundles } from "./pdf/bundle/delete-expired-bundles.server.ts";
import { makeBundle } from "./pdf/bundle/make-bundle.server.ts";
import { personal } from "./personal.server.ts";
import { reportsForHome } from "./report/for-home.server.ts";
import { searchReports } from "./report/search-reports.server.ts";
import { retention } from "./retention.server.ts";
import { chooseSampleFocus } from "./sample/choose-sample-focus.server.ts";

export default feature<Actor>({
  audited,
  retention,
  personal,
  navigation: [
    {
      href: "/round-reports",
      label: "group-report:place",
      icon: "cycle",
      at: 10,
      // Who runs rounds gets to each from the round itself.
      shownTo: (actor) => mayReadSomeFigures(actor) && !mayRunSomeRounds(actor),
    },
    {
      href: "/reports",
      label: "report:place",
      icon: "report",
      at: 30,
      // Whoever is nobody in the directory gets no report; whoever left may still read theirs.
      shownTo: ({ role, personId }) => role === "leaver" || personId !== null,
    },
  ],
  abilities: {
    "read the figures on whole rounds: of their departments": (actor) =>
      mayReadFiguresOf(asLetInto(actor), A_ROUND),
    "read the figures on whole rounds: any other": (actor) => mayReadFiguresOf(actor, A_ROUND),
    ...reportAbilities,
  },
  tasks: reportsForHome,
  search: searchReports,
  sample: chooseSampleFocus,

  jobs: { "bundle-reports": { work: makeBundle } },
  clock: {
    tidy: { "delete expired files of reports": deleteExpiredBundles },
    nextTime: firstBundleExpires,
  },
});
