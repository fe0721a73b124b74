import bothHats from "../../../content/frameworks/both-hats.v1.json";
import { type Framework, parseFramework } from "./domain/framework.ts";

/** The framework that every organisation starts with. */
export function builtInFramework(): Framework {
  return parseFramework(bothHats);
}
