// The host's phone at the door: camera, queue and work without a connection, on top of a page that is a list with forms.
import { openDesk } from "./check-in/desk.ts";

const root = document.querySelector<HTMLElement>("[data-check-in]");
if (root) void openDesk(root);
