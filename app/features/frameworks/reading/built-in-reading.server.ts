import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import { builtInFramework } from "../built-in.server.ts";
import type { Framework } from "../domain/framework.ts";
import { inProfile } from "../domain/in-profile.ts";
import { frameworkInLanguage } from "../framework-in-language.server.ts";

export type BuiltInReading = {
  framework: Framework;
  profiles: { key: string; name: string; description: string }[];
  /** The profile that it is read in; null for everybody. */
  profile: string | null;
};

/** The newest built-in framework as somebody reads it; null for a profile that there is not. */
export function builtInReading(query: URLSearchParams): BuiltInReading | null {
  const whole = frameworkInLanguage(builtInFramework(), readerLanguage());
  const profile = query.get("profile") || null;
  const framework = profile === null ? whole : inProfile(whole, profile);
  const profiles = (whole.profiles ?? []).map(({ key, name, description }) => ({
    ...{ key, name, description },
  }));
  return framework && { framework, profiles, profile };
}
