import { afterAll, beforeAll, expect, test } from "vitest";
import { saveRole, saveRoleInput } from "~/features/frameworks/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { createCrew } from "../testing/crew.ts";
import { ownGaps } from "./own-gaps.server.ts";

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());

test("where somebody's roles need more than is known of them, for themselves alone, the surest first", async () => {
  const { home, framework, as, recorded } = await createCrew(db);
  const gaps = (actor: Actor) =>
    inOrganisation(db.platform, actor, (tx) => ownGaps(tx, actor, "2026-03-02"));
  expect(await gaps(as.ana)).toEqual([]);
  const need = (competency: string) => ({
    ...{ competency, level: "3", weight: "essential", importance: "" },
  });
  const saved = await saveRole(
    db.platform,
    home.admin,
    { framework },
    saveRoleInput.parse({
      ...{ frameworkVersion: 1, name: "Skipper", validFrom: "2026-03-02", join: "all" },
      ...{ titles: "Skipper", levels: "", departments: "", people: "", parent: "" },
      needs: [need("pumps"), need("mooring")],
    }),
  );
  expect(saved).toMatchObject({ ok: true });
  for (const by of [as.boss, as.chief])
    for (const words of ["Once.", "Twice."]) await recorded(by, "ana", { level: 1, words });
  expect(await gaps(as.ana)).toMatchObject([
    { competency: "mooring", standing: "short", needed: { level: 3 }, framework },
    { competency: "pumps", standing: "unknown", level: null },
  ]);
  for (const actor of [as.bo, as.boss, home.admin, as.analyst, as.leaver])
    expect(await gaps(actor)).toEqual([]);
});
