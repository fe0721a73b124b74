import { globSync, readFileSync } from "node:fs";
import { parseAst } from "vite";
import { recordedAs } from "../../app/features/rounds/index.ts";

// What is recorded stands in the code as a text, or is put together from texts in one of the places named below.

type Node = { type: string; [key: string]: unknown };
type Source = { file: string; nodes: Node[]; constants: Map<string, Node> };

/**
 * Where an act is handed on to be recorded, and where it is found then: by the callers, or by the words it is made of.
 */
const HANDED_ON: Readonly<Record<string, (sources: readonly Source[]) => string[]>> = {
  "app/features/rounds/store/change-round.server.ts": (sources) =>
    sources.flatMap((source) =>
      propertiesNamed(source, "did").flatMap((value) =>
        (textsOf(value, source) ?? []).flatMap((did) =>
          wordsOf(source).map((word) => `${word}.${did}`),
        ),
      ),
    ),
  "app/features/rounds/running/rest-missed-rounds.server.ts": () =>
    Object.values(recordedAs).map((word) => `${word}.left-to-hr`),
  "app/features/feedback/running/participant-change.server.ts": (sources) =>
    argumentsOf(sources, "changeParticipant", 3),
  "app/features/rounds/answering/decline-request.server.ts": (sources) =>
    argumentsOf(sources.filter(isFile("rounds/answering/decline-request.server.ts")), "record", 4),
  "app/features/identity/address-changes/settle-change.server.ts": (sources) =>
    argumentsOf(sources, "settleChange", 4).map((word) => `address.${word}`),
  "app/features/people/grants/give-reading.server.ts": (sources) =>
    thingsGranted(sources).map((kind) => `${kind}.shared`),
  "app/features/development/plan/work-on-plan.server.ts": (sources) =>
    argumentsOf(sources, "noteOnPlan", 2).map((word) => `plan.${word}`),
  "app/features/development/charter/work-on-charter.server.ts": (sources) =>
    argumentsOf(sources, "noteOnCharter", 2).map((word) => `charter.${word}`),
  "app/features/development/time/work-on-time.server.ts": (sources) =>
    argumentsOf(sources, "noteOnTime", 2).map((word) => `time.${word}`),
  "app/features/development/clear-out/work-on-clear-out.server.ts": (sources) =>
    argumentsOf(sources, "noteOnClearOut", 2).map((word) => `clear-out.${word}`),
  "app/features/development/delegations/work-on-register.server.ts": (sources) =>
    argumentsOf(sources, "noteOnRegister", 2).map((word) => `delegation.${word}`),
  "app/features/development/practice/work-on-practice.server.ts": (sources) =>
    argumentsOf(sources, "noteOnPractice", 2).map((word) => `practising.${word}`),
  "app/features/people/grants/take-reading-back.server.ts": (sources) =>
    thingsGranted(sources).map((kind) => `${kind}.share-revoked`),
};

/** What records call the rounds that a file changes: of one kind, or of any. */
function wordsOf(source: Source): string[] {
  if (callsOf(source, "changeAnyRound").length > 0) return Object.values(recordedAs);
  if (callsOf(source, "changeAssessment").length > 0) return [recordedAs.assessment];
  if (callsOf(source, "changePulse").length > 0) return [recordedAs.pulse];
  if (callsOf(source, "changeSuggestions").length > 0) return [recordedAs.suggestion];
  if (callsOf(source, "changeAway").length > 0) return [recordedAs.away];
  // What every round has that somebody asks for is handed the change of its kind.
  if (/\/pulses\/asking\/[a-z-]+-asked\.server\.ts$/.test(source.file))
    return [recordedAs.pulse, recordedAs.suggestion, recordedAs.away];
  // Any round that asks by a questionnaire.
  if (callsOf(source, "changeRound").length > 0)
    return [recordedAs.feedback, recordedAs.pulse, recordedAs.suggestion, recordedAs.away];
  return [recordedAs.feedback];
}

/** Every act that anything records, with the files that do. @throws for one that can't be told from the code. */
export function recordedActs(): Map<string, string[]> {
  const sources = [...globSync("{app,cli,server}/**/*.{ts,tsx}")]
    .filter((file) => !/\.test\.tsx?$|\/testing\//.test(file))
    .map(readSource);
  const found = sources.flatMap((source) =>
    callsOf(source, "recordAudit").flatMap((call) =>
      actsOf(call, source, sources).map((act) => [act, source.file] as const),
    ),
  );
  const byAct = Map.groupBy(found, ([act]) => act);
  return new Map([...byAct].map(([act, files]) => [act, [...new Set(files.map(([, f]) => f))]]));
}

function actsOf(call: Node, source: Source, sources: readonly Source[]): string[] {
  const [, , , entry] = call.arguments as Node[];
  const written = entry?.type === "Identifier" ? source.constants.get(String(entry.name)) : entry;
  const action = written && propertyOf(written, "action");
  const texts = action && textsOf(action, source);
  if (texts) return texts;
  const elsewhere = HANDED_ON[source.file]?.(sources) ?? [];
  if (elsewhere.length === 0) throw new Error(`${source.file} records what nobody can tell`);
  return elsewhere;
}

function readSource(file: string): Source {
  const lang = file.endsWith("x") ? "tsx" : "ts";
  const nodes: Node[] = [];
  collect(parseAst(readFileSync(file, "utf8"), { lang }) as unknown as Node, nodes);
  const constants = new Map(
    nodes
      .filter(({ type, init }) => type === "VariableDeclarator" && init)
      .map(({ id, init }) => [String((id as Node).name), bare(init as Node)]),
  );
  return { file, nodes, constants };
}

function collect(value: unknown, into: Node[]): void {
  if (Array.isArray(value)) for (const each of value) collect(each, into);
  else if (typeof value === "object" && value !== null) {
    if ("type" in value) into.push(value as Node);
    for (const each of Object.values(value)) collect(each, into);
  }
}

/** Without `as const` and the like around it. */
function bare(node: Node): Node {
  return /^TS(As|Satisfies)Expression$/.test(node.type) ? bare(node.expression as Node) : node;
}

/** The texts that an expression may be; null where that can't be told from its file. */
function textsOf(value: Node, source: Source): string[] | null {
  const node = bare(value);
  if (node.type === "Literal" && typeof node.value === "string") return [node.value];
  if (node.type === "ConditionalExpression") {
    const [one, other] = [node.consequent, node.alternate].map((each) =>
      textsOf(each as Node, source),
    );
    return one && other ? [...one, ...other] : null;
  }
  if (node.type === "Identifier") {
    const constant = source.constants.get(String(node.name));
    return constant ? textsOf(constant, source) : null;
  }
  if (node.type === "MemberExpression" && node.computed) {
    const table = source.constants.get(String((node.object as Node).name));
    const texts = (table?.properties as Node[] | undefined)?.map((each) =>
      textsOf(each.value as Node, source),
    );
    return texts?.flatMap((each) => each ?? []) ?? null;
  }
  return null;
}

function propertyOf(node: Node, name: string): Node | undefined {
  for (const each of (bare(node).properties as Node[] | undefined) ?? []) {
    if (each.type === "SpreadElement") {
      const inside = propertyOf(each.argument as Node, name);
      if (inside) return inside;
    } else if ((each.key as Node).name === name) return each.value as Node;
  }
  return undefined;
}

function propertiesNamed({ nodes }: Source, name: string): Node[] {
  return nodes
    .filter(({ type, key }) => type === "Property" && (key as Node).name === name)
    .map(({ value }) => value as Node);
}

function callsOf({ nodes }: Source, name: string): Node[] {
  return nodes.filter(
    ({ type, callee }) => type === "CallExpression" && (callee as Node).name === name,
  );
}

function argumentsOf(sources: readonly Source[], name: string, place: number): string[] {
  return sources.flatMap((source) =>
    callsOf(source, name).flatMap((call) => {
      const given = (call.arguments as Node[])[place];
      const texts = given && textsOf(given, source);
      if (!texts) throw new Error(`${source.file} hands ${name} what nobody can tell`);
      return texts;
    }),
  );
}

/** The kinds of things that somebody gives others to read. */
function thingsGranted(sources: readonly Source[]): string[] {
  return sources.flatMap((source) =>
    source.nodes
      .filter(({ type, id }) => type === "FunctionDeclaration" && isGranted(id as Node | null))
      .flatMap(({ body }) => {
        const nodes: Node[] = [];
        collect(body, nodes);
        return propertiesNamed({ ...source, nodes }, "kind").flatMap(
          (value) => textsOf(value, source) ?? [],
        );
      }),
  );
}

function isGranted(id: Node | null): boolean {
  return /^granted[A-Z]/.test(String(id?.name));
}

function isFile(end: string): (source: Source) => boolean {
  return ({ file }) => file.endsWith(end);
}
