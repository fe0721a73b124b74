import { createContext } from "react-router";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { ReadOnDevice } from "../pseudonyms/read-on-device.server.ts";

/** A text that those who answer by link are told, as they read it. */
export type TextForRaters = {
  audience: string;
  number: number;
  /** Whether it has to be agreed to. */
  mode: "shown" | "agreed";
  publishedOn: string;
  contact: string;
  text: string;
  language: string;
  /** What is set otherwise by now than when it was published. */
  today: string[];
};

/** `isAbout`: others are asked about them as well. */
type Asked = { isAbout: boolean; read: ReadOnDevice };

/**
 * What an organisation tells raters of their data; given by whoever stands above. It is told what their device was
 * shown, and keeps nothing.
 */
export type RaterInformation = {
  waits: (
    tx: Tx,
    scope: OrganisationScope,
    asked: Asked,
  ) => Promise<Pick<TextForRaters, "audience" | "number" | "mode"> | null>;
  read: (
    platform: Pick<Platform, "clock">,
    tx: Tx,
    scope: OrganisationScope,
    asked: Asked,
  ) => Promise<{
    texts: readonly TextForRaters[];
    waits: TextForRaters | null;
    /** How things are set, where nothing was published. */
    settings: readonly string[];
  }>;
};

export const raterInformationContext = createContext<RaterInformation>();
