import { expect, test } from "vitest";
import { features } from "../../app/features.ts";
import { manifestsOf } from "../../app/platform/feature/feature.server.ts";
import { textsIn } from "../../app/platform/i18n/i18n.ts";
import { languages } from "../../app/platform/i18n/language.ts";
import { recordedActs } from "./recorded-acts.ts";

// Whoever reads the audit record reads words. What a feature records without saying how it is shown is shown to nobody,
// and would be missed by nobody.

const recorded = recordedActs();
const manifests = await manifestsOf(features);
const acts = manifests.flatMap(({ audited }) =>
  Object.entries(audited?.actions ?? {}).map(([action, shown]) => ({
    ...{ action, shown },
    word: `${audited?.words}:${action}`,
  })),
);

test("what is recorded anywhere is found, also where it is put together or handed on", () => {
  expect([...recorded.keys()]).toEqual(
    expect.arrayContaining([
      ...["person.added", "person.leaving-planned", "account.password-changed"],
      ...["cycle.paused", "cycle.resumed", "cycle.launched", "participant.withdrawn"],
      ...["rater.declined", "report.shared", "address.refused", "role-profile.changed"],
      "account.new-password-link-printed",
    ]),
  );
});

test("every act that anything records is one feature's to show or to hide, and none is dead", () => {
  const known = acts.map(({ action }) => action);
  expect(known.toSorted()).toEqual([...recorded.keys()].toSorted());
});

test.each(languages)("each of them has words in %s", (language) => {
  const i18n = textsIn(language);
  const without = acts.filter(({ word }) => !i18n.exists(word, { lng: language, fallbackLng: [] }));
  expect(without).toEqual([]);
});

test("what people do with what is theirs, or when they are asked, is shown to nobody or by its day alone", () => {
  const whole = acts.filter(({ shown }) => shown === "whole").map(({ action }) => action);
  const theirs = /^(rater|nomination|focus|report)\.|^account\.(password|second|recovery)/;
  expect(whole.filter((action) => theirs.test(action))).toEqual([]);
});
