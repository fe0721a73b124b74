import { X509Certificate } from "node:crypto";
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

/** As an owner pastes them, one below the other. */
const certificates = z
  .string("missing")
  .trim()
  .min(1, "missing")
  .max(20_000, "too-long")
  .transform((pasted): string[] =>
    [...pasted.matchAll(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g)].map(
      ([pem]) => pem,
    ),
  )
  .refine((found) => found.length > 0 && found.every(isCertificate), "malformed")
  .refine((found) => found.length <= 3, "too-long");

export const samlInput = z.object({
  ...common,
  issuer: text(1000),
  entryPoint: address,
  certificates,
});

export type SamlInput = z.output<typeof samlInput>;

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).publicKey.type === "public";
  } catch {
    return false;
  }
}

export type ProviderInput = z.output<typeof oidcInput>;
