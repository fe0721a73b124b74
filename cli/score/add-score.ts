import type { Command } from "commander";
import type { ScoreOptions } from "./read-options.ts";
import { t } from "./words.ts";

/** Adds `twohats score` to the program. */
export function addScore(program: Command): void {
  program
    .command("score")
    .description(t("help.description"))
    .argument("<ratings>", t("help.ratings"))
    .option("-s, --scale <scale>", t("help.scale"))
    .option("-o, --out <dir>", t("help.out"), "score")
    .option("--missing <values>", t("help.missing"))
    .option("--anonymous <who>", t("help.anonymous"))
    .option("--sheet <name>", t("help.sheet"))
    .option("--hidden-rows <what>", t("help.hidden"))
    .option("--encoding <name>", t("help.encoding"))
    .option("--strict", t("help.strict"), false)
    .addHelpText("after", `\n${t("help.more")}`)
    .action(async (file: string, options: ScoreOptions) => {
      const { score } = await import("./score.ts");
      await score(file, options, { out: process.stdout, err: process.stderr, now: Date.now });
    });
}
