import bothHats from "../../../../content/role-profiles/both-hats.v1.json";
import { type ReadyMade, readyMadeSchema } from "../domain/roles/ready-made.ts";

/** Role profiles to copy, over the framework that every organisation starts with. */
export function readyMade(): ReadyMade {
  return readyMadeSchema.parse(bothHats);
}
