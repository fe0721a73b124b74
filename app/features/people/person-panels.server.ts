import { createContext } from "react-router";
import type { Actor } from "~/features/identity/index.ts";
import type { PersonPanel, PersonShown } from "~/platform/feature/person-panel.ts";
import type { Platform } from "~/platform/platform.server.ts";

/** What every feature has on the page of a person; given by whoever knows all features. */
export const personPanelsContext =
  createContext<
    (platform: Platform, actor: Actor, person: PersonShown) => Promise<PersonPanel[]>
  >();
