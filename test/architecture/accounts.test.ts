import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const ACCOUNTS =
  /auth\.(?:"(?:user|session|account|verification)"|second_factor|passkey|session_origin|address_wish)/;

/** Statements over accounts that a transaction runs as any other: where it is of an organisation, they find nothing. */
function unsaid(source: string): string[] {
  return source
    .split(/\bsql(?:<[^`]*?>)?`/)
    .slice(1)
    .flatMap((rest) => {
      const end = rest.indexOf("`");
      const [statement, after] = [rest.slice(0, end), rest.slice(end + 1)];
      const isRunByTx = /^\s*\.execute\(\s*tx\b/.test(after);
      return ACCOUNTS.test(statement) && isRunByTx ? [statement.trim()] : [];
    });
}

test("whatever a transaction does to accounts says so, and only identity does", () => {
  const sources = globSync("{app,server}/**/*.ts", { cwd: root }).filter(
    (path) => !/\.test\.ts$|\/testing\/|\.gen\.ts$/.test(path),
  );
  const naming = sources.filter((path) => ACCOUNTS.test(readFileSync(resolve(root, path), "utf8")));
  expect(naming.length).toBeGreaterThan(10);
  expect(naming.filter((path) => !path.startsWith("app/features/identity/"))).toEqual([]);
  for (const path of naming)
    expect(unsaid(readFileSync(resolve(root, path), "utf8")), path).toEqual([]);
});

test("a planted one is found", () => {
  const planted = 'await sql`DELETE FROM auth."session"`.execute(tx);';
  expect(unsaid(planted)).toHaveLength(1);
  expect(unsaid('await overAccounts(tx, sql`DELETE FROM auth."session"`);')).toEqual([]);
  expect(unsaid("await sql`SELECT 1 FROM person`.execute(tx);")).toEqual([]);
});
