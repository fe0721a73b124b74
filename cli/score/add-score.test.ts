import { Command } from "commander";
import { expect, test } from "vitest";
import { addScore } from "./add-score.ts";

test("--help says whose file it is for", () => {
  const program = new Command("twohats");
  addScore(program);
  let help = "";
  const [command] = program.commands;
  command?.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
  expect(help).toContain("an analyst's own file");
  expect(help).toContain("--strict");
  expect(help).toContain("docs/score-results.schema.json");
});
