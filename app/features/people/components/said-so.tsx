/** How a name is said, and somebody's pronouns, as a quiet line below the name; nothing where neither is known. */
export function SaidSo({
  pronunciation,
  pronouns,
}: {
  pronunciation: string | null;
  pronouns: string | null;
}) {
  const said = [pronunciation, pronouns].filter((each) => each !== null);
  if (said.length === 0) return null;
  return (
    <span className="block text-sm font-normal text-ink-muted wrap-anywhere">
      <bdi>{said.join(" · ")}</bdi>
    </span>
  );
}
