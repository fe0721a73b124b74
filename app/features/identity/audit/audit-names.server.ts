import type { Tx } from "~/platform/db/database.server.ts";
import type { Audited } from "~/platform/feature/audited.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { accountNames } from "../address-changes/account-address-reads.server.ts";
import { type Actor, OPERATOR, PROVISIONING } from "../domain/actor.ts";
import type { AuditLine } from "./audit-reads.server.ts";
import type { KnownAct } from "./known-acts.ts";

/** A line with names in the place of ids, as they are at the moment of reading. */
export type NamedLine = {
  /** Its place among all, which names nobody. */
  key: string;
  day: string;
  /** A moment; null for what is shown by its day. */
  at: string | null;
  /** What was done, in the reader's language. What a record says besides stays on the server. */
  said: string;
  /**
   * `nobody`: no account, but the clock or whoever runs the server; `provider`: the identity provider. `gone`: an
   * account that is no more.
   */
  who: { name: string } | "nobody" | "provider" | "gone" | null;
  /** Null where it is about nothing that has a name. */
  about: { name: string } | "gone" | null;
};

/** Names are looked up when somebody reads, and are in no record: whoever was erased has none. */
export async function withNames(
  tx: Tx,
  actor: Actor,
  { audited, acts }: { audited: readonly Audited<Actor>[]; acts: readonly KnownAct[] },
  lines: readonly AuditLine[],
): Promise<NamedLine[]> {
  const accounts = await accountNames(tx, unique(lines.map(({ accountId }) => accountId)));
  const subjects = await subjectNames(tx, actor, audited, lines);
  const { t } = readerTexts();
  const words = new Map(acts.map(({ action, word }) => [action, word]));
  return lines.map((line): NamedLine => {
    const { day, at, byDay, sort, action, accountId, subjectKind, subjectId, detail } = line;
    const word = words.get(action);
    if (word === undefined) throw new Error("a line of an act that nobody shows");
    const nameOf = (names: ReadonlyMap<string, string>, id: string) => {
      const name = names.get(id);
      return name === undefined ? ("gone" as const) : { name };
    };
    const named = subjects.get(subjectKind ?? "");
    return {
      ...{
        key: `${day} ${sort}`,
        day,
        at: at?.toISOString() ?? null,
        said: t(word, { ...detail }),
      },
      who: byDay ? null : (withoutAccount(accountId) ?? nameOf(accounts, accountId ?? "")),
      about: named && subjectId !== null ? nameOf(named, subjectId) : null,
    };
  });
}

/** The clock, whoever runs the server and an identity provider have no account. */
function withoutAccount(accountId: string | null): "nobody" | "provider" | null {
  if (accountId === PROVISIONING) return "provider";
  return accountId === null || accountId === OPERATOR ? "nobody" : null;
}

/** By the kind of subject; a kind of which no feature has names is not among them. */
async function subjectNames(
  tx: Tx,
  actor: Actor,
  audited: readonly Audited<Actor>[],
  lines: readonly AuditLine[],
): Promise<Map<string, ReadonlyMap<string, string>>> {
  const found = new Map<string, ReadonlyMap<string, string>>();
  for (const [kind, namesOf] of audited.flatMap(({ subjects }) => Object.entries(subjects ?? {}))) {
    const own = lines.filter(({ subjectKind }) => subjectKind === kind);
    const ids = unique(own.map(({ subjectId }) => subjectId));
    if (ids.length > 0) found.set(kind, await namesOf(tx, actor, ids));
  }
  return found;
}

function unique(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.flatMap((id) => id ?? []))];
}
