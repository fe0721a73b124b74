/**
 * node bench/competencies/matrix.ts: an organisation of 10,000 people and a framework of 200 competencies, with
 * evidence of a tenth of the cells. Targets, of the server's own computing: figures of cover of all of it under 100 ms,
 * the whole page of it under 500 ms for whoever looks after somebody else did that day, a table of 200 x 60 under 300
 * ms. Beside it what the first who looks that day has, the other pages, and as a reference the same levels read one by
 * one as a person's page reads them. The middle of five, wall time beside computing. Ends with 1 above a target.
 */
import type pg from "pg";
import type * as CoverPage from "../../app/features/competencies/cover/cover-page.server.ts";
import type * as NeedsPage from "../../app/features/competencies/cover/needs-page.server.ts";
import type * as Figures from "../../app/features/competencies/domain/cover/cover-figures.ts";
import type * as CoverQuery from "../../app/features/competencies/domain/cover/cover-query.ts";
import type * as NeedsQuery from "../../app/features/competencies/domain/cover/needs-query.ts";
import type * as Query from "../../app/features/competencies/domain/tables/matrix-query.ts";
import type * as Table from "../../app/features/competencies/levels/table-levels.server.ts";
import type * as MatrixPage from "../../app/features/competencies/matrix/matrix-page.server.ts";
import type * as OneByOne from "../../app/features/competencies/testing/levels-one-by-one.ts";
import type * as Scope from "../../app/platform/db/in-organisation.server.ts";
import { measure } from "../support/measure.ts";
import { COMPETENCIES, openOrganisation } from "./organisation.ts";

const [KNOWN_OF_EACH, TODAY] = [20, "2026-03-02"];

const bench = await openOrganisation(TODAY);
try {
  await fill(bench.owner, bench.organisationId, bench.framework);
  await measureAll();
} finally {
  await bench.close();
}

async function measureAll(): Promise<void> {
  const { actor, framework, platform, database } = bench;
  const load = <Module>(path: string) => bench.load<Module>(`features/competencies/${path}`);
  const { tableLevels } = await load<typeof Table>("levels/table-levels.server.ts");
  const { levelsOneByOne } = await load<typeof OneByOne>("testing/levels-one-by-one.ts");
  const { coverTable, namedCover, oldByCompetency } = await load<typeof Figures>(
    "domain/cover/cover-figures.ts",
  );
  const { coverPage } = await load<typeof CoverPage>("cover/cover-page.server.ts");
  const { needsPage } = await load<typeof NeedsPage>("cover/needs-page.server.ts");
  const { matrixPage } = await load<typeof MatrixPage>("matrix/matrix-page.server.ts");
  const { readCoverQuery } = await load<typeof CoverQuery>("domain/cover/cover-query.ts");
  const { readNeedsQuery } = await load<typeof NeedsQuery>("domain/cover/needs-query.ts");
  const { readMatrixQuery } = await load<typeof Query>("domain/tables/matrix-query.ts");
  const { inOrganisation } = await bench.load<typeof Scope>(
    "platform/db/in-organisation.server.ts",
  );
  const view = { framework, version: 1, levels: 3 };
  const asked = (told: string) => new URLSearchParams(`framework=${framework}&${told}`);
  const levelsOn = (today: string) =>
    inOrganisation({ database }, actor, (tx) => tableLevels({ database }, tx, actor, view, today));

  const reference = () =>
    inOrganisation({ database }, actor, (tx) => levelsOneByOne(tx, actor, view, TODAY));
  await measure("reference: the same levels, one person after the other", reference, { runs: 1 });
  let day = 2;
  await measure("levels of 10,000 x 200, the first who looks that day", () => {
    day += 1;
    return levelsOn(`2026-03-0${day}`);
  });
  const { people, levels } = await levelsOn(TODAY);
  const competencies = Array.from({ length: COMPETENCIES }, (_, at) => ({ id: `c${at}` }));
  await measure(
    "figures of cover, 10,000 x 200",
    () => {
      namedCover(coverTable({ people, competencies, levels, level: 3, there: 0.85 }));
      oldByCompetency(people, levels, TODAY);
    },
    { target: 100 },
  );
  await measure(
    "page of cover, 10,000 x 200, whoever looks after",
    () => coverPage(platform, actor, readCoverQuery(asked("level=3"))),
    { target: 500 },
  );
  await measure(
    "a table of 200 x 60, narrowed down from 10,000 x 200",
    () => matrixPage(platform, actor, readMatrixQuery(asked("level=3&q=Person+9&sort=gap&page=1"))),
    { target: 300 },
  );
  await measure(
    "the first page of all 10,000 x 200, by what is missing",
    () => matrixPage(platform, actor, readMatrixQuery(asked("level=3&sort=gap"))),
    { target: 500 },
  );
  await measure("training needs of 10,000 x 200", () =>
    needsPage(platform, actor, readNeedsQuery(asked("level=3"))),
  );
}

/** About each person so many competencies, one or two pieces of evidence. */
async function fill(client: pg.Client, organisationId: string, framework: string) {
  await client.query(
    `INSERT INTO evidence (organisation_id, id, person_id, framework, version, competency, source, level, said_on,
                           purposes, said_by)
     SELECT $1, gen_random_uuid(), p.id, $2, 1, 'c' || ((p.n * 7 + k * 11) % $3), voice.source,
            1 + (p.n * 13 + k * 5 + voice.at) % 3, DATE '2024-01-01' + ((p.n * 17 + k * 31) % 780)::int,
            ARRAY['development', 'staffing'], CASE WHEN voice.at = 0 THEN p.id ELSE p.next END
       FROM (SELECT id, row_number() OVER (ORDER BY id) AS n, lead(id, 1, id) OVER (ORDER BY id) AS next
               FROM person WHERE organisation_id = $1) p,
            generate_series(0, $4::int - 1) AS k,
            (VALUES (0, 'self'), (1, 'manager')) AS voice (at, source)
      WHERE voice.at = 1 OR (p.n + k) % 5 = 0`,
    [organisationId, framework, COMPETENCIES, KNOWN_OF_EACH],
  );
  await client.query("VACUUM ANALYZE evidence");
  const { rows } = await client.query("SELECT count(*)::int AS count FROM evidence");
  console.log(`${rows[0]?.count} pieces of evidence`);
}
