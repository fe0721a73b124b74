import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Components } from "./components.ts";

export interface Lme4Fit extends Components {
  /** Of lmer alone, the file already read. */
  seconds: number;
  /** Peak of the whole R process, in MB. */
  memory: number;
  intercept: number;
  deviance: number;
  lme4: string;
  r: string;
}

const SCRIPT = join(import.meta.dirname, "beside-r.R");

/** Versions of R and lme4, or null when they are not at hand. */
export function lme4Version(): string | null {
  const program = 'cat(R.version.string, "lme4", as.character(packageVersion("lme4")))';
  const { status, stdout } = spawnSync("Rscript", ["-e", program], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : null;
}

/** Fits a file of ratings by lmer; null when it takes longer than `limit` seconds. Throws when R fails. */
export function fitByLme4(file: string, limit: number): Lme4Fit | null {
  const { status, stdout, stderr, error } = spawnSync("Rscript", [SCRIPT, file], {
    encoding: "utf8",
    timeout: limit * 1000,
  });
  if (error !== undefined && "code" in error && error.code === "ETIMEDOUT") return null;
  if (status !== 0) throw new Error(`R failed: ${stderr}`);
  return JSON.parse(stdout);
}
