import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type AwayQuestion, type AwayTold, awayQuestions } from "../domain/away/tell-away.ts";
import { type OwnAwayTest, ownAwayTest } from "./away-reads.server.ts";

export type AwayResultPage = Omit<OwnAwayTest, "own" | "told"> & {
  minimum: number | null;
  questions: {
    question: AwayQuestion;
    /** From 1 to 3; 0 where they could not say. */
    own: number;
    /** Null while it is answered or counted, and where it was called off. */
    team: AwayTold | null;
  }[];
};

/** One's own answers, and once it was closed what one's team says beside them; null for anybody else's. */
export function awayResultPage(
  platform: Pick<Platform, "database">,
  actor: Actor,
  id: string,
): Promise<AwayResultPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const found = await ownAwayTest(tx, actor, id);
    if (!found) return null;
    const { own, told, ...test } = found;
    return {
      ...test,
      minimum: told?.minimum ?? null,
      questions: awayQuestions.map((question, at) => ({
        ...{ question, own: own[at] ?? 0, team: told?.questions[question] ?? null },
      })),
    };
  });
}
