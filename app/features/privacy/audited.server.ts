import type { Actor } from "~/features/identity/index.ts";
import type { Audited } from "~/platform/feature/audited.ts";

export const audited: Audited<Actor> = {
  words: "acts-privacy",
  actions: {
    "retention.chosen": "whole",
    "retention.forgotten": "whole",
    "hold.placed": "whole",
    "hold.ended": "whole",
    "information.written": "whole",
    "information.published": "whole",
  },
};
