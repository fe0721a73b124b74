import type { Actor } from "~/features/identity/index.ts";
import { feature } from "~/platform/feature/feature.server.ts";
import { LARGEST_UPLOAD } from "~/platform/http/largest-upload.ts";
import { audited } from "./audited.server.ts";
import { mayKeepQuestionnaires } from "./policy.ts";

export default feature<Actor>({
  audited,
  uploads: [{ path: "/questionnaires/:questionnaire/draft/import", largest: LARGEST_UPLOAD }],
  navigation: [
    {
      href: "/questionnaires",
      label: "questionnaires:title",
      icon: "framework",
      at: 12,
      secondary: true,
      shownTo: mayKeepQuestionnaires,
    },
  ],
  abilities: { "make, change and publish questionnaires": mayKeepQuestionnaires },
});
