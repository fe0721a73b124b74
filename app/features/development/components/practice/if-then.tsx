/** What is practised: at which moment, and what then. */
export function IfThen({ cue, action }: { cue: string; action: string }) {
  return (
    <div dir="auto" className="grid max-w-reading gap-0.5 text-lg wrap-anywhere">
      <p className="text-ink-muted">{cue},</p>
      <p className="whitespace-pre-line">{action}</p>
    </div>
  );
}
