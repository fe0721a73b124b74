/** The page of a competency of a framework, of its newest version unless told. */
export function competencyHref(framework: string, id: string, version?: number): string {
  const query = new URLSearchParams({ id, ...(version && { version: String(version) }) });
  return `/frameworks/${framework}/competency?${query}`;
}

/** What was changed by a version of a framework. */
export function changesHref(framework: string, version: number): string {
  return `/frameworks/${framework}/changes?version=${version}`;
}

/** The framework that comes with the product, or one of its competencies, as people of a profile read it. */
export function builtInHref(competency?: string, profile?: string | null): string {
  const query = profile ? `?${new URLSearchParams({ profile })}` : "";
  return `/frameworks/built-in${competency ? `/${competency}` : ""}${query}`;
}
