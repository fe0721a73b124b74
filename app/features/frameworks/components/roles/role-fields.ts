import type { FormFields } from "~/ui/use-form-fields.ts";
import type { roleFormInput } from "../../roles/role-form-action.server.ts";

/** The fields of a role's form, whoever draws them. */
export type RoleFields = FormFields<typeof roleFormInput>;
