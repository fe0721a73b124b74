/** Where somebody asks their team after they were away. */
export const AWAY_PATH = "/away-test";

/** One of one's own away tests. */
export const awayPath = (id: string) => `${AWAY_PATH}/${id}`;
