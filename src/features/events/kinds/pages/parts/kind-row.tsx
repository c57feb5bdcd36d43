import { Notice } from "../../../../../interface/components/notice.tsx";
import { list, money, number } from "../../../../../interface/format.ts";
import { saleOf } from "../../../pages/sale-of.ts";
import type { ParentKind } from "../../../parents/parent.ts";
import { kindWords } from "../kind-words.ts";
import type { ShownKind } from "../kinds.tsx";
import { fieldIn, KindFields, type KindForm } from "./kind-fields.tsx";
import { KindScope } from "./kind-scope.tsx";
import { PlacesOf } from "./places-of.tsx";

type RowProps = {
  type: ShownKind;
  kind: KindForm;
  version: number;
  now: string;
  isOpen: boolean;
  parent: ParentKind | undefined;
  quotas: readonly { name: string }[];
};

/** A kind of ticket: what it is and who relies on it, and folded under it the form that changes it. */
export function KindRow({ type, kind, version, now, isOpen, parent, quotas }: RowProps) {
  const { language } = kind;
  const text = kindWords[language];
  const sale = saleOf(type, now);
  const priceIn = (ore: number) => (ore === 0 ? text.free : money(ore, language));
  const counted = (count: number, of: "taken" | "waiting") => text[of]({ count: number(count, language), isOne: count === 1 });
  const chosen = kind.written[`from-${type.id}`] ?? [];
  const isMoved =
    chosen.toSorted().join() !== type.quotas.toSorted().join() ||
    ["from", "quota", "size"]
      .map((field) => fieldIn(kind, field))
      .some(({ error, defaultValue, name }) => error || (name !== `from-${type.id}` && defaultValue));
  const facts = [
    text.takesOf({ quotas: list(type.quotas, language) }),
    counted(type.placesTaken, "taken"),
    type.waitingFor > 0 && counted(type.waitingFor, "waiting"),
    type.accessCode !== null && text.codeIs({ code: type.accessCode }),
  ];
  return (
    <li id={`kind-${type.id}`}>
      <div className="stack close">
        <div>
          <b>{type.name}</b> <span className="ticket-tag">{text.sale[sale]}</span>
        </div>
        <p className="small">
          {priceIn(type.priceOre)}
          {type.memberPriceOre !== null && `, ${text.member({ price: priceIn(type.memberPriceOre) })}`}
        </p>
        <p className="small soft">{facts.filter(Boolean).join(" · ")}</p>
        <details className="part" open={isOpen}>
          <summary aria-label={text.changeThis({ name: type.name })}>{text.change}</summary>
          <form className="form" method="post" noValidate>
            <input type="hidden" name="version" value={version} />
            {type.waitingFor > 0 && <Notice kind="note" title={text.relied({ count: number(type.waitingFor, language) })} />}
            <KindFields kind={kind} />
            <details className="part" open={isMoved}>
              <summary>{text.fromChange}</summary>
              <p className="small soft">{text.fromAbout}</p>
              <PlacesOf kind={kind} quotas={quotas} chosen={chosen} />
            </details>
            <KindScope kind={kind} parent={parent} />
            <div className="send">
              <button type="submit" className="button lit" name="act" value={`change:${type.id}`}>
                {text.save}
              </button>
              {sale === "over" ? (
                <button type="submit" className="button" name="act" value={`reopen:${type.id}`}>
                  {text.reopen}
                </button>
              ) : (
                <button type="submit" className="button" name="act" value={`close:${type.id}`} aria-describedby={`close-${type.id}`}>
                  {text.close}
                </button>
              )}
              {!type.isUsed && (
                <button
                  type="submit"
                  className="text-button"
                  name="act"
                  value={`remove:${type.id}`}
                  aria-label={text.removeThis({ name: type.name })}
                >
                  {text.remove}
                </button>
              )}
            </div>
            {sale !== "over" && (
              <p className="small soft" id={`close-${type.id}`}>
                {text.closeAbout}
              </p>
            )}
          </form>
        </details>
      </div>
    </li>
  );
}
