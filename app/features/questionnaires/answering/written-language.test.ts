import { expect, test } from "vitest";
import { writtenLanguage } from "./written-language.server.ts";

const files = import.meta.glob<object>("/app/{*,features/*}/texts/{en,de}/*.json", {
  eager: true,
  import: "default",
});

function sentences(value: unknown): string[] {
  if (typeof value === "string") return [value.replace(/\{+\w+\}+/g, "Anna")];
  return Object.values(value as object).flatMap(sentences);
}

test.each([
  ["She listens, and then she decides; I have learned a lot from that.", "en"],
  ["Sie hört zu und entscheidet dann; davon habe ich viel gelernt.", "de"],
  ["Elle écoute d'abord, puis elle décide ; j'ai beaucoup appris ainsi.", "fr"],
  ["Słucha uważnie, a potem podejmuje decyzję; dużo się nauczyłem.", "pl"],
  ["Escucha primero y luego decide; he aprendido mucho con ella.", "es"],
])("%s", async (text, language) => {
  expect(await writtenLanguage(text)).toBe(language);
});

test("short texts are never guessed", async () => {
  for (const text of ["", "Gut!", "Très bien, merci", "Keep doing what you do"])
    expect(await writtenLanguage(text)).toBe(null);
});

test("of all that this product says in English and German, nothing is taken for another language", async () => {
  let told = 0;
  for (const [path, texts] of Object.entries(files)) {
    const own = path.split("/").at(-2);
    for (const text of sentences(texts)) {
      const found = await writtenLanguage(text);
      if (found === null) continue;
      told++;
      expect([found, text]).toEqual([own, text]);
    }
  }
  expect(told).toBeGreaterThan(800);
});
