import { type AST, RegExpParser } from "@eslint-community/regexpp";
import type { Pattern } from "./collect-patterns.ts";

/** A text made to cost a pattern most, for any length. */
export type HostileText = (length: number) => string;

const ENDS = ["\u0000", "@", "\n", "!"];
/** Signs of which one fits nearly every class. */
const SIGNS = [
  ..."a1 .@-_/{}()[]<>\"'`=&;:,+*#%\\|~^$?!",
  ..."\n\tAZ\u0000\u0590\u0301\u2068\u2069\u200bé漢\ue000\ufffe😀",
];
const MOST_SAMPLES = 3;

/**
 * Texts pumped from a pattern's own parts: for each part that may repeat without end, what stands before it, then the
 * part over and over, alone, with what follows it or with what stands before it, and an end that fits nowhere.
 */
export function hostileTexts({ source, flags }: Pick<Pattern, "source" | "flags">): HostileText[] {
  const texts: HostileText[] = [];
  const { pattern } = parse(source, flags);
  const samples = samplerFor(flags);
  for (const { quantifier, before, after } of repeated(pattern, samples)) {
    const follow = after.slice(0, 1);
    for (const pump of samples(quantifier.element)) {
      if (pump === "") continue;
      for (const head of before)
        for (const piece of new Set([pump, ...follow.map((next) => pump + next), head + pump])) {
          texts.push((length) => (head + piece.repeat(length / piece.length)).slice(0, length));
          for (const end of ENDS)
            texts.push((length) => head + piece.repeat(length / piece.length) + end);
        }
    }
  }
  return texts;
}

function parse(source: string, flags: string): { pattern: AST.Pattern } {
  const unicode = flags.includes("u");
  return { pattern: new RegExpParser().parsePattern(source, 0, source.length, { unicode }) };
}

type Sampler = (node: AST.Node) => string[];

type Repeated = { quantifier: AST.Quantifier; before: string[]; after: string[] };

/** Parts that may repeat often, each with texts that fit what stands before and after it. */
function repeated(pattern: AST.Pattern, samples: Sampler): Repeated[] {
  const found: Repeated[] = [];
  const visit = (node: AST.Node, before: string[], after: string[]): void => {
    if (node.type === "Quantifier") {
      if (node.max > 40) found.push({ quantifier: node, before, after });
      visit(node.element, before, after);
    } else if (node.type === "Alternative") {
      node.elements.forEach((element, index) => {
        const head = inARow(node.elements.slice(0, index), samples);
        const tail = inARow(node.elements.slice(index + 1), samples);
        visit(element, joined(before, head), joined(tail, after));
      });
    } else if ("alternatives" in node && Array.isArray(node.alternatives)) {
      for (const alternative of node.alternatives) visit(alternative as AST.Node, before, after);
    }
  };
  visit(pattern, [""], [""]);
  return found;
}

function samplerFor(flags: string): Sampler {
  const kept = flags.replace(/[gy]/g, "");
  const samples: Sampler = (node) => {
    switch (node.type) {
      case "Character":
        return [String.fromCodePoint(node.value)];
      case "CharacterSet":
      case "CharacterClass": {
        const fits = new RegExp(`^${node.raw}$`, kept);
        return SIGNS.filter((sign) => fits.test(sign)).slice(0, MOST_SAMPLES);
      }
      case "Quantifier": {
        const times = Math.max(1, node.min);
        const once = samples(node.element).map((text) => text.repeat(Math.min(times, 40)));
        return (node.min === 0 ? [...once, ""] : once).slice(0, MOST_SAMPLES);
      }
      case "Group":
      case "CapturingGroup":
      case "Pattern":
        return node.alternatives.flatMap(samples).slice(0, MOST_SAMPLES);
      case "Alternative":
        return inARow(node.elements, samples);
      default:
        return [""];
    }
  };
  return samples;
}

function inARow(nodes: readonly AST.Node[], samples: Sampler): string[] {
  return nodes.reduce<string[]>((texts, node) => joined(texts, samples(node)), [""]);
}

/** Each with each, a few of them; with what fits nothing the rest alone. */
function joined(heads: string[], tails: string[]): string[] {
  if (tails.length === 0) return heads;
  const all = heads.flatMap((head) => tails.map((tail) => head + tail));
  return all.length <= MOST_SAMPLES ? all : [all[0] ?? "", all[1] ?? "", all.at(-1) ?? ""];
}
