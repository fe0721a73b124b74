import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";

export type AppointedPerson = {
  personId: string;
  name: string;
  email: string;
  linkVersion: number;
  /** What they read, where their record says. */
  language: string | null;
};

/** Tells someone that they are an administrator now. Letters stand above identity, so this is handed in. */
export type AppointmentLetter = (
  platform: Platform,
  tx: Tx,
  scope: OrganisationScope,
  person: AppointedPerson,
) => Promise<void>;
