/** The hull and its waterline; stands in empty states and at the foot of the page. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true" className={className}>
      <path d="M7 21H41A17 17 0 0 1 39 28.5H9A17 17 0 0 1 7 21Z" fill="currentColor" />
      <path d="M11.6 33.5H36.4A17 17 0 0 1 11.6 33.5Z" fill="currentColor" />
      <path d="M0 31H48" stroke="var(--mark-line)" strokeWidth="2.4" fill="none" />
      <path d="M24 4V21" stroke="currentColor" strokeWidth="3.6" fill="none" />
    </svg>
  );
}
