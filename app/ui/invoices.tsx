/** Invoices: the list of a project's, one typeset to read and print, and the form that issues one. */
import type { InvoiceSheet } from '#app/domain/payments/invoice.ts';
import { Actions, Button, LinkButton } from './buttons.tsx';
import { DateField, TextArea, TextField } from './fields.tsx';
import { Form, Hidden } from './form.tsx';
import { fieldOf, type Answers } from './piece-fields.tsx';
import { Records } from './records.tsx';
import { Definition, Prose } from './text.tsx';

export type InvoiceRow = {
  href: string;
  title: string;
  note: string;
  issued: string;
  due: string;
  total: string;
};

export function InvoiceList({ rows }: { rows: readonly InvoiceRow[] }) {
  return (
    <Records caption="Invoices" columns={['Invoice', 'Date', 'To be paid by', 'Total']}>
      {rows.map(({ href, title, note, issued, due, total }) => (
        <tr key={href}>
          <th scope="row">
            <a href={href}>{title}</a>
            {note && <p className="meta">{note}</p>}
          </th>
          <td className="num">{issued}</td>
          <td className="num">{due}</td>
          <td className="num">{total}</td>
        </tr>
      ))}
    </Records>
  );
}

/** An invoice as it is printed. */
export function InvoicePaper({ sheet }: { sheet: InvoiceSheet }) {
  const { seller, buyer, facts, lines, totals, note } = sheet;
  return (
    <div className="stack">
      <div className="pair top">
        <section className="stack tight">
          <h2>From</h2>
          <p className="as-typed">{seller}</p>
        </section>
        <section className="stack tight">
          <h2>To</h2>
          <p className="as-typed">{buyer}</p>
        </section>
      </div>
      <Definition items={facts} />
      <table className="sums">
        <caption className="vh">Lines and totals</caption>
        <thead>
          <tr>
            <th scope="col">For</th>
            <th scope="col">Amount</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ text, amount }, at) => (
            <tr key={at}>
              <th scope="row">{text}</th>
              <td>{amount}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {totals.map(({ label, amount }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{amount}</td>
            </tr>
          ))}
        </tfoot>
      </table>
      {note && <Prose text={note} />}
    </div>
  );
}

type FormProps = {
  answers: Answers;
  formToken: string;
  currency: string;
  lines: readonly number[];
  cancel: string;
};

/** Everything an invoice says but its number, which it gets when it is issued. */
export function InvoiceForm({ answers, formToken, currency, lines, cancel }: FormProps) {
  const field = (name: string) => fieldOf(answers, name);
  return (
    <Form>
      <Hidden name="formToken" value={formToken} />
      <TextArea
        field={field('seller')}
        label="From"
        hint="Your name, address and tax number, as the law where you are wants them; where to pay. Kept for your next invoice."
      />
      <TextArea field={field('buyer')} label="To" hint="The name and address of whoever pays." rows={4} />
      <p className="soft">Amounts of lines are before tax; the tax is added to their sum.</p>
      {lines.map((n) => (
        <div key={n} className="pair">
          <TextField field={field(`text${n}`)} label={`Line ${n}`} optional={n > 1} />
          <TextField
            field={field(`amount${n}`)}
            label={`Amount ${n} in ${currency}`}
            inputMode="decimal"
            autoComplete="off"
            optional={n > 1}
          />
        </div>
      ))}
      <div className="pair">
        <TextField field={field('taxName')} label="Name of the tax" hint="Such as VAT or MwSt." optional />
        <TextField
          field={field('taxRate')}
          label="Rate in percent"
          hint="Such as 19 or 8.1."
          inputMode="decimal"
          optional
        />
      </div>
      <DateField field={field('dueOn')} label="To be paid by" />
      <TextArea
        field={field('note')}
        label="Note"
        hint="Such as why there is no tax, or a number the publisher asked for."
        rows={3}
        max={2000}
        optional
      />
      <Actions>
        <Button>Issue the invoice</Button>
        <LinkButton href={cancel} kind="quiet">
          Go back
        </LinkButton>
      </Actions>
    </Form>
  );
}
