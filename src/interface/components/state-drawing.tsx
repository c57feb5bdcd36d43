import type { ReactNode } from "react";

export type DrawnState = "empty" | "no-hits" | "forbidden" | "failed";

/** One sentence, one way on, and a drawn room: for empty lists, no hits, closed pages and failures. */
export function StatePane({
  state,
  title,
  level = 2,
  children,
}: {
  state: DrawnState;
  title: string;
  level?: 1 | 2 | 3;
  children: ReactNode;
}) {
  const Heading = `h${level}` as const;
  return (
    <div className="state-pane">
      <StateDrawing state={state} />
      <Heading>{title}</Heading>
      {children}
    </div>
  );
}

/** Empty: chairs stand ready. No hits: unlit, the door shut. Forbidden: a wall. Failed: the wall is broken, the room is there. */
export function StateDrawing({ state }: { state: DrawnState }) {
  if (state === "forbidden") {
    return (
      <svg className="state-drawing" viewBox="0 0 240 84" aria-hidden="true">
        <path className="w" d="M4 40h232" />
        <path className="leaf" d="M98 37h44" />
      </svg>
    );
  }
  return (
    <svg className="state-drawing" viewBox="0 0 240 120" aria-hidden="true">
      <rect x="4" y="4" width="232" height="112" className={state === "empty" ? "lit-floor" : "unlit-floor"} />
      {state !== "failed" && <path className={state === "empty" ? "seat-free" : "seat-taken"} d={eightChairs} />}
      <path className={state === "failed" ? "w broken" : "w"} d="M4 4h232v112H212M168 116H4V4" />
      {state === "empty" && <path className="light" d="M168 116v-44a44 44 0 0 1 44 44z" />}
      <path className="leaf" d={state === "empty" ? "M168 116v-44" : "M168 113h44"} />
    </svg>
  );
}

const eightChairs = [24, 64].flatMap((y) => [30, 66, 102, 138].map((x) => `M${x} ${y}h18v9a9 9 0 0 1-18 0z`)).join("");
