import { expect, test } from "vitest";
import { namesOfWeekdays } from "~/platform/i18n/format.ts";
import { languages } from "~/platform/i18n/language.ts";
import { readWorkingDays } from "./working-days.ts";

test.each([
  ["Mon-Thu", "1234"],
  ["Mo, Mi, Do", "134"],
  ["1-5", "12345"],
  ["Mon,Tue,Wed", "123"],
  ["part-time: Mon, Tue, Wed", "123"],
  ["Part time (Mon–Wed)", "123"],
  ["Teilzeit Mo bis Mi", "123"],
  ["Monday to Friday", "12345"],
  ["Mondays and Thursdays", "14"],
  ["Mon–Fri except Wed", "1245"],
  ["Mo-Fr außer Mi", "1245"],
  ["weekdays", "12345"],
  ["Weekends only", "67"],
  ["montags, dienstags und donnerstags", "124"],
  ["Sa, So", "67"],
  ["Sonnabend", "6"],
  ["Mo./Di./Mi.", "123"],
  ["Mo Di Mi", "123"],
  ["Mon\nTue", "12"],
  ["Weds; Thurs", "34"],
  ["lundi, mardi, jeudi", "124"],
  ["du lundi au jeudi", "1234"],
  ["lun mar mer", "123"],
  ["Lu, Ma, Me, Je", "1234"],
  ["lunes a jueves", "1234"],
  ["lunes, miércoles y viernes", "135"],
  ["segunda a quinta-feira", "1234"],
  ["segunda-feira, terça-feira", "12"],
  ["dal lunedì al venerdì", "12345"],
  ["maandag t/m donderdag", "1234"],
  ["ma, wo, vr", "135"],
  ["poniedziałek, środa", "13"],
  ["pon do pt", "12345"],
  ["måndag–torsdag", "1234"],
  ["mandag, onsdag og fredag", "135"],
  ["lørdag", "6"],
  ["Sun-Thu", "12347"],
  ["Sat to Tue", "1267"],
  ["12345", "12345"],
  ["1, 3, 5", "135"],
  ["1 2 4", "124"],
  ["1–3, 5", "1235"],
  ["7-4", "12347"],
])("%j is %s", (text, days) => {
  expect(readWorkingDays(text)?.days).toBe(days);
});

test.each([
  ...[
    "5",
    "4.5",
    "4,5",
    "3 days",
    "5 Tage",
    "0-4",
    "1-8",
    "54321",
    "11",
    "12",
    "1/2",
    "2026-05-01",
    "01.05.2026",
  ],
  ...[
    "full-time",
    "part time",
    "Teilzeit",
    "flexible",
    "M T W",
    "L M X J V",
    "Mon-",
    "-Mon",
    "Mon to",
    "Mon - - Wed",
  ],
  ...[
    "except Wed",
    "Mon except",
    "Mon except Mon",
    "Mon 9-12",
    "odd weeks: Mon",
    "Mon or Tue",
    "Montag?",
    "T",
  ],
  // Another day in another language.
  ...["Di", "Ma, Di", "ma"],
])("%j can't be told", (text) => {
  expect(readWorkingDays(text)).toBeNull();
});

test.each(languages)("every set of days is read as it is written in %s", (language) => {
  for (let set = 1; set < 128; set += 1) {
    const days = [..."1234567"].filter((_, at) => set & (1 << at));
    const text = namesOfWeekdays(days, language).join(", ");
    expect(readWorkingDays(text), text).toEqual({ days: days.join(""), plain: true });
  }
});

test("what is more than names of days is told from what is not", () => {
  expect(readWorkingDays("Mon and Tue")?.plain).toBe(true);
  for (const text of ["Mon-Tue", "1, 2", "part-time: Mon, Tue only", "weekdays"])
    expect(readWorkingDays(text)?.plain, text).toBe(false);
});
