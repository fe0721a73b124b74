import type { MonitoringQuery } from "../../monitoring/monitoring-page.server.ts";

/** Where the pages of a round are, which the feature whose round it is knows. */
export type RoundWays = {
  /** The page that monitors it, which also takes the press that reminds. */
  page: string;
  subject: (subjectId: string) => string;
  /** Where somebody is added to a subject's list, or asked instead of somebody. */
  list: (subjectId: string, instead?: string) => string;
};

/** A round, and which of its lists is looked at. */
export type Looked = { roundId: string; query: MonitoringQuery; ways: RoundWays };
