import { feature } from "~/platform/feature/feature.server.ts";
import { firstBundleExpires } from "./pdf/bundle/bundle-reads.server.ts";
import { deleteExpiredBundles } from "./pdf/bundle/delete-expired-bundles.server.ts";
import { makeBundle } from "./pdf/bundle/make-bundle.server.ts";

export default feature({
  jobs: { "bundle-reports": { work: makeBundle } },
  clock: {
    tidy: { "delete expired files of reports": deleteExpiredBundles },
    nextTime: firstBundleExpires,
  },
});
