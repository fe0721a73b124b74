const TOLD = [
  ...["no-framework", "no-pillar", "json-broken", "yaml-broken", "nothing-read"],
  ...["file-missing", "files-several", "file-too-large", "file-empty"],
  ...["file-busy", "upload-broken", "changed-meanwhile"],
];

/** The key of the text for a file that was refused. What is not told apart is none of the kinds that are read. */
export function faultText(reason: string): string {
  return `own.import.faults.${TOLD.includes(reason) ? reason : "unreadable"}`;
}
