import type { Framework } from "~/features/frameworks/domain/index.ts";
import { type AskedOn, askedOn } from "../answering/asked-on.ts";
import type { Instrument } from "../instruments/instrument.ts";
import type { KindName } from "../kinds/registry.ts";

export type ShownItem = {
  key: string;
  self: string;
  /** What others read, where it is not the same. */
  other: string | null;
  kind: KindName;
  /** What it measures, by its name. */
  measures: string | null;
  /** When it is asked; null for always. */
  asked: AskedOn | null;
  /** It depends on an item that is not there, or not further up. */
  lost: boolean;
};

export type ShownPage = { key: string; title: string | null; items: ShownItem[] };

/** A questionnaire to look over: its pages and items, with what each measures and when it is asked. */
export function contentsOf(instrument: Instrument, framework: Framework): ShownPage[] {
  const conditions = askedOn(instrument, { relationship: "self", name: "" });
  const place = new Map(instrument.items.map(({ key }, at) => [key, at]));
  const shown = instrument.items.map((item, at) => ({
    section: item.section,
    item: {
      key: item.key,
      self: item.self,
      other: item.other === item.self ? null : item.other,
      kind: item.kind,
      measures: measuredName(framework, item),
      asked: conditions.get(item.key) ?? null,
      lost: item.when !== null && (place.get(item.when.item) ?? at) >= at,
    },
  }));
  return instrument.sections.map(({ key, title }) => ({
    key,
    title,
    items: shown.filter(({ section }) => section === key).map(({ item }) => item),
  }));
}

type Measures = { competency: string | null; behaviour: string | null };

/** A competency by its name, or one of its behaviours; null for nothing. */
function measuredName(
  { competencies }: Framework,
  { competency, behaviour }: Measures,
): string | null {
  const found = competencies.find(({ key }) => key === competency);
  return found?.behaviours.find(({ key }) => key === behaviour)?.label ?? found?.name ?? competency;
}
