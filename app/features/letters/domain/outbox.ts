/** What the outbox shows: everything, what has not left yet, or what did not arrive. */
export const outboxParts = ["all", "waiting", "undelivered"] as const;
export type OutboxPart = (typeof outboxParts)[number];

/** Which letters somebody wants to see. */
export type OutboxWanted = { search: string; part: OutboxPart; page: number };

/** What the outbox can be told of a letter that was to be sent once more. */
export const saidAgain = [
  ...(["tried", "written"] as const),
  ...(["unknown", "not-possible", "over", "nobody", "held", "today"] as const),
] as const;

const LONGEST = 200;

/** Reads that from an address; anything else in it means nothing. */
export function outboxWanted(parameters: URLSearchParams): OutboxWanted {
  return {
    search: (parameters.get("q") ?? "").trim().slice(0, LONGEST),
    part: outboxParts.find((part) => part === parameters.get("part")) ?? "all",
    page: Number(parameters.get("page") ?? 1),
  };
}

/** Where that is, with word of what was just done. */
export function outboxHref({ search, part, page }: OutboxWanted, said?: string): string {
  const query = new URLSearchParams();
  if (search) query.set("q", search);
  if (part !== "all") query.set("part", part);
  if (page > 1) query.set("page", String(page));
  if (said) query.set("said", said);
  return query.size > 0 ? `/outbox?${query}` : "/outbox";
}
