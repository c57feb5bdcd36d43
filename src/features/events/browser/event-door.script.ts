// A phone at the door of an event: camera, the whole list, queue and work without a connection, on top of a search with forms.
import { openDoor } from "./door/open-door.ts";

const root = document.querySelector<HTMLElement>("[data-event-door]");
if (root) void openDoor(root);
