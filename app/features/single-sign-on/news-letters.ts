import type { KindOfLetter } from "~/platform/feature/kind-of-letter.ts";
import type { OwnerNews } from "~/platform/jobs/queues.ts";

const news = (name: string): KindOfLetter => ({ name, facts: ["name", "organisation"] });

/** What every owner is told of how people get in: each so that a stranger's hand is seen. */
export const newsLetters = {
  "provider-added": news("sign-on-added"),
  "provider-changed": news("sign-on-changed"),
  "provider-removed": news("sign-on-removed"),
  demanded: news("sign-on-demanded"),
  "not-demanded": news("sign-on-not-demanded"),
  "domain-missing": news("sign-on-domain-missing"),
  "domain-lost": news("sign-on-domain-lost"),
  "break-glass": news("break-glass"),
} satisfies Record<OwnerNews, KindOfLetter>;
