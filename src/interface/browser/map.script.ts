// Lays the places of a drawn map on the operator's tiles. The list beside the map is the truth; this repeats it.
import { LngLatBounds, Marker, NavigationControl, setWorkerUrl, Map as TileMap } from "maplibre-gl";
import styles from "maplibre-gl/dist/maplibre-gl.css?inline";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";

type Place = { latitude: number; longitude: number; name: string; amount: string; words: string; isLit: boolean; href?: string };

const closest = 14;

setWorkerUrl(workerUrl);

for (const figure of document.querySelectorAll<HTMLElement>("figure.map[data-tiles]")) layTiles(figure);

function layTiles(figure: HTMLElement): void {
  const { tiles, places: written } = figure.dataset;
  const drawing = figure.querySelector("svg");
  if (!tiles || !written || !drawing) return;
  const places = JSON.parse(written) as Place[];
  const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "";
  document.head.append(Object.assign(document.createElement("style"), { nonce, textContent: styles }));
  const frame = document.createElement("div");
  frame.className = "tiles";
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", drawing.getAttribute("aria-label") ?? "");
  drawing.replaceWith(frame);
  const bounds = new LngLatBounds();
  for (const { longitude, latitude } of places) bounds.extend([longitude, latitude]);
  const map = new TileMap({
    container: frame,
    cooperativeGestures: true,
    style: {
      version: 8,
      sources: { tiles: { type: "raster", tiles: [tiles], tileSize: 256 } },
      layers: [{ id: "tiles", type: "raster", source: "tiles" }],
    },
  });
  // the frame has its size only when the styles have come
  map.once("load", () => {
    map.resize();
    map.fitBounds(bounds, { padding: 48, maxZoom: places.length === 1 ? closest : 9, animate: false });
  });
  map.addControl(new NavigationControl({ showCompass: false }));
  for (const place of places) new Marker({ element: square(place) }).setLngLat([place.longitude, place.latitude]).addTo(map);
}

function square({ amount, words, isLit, href }: Place): HTMLElement {
  const element = document.createElement(href ? "a" : "span");
  element.className = isLit ? "tile-pin is-lit" : "tile-pin";
  element.textContent = amount;
  element.title = words;
  if (element instanceof HTMLAnchorElement && href) {
    element.href = href;
    element.setAttribute("aria-label", words);
  }
  return element;
}
