import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Found, FoundGroup } from "~/platform/feature/found.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { wordsFound } from "~/platform/search/words-found.ts";
import { builtInFramework } from "./built-in.server.ts";
import { frameworkInLanguage } from "./framework-in-language.server.ts";
import { builtInHref, competencyHref } from "./own/hrefs.ts";
import { ownFrameworks } from "./own/own-framework-reads.server.ts";
import { mayKeepRoleProfiles, mayReadFrameworks } from "./policy.ts";
import { publishedNames } from "./reading/framework-reading-reads.server.ts";
import { allRoles } from "./roles/role-reads.server.ts";

/**
 * Frameworks and competencies that words find by name, of what is published, and to HR drafts and roles, by job title
 * as well. What is whole comes before its parts.
 */
export async function searchFrameworks(
  _: Platform,
  tx: Tx,
  actor: Actor,
  words: string,
): Promise<FoundGroup> {
  const group = { id: "frameworks", title: readerTexts().t("frameworks:searched") };
  if (!mayReadFrameworks(actor)) return { ...group, found: [] };
  return {
    ...group,
    found: [
      ...(await roles(tx, actor, words)),
      ...builtIn(words),
      ...(await frameworks(tx, actor, words)),
      ...(await competencies(tx, actor, words)),
    ],
  };
}

async function roles(tx: Tx, actor: Actor, words: string): Promise<Found[]> {
  const all = mayKeepRoleProfiles(actor) ? [...(await allRoles(tx, actor)).values()] : [];
  return all
    .filter(({ name, archivedOn, versions }) => {
      const titles = versions.flatMap(({ match }) => match.titles);
      return archivedOn === null && wordsFound(words, name, ...titles);
    })
    .map(({ id, name }) => ({ href: `/roles/${id}`, label: name }));
}

function builtIn(words: string): Found[] {
  const { name, competencies } = frameworkInLanguage(builtInFramework(), readerLanguage());
  return [
    ...(wordsFound(words, name) ? [{ href: builtInHref(), label: name }] : []),
    ...competencies
      .filter((competency) => wordsFound(words, competency.name))
      .map((competency) => ({
        ...{ href: builtInHref(competency.key), label: competency.name, detail: name },
      })),
  ];
}

async function frameworks(tx: Tx, actor: Actor, words: string): Promise<Found[]> {
  const all = await ownFrameworks(tx, actor);
  return all
    .filter(({ name }) => wordsFound(words, name))
    .map(({ id, name, version }) => ({
      ...{ href: version ? `/frameworks/${id}` : `/frameworks/${id}/draft`, label: name },
    }));
}

async function competencies(tx: Tx, actor: Actor, words: string): Promise<Found[]> {
  const names = await publishedNames(tx, actor);
  return names
    .filter(({ name, otherNames }) => wordsFound(words, name, ...otherNames))
    .map(({ frameworkId, framework, id, name }) => ({
      ...{ href: competencyHref(frameworkId, id), label: name, detail: framework },
    }));
}
