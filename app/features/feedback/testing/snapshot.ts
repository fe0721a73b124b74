import type pg from "pg";

/** Everything stored about one cycle's answers, to see that a refusal changed nothing. */
export async function storedAnswers(owner: pg.Pool, cycleId: string): Promise<unknown> {
  const rows = async (text: string) => (await owner.query(text, [cycleId])).rows;
  return {
    responses: await rows(
      "SELECT id, state, ratings, cant_say, comments, revision FROM response WHERE round_id = $1 ORDER BY id",
    ),
    raters: await rows("SELECT id, state FROM request WHERE round_id = $1 ORDER BY id"),
    cycle: await rows("SELECT state, revision FROM round WHERE id = $1"),
    reports: await rows("SELECT id, released_at FROM report WHERE cycle_id = $1 ORDER BY id"),
    jobs: await rows("SELECT id FROM pgboss.job WHERE data ->> 'cycleId' = $1"),
  };
}
