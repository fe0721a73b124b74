/** Pages that are open to everyone: they read no session, so they are the same for whoever reads their language. */
export type OpenPages = {
  /** What their addresses begin with, such as "/checks": search engines may look there, and the edge may keep them. */
  under: string;
  /** Those that search engines are told of, without a language. */
  paths(): readonly string[];
};
