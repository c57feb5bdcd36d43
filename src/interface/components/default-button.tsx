/** What Enter in a field does: browsers press the first button of a form, and that one is seldom the first to be seen. */
export function DefaultButton({ act }: { act?: string }) {
  return <input className="hidden" type="submit" tabIndex={-1} aria-hidden="true" {...(act && { name: "act", value: act })} />;
}
