import { ProcessPath } from "../../../../interface/components/steps.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import type { OrderState } from "../../order.ts";
import { writtenPrice } from "../../written-price.ts";
import { companyWords } from "../company-words.ts";
import { orderWords } from "../order-words.ts";
import { stopWords } from "../stop-words.ts";
import { type PartProps, writtenIn } from "./part-props.ts";
import { StopWork } from "./stop-work.tsx";

const way: OrderState[] = ["asked", "quoted", "accepted", "in_production", "ready", "collected"];

/** Where the order stands, what that means for the reader, and where they can take it. */
export function Standing(part: PartProps) {
  const { given, refused, language, path } = part;
  const { order } = given;
  const text = orderWords[language];
  const { steps, isLab } = order.abilities;
  const now = way.indexOf(order.state);
  const side = isLab ? "lab" : "customer";
  const about = text.aboutState[order.state][side];
  const stop = stopWords[language];
  const isOver = order.state === "declined" || order.state === "stopped";
  const stoppedFor = order.history.find(({ state }) => state === "stopped")?.reason;
  const forward = steps.filter((step) => step !== "declined");
  return (
    <section className="room panel stack close" aria-labelledby="standing">
      <h2 id="standing">
        {text.states[order.state]}
        {order.price && !isOver && ` · ${writtenPrice(order.price, side, language)}`}
      </h2>
      <p>{about}</p>
      {stoppedFor && (
        <p>
          {text.reason}: {stoppedFor}
        </p>
      )}
      {order.owed && <p>{order.owed.netOre > 0 ? stop.toPay({ price: writtenPrice(order.owed, side, language) }) : stop.owedNothing}</p>}
      {!isOver && order.state !== "draft" && (
        <ProcessPath
          label={text.path}
          language={language}
          steps={way.map((state, at) => ({
            title: text.states[state],
            about: "",
            state: at < now || order.state === "collected" ? "done" : at === now ? "now" : "later",
          }))}
        />
      )}
      {steps.length > 0 && (
        <form method="post" action={path} className="form">
          <input type="hidden" name="act" value="step" />
          {steps.includes("declined") && (
            <TextField
              name="reason"
              label={text.reason}
              hint={text.reasonHint}
              isOptional
              maxLength={500}
              defaultValue={writtenIn(refused, "step").reason}
              language={language}
            />
          )}
          <div className="buttons">
            {forward.map((step, at) => (
              <button key={step} type="submit" name="state" value={step} className={at === forward.length - 1 ? "button lit" : "button"}>
                {text.steps[step]}
              </button>
            ))}
            {steps.includes("declined") && (
              <button type="submit" name="state" value="declined" className="button">
                {order.state === "accepted" && side === "customer" ? companyWords[language].callOff : text.steps.declined}
              </button>
            )}
          </div>
        </form>
      )}
      <StopWork {...part} />
    </section>
  );
}
