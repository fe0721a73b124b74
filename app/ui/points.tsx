/** Short statements, one below the other. */
export function Points({ points }: { points: readonly string[] }) {
  return (
    <ul className="grid max-w-reading list-disc gap-1.5 ps-5 marker:text-ink-faint">
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  );
}
