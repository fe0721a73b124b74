import { type Charter, dutiesIn } from "./charter.ts";

/** A duty in two versions: the same in both, new in the later one, or gone from it. */
export type DutyChange = { duty: string; change: "same" | "new" | "gone" };

/**
 * Two texts of duties beside each other, in the order of the later one; what is gone stands after the duty that it
 * followed. A duty is the same where its words are, whatever their case, and full stops and commas between them.
 */
export function dutyChanges(before: string, after: string): DutyChange[] {
  const [old, now] = [dutiesIn(before), dutiesIn(after)];
  const known = new Set(old.map(plain));
  const kept = new Set(now.map(plain));
  const rows: DutyChange[] = now.map((duty) => ({
    duty,
    change: known.has(plain(duty)) ? "same" : "new",
  }));
  let at = 0;
  for (const duty of old) {
    const place = rows.findIndex((row) => row.change !== "gone" && plain(row.duty) === plain(duty));
    if (place >= 0) at = place + 1;
    else if (!kept.has(plain(duty))) {
      rows.splice(at, 0, { duty, change: "gone" });
      at += 1;
    }
  }
  return rows;
}

type Texts = Pick<Charter, "managing" | "leading">;

/** Whether two versions say the same. */
export function isSameCharter(one: Texts, other: Texts): boolean {
  return (["managing", "leading"] as const).every((hat) =>
    dutyChanges(one[hat], other[hat]).every(({ change }) => change === "same"),
  );
}

function plain(duty: string): string {
  return duty
    .toLowerCase()
    .split(/[.;,\s]/u)
    .filter(Boolean)
    .join(" ");
}
