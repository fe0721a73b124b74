/** What a rater is promised before they answer, and how far they are. */
type Promised = {
  id: string;
  roundId: string;
  relationship: string;
  minimum: number;
  releaseMode: string | null;
  hrKeepsReports: boolean;
  begun: boolean;
  name: string;
};

/**
 * About whom a rater has begun to answer under the same promise, so that it need not stand at length once more; null
 * where nothing of the kind was begun. Whoever will be known by name, as managers are, reads it each time.
 */
export function promiseReadBefore(one: Promised, all: readonly Promised[]): string | null {
  if (one.begun || one.relationship === "self" || one.relationship === "manager") return null;
  const same = all.find(
    (other) =>
      other.id !== one.id &&
      other.begun &&
      other.roundId === one.roundId &&
      other.relationship === one.relationship &&
      other.minimum === one.minimum &&
      other.releaseMode === one.releaseMode &&
      other.hrKeepsReports === one.hrKeepsReports,
  );
  return same?.name ?? null;
}
