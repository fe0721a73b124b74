import type { Actor } from "~/features/identity/index.ts";
import type { Retention } from "~/platform/feature/retention.ts";
import { KEPT_DAYS } from "./erase-old-files.server.ts";

export const retention: Retention<Actor> = {
  fixed: [{ words: "kept-people-import:fixed.files", values: { days: KEPT_DAYS } }],
};
