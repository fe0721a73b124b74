import { brandOf } from "~/features/branding/index.server.ts";
import { organisationName } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { isRelationship, type Relationship } from "~/features/questionnaires/domain/index.ts";
import { instrumentById } from "~/features/questionnaires/index.server.ts";
import {
  type Instrument,
  inLanguage,
  languagesOf,
  type PreviewData,
  previewData,
  suitsFeedback,
} from "~/features/questionnaires/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { RoundKind } from "~/platform/feature/round-kind.ts";
import { textsIn } from "~/platform/i18n/i18n.ts";
import { type Language, languages } from "~/platform/i18n/language.ts";
import { languageAmong } from "~/platform/i18n/language-wishes.server.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { policyForList } from "../domain/list-shape.ts";
import { isEditable } from "../domain/round.ts";
import { firstSubject } from "../reads/first-subject-reads.server.ts";
import { type RoundForHr, roundForHr, roundPromise } from "../reads/round-reads.server.ts";
import { previewLanguages } from "./preview-languages.ts";

/** What HR would like to look at; whatever a round doesn't have counts as not said. */
export type PreviewWish = {
  /** As whom. */
  as: string | null;
  /** In which language. */
  in: string | null;
  /** A part of the questionnaire; otherwise the page before the first question. */
  page: string | null;
  /** A questionnaire that is not the round's yet, while it can still be changed. */
  questionnaire: string | null;
};

export type RoundPreview = {
  roundId: string;
  roundName: string;
  /** The page of the round. */
  path: string;
  organisation: string;
  questionnaire: { name: string /** Null where it is the round's own. */; instead: string | null };
  relationships: readonly Relationship[];
  as: Relationship;
  offered: readonly string[];
  in: string;
  /** What the pages' own words are in, for a reader of that language. */
  language: Language;
  /** Null: the page before the first question. */
  part: string | null;
  /** Nobody takes part yet: the name is made up. */
  example: boolean;
  closesOn: string | null;
  promise: {
    kind: string;
    minimum: number;
    releaseMode: string | null;
    hrKeepsReports: boolean;
  };
  data: PreviewData;
};

/**
 * What a round's raters find, from the first page to the last question, as one of them reads it in one language. HR
 * only; null when there is no such round, it is not for this actor, asks nobody about anybody, or has no such
 * questionnaire. Reads nothing that anybody answered.
 */
export function roundPreview(
  platform: Platform,
  kinds: readonly RoundKind<Actor>[],
  actor: Actor,
  roundId: string,
  wish: PreviewWish,
): Promise<RoundPreview | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const round = await roundForHr(tx, actor, roundId);
    const promise = await roundPromise(tx, actor, roundId);
    if (!round || !promise) return null;
    const kind = kinds.find((each) => each.kind === promise.kind);
    if (!kind) throw new Error(`no feature has rounds of the kind ${promise.kind}`);
    const relationships = (await kind.relationships(tx, actor, roundId)).filter(isRelationship);
    const as =
      relationships.find((each) => each === wish.as) ??
      relationships.find((each) => each === "peer") ??
      relationships.find((each) => each !== "self") ??
      relationships[0];
    const chosen = await questionnaireOf(tx, actor, round, wish.questionnaire);
    if (as === undefined || !chosen) return null;
    const offered = previewLanguages(languagesOf(chosen.instrument));
    const read = offered.find((each) => each === wish.in) ?? readerLanguage();
    const worded = inLanguage(chosen.instrument, wordingFor(chosen.instrument, read));
    const language = languageAmong(languages, [read]);
    const subject = await firstSubject(tx, actor, roundId);
    const name = subject?.name ?? textsIn(language).t("intro-preview:name");
    const data = previewData(worded, { relationship: as, name });
    return {
      roundId,
      roundName: round.name,
      path: kind.path(roundId),
      organisation: await organisationName(tx, actor),
      brand: await brandOf(tx, actor),
      questionnaire: { name: worded.name, instead: chosen.instead },
      relationships,
      as,
      offered,
      in: read,
      language,
      part: data.parts.find(({ key }) => key === wish.page)?.key ?? null,
      example: subject === null,
      closesOn: round.closesOn,
      promise: {
        kind: promise.kind,
        minimum: policyForList(promise.policy, subject?.list ?? "given").minimum,
        releaseMode: promise.releaseMode,
        hrKeepsReports: promise.hrKeepsReports,
      },
      data,
    };
  });
}

/** What a reader of one language gets a questionnaire in. */
function wordingFor(instrument: Instrument, language: string): string {
  const [own, ...others] = languagesOf(instrument);
  return languageAmong([own ?? instrument.language, ...others], [language]);
}

/** The round's own questionnaire, or while it can still be changed another that it could ask. */
async function questionnaireOf(
  tx: Tx,
  actor: Actor,
  round: RoundForHr,
  wanted: string | null,
): Promise<{ instrument: Instrument; instead: string | null } | null> {
  const other = wanted !== null && wanted !== round.instrumentId && isEditable(round.state);
  const id = other ? wanted : round.instrumentId;
  const found = isId(id) ? await instrumentById(tx, actor, id) : null;
  if (!found || !suitsFeedback(found)) return null;
  return { instrument: found.instrument, instead: other ? id : null };
}
