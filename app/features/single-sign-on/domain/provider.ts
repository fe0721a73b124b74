export const KINDS = ["oidc", "saml"] as const;
export type Kind = (typeof KINDS)[number];

/** Who may come in by a provider: those whom the directory knows, or anybody of its domains. */
export const JOINS = ["known", "anybody"] as const;
export type Joins = (typeof JOINS)[number];

/** What a provider says of somebody, read and checked. */
export type Said = {
  subject: string;
  address: string | null;
  /** Null where it says nothing about that. */
  isVerified: boolean | null;
  name: string | null;
  /** Null where it says that there are too many to name: then nothing is known of them. */
  groups: string[] | null;
  /** The domain of the organisation that manages their account at the provider, where it says one. */
  managedBy: string | null;
};
