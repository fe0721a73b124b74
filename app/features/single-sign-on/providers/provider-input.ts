import { z } from "zod";
import { JOINS } from "../domain/provider.ts";

const text = (most: number) => z.string("missing").trim().min(1, "missing").max(most, "too-long");
const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most, "too-long")
    .default("")
    .transform((typed) => (typed === "" ? null : typed));

const common = {
  name: text(60),
  joins: z.literal(JOINS, "unknown"),
  bothSteps: z.literal("on").optional(),
  groupClaim: optional(200),
  adminGroup: optional(200),
  analystGroup: optional(200),
};

/** An address of the provider's, without what would make it mean somewhere or somebody else. */
const address = text(1000).refine(
  (typed) =>
    URL.canParse(typed) && /^https?:$/.test(new URL(typed).protocol) && !/[#@\s]/.test(typed),
  "malformed",
);

export const oidcInput = z.object({
  ...common,
  issuer: address.refine((typed) => !typed.includes("?"), "malformed"),
  clientId: text(500),
  /** Left empty, the one that is kept stays. */
  clientSecret: optional(2000),
});

export type ProviderInput = z.output<typeof oidcInput>;
