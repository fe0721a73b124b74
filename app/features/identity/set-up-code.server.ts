import { createHmac, timingSafeEqual } from "node:crypto";

/** The code that lets someone set up this server: printed at its start, so that only its operator has it. */
export function setUpCode(secret: string): string {
  const digits = createHmac("sha256", secret).update("set-up code").digest("hex").slice(0, 12);
  return digits.replace(/(.{4})(?=.)/g, "$1-");
}

export function isSetUpCode(secret: string, given: string): boolean {
  const tidy = given.trim().toLowerCase();
  const code = setUpCode(secret);
  return (
    Buffer.byteLength(tidy) === code.length && timingSafeEqual(Buffer.from(tidy), Buffer.from(code))
  );
}
