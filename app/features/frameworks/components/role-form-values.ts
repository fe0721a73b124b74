import type { Framework } from "../domain/framework.ts";
import type { RoleForm } from "../domain/read-role-form.ts";
import type { RoleProfile } from "../domain/role-profile.ts";
import type { RoleFramework } from "./role-fields.tsx";

type Measured = Pick<Framework, "hats" | "competencies">;

/** What the form shows of a framework: names, no guidance. */
export function roleFramework({ hats, competencies }: Measured): RoleFramework {
  return {
    hats: hats.map(({ key, name }) => ({ key, name })),
    competencies: competencies.map(({ key, name, hat }) => ({ key, name, hat })),
  };
}

/** A stored profile as its form shows it; an empty one without. */
export function formOf({ hats }: Measured, profile: RoleProfile | null): RoleForm {
  return {
    name: profile?.name ?? "",
    titles: profile?.titles.join("\n") ?? "",
    importance: profile?.importance ?? {},
    hasZone: profile?.zone != null,
    zone: Object.fromEntries(
      hats.map(({ key }) => {
        const { low, high } = profile?.zone?.[key] ?? { low: -0.5, high: 0.5 };
        return [key, { low: String(low), high: String(high) }];
      }),
    ),
  };
}
