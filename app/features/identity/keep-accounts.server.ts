import type { Platform } from "~/platform/platform.server.ts";
import { forgetOldTries } from "./forget-old-tries.server.ts";
import { settleWishes } from "./own-address/finish-wish.server.ts";

/** What comes by the clock and belongs to accounts, which are no organisation's. */
export async function keepAccounts(platform: Platform): Promise<void> {
  await forgetOldTries(platform);
  await settleWishes(platform);
}
