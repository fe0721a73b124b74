import type { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { daysAfter } from "~/platform/calendar/days.ts";
import { todayOf } from "~/platform/clock/today.ts";
import type { TestDatabase } from "../../../../test/database/test-database.ts";
import { type ActionForm, actionInput } from "../domain/plan/action-form.ts";
import { type AreaForm, areaInput } from "../domain/plan/area-form.ts";
import { saveAction } from "../plan/save-action.server.ts";
import { addArea } from "../plan/save-area.server.ts";
import { sharePlan, type sharePlanInput } from "../plan/share-plan.server.ts";

/** An organisation in which ana works on something, a boss leads her, and others know nothing of it. */
export async function createPlanCrew(db: TestDatabase) {
  const home = await createTestOrganisation(db.platform);
  const people = await createPeople(db.platform, home, {
    chief: {},
    boss: { manager: "chief", department: "Fleet" },
    ana: { manager: "boss", department: "Fleet" },
    coach: {},
    mentor: {},
    peer: { manager: "boss" },
  });
  const as = (who: keyof typeof people): Actor => home.member(people[who]);
  const area = async (typed: Partial<AreaForm> = {}) => {
    const saved = await addArea(
      db.platform,
      as("ana"),
      null,
      areaInput.parse({ title: "Hand over decisions", hat: "leading", ...typed }),
    );
    if (!saved.ok) throw new Error(JSON.stringify(saved));
    return saved.value.id;
  };
  const action = async (areaId: string, typed: Partial<ActionForm> = {}) => {
    const form = actionInput.parse({ kind: "stretch", words: "Let Lotte lead", ...typed });
    const saved = await saveAction(db.platform, as("ana"), { area: areaId }, form);
    if (!saved.ok) throw new Error(JSON.stringify(saved));
    return saved.value.id;
  };
  const share = (
    who: keyof typeof people,
    reader: z.input<typeof sharePlanInput>["reader"],
    endsOn = daysAfter(todayOf(db.platform), 30),
  ) => sharePlan(db.platform, as("ana"), { person: people[who], reader, endsOn });
  return { home, people, as, area, action, share };
}

export type PlanCrew = Awaited<ReturnType<typeof createPlanCrew>>;
