import { feature } from "~/platform/feature/feature.server.ts";
import { accountPanel } from "./account-panel.server.ts";
import { checkAuditDaily, nextAuditCheck } from "./audit/check-audit.server.ts";
import { sealRecentAudit } from "./audit/seal-audit.server.ts";
import { audited } from "./audited.server.ts";
import type { Actor } from "./domain/actor.ts";
import { keepAccounts } from "./keep-accounts.server.ts";
import { personal } from "./personal.server.ts";
import { mayAdminister, mayDecideAccess, mayReadAudit, maySeeHolds } from "./policy.ts";
import { retention } from "./retention.server.ts";

export default feature<Actor>({
  audited,
  retention,
  personal,
  personPanels: accountPanel,
  abilities: {
    "decide who is in office, and on the rules of access": mayDecideAccess,
    "see who is in office, decide on changed addresses, send joining links": mayAdminister,
    "see whose changed address waits, of a round of their departments": (actor) =>
      maySeeHolds({ ...actor, letInto: "a round" }, []),
    "read what was done": mayReadAudit,
  },
  clock: {
    tidy: { "seal the audit record": sealRecentAudit, "check the audit record": checkAuditDaily },
    everywhere: keepAccounts,
    nextTime: nextAuditCheck,
  },
});
