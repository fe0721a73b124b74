import {
  type CommentDecision,
  type Disclosed,
  type DisclosurePolicy,
  decideComments,
} from "@twohats/disclosure";

/** What one rater suggested, with who they are only where they wished that their name stands beside it. */
export type Suggested = {
  signer: string | null;
  /** Whether they count towards a minimum. */
  counts: boolean;
  /** By behaviour. */
  comments: Readonly<Partial<Record<string, string>>>;
};

export type Signed = { item: string; signedBy: string; word: string };

/** All who wrote without a name are one pool: a group of few would say of whom a word is. */
const POOL = "others";

/**
 * What may be read of suggestions. What is signed stands under its name. What is not is shown together, for each
 * behaviour from as many writers who count as the round promised, not counting those who signed: whoever knows these is
 * left with the others, who are then at least as many. Where they are fewer nothing is told of them, not how few.
 */
export function tellSuggestions(
  items: readonly string[],
  suggested: readonly Suggested[],
  policy: DisclosurePolicy,
  seed: string,
): { signed: Signed[]; unsigned: Disclosed<CommentDecision> } {
  const signed = suggested.flatMap(({ signer, comments }) =>
    items.flatMap((item) => {
      const word = comments[item]?.trim() ?? "";
      return signer === null || word === "" ? [] : [{ item, signedBy: signer, word }];
    }),
  );
  const unsigned = suggested
    .filter(({ signer }) => signer === null)
    .flatMap(({ counts, comments }) =>
      items.map((question) => ({
        ...{ relationship: POOL, question, text: comments[question] ?? "", counts },
      })),
    );
  return { signed, unsigned: decideComments(unsigned, suggestionPolicy(policy), seed) };
}

/** The stricter of the two minima that the round promised; nobody is recognised by their group, as nobody has one. */
function suggestionPolicy(policy: DisclosurePolicy): DisclosurePolicy {
  const { minimum, minimumFor, minimumCommenters } = policy;
  const least = Math.max(minimum, minimumCommenters, ...Object.values(minimumFor));
  return { ...policy, identified: [], outsideAll: [], minimumFor: {}, minimumCommenters: least };
}

/** What somebody reads to one behaviour without a name; null where too few wrote. */
export function unsignedTo(decision: CommentDecision, item: string): readonly string[] | null {
  const own = decision.questions.find(({ question }) => question === item);
  if (!own?.anonymous.shown) return null;
  return own.groups.flatMap(({ texts }) => texts);
}
