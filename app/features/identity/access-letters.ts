import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { LimitedOffice, Office } from "./domain/office.ts";

/** Somebody of the directory who has an address and can be let in. */
export type AddressedPerson = {
  personId: string;
  name: string;
  email: string;
  linkVersion: number;
  /** What they read, where their record says. */
  language: string | null;
};

export type AccessLetter = (
  platform: Platform,
  tx: Tx,
  scope: OrganisationScope,
  person: AddressedPerson,
) => Promise<void>;

/** Letters about getting in. They stand above identity, so they are handed in. */
export type AccessLetters = {
  /** That somebody has an office now, with the way in. */
  appointment: Record<Office | LimitedOffice, AccessLetter>;
  /** The way to open an account. */
  joining: AccessLetter;
};
