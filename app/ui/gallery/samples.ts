/** Awkward words on purpose: long, from right to left, and in other scripts. */
export const longWord = "Arbeitsunfähigkeitsbescheinigungsverfahrensverantwortung";
export const rightToLeft = "مدير عمليات المحطة البحرية";

export interface SamplePerson {
  id: string;
  name: string;
  title: string;
  department: string;
  answered: number;
  asked: number;
}

const names = [
  "Ana Duarte",
  "Bjørn Aaltonen",
  "فاطمة الزهراء بنت محمد",
  "Chukwuemeka Okonkwo-Featherstonehaugh",
  "Søren Ó Súilleabháin",
  "Nguyễn Thị Minh Khai",
];
const titles = ["Deck officer", "Head of terminal operations", "Fleet engineer", longWord];
const departments = ["Marine", "Terminals", "Customer service"];

export const samplePeople: readonly SamplePerson[] = Array.from({ length: 12 }, (_, index) => ({
  id: String(index),
  name: names[index % names.length] ?? "",
  title: titles[index % titles.length] ?? "",
  department: departments[index % departments.length] ?? "",
  answered: index,
  asked: 12,
}));

export const sampleParagraph =
  "A report appears here when a cycle has closed and someone has released it to you. It shows what others see, how sure that is, and where the two of you differ.";
