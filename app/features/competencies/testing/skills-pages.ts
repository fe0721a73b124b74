import type { Actor } from "~/features/identity/index.ts";
import type { TestDatabase } from "../../../../test/database/test-database.ts";
import { coverPage } from "../cover/cover-page.server.ts";
import { needsPage } from "../cover/needs-page.server.ts";
import { teamPage } from "../cover/team-page.server.ts";
import { readCoverQuery } from "../domain/cover/cover-query.ts";
import { readNeedsQuery } from "../domain/cover/needs-query.ts";
import { readTeamQuery } from "../domain/cover/team-query.ts";
import { readMatrixQuery } from "../domain/tables/matrix-query.ts";
import { levelsFile } from "../matrix/levels-file.server.ts";
import { matrixPage } from "../matrix/matrix-page.server.ts";

/** The pages of skills in one framework, for whoever asks, by what follows the "?" of their addresses. */
export function skillsPages({ platform }: TestDatabase, framework: string) {
  const asked = (told: string) => new URLSearchParams(`framework=${framework}&${told}`);
  const matrix = (actor: Actor, told = "") =>
    matrixPage(platform, actor, readMatrixQuery(asked(told)));
  return {
    matrix,
    cover: (actor: Actor, told = "") => coverPage(platform, actor, readCoverQuery(asked(told))),
    team: (actor: Actor, told = "") => teamPage(platform, actor, readTeamQuery(asked(told))),
    needs: (actor: Actor, told = "") => needsPage(platform, actor, readNeedsQuery(asked(told))),
    file: (actor: Actor, told = "") => levelsFile(platform, actor, readMatrixQuery(asked(told))),
    names: async (actor: Actor, told = "") =>
      page(await matrix(actor, told)).rows.map(({ name }) => name),
  };
}

/** What a page is, where there is one. */
export function page<Page>(found: Page | "nobody" | null): Page {
  if (found === null || found === "nobody") throw new Error(`no page: ${found}`);
  return found;
}

export type SkillsPages = ReturnType<typeof skillsPages>;
