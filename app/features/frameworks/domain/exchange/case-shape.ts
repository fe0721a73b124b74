import { z } from "zod";

// The parts of 1EdTech CASE 1.0 that we read and write. Files of others have more, and less than they should.

const link = z.object({
  title: z.string().nullish(),
  identifier: z.string(),
  uri: z.string().nullish(),
});
export type CaseLink = z.output<typeof link>;

const word = z.string().nullish();

export const caseDocument = z.object({
  identifier: z.string(),
  uri: word,
  title: z.string(),
  description: word,
  notes: word,
  language: word,
  version: word,
  officialSourceURL: word,
  licenseURI: z.union([link, z.string()]).nullish(),
});

export const caseItem = z.object({
  identifier: z.string(),
  uri: word,
  fullStatement: z.string(),
  abbreviatedStatement: word,
  alternativeLabel: word,
  humanCodingScheme: word,
  CFItemType: word,
  conceptKeywords: z.union([z.array(z.string()), z.string()]).nullish(),
  notes: word,
});
export type CaseItem = z.output<typeof caseItem>;

export const caseAssociation = z.object({
  associationType: z.string(),
  sequenceNumber: z.number().nullish(),
  originNodeURI: link,
  destinationNodeURI: link,
});
export type CaseAssociation = z.output<typeof caseAssociation>;

const criterionLevel = z.object({
  quality: word,
  description: word,
  score: z.number().nullish(),
  position: z.number().nullish(),
});
export type CaseLevel = z.output<typeof criterionLevel>;

export const caseRubric = z.object({
  identifier: z.string(),
  CFRubricCriteria: z
    .array(
      z.object({
        CFItemURI: link.nullish(),
        position: z.number().nullish(),
        CFRubricCriterionLevels: z.array(criterionLevel).nullish(),
      }),
    )
    .nullish(),
});
export type CaseRubric = z.output<typeof caseRubric>;
