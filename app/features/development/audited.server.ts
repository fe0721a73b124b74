import type { Actor } from "~/features/identity/index.ts";
import type { Audited } from "~/platform/feature/audited.ts";

/** What it records, and how much of it is shown to those who may read the audit record. */
export const audited: Audited<Actor> = {
  words: "acts-development",
  actions: {
    "practice.added": "whole",
    "practice.changed": "whole",
    "practice.hidden": "whole",
    "practice.offered": "whole",
    "plan.begun": "hidden",
    "plan.area-added": "hidden",
    "plan.area-changed": "hidden",
    "plan.area-reached": "hidden",
    "plan.area-dropped": "hidden",
    "plan.area-reopened": "hidden",
    "plan.action-added": "hidden",
    "plan.action-changed": "hidden",
    "plan.action-done": "hidden",
    "plan.action-again": "hidden",
    "plan.action-dropped": "hidden",
    "plan.starter-taken": "hidden",
    "plan.overruled": "hidden",
    "plan.commented": "hidden",
    "plan.ended": "hidden",
    "plan.shared": "hidden",
    "plan.share-revoked": "hidden",
    "delegation.added": "hidden",
    "delegation.changed": "hidden",
    "delegation.removed": "hidden",
    "delegation.handed-over": "hidden",
    "delegation.taken-back": "hidden",
    "delegation.reviewed": "hidden",
    "delegation.undone": "hidden",
  },
};
