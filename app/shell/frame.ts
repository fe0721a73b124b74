import type { ReactNode } from "react";
import type { Brand } from "./brand.ts";

export interface NavigationItem {
  href: string;
  label: string;
  icon: ReactNode;
  current?: boolean;
  /** Things waiting there; nothing is shown for 0. */
  waiting?: number;
}

export type ThemeChoice = "light" | "dark" | "system";

/** What the frame around a signed-in page shows. */
export interface Frame {
  /** In order of use; a phone's bar shows the first four. */
  navigation: readonly NavigationItem[];
  /** Rarely used places, such as settings. */
  secondary?: readonly NavigationItem[];
  organisationName: string;
  brand?: Brand | null;
  personName: string;
  homeHref?: string;
  accountHref?: string;
  /** Where the sign-out form posts. */
  signOutAction?: string;
  theme: ThemeChoice;
  /** Where a change of theme leads back to. */
  returnTo?: string;
}
