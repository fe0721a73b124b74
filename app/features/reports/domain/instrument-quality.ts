import {
  bundle,
  type Disclosed,
  type DisclosurePolicy,
  derive,
  discloseRound,
  type ProtectedTable,
  protectTable,
  type RoundFigure,
  type RoundSize,
} from "@twohats/disclosure";
import { cronbachAlpha, itemRest, matrixOf, quantile } from "@twohats/psychometrics";
import { itemsOfCompetency, type Measure } from "~/features/questionnaires/domain/index.ts";
import { raterScore } from "./pooled-spreads.ts";
import type { ScoredResponse } from "./rated-response.ts";

/** A response and the language its rater reads; null where that is not known. */
export type SpokenResponse = ScoredResponse & { language: string | null };

/** Mean ratings of one item by language of the raters and by how high they rate the rest of its competency. */
export type LanguageTables = { means: ProtectedTable; squares: ProtectedTable };

/** Why nobody can look at an item language by language. */
export type LanguageRefusal = "one-language" | "few-raters";

type Alpha = { alpha: number | null; low: number | null; high: number | null; n: number };
type ItemRestNumbers = { r: number | null; n: number };

/**
 * What a round tells of its questionnaire: how reliable competencies are, how items go with the rest of theirs, and
 * what it takes to look for items that mean something else in another language (differential item functioning, Mantel
 * 1963: means and mean squares by language and score band). Frozen when the round closes, since its answers are gone
 * then.
 */
export type InstrumentQuality = {
  format: 1;
  /** Responses of others, and groups of them. */
  size: RoundSize;
  competencies: Record<string, RoundFigure<Alpha>>;
  items: Record<
    string,
    {
      rest: RoundFigure<ItemRestNumbers>;
      byLanguage: { shown: true; tables: LanguageTables } | { shown: false; why: LanguageRefusal };
    }
  >;
};

const BANDS = ["low", "middle", "high"] as const;
/**
 * People in a cell of two tables about the same people: with a mean and a mean square of five, their answers would
 * follow.
 */
const LEAST_IN_CELL = 10;

/** Looks at a questionnaire over a whole round, by raters who count. Self-ratings stay out. */
export function instrumentQuality(
  measure: Measure,
  responses: readonly SpokenResponse[],
  policy: DisclosurePolicy,
): Disclosed<InstrumentQuality> {
  const others = responses.filter(({ relationship, counts }) => relationship !== "self" && counts);
  const groups = new Set(
    others.map(({ participantId, relationship }) => `${participantId} ${relationship}`),
  );
  const size = { groups: groups.size, responses: others.length };
  const strict = { ...policy, minimumInTables: Math.max(policy.minimumInTables, LEAST_IN_CELL) };
  const ofCompetency = measure.competencies.map(({ id }) => {
    const indexes = itemsOfCompetency(measure, id);
    const table = matrixOf(
      others.map(({ ratings }) => indexes.map((at) => ratings[at] ?? Number.NaN)),
    );
    const rest = others.length === 0 ? null : itemRest(table);
    return { id, indexes, alpha: alphaOf(table), rest };
  });
  const competencies = ofCompetency.map(
    ({ id, alpha }) => [id, discloseRound(size, alpha, policy)] as const,
  );
  const items = ofCompetency.flatMap(({ indexes, rest }) =>
    indexes.flatMap((at, place) => {
      const item = measure.items[at];
      if (!item) return [];
      const own = rest?.perItem[place];
      const numbers = { r: own?.r ?? null, n: own?.n ?? 0 };
      const tables = byLanguage(
        others,
        { at, rest: indexes.filter((each) => each !== at) },
        strict,
      );
      return [[item.id, { rest: discloseRound(size, numbers, policy), tables }] as const];
    }),
  );
  const parts = bundle({
    competencies: bundle(Object.fromEntries(competencies)),
    rest: bundle(Object.fromEntries(items.map(([id, { rest }]) => [id, rest]))),
    tables: bundle(
      Object.fromEntries(
        items.flatMap(([id, { tables }]) => (tables === null ? [] : [[id, tables] as const])),
      ),
    ),
  });
  return derive(parts, (shown) => ({
    format: 1,
    // Asked and answered counts of a round are known to HR.
    size,
    competencies: shown.competencies,
    items: Object.fromEntries(
      Object.entries(shown.rest).map(([id, rest]) => [
        id,
        { rest, byLanguage: readable(shown.tables[id]) },
      ]),
    ),
  }));
}

function alphaOf(table: Parameters<typeof cronbachAlpha>[0]): Alpha {
  const found = cronbachAlpha(table);
  return {
    alpha: found?.alpha ?? null,
    low: found?.lower ?? null,
    high: found?.upper ?? null,
    n: found?.n ?? 0,
  };
}

/** Two tables, languages by score bands; null where everyone reads one language. */
function byLanguage(
  responses: readonly SpokenResponse[],
  { at, rest }: { at: number; rest: readonly number[] },
  policy: DisclosurePolicy,
): Disclosed<LanguageTables> | null {
  const rows = responses.flatMap(({ language, ratings }) => {
    const value = ratings[at] ?? null;
    const score = raterScore(ratings, rest);
    return language === null || value === null || score === null
      ? []
      : [{ language, value, score }];
  });
  const languages = [...new Set(rows.map(({ language }) => language))].sort();
  if (languages.length < 2) return null;
  const scores = rows.map(({ score }) => score);
  const cuts = [quantile(scores, 1 / 3), quantile(scores, 2 / 3)];
  const bandOf = (score: number) =>
    BANDS[cuts.filter((cut) => cut !== null && score > cut).length] ?? "high";
  const cells = Map.groupBy(rows, ({ language, score }) => `${language} ${bandOf(score)}`);
  const table = (of: (value: number) => number) =>
    protectTable(
      {
        rows: languages,
        columns: BANDS,
        cells: languages.map((language) =>
          BANDS.map((band) => {
            const own = cells.get(`${language} ${band}`) ?? [];
            return { n: own.length, sum: own.reduce((sum, { value }) => sum + of(value), 0) };
          }),
        ),
      },
      policy,
    );
  return bundle({ means: table((value) => value), squares: table((value) => value ** 2) });
}

/** An item can be looked at language by language where two of them are shown in one band at least. */
function readable(
  tables: LanguageTables | undefined,
): InstrumentQuality["items"][string]["byLanguage"] {
  if (!tables) return { shown: false, why: "one-language" };
  const { cells } = tables.means;
  const comparable = BANDS.some(
    (_, band) => cells.filter((row) => row[band]?.shown === true).length >= 2,
  );
  return comparable ? { shown: true, tables } : { shown: false, why: "few-raters" };
}
