import { z } from "zod";
import type { Lock } from "./licence-problems.ts";

/** What `npm audit --json` says once a registry has answered it. */
const report = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(
    z.string(),
    z.object({
      severity: z.enum(["info", "low", "moderate", "high", "critical"]),
      // A weakness of its own, or the name of a package below it that has one.
      via: z.array(z.union([z.string(), z.object({ title: z.string(), url: z.string() })])),
      nodes: z.array(z.string()),
    }),
  ),
});

export type Weaknesses =
  /** The registry did not answer, and why, in its client's words. */
  | { answered: false; why: string }
  /** What has to go before we ship, and what is to be known of the rest; a line for each package. */
  | { answered: true; refused: string[]; told: string[] };

/** Reads what npm's audit printed. Refused is what we ship with a weakness that is moderate or worse. */
export function weaknessesIn(printed: string, { packages }: Lock): Weaknesses {
  const found = report.safeParse(jsonIn(printed));
  if (!found.success) return { answered: false, why: reasonIn(printed) };
  const [refused, told]: [string[], string[]] = [[], []];
  for (const [name, { severity, via, nodes }] of Object.entries(found.data.vulnerabilities)) {
    const shipped = nodes.some((node) => packages[node]?.dev !== true);
    const what = via.map((each) =>
      typeof each === "string" ? `by ${each}` : `${each.title} (${each.url})`,
    );
    const line = `${name}${shipped ? "" : ", a tool"}: ${severity}, ${what.join("; ")}`;
    const mild = severity === "info" || severity === "low";
    (shipped && !mild ? refused : told).push(line);
  }
  return { answered: true, refused, told };
}

/** The object in what was printed: npm warns before it, and sums up after it. */
function jsonIn(printed: string): unknown {
  const [begin, end] = [printed.indexOf("{"), printed.lastIndexOf("}")];
  try {
    return JSON.parse(printed.slice(begin, end + 1));
  } catch {
    return null;
  }
}

function reasonIn(printed: string): string {
  const said = z.object({ message: z.string() }).safeParse(jsonIn(printed));
  return said.success ? said.data.message : (printed.trim().split("\n")[0] ?? "");
}
