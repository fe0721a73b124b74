import type { Actor } from "~/features/identity/index.ts";
import { feature } from "~/platform/feature/feature.server.ts";
import { audited } from "./audited.server.ts";
import { lookAgain, nextLookAgain } from "./domains/look-again.server.ts";
import { newsLetters } from "./news-letters.ts";
import { personal } from "./personal.server.ts";
import { maySetSignOn } from "./policy.ts";
import { samlDoor } from "./saml/saml-door.server.ts";
import { tellOwners } from "./tell-owners.server.ts";

export default feature<Actor>({
  audited,
  personal,
  letters: Object.values(newsLetters),
  doors: [samlDoor],
  jobs: { "tell-owners": { work: tellOwners } },
  clock: {
    act: { "look for the proof of domains again": lookAgain },
    nextTime: nextLookAgain,
  },
  abilities: {
    "say by whose word people get in (single sign-on), and whether by it alone": maySetSignOn,
  },
});
