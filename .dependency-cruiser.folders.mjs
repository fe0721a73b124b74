// The same walls between folders. Doors and manifests are left out: a feature's face is in its first folder and names
// every other, while imports from one feature to another are the floors' matter. Tests may look everywhere.
import base from "./.dependency-cruiser.mjs";

const DOORS =
  "^app/features/[^/]+/(index|index\\.server|feature\\.server|unsafe-(answers|signers)\\.server|domain/index)\\.ts$";

export default {
  forbidden: [
    {
      name: "no-folder-cycles",
      severity: "error",
      scope: "folder",
      comment:
        "Two folders that need each other are one thing or hide a third: move what both use into a folder below them, so that each can be read by itself.",
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    ...base.options,
    exclude: { path: [base.options.exclude.path, DOORS, "\\.test\\.tsx?$", "/testing/"] },
    includeOnly: { path: "^(app|packages|cli|server)/" },
  },
};
