import { say } from "~/platform/open-pages/say.ts";
import type { GuideView } from "./guide-view.ts";

/** How many were found, in words. */
export function foundText({ said, language }: GuideView, count: number): string {
  return say(said, language, count === 0 ? "nothing" : "found", { count });
}
