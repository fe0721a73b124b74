import { feature } from "~/platform/feature/feature.server.ts";
import { accountPanel } from "./account-panel.server.ts";
import { sealAudit } from "./audit/seal-audit.server.ts";
import type { Actor } from "./domain/actor.ts";
import { keepAccounts } from "./keep-accounts.server.ts";
import { personal } from "./personal.server.ts";
import { mayAdminister, mayDecideAccess } from "./policy.ts";

export default feature<Actor>({
  personal,
  personPanels: accountPanel,
  abilities: {
    "decide who is in office, and on the rules of access": mayDecideAccess,
    "see who is in office, and decide on changed addresses": mayAdminister,
  },
  clock: { tidy: { "seal the audit record": sealAudit }, everywhere: keepAccounts },
});
