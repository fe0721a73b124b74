import type { RoundWays } from "~/features/rounds/index.ts";

/** Where the pages of a cycle are. */
export function cycleWays(cycleId: string): RoundWays {
  const page = `/cycles/${cycleId}`;
  return {
    page,
    subject: (id) => `${page}/participants/${id}`,
    list: (id, instead) => `/nominations/${id}${instead ? `?instead=${instead}` : ""}#add`,
  };
}
