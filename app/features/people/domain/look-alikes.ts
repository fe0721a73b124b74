import { readLabel, skeleton } from "./confusable.ts";
import { wordsOfName } from "./name-words.ts";

/** Someone with an address, as far as looking alike goes. */
export type Addressed = { id: string; name: string; address: string | null };

/**
 * In what an address is like another, most telling first: the same mailbox (but for a plus, dots, case), one that reads
 * the same (look-alike letters, a number more), the same name at another provider, or only the same name of the person.
 */
export const likenesses = ["mailbox", "spelling", "elsewhere", "name"] as const;

export type Likeness = (typeof likenesses)[number];

export type LookAlike = { likeness: Likeness; of: Addressed };

type Keys = Partial<Record<Likeness, string>>;

/** Names of mailboxes that many houses have. */
const COMMON = new Set(
  "info office mail contact hello team sales support admin hr service kontakt buero post".split(
    " ",
  ),
);
const SHORTEST_NAME = 4;

/** What an address, and the name with it, are compared by. */
function keysOf({ name, address }: Addressed): Keys {
  const keys: Keys = {};
  const words = wordsOfName(name).map(skeleton);
  if (words.length > 1) keys.name = words.toSorted().join(" ");
  const parts = /^([^@]+)@([^@]+)$/.exec((address ?? "").normalize("NFKC").trim().toLowerCase());
  if (!parts) return keys;
  const [, whole = "", host = ""] = parts;
  const local = (whole.split("+", 1)[0] ?? "").replaceAll(".", "");
  const domain = host.split(".").map(readLabel).join(".");
  const provider = domain === "googlemail.com" ? "gmail.com" : domain;
  keys.mailbox = `${local}@${provider}`;
  const bare = local.replaceAll(/[_-]/g, "");
  const reads = skeleton(/^\D{3,}\d+$/.test(bare) ? bare.replace(/(?<!\d)\d+$/, "") : bare);
  keys.spelling = `${reads}@${skeleton(provider)}`;
  if (reads.length >= SHORTEST_NAME && !COMMON.has(reads)) keys.elsewhere = reads;
  return keys;
}

/** Finds, for someone, whose address theirs is taken for at a glance, among these people; null when nobody's is. */
export function lookAlikesAmong(
  people: readonly Addressed[],
): (person: Addressed, wanted?: readonly Likeness[]) => LookAlike | null {
  const known = new Map<string, Addressed[]>();
  for (const person of people)
    for (const [likeness, key] of Object.entries(keysOf(person))) {
      const place = `${likeness} ${key}`;
      const there = known.get(place);
      if (there) there.push(person);
      else known.set(place, [person]);
    }
  return (person, wanted = likenesses) => {
    const keys = keysOf(person);
    for (const likeness of wanted) {
      const key = keys[likeness];
      const found = known.get(`${likeness} ${key}`)?.find(({ id }) => id !== person.id);
      if (key === undefined || !found) continue;
      const { id, name, address } = found;
      return { likeness, of: { id, name, address } };
    }
    return null;
  };
}

export type Listed = Addressed & { outside: boolean };

/**
 * Who on a list looks like somebody else: like the participant, like others on the list, and whoever is from outside
 * like anyone in the directory. Colleagues are compared with colleagues, by mailbox alone: two may well have names
 * alike. By person.
 */
export function lookAlikesOnList(
  participant: Addressed,
  list: readonly Listed[],
  inDirectory: ReturnType<typeof lookAlikesAmong>,
): Map<string, LookAlike> {
  const everyone = lookAlikesAmong([participant, ...list]);
  const colleagues = lookAlikesAmong([participant, ...list.filter(({ outside }) => !outside)]);
  return new Map(
    list.flatMap((rater): [string, LookAlike][] => {
      const found = (
        rater.outside ? [everyone(rater), inDirectory(rater)] : [colleagues(rater, ["mailbox"])]
      ).flatMap((each) => each ?? []);
      const rank = ({ likeness }: LookAlike) => likenesses.indexOf(likeness);
      const [closest] = found.toSorted((one, other) => rank(one) - rank(other));
      return closest ? [[rater.id, closest]] : [];
    }),
  );
}

/** Whether two addresses reach the same mailbox, as far as anyone can tell from outside. */
export function sameMailbox(one: string, other: string): boolean {
  const key = (address: string) => keysOf({ id: "", name: "", address }).mailbox;
  return key(one) !== undefined && key(one) === key(other);
}
