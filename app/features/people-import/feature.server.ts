import type { Actor } from "~/features/identity/index.ts";
import { feature } from "~/platform/feature/feature.server.ts";
import { LARGEST_UPLOAD } from "~/platform/http/largest-upload.ts";
import { audited } from "./audited.server.ts";
import { eraseOldFiles, nextToErase } from "./erase-old-files.server.ts";
import { personal } from "./personal.server.ts";
import { mayImportPeople } from "./policy.ts";
import { retention } from "./retention.server.ts";

export default feature<Actor>({
  audited,
  retention,
  personal,
  uploads: [{ path: "/people/import", largest: LARGEST_UPLOAD }],
  abilities: { "bring people in by a file": mayImportPeople },
  clock: {
    tidy: { "erase files that nobody came back to": eraseOldFiles },
    nextTime: nextToErase,
  },
});
