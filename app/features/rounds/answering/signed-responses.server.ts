import { isSigned } from "~/features/questionnaires/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { pseudonymsIn } from "../pseudonyms/pseudonym.server.ts";
import { isOfKind } from "../reach/reach-reads.server.ts";
import { ratersWithOrigin } from "../reads/rater-origin-reads.server.ts";
import { ratersBehind } from "./raters-behind.server.ts";
import { type SubmittedResponse, submittedResponses } from "./response-store.server.ts";

/** A response whose rater may have wished that their name stands beside it. */
export type SignedResponse = Omit<SubmittedResponse, "rater"> & { signer: string | null };

type Asked = {
  secret: string;
  /** Since when an address that others changed counts for nobody, and signs for nobody. */
  since: Date;
};

/**
 * Every submitted response of a round of suggestions, with who gave those alone that were signed; found in memory, for
 * closing. What a signature is no caller says, and a round of another kind, where nobody signs, is refused.
 * Whoever got another address meanwhile may be somebody else: nobody's name stands beside what came from there.
 */
export async function signedResponses(
  tx: Tx,
  round: { organisationId: string; id: string },
  { secret, since }: Asked,
): Promise<SignedResponse[]> {
  if (!(await isOfKind(tx, round, round.id, ["suggestion"])))
    throw new Error("only suggestions are signed");
  const pseudonym = await pseudonymsIn(tx, round, secret);
  const raters = pseudonym ? await ratersWithOrigin(tx, round, undefined, since) : [];
  const people = new Map(
    raters
      .filter(({ readdressedDuringRound }) => !readdressedDuringRound)
      .map((asked) => [pseudonym?.(asked).toString("base64"), asked.personId]),
  );
  const behind = await ratersBehind(tx, round, secret, since);
  const signer = (given: Buffer) => people.get(given.toString("base64")) ?? null;
  const responses = await submittedResponses(tx, round, (given) => ({
    ...behind(given),
    // Hands are told apart by a number elsewhere; here by who it is, and never beyond this file.
    rater: signer(given) ?? "",
  }));
  return responses.map(({ rater, ...response }) => ({
    ...response,
    signer: rater !== "" && isSigned(response) ? rater : null,
  }));
}
