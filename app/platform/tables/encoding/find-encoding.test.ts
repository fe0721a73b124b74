import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { findEncoding } from "./find-encoding.ts";

const found = (text: string, encoding: string) => {
  const finding = findEncoding(iconv.encode(text, encoding));
  return { ...finding, text: iconv.decode(iconv.encode(text, encoding), finding.encoding) };
};

test.each([
  ["windows-1252", "Zoë Müller;Straße;Grün"],
  ["windows-1252", "Jørgen Sørensen,Åse Bækgård,Æbeltoft"],
  ["windows-1252", "Hélène Lefèvre,François Noël,Île-de-France,Gaëlle"],
  ["windows-1252", "Núñez,Muñoz,León,Peña"],
  ["windows-1252", "João Conceição,São Paulo,Simões"],
  ["windows-1252", "“Zoë” – D’Amélie"],
  ["windows-1250", "Małgorzata Wójcik;Księgowość"],
  ["windows-1250", "Žofie Šťastná;Účetní;Małgorzata Wójcik"],
  ["windows-1250", "Őry Ödön;Kövér Győző"],
  ["windows-1251", "Иван Петров;Бухгалтерия"],
  ["windows-1254", "Ayşe Yıldız;Çağrı Şahin;İpek"],
  ["windows-1253", "Γιώργος Παπαδόπουλος"],
  ["windows-1255", "נועה כהן;מכירות"],
  ["windows-1256", "محمد سليم;المبيعات"],
  ["shift_jis", "山田太郎,営業部"],
  ["gbk", "王小明,销售部,北京"],
  ["euc-kr", "김철수,영업부"],
  ["big5", "陳大文,業務部"],
  ["iso-8859-2", "Małgorzata Wójcik;Księgowość;Żaneta"],
  ["macintosh", "José Müller;Zoë"],
  ["cp850", "José Müller;Zoë;Grün"],
  ["koi8-r", "Иван Петров;Бухгалтерия"],
])("%s: %s is read as it was written", (encoding, text) => {
  const finding = found(text, encoding);
  // Where more than one encoding makes words, it is for a person to say, and the right one is among those shown.
  if (finding.certain) expect(finding.text).toBe(text);
  const written = iconv.decode(iconv.encode(text, encoding), encoding);
  const right = finding.readings.some(({ words }) => words.every((word) => written.includes(word)));
  expect(right || finding.text === written).toBe(true);
});

test("most files of Western and Central European names are not asked about", () => {
  for (const [encoding, text] of [
    ["windows-1252", "Zoë Müller;Straße"],
    ["windows-1252", "Zoë Lane;Zoé Lane;André Roy;Andrè Roy"],
    ["windows-1252", "Jørgen Sørensen,Åse Bækgård"],
    ["windows-1252", "Hélène,François,Noël"],
    ["windows-1250", "Małgorzata Wójcik;Księgowość;Žofie Šťastná;Účetní"],
    ["shift_jis", "山田太郎,営業部"],
    ["windows-1251", "Иван Петров;Бухгалтерия"],
  ] as const)
    expect(found(text, encoding)).toMatchObject({ certain: true, text });
});

test("where two encodings both make words, both are shown", () => {
  const { certain, readings } = found("Hélène", "windows-1252");
  expect(certain).toBe(false);
  expect(readings.map(({ words }) => words[0])).toEqual(
    expect.arrayContaining(["Hélène", "Hélčne"]),
  );
});
