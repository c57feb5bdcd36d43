// "Nær meg": asks the phone where it is, and the search goes there. Without script one writes the name of the place.
const form = document.querySelector<HTMLFormElement>("form[data-near-me]");
const button = form?.querySelector<HTMLButtonElement>("button[data-where-i-am]");
const here = form?.querySelector<HTMLInputElement>("input[name=here]");
const near = form?.querySelector<HTMLInputElement>("input[name=near]");
const unknown = document.querySelector<HTMLElement>("[data-where-unknown]");

if (form && button && here && near && "geolocation" in navigator) {
  button.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => {
        // a hundred metres is as near as anybody need know
        here.value = `${latitude.toFixed(3)},${longitude.toFixed(3)}`;
        near.value = "";
        form.requestSubmit();
      },
      () => {
        button.disabled = false;
        if (unknown) unknown.hidden = false;
        near.focus();
      },
      { maximumAge: 300_000, timeout: 10_000 },
    );
  });
}
