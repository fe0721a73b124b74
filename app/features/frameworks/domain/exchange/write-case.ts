import type { OwnCompetency, OwnFramework } from "../own/own-framework.ts";
import { GROUP_TYPE } from "./read-case.ts";

/** How ids of CASE, which are UUIDs, are made of ours: the same for the same, and itself for one that is a UUID. */
export type CaseIds = { documentId: string; now: string; uuidOf(text: string): string };

/** A framework as a CASE 1.0 package: groups and competencies as items, what is seen on each level as a rubric. */
export function toCase(framework: OwnFramework, { documentId, now, uuidOf }: CaseIds): object {
  const link = (title: string, identifier: string, uri = `urn:uuid:${identifier}`) => ({
    ...{ title, identifier, uri },
  });
  const groupIds = new Set(framework.groups.map(({ id }) => id));
  const groupId = (id: string) => uuidOf(id);
  const competencyId = (id: string) => uuidOf(groupIds.has(id) ? `competency:${id}` : id);
  const document = link(framework.name, documentId);
  const common = { CFDocumentURI: document, lastChangeDateTime: now };
  const { uri, version, licence } = framework.source;
  let associations = 0;
  const childOf = (child: Link, parent: Link) => {
    const identifier = uuidOf(`association:${documentId}:${++associations}`);
    return {
      ...{ identifier, uri: `urn:uuid:${identifier}`, associationType: "isChildOf" },
      sequenceNumber: associations,
      ...{ originNodeURI: child, destinationNodeURI: parent, ...common },
    };
  };
  const groupLink = (id: string | null) => {
    const group = framework.groups.find((each) => each.id === id);
    return group ? link(group.name, groupId(group.id)) : document;
  };
  const competencyLink = ({ id, name, sourceUri }: OwnCompetency) =>
    link(name, competencyId(id), sourceUri ?? undefined);
  return {
    CFDocument: {
      ...{ identifier: documentId, uri: document.uri, title: framework.name },
      ...{ creator: framework.name, lastChangeDateTime: now, language: framework.language },
      ...(framework.description && { description: framework.description }),
      ...(version && { version }),
      ...(uri && { officialSourceURL: uri }),
      ...(licence && { licenseURI: link(licence, uuidOf(`licence:${licence}`)) }),
    },
    CFItems: [
      ...framework.groups.map(({ id, name, description }) => ({
        ...{ ...statementOf(name, description), CFItemType: GROUP_TYPE, ...common },
        ...{ identifier: groupId(id), uri: `urn:uuid:${groupId(id)}` },
      })),
      ...framework.competencies.map((competency) => ({
        ...statementOf(competency.name, competency.description),
        ...{ identifier: competencyId(competency.id), uri: competencyLink(competency).uri },
        CFItemType: "Competency",
        ...(competency.tags.length > 0 && { conceptKeywords: competency.tags }),
        ...(competency.otherNames.length > 0 && {
          alternativeLabel: competency.otherNames.join("\n"),
        }),
        ...common,
      })),
    ],
    CFAssociations: [
      ...framework.groups.map((group) => childOf(groupLink(group.id), groupLink(group.parent))),
      ...framework.competencies.map((each) => childOf(competencyLink(each), groupLink(each.group))),
    ],
    CFRubrics: rubricsOf(framework, { documentId, uuidOf, competencyLink, common }),
  };
}

type Link = { title: string; identifier: string; uri: string };

function statementOf(name: string, description: string) {
  return { fullStatement: description || name, abbreviatedStatement: name };
}

/** One rubric of all: a criterion for each competency, with every level, so that their names and order are kept. */
function rubricsOf(
  { name, competencies, levels }: OwnFramework,
  {
    documentId,
    uuidOf,
    competencyLink,
    common,
  }: {
    documentId: string;
    uuidOf(text: string): string;
    competencyLink(competency: OwnCompetency): Link;
    common: object;
  },
): object[] {
  const identifier = uuidOf(`rubric:${documentId}`);
  const named = (id: string) => ({ identifier: id, uri: `urn:uuid:${id}`, ...common });
  const described = competencies.filter(({ anchors }, at) => anchors.length > 0 || at === 0);
  if (described.length === 0) return [];
  const criteria = described.map((competency, at) => ({
    ...named(uuidOf(`criterion:${documentId}:${competency.id}`)),
    ...{ position: at + 1, CFItemURI: competencyLink(competency) },
    CFRubricCriterionLevels: levels.map((level, place) => ({
      ...named(uuidOf(`level:${documentId}:${competency.id}:${place}`)),
      ...{ quality: level.name, score: place + 1, position: place + 1 },
      description: competency.anchors.find((each) => each.level === place + 1)?.text ?? "",
    })),
  }));
  return [{ ...named(identifier), title: name, CFRubricCriteria: criteria }];
}
