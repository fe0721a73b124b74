import { z } from "zod";

/** Names a framework: the key of a built-in one, or the id of one of an organisation's own. */
export const frameworkName = z.string().min(1).max(300);

/** A competency, whatever version of its framework is meant: whoever says a level of it says the version as well. */
export const competencyRef = z.strictObject({
  framework: frameworkName,
  competency: z.string().min(1).max(300).describe("Its key or id in the framework."),
});
export type CompetencyRef = z.output<typeof competencyRef>;
