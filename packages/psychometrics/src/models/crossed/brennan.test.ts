import { expect, test } from "vitest";
import { expectClose } from "../../../testing/close.ts";
import { referenceCase, withoutReference } from "../../../testing/oracle.ts";
import { decisionStudy } from "../../generalizability/decision-study.ts";
import { fitCrossedModel } from "./fit-crossed-model.ts";

/** Ten persons, three tasks, four raters to a task (Brennan 2001, table 3.2). */
function fitted() {
  const brennan = referenceCase("brennan_3_2_p_x_r_in_t");
  if (brennan === null) return null;
  const [task, person, rater] = [
    brennan.numbers("Task"),
    brennan.numbers("Person"),
    brennan.numbers("Rater"),
  ];
  const model = fitCrossedModel({
    values: brennan.numbers("Score"),
    ratee: person,
    rater: rater.map((r, i) => `${r}/${task[i]}`),
    further: [
      { name: "task", ids: task },
      { name: "person by task", ids: person.map((p, i) => `${p}/${task[i]}`) },
    ],
  });
  if (!model.ok) throw new Error(model.reason);
  return {
    brennan,
    variance: {
      person: model.components.ratee.variance,
      rater: model.components.rater.variance,
      task: model.further[0]!.component.variance,
      personTask: model.further[1]!.component.variance,
      residual: model.components.residual.variance,
    },
  };
}

test("balanced and no component negative: REML's components are what the mean squares say", (context) => {
  const found = fitted();
  if (found === null) return context.skip(withoutReference);
  const { ms } = found.brennan.expected("anova_components");
  const { person, rater, task, personTask, residual } = found.variance;
  // Expected mean squares of 10 persons x (4 raters in each of 3 tasks).
  expectClose(residual, ms.Residuals, 1e-3);
  expectClose(residual + 4 * personTask, ms["Person:Task"], 1e-3);
  expectClose(residual + 10 * rater, ms["Task:Rater"], 1e-3);
  expectClose(residual + 4 * personTask + 12 * person, ms.Person, 1e-3);
  expectClose(residual + 4 * personTask + 10 * rater + 40 * task, ms.Task, 1e-3);
});

test("raters within tasks: Brennan's decision study, tasks taken for items", (context) => {
  const found = fitted();
  if (found === null) return context.skip(withoutReference);
  const { person, rater, task, personTask, residual } = found.variance;
  // Raters within tasks are as many as raters x tasks, so their variance stands where rater by item does.
  const components = {
    ratee: person,
    rater: 0,
    item: task,
    rateeRater: 0,
    rateeItem: personTask,
    raterItem: rater,
    residual,
  };
  const expected = found.brennan.expected("dstudy");
  (expected.n_task as number[]).forEach((items, i) => {
    const grid = { raters: [expected.n_rater[i]], items: [items] };
    const [decision] = decisionStudy({ design: "crossed", components }, grid);
    expectClose(decision?.relative, expected.g[i], 1e-3);
    expectClose(decision?.absolute, expected.phi[i], 1e-3);
  });
  expect(expected.n_task).toHaveLength(20);
});
