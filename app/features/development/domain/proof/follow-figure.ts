import type { FollowStep } from "./followed.ts";

/** By what name the count of a step is told, and moves. */
export const followFigure = (step: FollowStep): string => `followed ${step}`;
