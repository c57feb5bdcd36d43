// The reader's choice of light or dark takes effect at once; without script the form reloads the page.
document.querySelector<HTMLFormElement>("form[data-colour-scheme]")?.addEventListener("change", (event) => {
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement)
    document.documentElement.dataset.colorScheme = event.target.value;
});
