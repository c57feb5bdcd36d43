// A screen touched by one stranger after another: who walks away leaves nothing on it, and nobody is sent into a dead connection.
const kiosk = document.querySelector<HTMLElement>("[data-kiosk]");
if (kiosk) watch(kiosk);

function watch(root: HTMLElement): void {
  const away = root.querySelector<HTMLElement>("[data-away]");
  const reset = Number(root.dataset.reset) * 1000;
  let timer: ReturnType<typeof setTimeout> | undefined;
  for (const touched of ["pointerdown", "keydown", "input"]) addEventListener(touched, wait);
  wait();
  for (const changed of ["online", "offline"]) addEventListener(changed, know);
  know();
  document.addEventListener("submit", (event) => {
    if (!navigator.onLine) event.preventDefault();
  });

  function wait(): void {
    clearTimeout(timer);
    timer = setTimeout(start, reset);
  }

  // the place in the history is taken over, so that no way back leads to a name
  function start(): void {
    if (navigator.onLine) location.replace(location.pathname);
    else wait();
  }

  function know(): void {
    if (away) away.hidden = navigator.onLine;
  }
}
