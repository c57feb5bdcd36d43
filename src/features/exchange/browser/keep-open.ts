/** Moves the forms that are open for writing from the rows there are into the rows that come, so that nothing typed is lost. */
export function keepOpen(rows: ParentNode, coming: ParentNode): void {
  for (const form of rows.querySelectorAll<HTMLElement>("details.give[open]")) {
    const passId = form.closest<HTMLElement>("[data-pass]")?.dataset.pass;
    coming.querySelector(`[data-pass="${passId}"] details.give`)?.replaceWith(form);
  }
}
